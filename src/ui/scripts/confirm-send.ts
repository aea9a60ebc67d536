/** The last look at a script before it leaves the editor: the same checks as in the editor, and a question. */
import * as vscode from 'vscode';
import type { Environment } from '../../reference/index';
import { checkScript, type Finding, type OsType } from '../../scripts/index';
import { choose } from '../confirm';
import { plain } from '../text';
import { findingLine } from './sentences';

const mostLines = 6;

/**
 * Whether the script may be sent. Asks when it has faults or seems to hold a secret; says yes at once otherwise.
 * @param name the script's name, for the question.
 */
export async function mayBeSent(
  text: string,
  { environment, osType, name }: { readonly environment: Environment; readonly osType: OsType; readonly name: string },
): Promise<boolean> {
  const faults = checkScript(text, { environment, osType }).filter(stops);
  if (faults.length === 0) return true;
  const send = vscode.l10n.t('Send Anyway');
  const lines = faults.slice(0, mostLines).map((finding) => findingLine(text, finding));
  if (faults.length > mostLines) lines.push('…');
  const choice = await choose(
    faults.length === 1
      ? vscode.l10n.t('1 problem was found in {0}.', plain(name))
      : vscode.l10n.t('{0} problems were found in {1}.', faults.length, plain(name)),
    lines.join('\n'),
    send,
  );
  return choice === send;
}

function stops({ severity, rule }: Finding): boolean {
  return severity === 'error' || rule === 'secret';
}
