/** Has the two halves of an API key typed. The secret is never offered again and never shown. */

import * as vscode from 'vscode';
import { type Answer, askAll, type Step, type } from '../ask';
import type { Key } from './keys';

export type KeyHalves = Pick<Key, 'accessKey' | 'secretKey'>;

/** `typed` stands in the box already, so that a way back does not empty it. */
export function typeAccessKey(step: Step, typed: string): Promise<Answer<string>> {
  return type(step, {
    prompt: vscode.l10n.t('The Access Key ID, from the console under “Manage API keys”.'),
    value: typed,
    check: checkKey,
  });
}

export function typeSecretKey(step: Step): Promise<Answer<string>> {
  return type(step, {
    prompt: vscode.l10n.t('The Secret Key. It is kept in the secret store of the editor and nowhere else.'),
    password: true,
    check: checkKey,
  });
}

/** What becomes of a key that was typed: taken, typed once more, or (undefined) left. */
export type Verdict = 'taken' | 'change' | undefined;

/** Asks for both halves until `judge` takes them. Undefined when the user leaves. */
export async function enterKey(
  title: string,
  typed = '',
  judge: (halves: KeyHalves) => Promise<Verdict> = async () => 'taken',
): Promise<KeyHalves | undefined> {
  const at = (step: number): Step => ({ title, step, totalSteps: 2 });
  let accessKey = typed;
  let secretKey = '';
  const complete = await askAll([
    async () =>
      take(await typeAccessKey(at(1), accessKey), (value) => {
        accessKey = value;
      }),
    async () => {
      const answer = take(await typeSecretKey(at(2)), (value) => {
        secretKey = value;
      });
      if (answer === undefined || answer === 'back') return answer;
      const verdict = await judge({ accessKey, secretKey });
      return verdict === 'change' ? 'back' : verdict && answer;
    },
  ]);
  return complete ? { accessKey, secretKey } : undefined;
}

/** Passes an answer on, and its value to `keep`. */
export function take<T>(answer: Answer<T>, keep: (value: T) => void): Answer<T> {
  if (answer !== undefined && answer !== 'back') keep(answer.value);
  return answer;
}

/** No rule on the form of a key is published, so only what cannot be a key is refused. */
function checkKey(text: string): string | undefined {
  if (text === '') return vscode.l10n.t('Enter the value from the console.');
  return /^[\x21-\x7e]+$/.test(text) ? undefined : vscode.l10n.t('A key has no blanks and only ASCII characters.');
}
