// From an open script to a running server that carries it: how many answers that takes, and that leaving leaves nothing.
import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ToHost, ToPage } from '../../src/protocol';
import { emptyForm, readPreset, type Values } from '../../src/reference/index';
import { fileName } from '../../src/ui/text';
import { InputBox } from '../support/input-box';
import { answering, eventually, openSandbox, vpc } from './extension';
import type { HostInput, HostTest } from './index';
import { onWire } from './scripts-wire';

/** Counts the answers that the user has to give: Enter in a box with what it proposes, a row of a list, a button. */
class Answers {
  readonly asked: string[] = [];
  readonly dialogs = {
    showQuickPick: async (items: readonly vscode.QuickPickItem[]) => {
      this.asked.push('pick');
      return items.find(({ label }) => /VPC/.test(label));
    },
    createInputBox: () =>
      new InputBox((box) => {
        this.asked.push(`name: ${box.value}`);
        box.enter();
      }),
    showWarningMessage: async (_: string, options?: { modal?: boolean }, ...actions: string[]) => {
      if (!options?.modal) return undefined;
      this.asked.push('confirm');
      return actions[0];
    },
    showInformationMessage: async () => undefined,
  };
}

const withScript = (script: vscode.Uri) => vscode.commands.executeCommand('ncloud.createServerWithScript', script);

/** Puts a script into the workspace. */
async function written(input: HostInput): Promise<{ readonly name: string; readonly script: vscode.Uri }> {
  const name = `s${Date.now().toString(36)}`;
  const script = vscode.Uri.file(join(input.workspace, 'tools', `${name}.sh`));
  await vscode.workspace.fs.writeFile(script, new TextEncoder().encode(`#!/bin/bash\necho ${name}\n`));
  return { name, script };
}

/** What a preset of a server of the sandbox says, but its name; that preset is the one that was used last. */
async function presetFor({ workspace }: HostInput, accountId: string): Promise<Values> {
  const api = await openSandbox();
  await vscode.commands.executeCommand('ncloud.refresh', { accountId });
  const server = api.model.get(accountId)?.servers[0];
  assert.ok(server);
  const uri = vscode.Uri.file(join(workspace, 'tools', `${accountId}.ncloud.json`));
  await answering({ showSaveDialog: async () => uri }, async () => {
    await vscode.commands.executeCommand('ncloud.newPreset', { accountId, number: server.number });
  });
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const preset = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  const { serverName: _, ...parameters } = preset.parameters;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify({ ...preset, parameters })));
  return readPreset({ ...preset, parameters })?.values ?? assert.fail('no preset');
}

async function running(accountId: string, name: string): Promise<void> {
  const api = await openSandbox();
  const made = () => api.model.get(accountId)?.servers.find((server) => server.name === name);
  assert.ok(made(), 'not made');
  await eventually('the server runs', () => made()?.state === 'running');
}

/** Makes a server of the preset that was used last. */
async function createdByPreset(input: HostInput, accountId: string) {
  const api = await openSandbox();
  await presetFor(input, accountId);
  const { name, script } = await written(input);
  const answers = new Answers();
  let called: string[] = [];
  await answering(answers.dialogs, async () => {
    called = await onWire([], async () => {
      await withScript(script);
    });
    await running(accountId, name);
  });
  return { api, name, asked: answers.asked, called };
}

/** A tab of the form, of which the test is the page. */
class Tab {
  readonly told: ToPage[] = [];
  private readonly heard = new vscode.EventEmitter<ToHost>();
  private readonly closed = new vscode.EventEmitter<void>();
  readonly panel = {
    title: '',
    active: true,
    reveal: () => undefined,
    onDidChangeViewState: new vscode.EventEmitter<void>().event,
    onDidDispose: this.closed.event,
    webview: {
      cspSource: '',
      asWebviewUri: (uri: vscode.Uri) => uri,
      onDidReceiveMessage: this.heard.event,
      postMessage: async (message: ToPage) => this.told.push(message) > 0,
    },
  };

  say(message: ToHost): void {
    this.heard.fire(message);
  }

  /** Waits for a message, and gives the last one of its type. */
  async hear<T extends ToPage['type']>(type: T) {
    const last = () => this.told.findLast((message): message is Extract<ToPage, { type: T }> => message.type === type);
    await eventually(`the page hears: ${type}`, () => last() !== undefined);
    return last() ?? assert.fail();
  }

  close(): void {
    this.closed.fire();
  }
}

/** Opens the form of the account, whatever it held, and closes it empty. */
async function emptied(accountId: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const tab = new Tab();
  await answering({ createWebviewPanel: () => tab.panel }, async () => {
    await vscode.commands.executeCommand('ncloud.createServer', { accountId });
  });
  tab.say({ type: 'draft', ...emptyForm('vpc') });
  tab.close();
}

async function scriptsOf(accountId: string) {
  const api = await openSandbox();
  await vscode.commands.executeCommand('ncloud.refreshScripts', { accountId });
  return api.scripts.model.get(accountId)?.rows ?? [];
}

