// The tabs of the form: restored without a request, closed and renamed with their accounts.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { CreationStep, Question, Questions, ToHost, ToPage } from '../../src/protocol';
import { type Draft, emptyForm, type LeftForm } from '../../src/reference/index';
import { Fleet } from '../../src/servers/fleet';
import { toServer } from '../../src/servers/index';
import { type Account, Accounts } from '../../src/ui/accounts/account';
import type { Sessions } from '../../src/ui/accounts/session';
import type { Creator } from '../../src/ui/create/creator';
import type { ExportDocuments } from '../../src/ui/export/documents';
import { FormActs } from '../../src/ui/form/acts';
import { formAnswers } from '../../src/ui/form/answers';
import { Drafts } from '../../src/ui/form/drafts';
import { FormHost } from '../../src/ui/form/host';
import type { Makers } from '../../src/ui/form/made-here';
import { FormPanels, viewType } from '../../src/ui/form/panel';
import type { FormTab } from '../../src/ui/form/tab';
import { Log } from '../../src/ui/log';
import type { PresetFiles } from '../../src/ui/presets/files';
import { openJournal } from '../support/intents';
import { Memory } from '../support/memory';
import { eventually, extension } from './extension';
import type { HostTest } from './index';

const account: Account = { id: 'f', label: 'before', site: 'public', environment: 'vpc', region: 'KR' };
const draft: Draft = { environment: 'vpc', values: { serverName: 'kept' }, chosen: {} };

const none = () => new vscode.Disposable(() => undefined);
/** Nothing is created here. */
const idle = { step: () => undefined, onDidChange: none };

/** The host of a form, of whose buttons none is pressed. */
function hostOf(
  tab: FormTab,
  { drafts = {}, model = {}, creator = {} }: Record<'drafts' | 'model' | 'creator', object>,
) {
  const acts = new FormActs(tab, creator as Creator, {} as PresetFiles, {} as Makers, {} as ExportDocuments);
  const answers = formAnswers(() => tab.open(), { debug: () => undefined });
  return new FormHost(tab, drafts as Drafts, model as Fleet, acts, answers);
}

/** A form whose page only listens, with the draft above. */
function formOf(parts: {
  readonly model?: object;
  readonly creator?: object;
  readonly open?: () => Promise<object>;
  readonly isRestored?: boolean;
  readonly drafts?: object;
  readonly hears?: () => boolean;
}) {
  const {
    model = { get: () => undefined, onDidChange: none },
    creator = idle,
    open,
    isRestored = false,
    hears = () => true,
  } = parts;
  const posted: ToPage[] = [];
  const tab = {
    account,
    number: 1,
    isRestored,
    open: (open ?? (() => assert.fail('no session is needed'))) as FormTab['open'],
    post: async (message: ToPage) => hears() && posted.push(message) > 0,
    reveal: () => undefined,
    refocus: () => undefined,
  };
  const drafts = { get: () => ({ draft, memory: emptyForm('vpc').memory }), set: async () => undefined };
  return { posted, host: hostOf(tab, { drafts: parts.drafts ?? drafts, model, creator }) };
}

/** Forms whose sessions only count how often they are opened: each opening may read a key and ask for it. */
async function open() {
  const globalState = new Memory();
  const accounts = new Accounts(new Memory());
  await accounts.save(account);
  const model = new Fleet(openJournal());
  const log = new Log();
  const opened: string[] = [];
  const sessions = {
    open: async (accountId: string) => {
      opened.push(accountId);
      if (!accounts.get(accountId)) throw new vscode.CancellationError();
      return { account, client: {}, catalog: { forget: () => undefined, rows: async () => [] } };
    },
  };
  const { extensionUri } = extension();
  const drafts = new Drafts(globalState);
  const parts = { drafts, model, creator: idle };
  const tabs: FormTab[] = [];
  const panels = new FormPanels(extensionUri, accounts, sessions as unknown as Sessions, drafts, log, (tab) => {
    tabs.push(tab);
    return hostOf(tab, parts);
  });
  const close = async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const part of [panels, accounts, model, log]) part.dispose();
  };
  return { panels, accounts, opened, tabs, globalState, close };
}

const titles = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

