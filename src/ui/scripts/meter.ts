/** The size of the open init script and what its environment allows, in the status bar. */
import * as vscode from 'vscode';
import { scriptSize } from '../../scripts/index';
import type { Accounts } from '../accounts/account';
import { environmentWord } from '../accounts/words';
import type { ScriptChecks } from './checks';
import type { InitScriptFiles } from './files';

export class ScriptMeter implements vscode.Disposable {
  private item: vscode.StatusBarItem | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly files: InitScriptFiles,
    private readonly checks: ScriptChecks,
    accounts: Accounts,
  ) {
    const show = () => this.show();
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(show),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) show();
      }),
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
    const environment = this.checks.environment(document.uri);
    const { bytes, limit, encodedBytes, encodedLimit } = scriptSize(document.getText(), environment);
    const percent = percentWord(bytes / limit);
    const place = environmentWord(environment);
    this.item.name = vscode.l10n.t('Init script size');
    this.item.text = vscode.l10n.t(
      'Init script {0} / {1} ({2}) · {3}',
      sizeWord(bytes),
      sizeWord(limit),
      percent,
      place,
    );
    const lines = [
      vscode.l10n.t(
        '{0} of {1} bytes',
        bytes.toLocaleString(vscode.env.language),
        limit.toLocaleString(vscode.env.language),
      ),
    ];
    if (encodedBytes !== undefined && encodedLimit !== undefined) {
      lines.push(
        vscode.l10n.t(
          '{0} of {1} bytes as base64',
          encodedBytes.toLocaleString(vscode.env.language),
          encodedLimit.toLocaleString(vscode.env.language),
        ),
      );
    }
    this.item.tooltip = lines.join('\n');
    this.item.accessibilityInformation = { label: this.item.text };
    this.item.backgroundColor = bytes > limit ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    this.item.show();
  }
}

/** `36 B`, `1.2 kB`, `1,024 kB`: one digit behind the point where there are few before it. */
function sizeWord(bytes: number): string {
  const value = bytes / 1024;
  if (value < 1) return `${bytes} B`;
  return `${value.toLocaleString(vscode.env.language, { maximumFractionDigits: value < 10 ? 1 : 0 })} kB`;
}

/** A script over the limit never shows as 100 %. */
function percentWord(share: number): string {
  const percent = share > 1 ? Math.max(101, Math.round(share * 100)) : Math.floor(share * 100);
  return `${percent}%`;
}
