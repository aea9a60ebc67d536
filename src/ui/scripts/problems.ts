/** What is wrong with an init script and how large it is, as a list whose rows lead to their places. */
import * as vscode from 'vscode';
import { type Finding, findingText } from '../../scripts/index';
import { pickOne } from '../ask';
import { locale } from '../explain';
import { fileName } from '../text';
import type { ScriptChecks } from './checks';
import { byWeight, countsOf, countWords } from './sentences';
import { sizeSentences } from './size-words';

const icons: Readonly<Record<Finding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
};

interface Row extends vscode.QuickPickItem {
  readonly finding?: Finding;
}

export async function showProblems(document: vscode.TextDocument, checks: ScriptChecks): Promise<void> {
  const findings = checks.findings(document);
  const sizes = sizeSentences(document, checks.environment(document.uri));
  const rows: Row[] = [
    ...problemRows(document, findings),
    { label: vscode.l10n.t('size'), kind: vscode.QuickPickItemKind.Separator },
    ...sizes.map((label): Row => ({ label, iconPath: new vscode.ThemeIcon('graph') })),
  ];
  const picked = await pickOne(rows, {
    title: fileName(document.uri),
    placeHolder: countWords(countsOf(findings)),
    matchOnDetail: true,
  });
  if (picked?.finding) await showFinding(document, picked.finding);
}

/** Brings the place of a finding into sight, with the cursor at it. */
export async function showFinding(document: vscode.TextDocument, { start }: Finding): Promise<void> {
  const place = document.positionAt(start);
  const selection = new vscode.Range(place, place);
  await vscode.window.showTextDocument(document, { selection });
}

/** Under what their icons say in a word, the worst first. */
function problemRows(document: vscode.TextDocument, findings: readonly Finding[]): Row[] {
  const words = {
    error: vscode.l10n.t('errors'),
    warning: vscode.l10n.t('warnings'),
    information: vscode.l10n.t('hints'),
  };
  let last: Finding['severity'] | undefined;
  return byWeight(findings).flatMap((finding): Row[] => {
    const { severity } = finding;
    const row = problemRow(document, finding);
    if (severity === last) return [row];
    last = severity;
    return [{ label: words[severity], kind: vscode.QuickPickItemKind.Separator }, row];
  });
}

function problemRow(document: vscode.TextDocument, finding: Finding): Row {
  const { what, why } = findingText(finding, locale());
  return {
    label: what,
    description: vscode.l10n.t('Line {0}', document.positionAt(finding.start).line + 1),
    detail: why,
    iconPath: new vscode.ThemeIcon(icons[finding.severity]),
    finding,
  };
}
