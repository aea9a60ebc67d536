// A script in a container, with a stand-in for docker on PATH: what is underlined, and until when.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { standIn } from '../support/containers';
import { answering, eventually, openSandbox, showFile } from './extension';
import type { HostTest } from './index';

export const tests: readonly HostTest[] = [
  {
    name: 'what a script complains of in a container is underlined until the next edit',
    async run({ workspace, locale }) {
      await openSandbox();
      const docker = standIn();
      const { PATH } = process.env;
      process.env.PATH = docker.folder;
      try {
        const document = await showFile(join(workspace, 'tools', 'trial.sh'), '#!/bin/bash\necho a\n  fooo "b"\n');
        const found = () =>
          vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'NAVER Cloud (container)');
        const said: string[] = [];
        const dialogs = {
          showQuickPick: async (items: readonly unknown[]) => items[0],
          showWarningMessage: async (text: string, options?: { modal?: boolean }, ...actions: string[]) => {
            said.push(text);
            return options?.modal ? actions[0] : undefined;
          },
          showInformationMessage: async (text: string) => void said.push(text),
        };
        await answering(dialogs, async () => {
          await vscode.commands.executeCommand('ncloud.tryScript', document.uri);
        });
        assert.deepEqual(
          docker.asked().map(([verb]) => verb),
          ['version', 'run'],
        );
        assert.equal(said.length, 2, said.join());
        assert.match(said[1] ?? '', locale === 'ko' ? /종료 코드 127/ : /code 127/);
        const [diagnostic] = found();
        assert.ok(diagnostic && found().length === 1);
        assert.equal(document.getText(diagnostic.range), 'fooo');
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(0, 0), '\n');
        await vscode.workspace.applyEdit(edit);
        await eventually('nothing is underlined any more', () => found().length === 0);
      } finally {
        process.env.PATH = PATH;
        docker.delete();
      }
    },
  },
];
