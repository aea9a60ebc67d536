// Init scripts in the editor: which files, squiggles, mends, the view, and the way to a form.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Account } from '../../src/ui/accounts/account';
import { InputBox } from '../support/input-box';
import { activate, answering, eventually, openSandbox, showFile, vpc } from './extension';
import type { HostInput, HostTest } from './index';
import { onWire } from './scripts-wire';

let count = 0;

/** Opens a new script of the workspace. */
function openScript({ workspace }: HostInput, folder: string, text: string) {
  count += 1;
  return showFile(join(workspace, folder, `script-${count}.sh`), text);
}

const faulty = '#!/bin/bash\r\n# 안녕\r\necho hello\r\n';

const ours = ({ uri }: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'NAVER Cloud');

const rules = (document: vscode.TextDocument) =>
  ours(document)
    .map(({ code }) => String(code))
    .sort();

async function lensesOf({ uri }: vscode.TextDocument): Promise<vscode.Command[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return found.flatMap(({ command }) => (command?.command.startsWith('ncloud.') ? [command] : []));
}

async function lenses(document: vscode.TextDocument): Promise<string[]> {
  return (await lensesOf(document)).map(({ command }) => command);
}

/** Mends the fault at the start of a line, as the key for it does. */
async function mend(document: vscode.TextDocument, line: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const [diagnostic] = ours(document).filter(({ range }) => range.start.line === line);
  assert.ok(diagnostic);
  editor.selection = new vscode.Selection(diagnostic.range.start, diagnostic.range.start);
  await vscode.commands.executeCommand('editor.action.autoFix');
}

