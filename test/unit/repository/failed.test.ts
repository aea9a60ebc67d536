// What nobody knows the end of is never called failed. The word is in no message, so that it cannot be in a wrong one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BadAnswerError, type BadAnswerReason, NoAnswerError, type NoAnswerReason } from '../../../src/client';
import { codeWords } from '../../../src/reference/codes';
import { gatewayCodes } from '../../../src/reference/codes.gateway';

const word = /\bfail(?:ed|ure|s)?\b|실패/i;

function values(file: string): [string, string][] {
  return Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
}

test('no message of the editor says that something has failed', () => {
  const texts = [
    ...values('l10n/bundle.l10n.ko.json').flat(),
    ...['package.nls.json', 'package.nls.ko.json'].flatMap((file) => values(file).map(([, text]) => text)),
  ];
  assert.ok(texts.length > 1_000, String(texts.length));
  assert.deepEqual(
    texts.filter((text) => word.test(text)),
    [],
  );
});

test('nor does one of the page', () => {
  const strings = [...readFileSync('media/strings.ts', 'utf8').matchAll(/(['`])((?:(?!\1).)*)\1/g)].map(
    ([text]) => text,
  );
  assert.ok(strings.length > 100, String(strings.length));
  assert.deepEqual(
    strings.filter((text) => word.test(text)),
    [],
  );
});

test('nor does the core, of a call that nobody knows the end of', () => {
  const unanswered: readonly NoAnswerReason[] = ['deadline', 'connection-lost', 'cancelled'];
  const bad: readonly BadAnswerReason[] = [
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
  const errors = [
    ...unanswered.map((reason) => new NoAnswerError(reason)),
    ...bad.map((reason) => new BadAnswerError(reason)),
  ];
  const words = [
    ...([500, 510, 900] as const).map((code) => gatewayCodes[code].words),
    ...['1', '1000', '1300', '3000100'].map((code) => codeWords(code)),
  ];
  const texts = [...errors.map(({ message }) => message), ...words.flatMap((each) => [each?.en, each?.ko].flat())];
  assert.equal(texts.filter((text) => text === undefined || word.test(text)).join(), '');
});