export const tests: readonly HostTest[] = [
  {
    name: 'whoever leaves, at any question or by closing the form, has uploaded and made nothing',
    async run(input) {
      const api = await openSandbox();
      await api.accounts.setCurrent(vpc);
      await presetFor(input, vpc);
      await emptied(vpc);
      const { script } = await written(input);
      const faulty = vscode.Uri.file(join(input.workspace, 'tools', 'left-faulty.sh'));
      await vscode.workspace.fs.writeFile(faulty, new TextEncoder().encode('#!/bin/bash\r\necho hello\r\n'));
      const state = async () => {
        await vscode.commands.executeCommand('ncloud.refresh', { accountId: vpc });
        return [(await scriptsOf(vpc)).map(({ number }) => number), api.model.names(vpc)];
      };
      const before = await state();
      const asked: string[] = [];
      const box = (act: (box: InputBox) => void) => ({ createInputBox: () => new InputBox(act) });
      const showWarningMessage = async (title: string, options?: { detail?: string }) =>
        void asked.push(`${title} ${options?.detail ?? ''}`);
      const leave = async (dialogs: object, file = script) => {
        const all = { showQuickPick: async () => void asked.push('pick'), showWarningMessage, ...dialogs };
        const called = await onWire([], async () => {
          await answering(all, async () => {
            await withScript(file);
          });
        });
        const changes = called.filter((action) => !action.startsWith('get'));
        assert.deepEqual(changes, []);
      };
      await leave(box((one) => one.escape()));
      assert.equal(asked.length, 0);
      await leave(box((one) => one.press(0)));
      assert.deepEqual(asked, ['pick']);
      await leave(box((one) => one.enter()));
      assert.ok(asked[1]?.includes(fileName(script)), asked[1]);
      await leave(
        box((one) => one.enter()),
        faulty,
      );
      assert.match(asked[2] ?? '', /left-faulty\.sh/);
      await leave(box((one) => one.press(-1)));
      assert.equal(asked.length, 3);
      const isOpen = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
      await eventually('the form is open', isOpen);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await eventually('the form is closed', () => !isOpen());
      assert.deepEqual(await state(), before);
    },
  },
  {
    name: 'VPC: with a preset two answers make a server that is called after the script, which names it as its user',
    async run(input) {
      const api = await openSandbox();
      // Only one account suits the preset, so none is asked for.
      await api.accounts.setCurrent('');
      const { name, asked, called } = await createdByPreset(input, vpc);
      assert.deepEqual(asked, [`name: ${name}`, 'confirm']);
      assert.equal(called.filter((action) => action === 'createInitScript').length, 1);
      assert.ok(called.indexOf('createInitScript') < called.indexOf('createServerInstances'));
      const script = (await scriptsOf(vpc)).find((one) => one.name === name);
      assert.ok(script);
      let detail = '';
      const showWarningMessage = async (_: string, options: { detail: string }) => {
        detail = options.detail;
        return undefined;
      };
      await answering({ showWarningMessage }, async () => {
        await vscode.commands.executeCommand('ncloud.deleteScript', { accountId: vpc, number: script.number });
      });
      assert.ok(detail.includes(name), detail);
      assert.ok(api.scripts.model.find(vpc, ({ number }) => number === script.number));
    },
  },
  {
    name: 'Classic: with a preset two answers make a server with the text itself, and nothing is uploaded',
    async run(input) {
      const api = await openSandbox();
      await api.accounts.setCurrent('sandbox-classic');
      const { name, asked, called } = await createdByPreset(input, 'sandbox-classic');
      assert.deepEqual(asked, [`name: ${name}`, 'confirm']);
      assert.ok(!called.includes('createInitScript'));
      assert.equal(called.filter((action) => action === 'createServerInstances').length, 1);
    },
  },
  {
    name: 'without a preset three answers make a server: the account of two, Create in the form, and the confirmation',
    async run(input) {
      const api = await openSandbox();
      await api.accounts.setCurrent('');
      const values = await presetFor(input, vpc);
      await emptied(vpc);
      const files = readdirSync(input.workspace, { recursive: true }).map(String);
      for (const file of files) if (file.endsWith('.ncloud.json')) rmSync(join(input.workspace, file));
      const { name, script } = await written(input);
      const answers = new Answers();
      const tab = new Tab();
      await answering({ ...answers.dialogs, createWebviewPanel: () => tab.panel }, async () => {
        await withScript(script);
        const { draft, memory } = await tab.hear('start');
        assert.deepEqual([draft.values, memory.filled], [{ serverName: name }, ['serverName']]);
        assert.equal(draft.script, script.toString());
        // What the page fills in by itself stands in the preset too.
        answers.asked.push('create');
        tab.say({ type: 'create', draft: { ...draft, values: { ...values, ...draft.values } } });
        assert.deepEqual((await tab.hear('created')).names, [name]);
        await running(vpc, name);
      });
      tab.close();
      assert.deepEqual(answers.asked, ['pick', 'create', 'confirm']);
      assert.ok((await scriptsOf(vpc)).some((one) => one.name === name));
      await api.accounts.setCurrent('');
    },
  },
];
