// What is said about an error, in the real editor: the sentence, its line in the log, and the details for the clipboard.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ApiError } from '../../src/client/index';
import { askText, pickMany, pickOne } from '../../src/ui/ask';
import { choose } from '../../src/ui/confirm';
import * as tell from '../../src/ui/tell';
import { attempt, keepRecord, note, showError, showFault, Told } from '../../src/ui/told';
import type { HostTest } from './index';

const link = '[click](command:workbench.action.files.newUntitledFile)';
const live = /\[[^\]]+\]\((command|https):|\$\(trash\)/;
const hostile = `${link} $(trash) [w](https://example.invalid)`;

interface Seen {
  readonly shown: { readonly kind: string; readonly text: string; readonly buttons: readonly unknown[] }[];
  readonly log: string[];
  readonly copied: string[];
}

/** Runs `run` with all of the editor's own places replaced; `choice` is the button that is pressed. */
async function watching(choice: string | undefined, run: () => Promise<void>): Promise<Seen> {
  const seen: Seen = { shown: [], log: [], copied: [] };
  const show =
    (kind: string) =>
    async (text: string, ...buttons: unknown[]) => {
      seen.shown.push({ kind, text, buttons });
      return choice;
    };
  const places = {
    showErrorMessage: show('error'),
    showWarningMessage: show('warning'),
    showInformationMessage: show('information'),
  };
  const kept = Object.keys(places).map((name) => [name, Reflect.get(vscode.window, name)]);
  const clipboard = Object.getOwnPropertyDescriptor(vscode.env, 'clipboard');
  assert.ok(clipboard);
  keepRecord({ log: { warn: (line) => seen.log.push(line), error: (line) => seen.log.push(line) }, version: '9.8.7' });
  Object.assign(vscode.window, places);
  const value = { writeText: async (text: string) => seen.copied.push(text) };
  Object.defineProperty(vscode.env, 'clipboard', { value, configurable: true });
  try {
    await run();
  } finally {
    Object.assign(vscode.window, Object.fromEntries(kept));
    Object.defineProperty(vscode.env, 'clipboard', clipboard);
  }
  return seen;
}

/** An answer of NCP with its number of the call and with hostile words. */
function refusal(): ApiError {
  return Object.assign(new ApiError(400, '99999', `no: ${hostile}`), { requestId: 'f00d-1' });
}

export const tests: readonly HostTest[] = [
  {
    name: 'the error of a call is explained, logged with its facts, and its details can be copied',
    async run() {
      const seen = await watching('Copy Details', async () => {
        await showError(refusal(), 'vpc', { about: `web ${link}`, tried: 'Stop Server' });
      });
      const [shown] = seen.shown;
      assert.equal(shown?.kind, 'error');
      assert.match(shown.text, /^web .*: no: /);
      assert.doesNotMatch(shown.text, live);
      assert.deepEqual(shown.buttons, ['Copy Details']);
      assert.deepEqual(seen.log, ['Stop Server: ApiError 99999 rejected HTTP 400 request f00d-1']);
      const [details = ''] = seen.copied;
      for (const fact of [/^Stop Server\n/, /Code: 99999/, /status: 400/, /f00d-1/, /20\d\d-.*Z/, /9\.8\.7/]) {
        assert.match(details, fact);
      }
      assert.ok(details.includes(vscode.version));
    },
  },
  {
    name: 'a sentence of ours is shown and logged; without a call behind it there is nothing to copy',
    async run() {
      const seen = await watching(undefined, async () => {
        await showError(new Told('This cannot be done.'), 'vpc', { tried: 'a' });
        await showError(new Told('Not uploaded.', { cause: refusal() }), 'vpc', { tried: 'b', isWarning: true });
        await showFault('Not this one.', undefined, { actions: ['Open'] });
      });
      assert.deepEqual(seen.shown, [
        { kind: 'error', text: 'This cannot be done.', buttons: [] },
        { kind: 'warning', text: 'Not uploaded.', buttons: ['Copy Details'] },
        { kind: 'error', text: 'Not this one.', buttons: ['Open'] },
      ]);
      assert.deepEqual(seen.log, ['a: This cannot be done.', 'b: ApiError 99999 rejected HTTP 400 request f00d-1']);
    },
  },
  {
    name: 'an exception in a command is a sentence on the screen and a line in the log, without what it quotes',
    async run() {
      const seen = await watching(undefined, async () => {
        const result = await attempt('vpc', async () => JSON.parse('{"password": hunter2}'), { tried: 'x' });
        assert.equal(result, undefined);
        await assert.rejects(
          attempt('vpc', async () => {
            throw new vscode.CancellationError();
          }),
        );
        note(new Error('broken'), 'y');
      });
      assert.equal(seen.shown.length, 1);
      assert.match(seen.shown[0]?.text ?? '', /Show Log/);
      assert.match(seen.log[0] ?? '', /^x: SyntaxError ← at /);
      assert.match(seen.log[1] ?? '', /^y: Error broken ← at /);
      assert.doesNotMatch(JSON.stringify(seen), /hunter2/);
    },
  },
  {
    name: 'nothing that is shown is live, and answers come back as they were given',
    async run() {
      const own = [
        { label: `a ${hostile}`, description: hostile, detail: hostile, n: 1 },
        { label: 'b', n: 2 },
      ] as const;
      const given: string[] = [];
      const places = {
        showQuickPick: async (items: vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
          given.push(JSON.stringify([items, options]));
          return options.canPickMany ? [items[1]] : items[0];
        },
        showInputBox: async (options: vscode.InputBoxOptions) => {
          given.push(JSON.stringify([options, options.validateInput?.('x')]));
          return hostile;
        },
        setStatusBarMessage: (text: string) => given.push(text),
        withProgress: async (options: vscode.ProgressOptions, run: () => unknown) => {
          given.push(JSON.stringify(options));
          return run();
        },
        createTerminal: (options: vscode.TerminalOptions) => given.push(JSON.stringify(options)),
      };
      const kept = Object.keys(places).map((name) => [name, Reflect.get(vscode.window, name)]);
      Object.assign(vscode.window, places);
      const options = { title: hostile, placeHolder: hostile };
      try {
        assert.equal(await pickOne(own, options), own[0]);
        assert.deepEqual(await pickMany(own, options), [own[1]]);
        assert.equal(await askText({ ...options, prompt: hostile, validateInput: () => hostile }), hostile);
        assert.equal(await askText({ validateInput: () => ({ message: hostile, severity: 3 }) }), hostile);
        tell.brief(hostile);
        assert.equal(await tell.during(hostile, async () => 7), 7);
        tell.openTerminal({ name: hostile, message: '\u001b[2J' });
      } finally {
        Object.assign(vscode.window, Object.fromEntries(kept));
      }
      assert.equal(given.length, 7);
      for (const text of given) assert.doesNotMatch(text, /\[[^\]]+\]\((command|https):|\$\(trash\)|u001b/);
      const seen = await watching('yes', async () => {
        await tell.info(hostile, 'yes');
        await tell.warn(hostile);
        await tell.error(hostile);
        assert.equal(await choose('a\u202eb', 'c\u001bd\ne', 'yes', 'no'), 'yes');
      });
      for (const { kind, text } of seen.shown.slice(0, 3)) assert.doesNotMatch(text, live, kind);
      assert.deepEqual(seen.shown[3], {
        kind: 'warning',
        text: 'ab',
        buttons: [{ modal: true, detail: 'cd\ne' }, 'yes', 'no'],
      });
    },
  },
];
