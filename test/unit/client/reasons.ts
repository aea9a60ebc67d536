/** All reasons why nobody knows what a call has done. */
import type { BadAnswerReason, NoAnswerReason } from '../../../src/client';

export const unanswered: readonly NoAnswerReason[] = ['deadline', 'connection-lost', 'cancelled'];

export const unreadable: readonly BadAnswerReason[] = [
  'redirect',
  'proxy-sign-in',
  'server-fault',
  'web-page',
  'not-text',
  'too-large',
  'empty',
  'malformed',
  'wrong-root',
  'no-instance-number',
  'incomplete-list',
];
