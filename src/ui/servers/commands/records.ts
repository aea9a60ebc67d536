/** Takes rows of creations away that are not unknown: of records that are damaged, and of servers that no list shows. */
import * as vscode from 'vscode';
import type { Journal } from '../../../servers/creation/journal';
import { confirm } from '../../confirm';
import type { Node } from '../nodes';

/**
 * Takes the row away, a damaged record only after a question, since its file goes. Gives whether the row was of that
 * kind. `argument` is what a menu passes.
 * @throws when the file cannot be removed.
 */
export async function removeRecord(journal: Journal, argument: unknown): Promise<boolean> {
  const row = (typeof argument === 'object' && argument !== null ? argument : {}) as Partial<Node>;
  if (row.kind === 'record') {
    const damaged = journal.unreadable().find(({ kind, id }) => kind === 'corrupt' && id === row.id);
    if (damaged && (await confirm(question()))) await journal.discard(damaged.id);
    return damaged !== undefined;
  }
  if (row.kind !== 'unknown') return false;
  const { accountId = '', id, name } = row;
  const made = journal.list(accountId).find((one) => one.id === id && one.name === name && one.state === 'made');
  if (made) journal.remove(accountId, [made.name]);
  return made !== undefined;
}

function question() {
  return {
    title: vscode.l10n.t('Remove the damaged record?'),
    detail: vscode.l10n.t('Its file is deleted. If a server was made, it stays and is billed.'),
    action: vscode.l10n.t('Remove'),
  };
}
