// From an open script to a server by a preset: three answers, and the server carries the script.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { answering, eventually, openSandbox } from './extension';
import type { HostInput, HostTest } from './index';
import { onWire } from './scripts-wire';

/** Counts the answers that the user has to give. */
class Answers {
  readonly asked: string[] = [];

  constructor(
    private readonly preset: vscode.Uri,
    private readonly name: string,
  ) {}

  readonly dialogs = {
    showQuickPick: async (items: readonly { preset?: vscode.Uri }[]) => {
      this.asked.push('preset');
      return items.find(({ preset }) => preset?.toString() === this.preset.toString());
    },
    showInputBox: async () => {
      this.asked.push('name');
      return this.name;
    },
    showWarningMessage: async (title: string, options?: { modal?: boolean }, ...actions: string[]) => {
      this.asked.push(title);
      return options?.modal ? actions[0] : undefined;
    },
    showInformationMessage: async () => undefined,
  };
}

/** Puts a script into the workspace. */
async function written(input: HostInput): Promise<{ readonly name: string; readonly script: vscode.Uri }> {
  const name = `s${Date.now().toString(36)}`;
  const script = vscode.Uri.file(join(input.workspace, 'tools', `${name}.sh`));
  await vscode.workspace.fs.writeFile(script, new TextEncoder().encode(`#!/bin/bash\necho ${name}\n`));
  return { name, script };
}

/** A preset of what a server of the sandbox was made with. */
async function presetFor({ workspace }: HostInput, accountId: string): Promise<vscode.Uri> {
  const api = await openSandbox();
  await vscode.commands.executeCommand('ncloud.refresh', { accountId });
  const server = api.model.get(accountId)?.servers[0];
  assert.ok(server);
  const uri = vscode.Uri.file(join(workspace, 'tools', `${accountId}.ncloud.json`));
  await answering({ showSaveDialog: async () => uri }, async () => {
    await vscode.commands.executeCommand('ncloud.newPreset', { accountId, number: server.number });
  });
  return uri;
}

async function createdWith(input: HostInput, accountId: string) {
  const api = await openSandbox();
  await api.accounts.setCurrent(accountId);
  const preset = await presetFor(input, accountId);
  const { name, script } = await written(input);
  const answers = new Answers(preset, name);
  let called: string[] = [];
  await answering(answers.dialogs, async () => {
    called = await onWire([], async () => {
      await vscode.commands.executeCommand('ncloud.createServerWithScript', script);
    });
    const made = () => api.model.get(accountId)?.servers.find((server) => server.name === name);
    assert.ok(made(), `not made: ${answers.asked}`);
    await eventually('the server runs', () => made()?.state === 'running');
  });
  return { api, name, asked: answers.asked, called };
}

export const tests: readonly HostTest[] = [
  {
    name: 'whoever does not confirm has uploaded nothing',
    async run(input) {
      const api = await openSandbox();
      await api.accounts.setCurrent('sandbox-vpc');
      const preset = await presetFor(input, 'sandbox-vpc');
      const { name, script } = await written(input);
      const { dialogs } = new Answers(preset, name);
      let detail = '';
      const showWarningMessage = async (_: string, options?: { detail?: string }) => {
        detail = options?.detail ?? '';
        return undefined;
      };
      await answering({ ...dialogs, showWarningMessage }, async () => {
        const called = await onWire([], async () => {
          await vscode.commands.executeCommand('ncloud.createServerWithScript', script);
        });
        assert.ok(detail.includes(`${name}.sh`), detail);
        assert.deepEqual(
          called.filter((action) => !action.startsWith('get')),
          [],
        );
      });
      await api.accounts.setCurrent('');
    },
  },
  {
    name: 'VPC: three answers make a server, and the script of it names the server as its user',
    async run(input) {
      const { api, name, asked, called } = await createdWith(input, 'sandbox-vpc');
      assert.equal(asked.length, 3, asked.join());
      assert.equal(called.filter((action) => action === 'createInitScript').length, 1);
      assert.ok(called.indexOf('createInitScript') < called.indexOf('createServerInstances'));
      await vscode.commands.executeCommand('ncloud.refreshScripts', { accountId: 'sandbox-vpc' });
      const script = api.scripts.model.get('sandbox-vpc')?.rows.find((one) => one.name === name);
      assert.ok(script);
      let detail = '';
      const showWarningMessage = async (_: string, options: { detail: string }) => {
        detail = options.detail;
        return undefined;
      };
      await answering({ showWarningMessage }, async () => {
        await vscode.commands.executeCommand('ncloud.deleteScript', {
          accountId: 'sandbox-vpc',
          number: script.number,
        });
      });
      assert.ok(detail.includes(name), detail);
      assert.ok(api.scripts.model.find('sandbox-vpc', ({ number }) => number === script.number));
    },
  },
  {
    name: 'Classic: three answers make a server with the text itself, and nothing is uploaded',
    async run(input) {
      const { api, asked, called } = await createdWith(input, 'sandbox-classic');
      assert.equal(asked.length, 3, asked.join());
      assert.ok(!called.includes('createInitScript'));
      assert.equal(called.filter((action) => action === 'createServerInstances').length, 1);
      await api.accounts.setCurrent('');
    },
  },
];
