/** Of the open init script, in the status bar: its size, what its environment allows, and how many problems it has. */
import * as vscode from 'vscode';
import type { Accounts } from '../accounts/account';
import { environmentWord } from '../accounts/words';
import type { ScriptChecks } from './checks';
import type { InitScriptFiles } from './files';
import { type Counts, countWords, problemCount } from './sentences';
import { sizeSentences, sizeWords } from './size-words';

export class ScriptMeter implements vscode.Disposable {
  private item: vscode.StatusBarItem | undefined;
  private readonly subscriptions: vscode.Disposable[];

  /** `shown` tells how much of a document is underlined, and fires when that changes. */
  constructor(
    private readonly files: InitScriptFiles,
    private readonly checks: ScriptChecks,
    private readonly shown: { counts(uri: vscode.Uri): Counts; readonly onDidShow: vscode.Event<vscode.Uri> },
    accounts: Accounts,
  ) {
    const show = () => this.show();
    const showOf = (uri: vscode.Uri) => {
      if (uri.toString() === vscode.window.activeTextEditor?.document.uri.toString()) show();
    };
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(show),
      vscode.workspace.onDidChangeTextDocument(({ document }) => showOf(document.uri)),
      shown.onDidShow(showOf),
      files.onDidChange(show),
      accounts.onDidChange(show),
    ];
    show();
  }

  dispose(): void {
    this.item?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !this.files.has(document)) {
      this.item?.hide();
      return;
    }
    this.item ??= vscode.window.createStatusBarItem('ncloud.scriptSize', vscode.StatusBarAlignment.Right, 100);
    const { item } = this;
    const environment = this.checks.environment(document.uri);
    const { bytes, limit, percent, isTooLarge } = sizeWords(document, environment);
    const place = environmentWord(environment);
    const counts = this.shown.counts(document.uri);
    const size = vscode.l10n.t('Init script {0} / {1} ({2}) · {3}', bytes, limit, percent, place);
    const hint = vscode.l10n.t('Click to see the problems and go to their lines.');
    item.name = vscode.l10n.t('Init script: size and problems');
    item.text = counts.problems === 0 ? size : `${size} · ${problemCount(counts.problems)}`;
    item.tooltip = [countWords(counts), ...sizeSentences(document, environment), hint].join('\n');
    item.accessibilityInformation = { label: `${size} · ${countWords(counts)}`, role: 'button' };
    item.command = {
      title: item.name,
      command: 'ncloud.showScriptProblems',
      arguments: [document.uri],
    };
    item.backgroundColor = isTooLarge ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  }
}