export const tests: readonly HostTest[] = [
  {
    name: 'before there is an account a script is told nothing of the extension, not even above its first line',
    async run(input) {
      const api = await activate();
      await vscode.commands.executeCommand('ncloud.leaveSandbox');
      assert.equal(api.accounts.list().length, 0);
      const document = await openScript(input, 'tools', faulty);
      const judged = await openScript(input, 'init-scripts', faulty);
      await eventually('the script in the folder is checked', () => ours(judged).length > 0);
      assert.deepEqual([rules(document), await lenses(document), await lenses(judged)], [[], [], []]);
    },
  },
  {
    name: 'a script elsewhere is offered to be checked, and left in peace when the mark is taken away',
    async run(input) {
      await openSandbox();
      const document = await openScript(input, 'tools', faulty);
      const judged = await openScript(input, 'init-scripts', faulty);
      await eventually('the script in the folder is checked', () => ours(judged).length > 0);
      assert.deepEqual(rules(document), []);
      assert.deepEqual(await lenses(document), ['ncloud.createServerWithScript', 'ncloud.markScript']);
      await vscode.commands.executeCommand('ncloud.markScript', document.uri);
      await eventually('the marked one is checked', () => ours(document).length > 0);
      assert.equal(vscode.window.activeTextEditor?.document, document);
      assert.deepEqual(await lenses(document), ['ncloud.createServerWithScript', 'ncloud.uploadScript']);
      await vscode.commands.executeCommand('ncloud.unmarkScript', document.uri);
      await eventually('it is left alone again', () => ours(document).length === 0);
      assert.deepEqual(await lenses(document), []);
      await vscode.commands.executeCommand('ncloud.unmarkScript', judged.uri);
      await eventually('so is the one in the folder', () => ours(judged).length === 0);
    },
  },
  {
    name: 'what is no shell script but for cloud-init is checked in the folder, and what is neither is refused',
    async run(input) {
      await openSandbox();
      const cloud = await showFile(
        join(input.workspace, 'init-scripts', 'cloud.yaml'),
        '#cloud-config\npackages: []\n',
      );
      await eventually('cloud-init is seen', () => rules(cloud).join() === 'cloud-init-header');
      assert.deepEqual(await lenses(cloud), ['ncloud.createServerWithScript', 'ncloud.uploadScript']);
      const readme = await showFile(join(input.workspace, 'README.md'), '# Nothing to run\n');
      const said: string[] = [];
      const showInformationMessage = async (text: string) => void said.push(text);
      await answering({ showInformationMessage, showQuickPick: () => assert.fail('presets are offered') }, async () => {
        await vscode.commands.executeCommand('ncloud.createServerWithScript');
        await vscode.commands.executeCommand('ncloud.uploadScript', readme.uri);
      });
      assert.equal(said.length, 2);
      for (const text of said) assert.match(text, /README\.md.*#!/);
    },
  },
  {
    name: 'a script that a preset names is checked',
    async run(input) {
      const document = await openScript(input, 'tools', faulty);
      const name = document.uri.path.split('/').at(-1);
      const preset = vscode.Uri.file(join(input.workspace, 'tools', 'web.ncloud.json'));
      const content = JSON.stringify({ environment: 'vpc', initScript: name, parameters: {} });
      await vscode.workspace.fs.writeFile(preset, new TextEncoder().encode(content));
      try {
        await eventually('the preset is seen', () => ours(document).length > 0);
      } finally {
        await vscode.workspace.fs.delete(preset);
      }
      await eventually('the preset is gone', () => ours(document).length === 0);
    },
  },
  {
    name: 'a script of a preset without a public IP is told that it may lack the network',
    async run(input) {
      const document = await openScript(input, 'tools', '#!/bin/bash\napt-get update\n');
      const name = document.uri.path.split('/').at(-1);
      const preset = vscode.Uri.file(join(input.workspace, 'tools', 'network.ncloud.json'));
      const write = (associateWithPublicIp: boolean) => {
        const content = JSON.stringify({ environment: 'vpc', initScript: name, parameters: { associateWithPublicIp } });
        return vscode.workspace.fs.writeFile(preset, new TextEncoder().encode(content));
      };
      const codes = () => ours(document).map(({ code }) => code);
      await write(false);
      try {
        await eventually('the network is missed', () => codes().join() === 'network-unreachable');
        await write(true);
        await eventually('the public IP is seen', () => codes().length === 0);
      } finally {
        await vscode.workspace.fs.delete(preset);
      }
    },
  },
  {
    name: 'a fault is underlined within 200 ms of the key',
    async run(input) {
      const document = await openScript(input, 'init-scripts', '#!/bin/bash\necho hello\n');
      const editor = await vscode.window.showTextDocument(document);
      const times: number[] = [];
      for (let i = 0; i < 5; i++) {
        const shown = new Promise<number>((resolve) => {
          const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
            if (!uris.some((uri) => uri.toString() === document.uri.toString())) return;
            subscription.dispose();
            resolve(Date.now());
          });
        });
        const text = i % 2 === 0 ? 'reboot\n' : '';
        await editor.edit((edit) => edit.replace(new vscode.Range(1, 0, i % 2 === 0 ? 1 : 2, 0), text));
        const typed = Date.now();
        times.push((await shown) - typed);
      }
      console.log(`squiggles after ${times.join(', ')} ms`);
      assert.ok(Math.max(...times) < 200, `${times} ms`);
    },
  },
  {
    name: 'line ends and Korean text are mended, each with one undo',
    async run(input) {
      const document = await openScript(input, 'init-scripts', faulty);
      await eventually('two faults', () => rules(document).length === 2);
      assert.deepEqual(rules(document), ['crlf', 'non-ascii']);
      const before = document.getText();

      await mend(document, 0);
      await eventually('one fault is left', () => rules(document).join() === 'non-ascii');
      assert.equal(document.eol, vscode.EndOfLine.LF);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
      await vscode.commands.executeCommand('redo');

      await eventually('one fault is left', () => rules(document).join() === 'non-ascii');
      await mend(document, 1);
      await eventually('no fault is left', () => rules(document).length === 0);
      assert.match(document.getText(), /^[\n\x20-\x7e]*$/);
      await vscode.commands.executeCommand('undo');
      assert.match(document.getText(), /안녕/);
    },
  },
  {
    name: 'Korean comments are offered one mend, which mends all of them',
    async run(input) {
      const document = await openScript(input, 'init-scripts', '#!/bin/bash\n# 안녕\necho hello # 끝\n');
      await eventually('one fault a line', () => rules(document).join() === 'non-ascii,non-ascii');
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        all,
      );
      const mends = offered.filter(({ title }) => /all comments|모든 주석/.test(title));
      assert.equal(mends.length, 1);
      assert.ok(mends[0]?.edit);
      await vscode.workspace.applyEdit(mends[0].edit);
      await eventually('no fault is left', () => rules(document).length === 0);
      assert.match(document.getText(), /^[\n\x20-\x7e]*$/);
    },
  },
  {
    name: 'a problem is mended before a hint, and with all that are like it',
    async run(input) {
      const text = '#!/bin/bash\napt-get update\napt-get install nginx\napt-get install git\n';
      const document = await openScript(input, 'init-scripts', text);
      await eventually('two problems and two hints', () => rules(document).length === 4);
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(2, 0, 2, 3),
      );
      const titles = offered.map(({ title }) => title);
      assert.match(titles[0] ?? '', /^(?:Add -y|‘-y’.*)$/);
      assert.match(titles[3] ?? '', /-y.*\((?:all 2 places|2곳 모두)\)$/);
      assert.deepEqual(
        titles.slice(4).map((title) => /[“‘](.*)[”’]/.exec(title)?.[1]),
        ['waits-for-input', 'package-lock', 'package-questions'],
      );
      const edit = offered[3]?.edit;
      assert.ok(edit);
      await vscode.workspace.applyEdit(edit);
      assert.equal(document.getText(), text.replaceAll('install', 'install -y'));
    },
  },
  {
    name: 'the view lists the scripts of both environments, and opens them in their language',
    async run() {
      const api = await openSandbox();
      const { tree } = api.scripts;
      for (const account of await tree.getChildren()) {
        const scripts = await tree.getChildren(account);
        assert.ok(scripts.length >= 2);
        const [first] = scripts;
        assert.ok(first?.kind === 'script');
        const item = tree.getTreeItem(first);
        assert.equal(item.contextValue, `script.${account.accountId === vpc ? 'vpc' : 'classic'}`);
        assert.match(String(item.description), /^Linux · \d{4}-\d\d-\d\d$/);
        await vscode.commands.executeCommand('ncloud.openScript', first);
        const document = vscode.window.activeTextEditor?.document;
        assert.ok(document);
        assert.equal(document.languageId, 'shellscript');
        assert.match(document.getText(), /hello from the sandbox/);
        const { permissions } = await vscode.workspace.fs.stat(document.uri);
        assert.equal(permissions, account.accountId === vpc ? undefined : vscode.FilePermission.Readonly);
        assert.deepEqual(await lenses(document), ['ncloud.createServerWithScript']);
      }
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  },
  {
    name: 'a new script from a template is an init script without faults, and is saved among them',
    async run() {
      await activate();
      const showQuickPick = async (items: readonly { label: string }[]) => items[0];
      await answering({ showQuickPick }, async () => {
        await vscode.commands.executeCommand('ncloud.newScript');
      });
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document?.isUntitled);
      assert.match(document.uri.path, /\/init-scripts\/ubuntu-init\.sh$/);
      assert.equal(document.languageId, 'shellscript');
      assert.match(document.getText(), /^#!\/bin\/bash\n/);
      assert.equal((await lenses(document)).length, 2);
      await eventually('no finding is left', () => rules(document).length === 0);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    },
  },
  {
    name: 'a script with faults is not sent without a word: all that is underlined is listed, and can be gone to',
    async run(input) {
      const api = await openSandbox();
      await api.accounts.setCurrent(vpc);
      const document = await openScript(input, 'tools', `${faulty}dnf install nginx\r\nread name\r\n`);
      const before = await numbers();
      const asked: string[] = [];
      const showWarningMessage = async (title: string, { detail }: { detail: string }, ...actions: string[]) => {
        asked.push(title, detail, ...actions);
        return actions[1];
      };
      await answering({ showWarningMessage, showInputBox: async () => 'with-faults' }, async () => {
        await vscode.commands.executeCommand('ncloud.uploadScript', document.uri);
      });
      assert.deepEqual(await numbers(), before);
      await eventually('what was listed is underlined', () => ours(document).length === 4);
      const [title = '', detail = '', ...actions] = asked;
      assert.match(title, /\b4 .*script-\d+\.sh|script-\d+\.sh.* 4건/);
      assert.equal(detail.split('\n').length, 4);
      assert.match(actions.join(), /^(Fix and Upload,Show,Upload Anyway|수정 후 업로드,보기,그래도 업로드)$/);
      assert.equal(vscode.window.activeTextEditor?.document, document);
      assert.deepEqual(vscode.window.activeTextEditor.selection.start.line, 0);
    },
  },
  {
    name: 'what can be mended is mended in the file and uploaded, and then the lens knows',
    async run(input) {
      const api = await openSandbox();
      await api.accounts.setCurrent(vpc);
      const document = await openScript(input, 'tools', `${faulty}echo ${Date.now()}\r\ndnf install nginx\r\n`);
      const said: string[] = [];
      const dialogs = {
        showWarningMessage: async (_: string, __: object, action: string) => action,
        showInputBox: async () => 'mended',
        showInformationMessage: async (text: string) => void said.push(text),
      };
      await answering(dialogs, async () => {
        await vscode.commands.executeCommand('ncloud.uploadScript', document.uri);
      });
      assert.deepEqual([document.isDirty, document.eol, rules(document)], [false, vscode.EndOfLine.LF, []]);
      assert.match(document.getText(), /^[\n\x20-\x7e]*dnf install -y nginx\n$/);
      const name = document.uri.path.split('/').at(-1) ?? '';
      assert.equal(said.filter((text) => text.includes(name)).length, 2, said.join('\n'));
      const [, uploaded] = await lensesOf(document);
      assert.match(uploaded?.title ?? '', /^(Uploaded as mended · Compare|‘mended’ 이름으로 업로드됨 · 비교)$/);
      await vscode.commands.executeCommand('ncloud.compareScript', document.uri);
      assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputTextDiff);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(1, 0), 'echo more\n');
      await vscode.workspace.applyEdit(edit);
      const [, changed] = await lensesOf(document);
      assert.deepEqual([changed?.command, changed?.arguments?.[1]?.accountId], ['ncloud.uploadScript', vpc]);
      const number = changed?.arguments?.[1]?.number;
      await answering(dialogs, async () => {
        await vscode.commands.executeCommand('ncloud.deleteScript', { kind: 'script', accountId: vpc, number });
      });
      const [, gone] = await lensesOf(document);
      assert.match(gone?.title ?? '', /^(Upload as init script|초기화 스크립트로 업로드)$/);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await document.save();
    },
  },
  {
    name: 'a script is uploaded once, and found again',
    async run(input) {
      const api = await openSandbox();
      await api.accounts.setCurrent(vpc);
      const text = `#!/bin/bash\necho ${Date.now()}\n`;
      const document = await openScript(input, 'tools', text);
      const before = await numbers();
      for (const expected of ['uploaded', 'found']) {
        const dialogs = {
          showWarningMessage: () => assert.fail('asked'),
          showInformationMessage: async () => undefined,
          showInputBox: async ({ value }: { value: string }) => value,
        };
        await answering(dialogs, async () => {
          await vscode.commands.executeCommand('ncloud.uploadScript', document.uri);
        });
        assert.equal((await numbers()).length, before.length + 1, expected);
      }
      const [number] = (await numbers()).filter((one) => !before.includes(one));
      const stored = await vscode.workspace.fs.readFile(
        vscode.Uri.from({ scheme: 'ncloud-script', path: `/${vpc}/${number}/x`, query: 'copy' }),
      );
      assert.equal(new TextDecoder().decode(stored), text);
    },
  },
  {
    name: 'a script that is handed to the form stays on this computer',
    async run(input) {
      const api = await openSandbox();
      await api.accounts.setCurrent(vpc);
      const document = await openScript(input, 'tools', `#!/bin/bash\necho ${Date.now()}\n`);
      const inputs: string[] = [];
      const showQuickPick = async (items: readonly { preset?: unknown }[]) => {
        inputs.push('preset');
        return items.find(({ preset }) => preset === undefined);
      };
      const toForm = (box: InputBox) => {
        inputs.push('name');
        box.press(-1);
      };
      const createInputBox = () => new InputBox(toForm);
      const showWarningMessage = () => assert.fail('asked');
      const called = await onWire([], async () => {
        await answering({ showQuickPick, createInputBox, showWarningMessage }, async () => {
          await vscode.commands.executeCommand('ncloud.createServerWithScript', document.uri);
        });
      });
      assert.deepEqual(
        called.filter((action) => !action.startsWith('get')),
        [],
      );
      assert.ok(inputs.length <= 1);
      await eventually('the form', () => {
        const form = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return form instanceof vscode.TabInputWebview && form.viewType.endsWith('ncloud.createServer');
      });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  },
  {
    name: 'deleting names what is known of its use, and asks',
    async run() {
      const api = await openSandbox();
      const [number] = (await numbers()).slice(-1);
      assert.ok(number);
      const asked: string[] = [];
      const showWarningMessage = async (_: string, { detail }: { detail: string }, action: string) => {
        asked.push(detail);
        return action;
      };
      await answering({ showWarningMessage }, async () => {
        await vscode.commands.executeCommand('ncloud.deleteScript', { kind: 'script', accountId: vpc, number });
      });
      assert.match(asked[0] ?? '', /Auto Scaling/);
      assert.equal(
        api.scripts.model.find(vpc, (script) => script.number === number),
        undefined,
      );
    },
  },
  {
    name: 'a script of NCP that the editor brings back is read only once its account was opened',
    async run() {
      const api = await activate();
      const account: Account = { id: 'restored', label: 'restored', site: 'public', environment: 'vpc', region: 'KR' };
      await api.accounts.save(account);
      const uri = vscode.Uri.from({ scheme: 'ncloud-script', path: '/restored/1/web.sh' });
      const asked: unknown[] = [];
      const showInputBox = async (options: unknown) => void asked.push(options);
      const createInputBox = () => assert.fail('the key is asked for');
      try {
        await answering({ showInputBox, createInputBox }, async () => {
          for (const read of [vscode.workspace.fs.stat, vscode.workspace.fs.readFile]) {
            await assert.rejects(async () => read(uri), /when a window opens|창을 열 때/);
          }
          // Nor does it take the place of what is told of an account that is gone.
          const gone = uri.with({ path: '/no-such-account/1/web.sh' });
          await assert.rejects(async () => vscode.workspace.fs.stat(gone), /was not entered|입력하지 않/);
        });
        assert.deepEqual(asked, []);
      } finally {
        await api.accounts.remove(account.id);
      }
    },
  },
];

/** The numbers of the VPC account's scripts, as NCP has them now. */
async function numbers(): Promise<string[]> {
  const api = await activate();
  await vscode.commands.executeCommand('ncloud.refreshScripts', { accountId: vpc });
  return (api.scripts.model.get(vpc)?.rows ?? []).map(({ number }) => number);
}
