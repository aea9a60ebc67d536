// What the extension does before anybody asked for anything: nothing.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { activate, extension, rows } from './extension';
import type { HostTest } from './index';

/** Whether a file of the extension was loaded in this host. */
function isLoaded(file: string): boolean {
  const { cache } = createRequire(join(extension().extensionPath, 'dist', 'extension.cjs'));
  return Object.keys(cache).includes(join(extension().extensionPath, 'dist', file));
}

export const tests: readonly HostTest[] = [
  {
    name: 'activation loads nothing that could send a request or read a secret',
    async run() {
      const api = await activate();
      await rows(api);
      assert.equal(isLoaded('extension.cjs'), true, 'the look into the module cache is good for nothing');
      for (const file of ['reference.cjs', 'main.cjs', 'http.cjs', 'sandbox.cjs']) {
        assert.equal(isLoaded(file), false, file);
      }
    },
  },
  {
    name: 'the settings of a workspace turn nothing on',
    async run() {
      const api = await activate();
      const sandbox = vscode.workspace.getConfiguration('ncloud').inspect<boolean>('sandbox.enabled');
      assert.equal(sandbox?.globalValue, undefined);
      assert.equal(api.accounts.list().length, 0);
      assert.deepEqual(await rows(api), []);
    },
  },
  {
    name: 'the editor takes this host for a test, so that what it is given is given to no other extension',
    async run() {
      assert.deepEqual(Object.keys(await activate()).sort(), ['accounts', 'model', 'scripts', 'tree']);
      const { activationEvents } = extension().packageJSON;
      assert.deepEqual(
        activationEvents.filter((event: string) => event.startsWith('onLanguage:')),
        ['onLanguage:shellscript'],
      );
    },
  },
  {
    name: 'every contributed command is there',
    async run() {
      await activate();
      const commands: { command: string }[] = extension().packageJSON.contributes.commands;
      const known = await vscode.commands.getCommands(true);
      for (const { command } of commands) assert.ok(known.includes(command), command);
    },
  },
];
