// The ground that every other host test stands on: the right editor, language, folder and extension.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { HostTest } from './index';

export const tests: readonly HostTest[] = [
  {
    name: 'the editor is at least as new as the extension asks for',
    run() {
      const [major = 0, minor = 0] = vscode.version.split('.').map(Number);
      assert.ok(major > 1 || minor >= 100, vscode.version);
    },
  },
  {
    name: 'the editor speaks the language of this run',
    run: ({ locale }) => assert.equal(vscode.env.language, locale),
  },
  {
    name: 'the workspace is the copied folder',
    run: ({ workspace }) => assert.equal(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath, workspace),
  },
  {
    name: 'the extension is there and activates',
    async run() {
      const extension = vscode.extensions.getExtension('ncloud-servers.ncloud-servers');
      assert.ok(extension, 'not installed');
      await extension.activate();
      assert.equal(extension.isActive, true);
    },
  },
];
