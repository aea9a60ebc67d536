// The list of problems and the meter: the worst first, under words; hints are no problems.
import assert from 'node:assert/strict';
import test from 'node:test';
import * as vscode from 'vscode';
import { checkScript } from '../../../../src/scripts/index';
import type { Accounts } from '../../../../src/ui/accounts/account';
import type { ScriptChecks } from '../../../../src/ui/scripts/checks';
import type { InitScriptFiles } from '../../../../src/ui/scripts/files';
import { ScriptMeter } from '../../../../src/ui/scripts/meter';
import { showProblems } from '../../../../src/ui/scripts/problems';
import { type Counts, countsOf } from '../../../../src/ui/scripts/sentences';
import { documentOf } from './documents';

const checks = {
  environment: () => 'vpc',
  findings: (document: vscode.TextDocument) => checkScript(document.getText(), { environment: 'vpc', osType: 'LNX' }),
} as unknown as ScriptChecks;

function scriptOf(text: string): vscode.TextDocument {
  return Object.assign(documentOf(text), {
    positionAt: (at: number) => ({ line: text.slice(0, at).split('\n').length - 1 }),
  });
}

test('the list has the worst first, each kind under its word', async () => {
  let shown: readonly vscode.QuickPickItem[] = [];
  let placeHolder: string | undefined;
  Object.assign(vscode.window, {
    showQuickPick: async (items: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      shown = items;
      placeHolder = options.placeHolder;
    },
  });
  await showProblems(scriptOf('#!/bin/bash\nreboot\nread name\n# 끝\nread other\n'), checks);
  assert.equal(placeHolder, '3 problems, 1 hint');
  const rows = shown.map(({ kind, label, description }) => (kind === undefined ? description : label));
  assert.deepEqual(rows.slice(0, 8), ['errors', 'Line 4', 'warnings', 'Line 3', 'Line 5', 'hints', 'Line 2', 'size']);
});

test('the meter counts problems; hints are in its tooltip, and read out', () => {
  const item = { text: '', tooltip: '', accessibilityInformation: { label: '' }, show() {}, hide() {}, dispose() {} };
  const meterOf = (text: string) => {
    const document = scriptOf(text);
    Object.assign(vscode.window, {
      activeTextEditor: { document },
      createStatusBarItem: () => item,
      onDidChangeActiveTextEditor: () => ({ dispose() {} }),
    });
    Object.assign(vscode.workspace, { onDidChangeTextDocument: () => ({ dispose() {} }) });
    const event = () => ({ dispose() {} });
    const shown = { counts: (): Counts => countsOf(checks.findings(document)), onDidShow: event };
    const files = { has: () => true, onDidChange: event } as unknown as InitScriptFiles;
    new ScriptMeter(files, checks, shown, { onDidChange: event } as unknown as Accounts).dispose();
    return { text: item.text, tip: String(item.tooltip).split('\n')[0], label: item.accessibilityInformation.label };
  };
  const hints = meterOf('#!/bin/bash\nreboot\n');
  assert.match(hints.text, /VPC$/);
  assert.equal(hints.tip, 'no problem, 1 hint');
  assert.match(hints.label, / · no problem, 1 hint$/);
  const both = meterOf('#!/bin/bash\nread name\nreboot\nsu ec2-user -c ls\n');
  assert.match(both.text, / · 1 problem$/);
  assert.equal(both.tip, '1 problem, 2 hints');
  assert.match(meterOf('#!/bin/bash\n').label, / · no problem$/);
});
