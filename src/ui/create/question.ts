/** The question before servers are made: what, where, with what, and that it is billed. */
import * as vscode from 'vscode';
import { referenceText, uploadedScript } from '../../reference/index';
import type { Fact, Plan } from '../../servers/index';
import type { Account } from '../accounts/account';
import { accountWords } from '../accounts/words';
import type { Question } from '../confirm';
import { locale } from '../explain';
import { plain, shortNames } from '../text';

/**
 * What is asked before a plan is carried out. `price` is a line about what the servers cost, as far as it is known,
 * `script` the name of the file that is uploaded first, `warnings` what speaks against it on such servers.
 */
export function createQuestion(
  account: Account,
  plan: Plan,
  price?: string,
  script?: string,
  warnings: readonly string[] = [],
): Question {
  const count = plan.names.length;
  const lines = [
    shortNames(plan.names),
    `${plain(account.label)} · ${accountWords(account)}`,
    '',
    ...factLines(account, plan),
    ...(script === undefined ? [] : [scriptLine(account, script)]),
    ...(warnings.length === 0 ? [] : ['', ...warnings]),
    '',
    ...(price === undefined ? [] : [price]),
    account.site === 'sandbox'
      ? vscode.l10n.t('Sandbox: nothing here is real and nothing is billed.')
      : vscode.l10n.t('NCP bills each server from now until it is terminated.'),
  ];
  if (account.site !== 'sandbox' && plan.facts.some(({ name }) => name === 'associateWithPublicIp')) {
    lines.push(vscode.l10n.t('The new public IP is billed until it is released, even after the server is gone.'));
  }
  return {
    title: count === 1 ? vscode.l10n.t('Create 1 server?') : vscode.l10n.t('Create {0} servers?', count),
    detail: lines.join('\n'),
    action: vscode.l10n.t('Create'),
  };
}

function scriptLine({ environment }: Account, script: string): string {
  const label = referenceText(locale()).label(environment, uploadedScript);
  return `${label}: ${vscode.l10n.t('{0} (this file is uploaded to NCP first)', plain(script))}`;
}

function factLines({ environment }: Account, { facts, values }: Plan): string[] {
  const texts = new Map(facts.map(({ name, text }) => [name, text]));
  const shown = (name: string, value: string) => factText(texts.get(name) ?? value);
  return referenceText(locale())
    .lines(environment, Object.keys(values), values, shown)
    .map(({ whole }) => whole);
}

function factText(text: Fact['text']): string {
  if (typeof text === 'number') return text === 1 ? vscode.l10n.t('1 line') : vscode.l10n.t('{0} lines', text);
  if (text === 'true') return vscode.l10n.t('yes');
  return text === 'false' ? vscode.l10n.t('no') : plain(text);
}
