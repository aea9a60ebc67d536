// What the list of servers that a command offers is called, in the language of the editor.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answering, openSandbox } from './extension';
import type { HostTest } from './index';

export const tests: readonly HostTest[] = [
  {
    name: 'the title of the list is the name of the command',
    async run({ locale }) {
      await openSandbox();
      const titles: unknown[] = [];
      const showQuickPick = async (_: unknown, { title }: { title: string }) => {
        titles.push(title);
      };
      await answering({ showQuickPick }, async () => {
        await vscode.commands.executeCommand('ncloud.stopServer');
      });
      assert.deepEqual(titles, [locale === 'ko' ? '서버 정지' : 'Stop Server']);
    },
  },
];
