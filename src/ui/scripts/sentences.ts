/** Words about scripts that several places share. */
import * as vscode from 'vscode';
import { type Finding, findingText } from '../../scripts/index';
import type { ScriptUser } from '../../scripts/library/list';
import { locale } from '../explain';
import { plain, visibleName } from '../text';

const mostNames = 5;

/** More findings of one rule are told by the first of them where there is little room. */
const mostOfRule = 3;

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

/**
 * The findings that stand for all of them in a short list, each with its line as `lineOf` says it. One fault in every
 * line of a script does not hide the others: its first line says how many more there are.
 */
export function shortList(
  findings: readonly Finding[],
  lineOf: (finding: Finding) => string,
): { readonly finding: Finding; readonly line: string }[] {
  const left = new Map<string, number>();
  for (const finding of findings) left.set(ruleOf(finding), (left.get(ruleOf(finding)) ?? 0) + timesOf(finding));
  const told = new Set<string>();
  return findings.flatMap((finding) => {
    const rule = ruleOf(finding);
    const count = left.get(rule) ?? 0;
    if (count <= mostOfRule) return [{ finding, line: lineOf(finding) }];
    if (told.has(rule)) return [];
    told.add(rule);
    const others = findingText({ ...finding, rule: 'more', args: { rule, count: count - 1 } }, locale());
    return [{ finding, line: `${lineOf(finding)} ${others.what}` }];
  });
}

/** A finding may stand for those of its rule that the check left out. */
function ruleOf({ rule, args }: Finding): string {
  return rule === 'more' ? String(args.rule) : rule;
}

function timesOf({ rule, args }: Finding): number {
  return rule === 'more' ? Number(args.count) : 1;
}
