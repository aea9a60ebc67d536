// Saving a script of NCP: a new one is made, the old one is only touched afterwards, and at no moment there is neither.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { activate, answering, eventually, openSandbox, vpc } from './extension';
import type { HostInput, HostTest } from './index';
import { onWire, type WireFault } from './scripts-wire';

let count = 0;

/** The numbers of the account's scripts whose text is this one. */
async function copies(text: string): Promise<string[]> {
  const api = await activate();
  await vscode.commands.executeCommand('ncloud.refreshScripts', { accountId: vpc });
  const numbers = (api.scripts.model.get(vpc)?.rows ?? []).map(({ number }) => number);
  const same = await Promise.all(numbers.map(async (number) => (await stored(number)) === text));
  return numbers.filter((_, place) => same[place]);
}

async function stored(number: string): Promise<string> {
  const uri = vscode.Uri.from({ scheme: 'ncloud-script', path: `/${vpc}/${number}/x`, query: 'copy' });
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** A new script at NCP, open in an editor, with a change that is not saved. */
async function opened({ workspace }: HostInput) {
  const api = await openSandbox();
  await api.accounts.setCurrent(vpc);
  count += 1;
  const before = `#!/bin/bash\necho before ${count}\n`;
  const after = `#!/bin/bash\necho after ${count}\n`;
  const source = vscode.Uri.file(join(workspace, 'tools', `saved-${count}.sh`));
  await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(before));
  const showInformationMessage = async () => undefined;
  await answering({ showInputBox: async () => `saved-${count}`, showInformationMessage }, async () => {
    await vscode.commands.executeCommand('ncloud.uploadScript', source);
  });
  const [number] = await copies(before);
  assert.ok(number);
  await vscode.commands.executeCommand('ncloud.openScript', { accountId: vpc, number });
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), after);
  await vscode.workspace.applyEdit(edit);
  return { document, number, before, after };
}

interface Saved {
  readonly isSaved: boolean;
  readonly asked: string[];
  readonly said: string[];
  readonly called: string[];
}

/**
 * Saves with these faults on the wire. `choose` picks the answer to each modal question, and to what becomes of the old
 * script, which may also stay without one. `last` is the sentence that ends the save, when there is one to wait for:
 * attempts that come to nothing have pauses between them that no silence of the list tells from an end.
 */
async function save(
  document: vscode.TextDocument,
  faults: readonly WireFault[] = [],
  choose: (actions: readonly string[]) => string | undefined = goOn,
  last?: RegExp,
): Promise<Saved> {
  const asked: string[] = [];
  const said: string[] = [];
  let isSaved = false;
  let called: string[] = [];
  const answer = async (title: string, ...[first, ...others]: (string | { modal?: boolean })[]) => {
    const isModal = typeof first === 'object' && first.modal;
    const actions = (isModal ? others : [first, ...others]).filter((action) => typeof action === 'string');
    (isModal ? asked : said).push(title);
    return isModal || actions.some((action) => deletion.test(action)) ? choose(actions) : undefined;
  };
  await answering({ showWarningMessage: answer, showInformationMessage: answer }, async () => {
    called = await onWire(faults, async () => {
      isSaved = await document.save();
      if (!isSaved) return;
      // A save that made a new script ends with the look at the list after its question.
      await eventually('the editor is moved', () => !open(document.uri), 8000);
      if (last) await eventually(`it is said: ${last}`, () => said.some((sentence) => last.test(sentence)));
      await settled();
    });
  });
  return { isSaved, asked, said, called };
}

const open = (uri: vscode.Uri) =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());

/** Resolves when the list of scripts was renewed and half a second passed without another. */
async function settled() {
  const api = await activate();
  let last = Date.now();
  const subscription = api.scripts.model.onDidChange(() => {
    last = Date.now();
  });
  await eventually('calm', () => Date.now() - last > 500);
  subscription.dispose();
}

