/** Words about scripts that several places share. */
import * as vscode from 'vscode';
import { type Finding, findingText, ruleOf } from '../../scripts/index';
import type { ScriptUser } from '../../scripts/library/list';
import { locale } from '../explain';
import { plain, visibleName } from '../text';

const mostNames = 5;

const weights: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, information: 2 };

/** How many findings speak against a script, and how many are only advice. */
export interface Counts {
  readonly problems: number;
  readonly hints: number;
}

/** More findings of one rule are told by the first of them where there is little room. */
const mostOfRule = 3;

/** `web-1, web-2 …`: the servers that refer to a script. */
export function namesOf(users: readonly ScriptUser[]): string {
  const names = users.slice(0, mostNames).map(visibleName);
  return users.length > mostNames ? `${names.join(', ')} …` : names.join(', ');
}

export function isHint({ severity }: Finding): boolean {
  return severity === 'information';
}

export function countsOf(findings: readonly Finding[]): Counts {
  const hints = findings.filter(isHint).length;
  return { problems: findings.length - hints, hints };
}

/** `no problem`, `3 problems`, `3 problems, 1 hint`. */
export function countWords({ problems, hints }: Counts): string {
  return hints === 0 ? problemCount(problems) : `${problemCount(problems)}, ${hintCount(hints)}`;
}

/** As `countWords`, without what there is none of. */
export function underlinedWords({ problems, hints }: Counts): string {
  return problems === 0 ? hintCount(hints) : countWords({ problems, hints });
}

/** `no problem`, `3 problems`. */
export function problemCount(count: number): string {
  if (count === 0) return vscode.l10n.t('no problem');
  return count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', count);
}

function hintCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 hint') : vscode.l10n.t('{0} hints', count);
}

/** The worst first; of one severity in the order of the text. */
export function byWeight(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => weights[a.severity] - weights[b.severity]);
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

function timesOf({ rule, args }: Finding): number {
  return rule === 'more' ? Number(args.count) : 1;
}
