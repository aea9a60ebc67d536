/** Has the two halves of an API key typed. The secret is never shown; it is offered again only to those who go back. */

import * as vscode from 'vscode';
import { type SiteName, sites } from '../../client/index';
import { type Answer, askAll, type Link, type Step, type } from '../ask';
import type { Key } from './keys';

export type KeyHalves = Pick<Key, 'accessKey' | 'secretKey'>;

/** The halves as they are typed. */
export type Typed = { -readonly [Half in keyof KeyHalves]: KeyHalves[Half] };

/** What becomes of a key that was typed: taken, another one typed, or (undefined) the same one looked at again. */
export type Verdict = 'taken' | 'change' | undefined;

/**
 * The two questions for a key of a site. Whatever is typed goes into `typed`, so that neither a way back nor Escape
 * loses it; only a key that is to be changed loses its secret.
 */
export function keyQuestions(
  steps: readonly [access: Step, secret: Step],
  site: () => SiteName,
  typed: Typed,
  judge: (halves: KeyHalves) => Promise<Verdict>,
): (() => Promise<Answer<unknown>>)[] {
  const [access, secret] = steps;
  return [
    () =>
      type(access, {
        prompt: vscode.l10n.t(
          'The Access Key ID. In the NCP console: My Account > Manage account and security > Security management > Access management.',
        ),
        value: typed.accessKey,
        keep: (text) => {
          typed.accessKey = text;
        },
        check: checkKey,
        link: consoleLink(site()),
      }),
    async () => {
      for (;;) {
        const answer = await type(secret, {
          prompt: vscode.l10n.t('The Secret Key. It is kept in the secret store of the editor and nowhere else.'),
          password: true,
          value: typed.secretKey,
          keep: (text) => {
            typed.secretKey = text;
          },
          check: checkKey,
          link: consoleLink(site()),
        });
        if (answer === undefined || answer === 'back') return answer;
        const verdict = await judge({ ...typed });
        if (verdict === 'taken') return answer;
        if (verdict === 'change') {
          typed.secretKey = '';
          return 'back';
        }
      }
    },
  ];
}

/** Asks for both halves until `judge` takes them. Undefined when the user leaves. */
export async function enterKey(
  title: string,
  site: SiteName,
  judge: (halves: KeyHalves) => Promise<Verdict> = async () => 'taken',
): Promise<KeyHalves | undefined> {
  const at = (step: number): Step => ({ title, step, totalSteps: 2 });
  const typed: Typed = { accessKey: '', secretKey: '' };
  return (await askAll(keyQuestions([at(1), at(2)], () => site, typed, judge))) ? typed : undefined;
}

function consoleLink(site: SiteName): Link {
  return {
    icon: 'link-external',
    label: vscode.l10n.t('Open NCP Console'),
    open: () => vscode.env.openExternal(vscode.Uri.parse(sites[site].console)),
  };
}

/** No rule on the form of a key is published, so only what cannot be a key is refused. */
function checkKey(text: string): string | undefined {
  if (text === '') return vscode.l10n.t('Enter the value from the console.');
  return /^[\x21-\x7e]+$/.test(text) ? undefined : vscode.l10n.t('A key has no blanks and only ASCII characters.');
}