export const tests: readonly HostTest[] = [
  {
    name: 'a restored tab opens no session by itself, though its page is shown and asks',
    async run() {
      const { panels, opened, globalState, close } = await open();
      try {
        const panel = vscode.window.createWebviewPanel(viewType, 'restored', vscode.ViewColumn.Active, {});
        const asked: string[] = [];
        panel.webview.onDidReceiveMessage((message: ToHost) => {
          asked.push(message.type === 'ask' ? message.question.type : message.type);
        });
        await panels.deserializeWebviewPanel(panel, { accountId: account.id });
        await eventually('the page asks', () => asked.includes('lookup'));
        await pause(1000);
        assert.deepEqual(opened, []);
        assert.ok(!asked.includes('touched'));
        await eventually('the draft is kept', () => globalState.get('ncloud.drafts'));
      } finally {
        await close();
      }
    },
  },
  {
    name: 'a form hears when the file of its script is edited, and of no other file',
    async run({ workspace }) {
      const documents = ['its-own', 'another'].map((name) => vscode.Uri.file(join(workspace, 'tools', `${name}.sh`)));
      for (const uri of documents) await vscode.workspace.fs.writeFile(uri, Buffer.from('#!/bin/sh\n'));
      const [script, other] = await Promise.all(documents.map((uri) => vscode.workspace.openTextDocument(uri)));
      const form = { draft: { ...draft, script: script?.uri.toString() }, memory: emptyForm('vpc').memory };
      const { posted, host } = formOf({ drafts: { get: () => form, set: async () => undefined } });
      try {
        for (const document of [other, script]) {
          const edit = new vscode.WorkspaceEdit();
          edit.insert(document?.uri as vscode.Uri, new vscode.Position(1, 0), 'echo\n');
          await vscode.workspace.applyEdit(edit);
          // An unsaved file would be asked about when the editors are closed.
          await document?.save();
        }
        await eventually('the page hears', () => posted.length > 0);
        assert.deepEqual(posted, [{ type: 'scriptEdited' }]);
      } finally {
        host.dispose();
      }
    },
  },
  {
    name: 'what a restored page has asked is answered once the user touches it, and only to the page that asked',
    async run() {
      let sessions = 0;
      const { posted, host } = formOf({
        isRestored: true,
        open: async () => {
          sessions += 1;
          throw new vscode.CancellationError();
        },
      });
      const ask = (id: number, question: Question<Questions>) => host.receive({ type: 'ask', id, question });
      const lookup = (id: number) => ask(id, { type: 'lookup', lookup: { parameter: 'vpcNo', params: {} } });
      await host.receive({ type: 'ready' });
      const [start] = posted;
      assert.ok(start?.type === 'start' && start.waits);
      const asked = [lookup(1), ask(7, { type: 'price', product: 'SVR.VSVR' })];
      await host.receive({ type: 'ready' });
      asked.push(lookup(2));
      await pause(50);
      assert.equal(sessions, 0);
      await host.receive({ type: 'touched' });
      await Promise.all(asked);
      assert.equal(sessions, 1);
      const answers = posted.flatMap((message) => (message.type === 'unanswered' ? [message.id] : []));
      assert.deepEqual(answers, [2]);
      await lookup(3);
      assert.equal(sessions, 2);
      host.dispose();
    },
  },
  {
    name: 'the page hears which names are in use as servers come and go, and each time once',
    async run() {
      const model = new Fleet(openJournal());
      const { posted, host } = formOf({ model });
      const server = toServer('vpc', { serverInstanceNo: '7', serverName: 'web', serverInstanceStatusName: 'running' });
      host.start();
      for (const servers of [[server], [server], []]) {
        model.adopt(account.id, servers);
        if (servers.length === 0) model.renewSome(account.id, [server.number], [], Date.now() + 1);
      }
      const told = posted.flatMap((message) => (message.type === 'taken' ? [message.names] : []));
      assert.deepEqual(told, [['web'], []]);
      host.dispose();
      model.dispose();
    },
  },
  {
    name: 'values take the place of what the form holds, or come on top of it',
    async run() {
      const { posted, host } = formOf({ open: async () => ({ catalog: { forget: () => undefined } }) });
      host.fill({ values: { initScriptNo: '7' }, isAdded: true });
      host.fill({ values: { vpcNo: '1' }, isAdded: true });
      await pause(10);
      host.fill({ values: { subnetNo: '2' } });
      await pause(10);
      const shown = posted.flatMap((message) =>
        message.type === 'start' ? [[message.replace, message.draft.values]] : [],
      );
      const both = { serverName: 'kept', initScriptNo: '7', vpcNo: '1' };
      assert.deepEqual(shown, [
        [true, both],
        [true, both],
        [true, { subnetNo: '2' }],
      ]);
    },
  },
  {
    name: 'a draft of before says so until it is changed, and what the page still tells of a replaced one is not taken',
    async run() {
      const memory = { rows: {}, filled: [], changed: 5 };
      const stored: LeftForm[] = [];
      const { posted, host } = formOf({
        open: async () => ({ catalog: { forget: () => undefined } }),
        drafts: { get: () => ({ draft, memory }), set: async (_: unknown, form: LeftForm) => stored.push(form) },
      });
      host.start();
      await host.receive({ type: 'draft', draft, memory });
      host.start();
      await host.receive({ type: 'draft', draft, memory: { ...memory, changed: 6 } });
      host.start();
      const continued = posted.flatMap((message) => (message.type === 'start' ? [message.continued] : []));
      assert.deepEqual(continued, [5, 5, undefined]);
      host.fill({ values: { subnetNo: '2' } });
      await host.receive({ type: 'draft', draft, memory });
      assert.deepEqual([stored.length, host.held.draft.values], [2, { subnetNo: '2' }]);
      await pause(10);
      await host.receive({ type: 'draft', draft: host.held.draft, memory });
      assert.equal(stored.length, 3);
      host.dispose();
    },
  },
  {
    name: 'the page hears of a creation for its account, whoever has begun it',
    async run() {
      let step: CreationStep | undefined;
      const changed = new vscode.EventEmitter<string>();
      const { posted, host } = formOf({ creator: { step: () => step, onDidChange: changed.event } });
      for (step of ['checking', 'sending', undefined] as const) {
        changed.fire('another');
        changed.fire(account.id);
      }
      host.dispose();
      changed.fire(account.id);
      assert.deepEqual(posted, [
        { type: 'creating', step: 'checking' },
        { type: 'creating', step: 'sending' },
        { type: 'creating' },
      ]);
    },
  },
  {
    name: 'of a creation of its own the page hears how far it is, what became of it, and once that it is over',
    async run() {
      const changed = new vscode.EventEmitter<string>();
      let step: CreationStep | undefined;
      const create = async () => {
        for (step of ['checking', 'sending', undefined] as const) changed.fire(account.id);
        return { kind: 'created', names: ['kept'] };
      };
      const creator = { step: () => step, onDidChange: changed.event, create };
      const { posted, host } = formOf({ creator });
      await host.receive({ type: 'create', draft });
      host.dispose();
      assert.deepEqual(posted, [
        { type: 'creating', step: 'checking' },
        { type: 'creating', step: 'sending' },
        { type: 'created', names: ['kept'] },
        { type: 'creating' },
      ]);
    },
  },
  {
    name: 'a page that was hidden hears what became of its creation when it is shown again, once',
    async run() {
      let isShown = false;
      const create = async () => ({ kind: 'created', names: ['kept'] });
      const { posted, host } = formOf({ creator: { ...idle, create }, hears: () => isShown });
      await host.receive({ type: 'create', draft });
      isShown = true;
      for (let turn = 0; turn < 2; turn++) {
        await host.receive({ type: 'ready' });
        await pause(10);
      }
      host.dispose();
      const types = posted.map(({ type }) => type);
      assert.deepEqual(types, ['start', 'creating', 'created', 'start', 'creating']);
    },
  },
  {
    name: 'a tab follows the name of its account, and closes when the account is gone',
    async run() {
      const { panels, accounts, globalState, close } = await open();
      try {
        await panels.open(account.id, { values: draft.values });
        await eventually('opened', () => titles().some((title) => title.includes('before')));
        await eventually('the draft is kept', () =>
          JSON.stringify(globalState.get('ncloud.drafts') ?? '').includes('kept'),
        );
        await accounts.save({ ...account, label: 'after' });
        await eventually('renamed', () => titles().some((title) => title.includes('after')));
        await accounts.remove(account.id);
        await eventually('closed', () => titles().length === 0);
        assert.match(JSON.stringify(globalState.get('ncloud.drafts')), /kept/);
      } finally {
        await close();
      }
    },
  },
  {
    name: 'what a form holds is replaced, added to or kept beside the new as the user says, and found again when closed',
    async run() {
      const { panels, globalState, close } = await open();
      const { showWarningMessage, showQuickPick } = vscode.window;
      const asked: string[] = [];
      /** The place of the button that is pressed; none is when it is undefined. */
      let press: number | undefined;
      Object.assign(vscode.window, {
        showWarningMessage: async (title: string, { detail }: { detail: string }, ...actions: string[]) => {
          asked.push(`${title} ${detail}`);
          return press === undefined ? undefined : actions[press];
        },
        showQuickPick: async (items: vscode.QuickPickItem[]) => items.find(({ label }) => label === 'three'),
      });
      const kept = () => globalState.get<Record<string, { readonly draft: Draft } | undefined>>('ncloud.drafts') ?? {};
      const nameIn = (form: string) => kept()[form]?.draft.values.serverName;
      const fill = async (serverName: string, button?: number) => {
        press = button;
        await panels.open(account.id, { values: { serverName } });
      };
      try {
        await fill('one');
        await eventually('the first is there', () => nameIn('f') === 'one');
        await fill('one');
        assert.deepEqual(asked, []);
        await fill('two');
        await pause(500);
        assert.equal(nameIn('f'), 'one');
        assert.match(asked.join(), /before.*one/s);
        await fill('two', 0);
        await eventually('it is replaced', () => nameIn('f') === 'two');
        await fill('three', 1);
        await eventually('both are kept', () => nameIn('f/2') === 'three');
        assert.equal(nameIn('f'), 'two');
        await eventually('two tabs', () => titles().length === 2 && titles().some((title) => title.includes('(2)')));
        await panels.open(account.id);
        assert.equal(titles().length, 2);
        press = 0;
        await panels.open(account.id, { values: { serverDescription: 'added' }, isAdded: true });
        await eventually('it is added', () => kept()['f/2']?.draft.values.serverDescription === 'added');
        assert.equal(nameIn('f/2'), 'three');
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await eventually('closed', () => titles().length === 0);
        await panels.open(account.id);
        await eventually('the chosen one', () => titles().length === 1 && titles().some((one) => one.includes('(2)')));
        await pause(500);
        assert.deepEqual([nameIn('f'), nameIn('f/2')], ['two', 'three']);
      } finally {
        Object.assign(vscode.window, { showWarningMessage, showQuickPick });
        await close();
      }
    },
  },
  {
    name: 'both forms of an account come back with the window, each of them once',
    async run() {
      const { panels, tabs, close } = await open();
      try {
        const closed: number[] = [];
        for (const [place, number] of [1, 2, 2, 0].entries()) {
          const panel = vscode.window.createWebviewPanel(viewType, 'restored', vscode.ViewColumn.Active, {});
          panel.onDidDispose(() => closed.push(place));
          await panels.deserializeWebviewPanel(panel, { accountId: account.id, number });
        }
        assert.deepEqual(closed, [2, 3]);
        assert.deepEqual(
          tabs.map(({ number }) => number),
          [1, 2],
        );
      } finally {
        await close();
      }
    },
  },
  {
    name: 'who still works for a closed tab learns that nobody hears, and goes on',
    async run() {
      const { panels, tabs, close } = await open();
      try {
        await panels.open(account.id);
        await eventually('opened', () => titles().length === 1);
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await eventually('closed', () => titles().length === 0);
        const [tab] = tabs;
        assert.ok(tab);
        assert.equal(await tab.post({ type: 'refused', message: 'NCP refused' }), false);
        tab.reveal();
        assert.deepEqual(titles(), []);
      } finally {
        await close();
      }
    },
  },
  {
    name: 'a restored tab whose account is gone is closed',
    async run() {
      const { panels, accounts, close } = await open();
      try {
        await accounts.remove(account.id);
        const panel = vscode.window.createWebviewPanel(viewType, 'restored', vscode.ViewColumn.Active, {});
        let isClosed = false;
        panel.onDidDispose(() => {
          isClosed = true;
        });
        await panels.deserializeWebviewPanel(panel, { accountId: account.id });
        assert.ok(isClosed);
      } finally {
        await close();
      }
    },
  },
];