async function closeAll() {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

const deletion = /^(Delete the Old One|이전 스크립트 삭제)$/;

/** The answer that lets the save go on; to what may be left open, none. */
function goOn(actions: readonly string[]): string | undefined {
  return actions.some((action) => deletion.test(action)) ? undefined : actions[0];
}

function deleteOld(actions: readonly string[]): string | undefined {
  return actions.find((action) => deletion.test(action)) ?? actions[0];
}

export const tests: readonly HostTest[] = [
  {
    name: 'a save makes a new script, moves the editor to it, and keeps the old one',
    async run(input) {
      const { document, number, before, after } = await opened(input);
      const { isSaved, asked, said, called } = await save(document);
      assert.equal(isSaved, true);
      // Nobody has to answer anything: the old script stays unless its deletion is asked for.
      assert.deepEqual(asked, []);
      const sentence =
        input.locale === 'ko' ? /API로는 스크립트를 수정할 수 없/ : /the API cannot change one, the console can/;
      assert.match(said.join(), sentence);
      assert.deepEqual(await copies(before), [number]);
      const [made] = await copies(after);
      assert.equal(vscode.window.activeTextEditor?.document.uri.path.split('/')[2], made);
      assert.equal(vscode.window.activeTextEditor?.document.getText(), after);
      assert.deepEqual(
        called.filter((action) => /^(create|delete)/.test(action)),
        ['createInitScript'],
      );
      await closeAll();
    },
  },
  {
    name: 'the old script is deleted only after the new one was read back',
    async run(input) {
      const { document, before, after } = await opened(input);
      const { called } = await save(document, [], deleteOld);
      assert.deepEqual([(await copies(before)).length, (await copies(after)).length], [0, 1]);
      const made = called.indexOf('createInitScript');
      const gone = called.indexOf('deleteInitScripts');
      assert.ok(
        made !== -1 && called.slice(made, gone).filter((action) => action === 'getInitScriptDetail').length >= 2,
      );
      await closeAll();
    },
  },
  {
    name: 'whatever goes wrong before or at the upload, the text stays, the old script stays, and a second save heals',
    async run(input) {
      const faults: (readonly WireFault[])[] = [
        [{ action: 'getInitScriptList', strikes: 'before', times: 9 }],
        [{ action: 'getInitScriptDetail', strikes: 'before', times: 3 }],
        [{ action: 'createInitScript', strikes: 'before' }],
        [
          { action: 'createInitScript', strikes: 'after' },
          { action: 'getInitScriptList', strikes: 'before', nth: 2, times: 20 },
        ],
        [
          { action: 'createInitScript', strikes: () => '{' },
          { action: 'getInitScriptList', strikes: 'before', nth: 2, times: 20 },
        ],
        [
          { action: 'createInitScript', strikes: 'before' },
          { action: 'getInitScriptList', strikes: 'before', nth: 2, times: 20 },
        ],
      ];
      for (const [place, fault] of faults.entries()) {
        const { document, number, before, after } = await opened(input);
        const first = await save(document, fault);
        assert.equal(first.isSaved, false, `${place}`);
        assert.equal(document.isDirty, true, `${place}`);
        assert.equal(document.getText(), after, `${place}`);
        assert.deepEqual(await copies(before), [number], `${place}`);
        assert.ok((await copies(after)).length <= 1, `${place}`);
        const second = await save(document, [], deleteOld);
        assert.equal(second.isSaved, true, `${place}: ${second.said}`);
        assert.deepEqual([(await copies(before)).length, (await copies(after)).length], [0, 1], `${place}`);
        await closeAll();
      }
    },
  },
  {
    name: 'a lost answer to the upload is looked up, and the save goes on without a second copy',
    async run(input) {
      const { document, before, after, number } = await opened(input);
      const { isSaved, called } = await save(document, [{ action: 'createInitScript', strikes: 'after' }]);
      assert.equal(isSaved, true);
      assert.equal(called.filter((action) => action === 'createInitScript').length, 1);
      assert.deepEqual(await copies(before), [number]);
      assert.equal((await copies(after)).length, 1);
      await closeAll();
    },
  },
  {
    name: 'whatever goes wrong at the deletion, the new script is there, and what is left is said',
    async run(input) {
      const { locale } = input;
      const both = locale === 'ko' ? /모두 남아/ : /both/;
      const cases: [WireFault[], left: number, RegExp][] = [
        [[{ action: 'getServerInstanceList', strikes: 'before', times: 3 }], 1, both],
        [[{ action: 'getServerInstanceList', strikes: 'before', nth: 2, times: 3 }], 1, both],
        [[{ action: 'deleteInitScripts', strikes: 'before' }], 1, locale === 'ko' ? /알 수 없/ : /unknown/],
        [[{ action: 'deleteInitScripts', strikes: 'after' }], 0, locale === 'ko' ? /삭제했/ : /was deleted/],
      ];
      for (const [place, [faults, left, sentence]] of cases.entries()) {
        const { document, before, after } = await opened(input);
        const { isSaved, called } = await save(document, faults, deleteOld, sentence);
        assert.equal(isSaved, true, `${place}`);
        assert.deepEqual([(await copies(before)).length, (await copies(after)).length], [left, 1], `${place}`);
        assert.ok(called.filter((action) => action === 'deleteInitScripts').length <= 1);
        await closeAll();
      }
    },
  },
  {
    name: 'a script that was deleted meanwhile is a conflict: nothing is sent until the user says so',
    async run(input) {
      const { document, number, before, after } = await opened(input);
      await answering({ showWarningMessage: async (_: string, __: object, action: string) => action }, async () => {
        await vscode.commands.executeCommand('ncloud.deleteScript', { kind: 'script', accountId: vpc, number });
      });
      const left = await save(document, [], () => undefined);
      assert.deepEqual([left.isSaved, left.asked.length, document.isDirty], [false, 1, true]);
      assert.deepEqual(await copies(after), []);
      const forced = await save(document);
      assert.equal(forced.isSaved, true);
      assert.deepEqual([(await copies(before)).length, (await copies(after)).length], [0, 1]);
      await closeAll();
    },
  },
  {
    name: 'a script that was changed meanwhile is compared before anything is sent',
    async run(input) {
      const { document, before, after, number } = await opened(input);
      const changed = (body: string) => body.replace('echo before', 'echo beyond');
      const compared = await save(document, [{ action: 'getInitScriptDetail', strikes: changed }]);
      assert.deepEqual([compared.isSaved, compared.asked.length], [false, 1]);
      assert.ok(!compared.called.includes('createInitScript'));
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
      assert.equal(tab.input.modified.toString(), document.uri.toString());
      assert.deepEqual([await copies(before), await copies(after)], [[number], []]);
      await closeAll();
    },
  },
  {
    name: 'once that is the setting, the old script is deleted without a question',
    async run(input) {
      const { document, before, after } = await opened(input);
      const ncloud = vscode.workspace.getConfiguration('ncloud');
      await ncloud.update('initScripts.afterSave', 'delete', vscode.ConfigurationTarget.Global);
      try {
        const { asked } = await save(document, [], () => assert.fail('asked'));
        assert.deepEqual([asked, (await copies(before)).length, (await copies(after)).length], [[], 0, 1]);
      } finally {
        await ncloud.update('initScripts.afterSave', undefined, vscode.ConfigurationTarget.Global);
      }
      await closeAll();
    },
  },
  {
    name: 'auto save uploads nothing',
    async run(input) {
      const { document, after } = await opened(input);
      const files = vscode.workspace.getConfiguration('files');
      await files.update('autoSaveDelay', 50, vscode.ConfigurationTarget.Global);
      await files.update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Global);
      try {
        const called = await onWire([], async () => {
          const edit = new vscode.WorkspaceEdit();
          edit.insert(document.uri, new vscode.Position(document.lineCount, 0), 'echo more\n');
          await vscode.workspace.applyEdit(edit);
          await new Promise((resolve) => setTimeout(resolve, 1500));
        });
        assert.ok(!called.includes('createInitScript'));
        assert.equal(document.isDirty, true);
        assert.deepEqual(await copies(after), []);
      } finally {
        await files.update('autoSave', undefined, vscode.ConfigurationTarget.Global);
        await files.update('autoSaveDelay', undefined, vscode.ConfigurationTarget.Global);
        await closeAll();
      }
    },
  },
];
