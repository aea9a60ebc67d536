/** Words about scripts that several places share. */
import * as vscode from 'vscode';
import { type Finding, findingText } from '../../scripts/index';
import type { ScriptUser } from '../../scripts/library/list';
import { locale } from '../explain';
import { plain, visibleName } from '../text';

const mostNames = 5;

/** `web-1, web-2 …`: the servers that refer to a script. */
export function namesOf(users: readonly ScriptUser[]): string {
  const names = users.slice(0, mostNames).map(visibleName);
  return users.length > mostNames ? `${names.join(', ')} …` : names.join(', ');
}

/** `Line 3: read waits for input. …`: a finding with its place. */
export function findingLine(text: string, finding: Finding): string {
  return `${shortFindingLine(text, finding)} ${plain(findingText(finding, locale()).why)}`;
}

/** `Line 3: read waits for an answer.`: the same without its reason. */
export function shortFindingLine(text: string, finding: Finding): string {
  const line = vscode.l10n.t('Line {0}', text.slice(0, finding.start).split('\n').length);
  return `${line}: ${plain(findingText(finding, locale()).what)}`;
}
