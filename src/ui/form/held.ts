/** What a form holds, in words: before it is replaced, and where the user chooses between several. */
import * as vscode from 'vscode';
import { genericName, type LeftForm, referenceText, roles, setNames } from '../../reference/index';
import { plannedNames } from '../../servers/index';
import { locale } from '../explain';
import { shortNames } from '../text';

/** So many labels stand in a sentence. */
const mostLabels = 5;

/** Which servers the form is about: `web`, `web-001, web-002`, or how many without a name. */
export function heldServers({ draft: { values } }: LeftForm): string {
  if (values[roles.name]?.trim()) return shortNames(plannedNames(values));
  const count = Number(values[roles.count] || 1);
  return count > 1
    ? vscode.l10n.t('{0} servers without a name yet', count)
    : vscode.l10n.t('1 server without a name yet');
}

/** What is set besides: `Server spec, VPC, Subnet and 2 more`. */
export function heldLabels(left: LeftForm): string {
  const { environment } = left.draft;
  const naming: readonly string[] = [roles.name, roles.count, roles.start];
  const names = setNames(left).map(genericName);
  const text = referenceText(locale());
  const labels = [
    ...new Set(names.filter((name) => !naming.includes(name)).map((name) => text.label(environment, name))),
  ];
  const [shown, more] = [labels.slice(0, mostLabels).join(', '), labels.length - mostLabels];
  return more > 0 ? vscode.l10n.t('{0} and {1} more', shown, more) : shown;
}

/** When the user last changed the form: `Nov 26, 2026, 2:05 PM`. */
export function heldSince({ memory: { changed } }: LeftForm): string | undefined {
  if (changed === undefined) return undefined;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(changed);
}
