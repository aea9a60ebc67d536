// API keys against a real endpoint: what is refused, what is only untried, and what becomes of the key that was there.
// These parts run with the editor API of the tests, whose texts are English in every editor.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { NcloudClient } from '../../src/client/index';
import { type Sandbox, startSandbox } from '../../src/sandbox/index';
import { Accounts } from '../../src/ui/accounts/account';
import { addAccount, replaceKey } from '../../src/ui/accounts/add';
import { importAccounts } from '../../src/ui/accounts/import';
import { type Key, Keys } from '../../src/ui/accounts/keys';
import type { HostTest } from './index';

const publicSite = 'https://ncloud.apigw.ntruss.com';
const wrong = 'WRONGSECRET';

class Memory implements vscode.Memento {
  private readonly values = new Map<string, unknown>();
  keys = () => [...this.values.keys()];
  get = <T>(key: string, otherwise?: T) => (this.values.has(key) ? (this.values.get(key) as T) : otherwise) as T;
  async update(key: string, value: unknown) {
    this.values.set(key, value);
  }
}

class Secrets {
  private readonly values = new Map<string, string>();
  readonly onDidChange = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event;
  get = async (name: string) => this.values.get(name);
  store = async (name: string, value: string) => {
    this.values.set(name, value);
  };
  delete = async (name: string) => {
    this.values.delete(name);
  };
}

/** An answer to one input: a text, `back`, `leave`, or the row at that place. */
type Reply = string | number;

interface Shown {
  readonly title: string;
  /** What stood in the box before anything was typed. */
  readonly value: string;
}

class Input {
  items: readonly unknown[] = [];
  title = '';
  value = '';
  validationMessage: string | undefined;
  selectedItems: unknown[] = [];
  private readonly accepted = new vscode.EventEmitter<void>();
  private readonly pressed = new vscode.EventEmitter<unknown>();
  private readonly hidden = new vscode.EventEmitter<void>();
  readonly onDidAccept = this.accepted.event;
  readonly onDidTriggerButton = this.pressed.event;
  readonly onDidHide = this.hidden.event;
  readonly onDidChangeValue = new vscode.EventEmitter<string>().event;

  constructor(
    private readonly reply: Reply,
    private readonly shown: Shown[],
  ) {}

  show() {
    this.shown.push({ title: this.title, value: this.value });
    if (this.reply === 'leave') this.hidden.fire();
    else if (this.reply === 'back') this.pressed.fire(vscode.QuickInputButtons.Back);
    else {
      if (typeof this.reply === 'number') this.selectedItems = [this.items[this.reply]];
      else if (this.reply !== '') this.value = this.reply;
      this.accepted.fire();
    }
  }

  dispose() {}
}

interface Dialog {
  readonly title: string;
  readonly detail: string;
}

interface Ticked {
  readonly label: string;
  readonly description: string;
  readonly picked: boolean;
}

/** Runs with these answers: `replies` to inputs in turn, `choices` (places of buttons) to modal questions in turn. */
async function answered(replies: Reply[], choices: number[], run: () => Promise<unknown>) {
  const shown: Shown[] = [];
  const dialogs: Dialog[] = [];
  const said: string[] = [];
  const lists: Ticked[][] = [];
  const next = () => new Input(replies.shift() ?? assert.fail('one question too many'), shown);
  const answers = {
    createInputBox: next,
    createQuickPick: next,
    showQuickPick: async (items: Ticked[]) => {
      lists.push(items);
      return items;
    },
    showInformationMessage: async (sentence: string) => {
      said.push(sentence);
    },
    showWarningMessage: async (title: string, { detail = '' }: { detail?: string }, ...actions: string[]) => {
      dialogs.push({ title, detail });
      return actions[choices.shift() ?? assert.fail('one dialog too many')];
    },
  };
  const kept = Object.keys(answers).map((name) => [name, Reflect.get(vscode.window, name)]);
  Object.assign(vscode.window, answers);
  try {
    await run();
  } finally {
    Object.assign(vscode.window, Object.fromEntries(kept));
  }
  assert.deepEqual([replies, choices], [[], []], 'questions that were not asked');
  return { shown, dialogs, said, lists };
}

async function withSandbox(
  run: (parts: {
    sandbox: Sandbox;
    accounts: Accounts;
    keys: Keys;
    connect: (key: Key) => NcloudClient;
  }) => Promise<void>,
) {
  const sandbox = await startSandbox();
  const accounts = new Accounts(new Memory());
  const keys = new Keys(new Secrets());
  try {
    await run({
      sandbox,
      accounts,
      keys,
      connect: ({ accessKey, secretKey }) => new NcloudClient({ endpoint: sandbox.endpoint, accessKey, secretKey }),
    });
  } finally {
    accounts.dispose();
    await sandbox.stop();
  }
}

async function withConfigure(text: string, run: () => Promise<void>) {
  const home = mkdtempSync(join(tmpdir(), 'ncloud-home-'));
  const before = process.env.HOME;
  mkdirSync(join(home, '.ncloud'));
  writeFileSync(join(home, '.ncloud', 'configure'), text);
  process.env.HOME = home;
  try {
    await run();
  } finally {
    process.env.HOME = before;
    rmSync(home, { recursive: true });
  }
}

const section = (name: string, accessKey: string, secretKey: string, url = publicSite) =>
  `[${name}]\nncloud_access_key_id = ${accessKey}\nncloud_secret_access_key = ${secretKey}\nncloud_api_url = ${url}\n`;

export const tests: readonly HostTest[] = [
  {
    name: 'a refused key is called refused, and its access key is still there when it is typed again',
    async run() {
      await withSandbox(async ({ sandbox, accounts, keys, connect }) => {
        const { accessKey, secretKey } = sandbox;
        const replies = [0, 0, accessKey, 'back', '', wrong, '', secretKey, 0, 'company'];
        const { shown, dialogs } = await answered(replies, [0], () => addAccount(accounts, keys, connect));
        assert.deepEqual(
          shown.slice(2, 8).map(({ value }) => value),
          ['', '', accessKey, '', accessKey, ''],
        );
        assert.equal(dialogs.length, 1);
        assert.match(dialogs[0]?.title ?? '', /does not accept/);
        assert.ok(!JSON.stringify(dialogs).includes(wrong));
        const [account] = accounts.list();
        assert.equal((await keys.get(account?.id ?? '', publicSite))?.secretKey, secretKey);
      });
    },
  },
  {
    name: 'a new key takes the place of the old one only when it holds, or when the user insists',
    async run() {
      await withSandbox(async ({ sandbox, accounts, keys, connect }) => {
        const { accessKey, secretKey } = sandbox;
        const account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' } as const;
        const old = { accessKey: 'OLD', secretKey: 'OLDSECRET', endpoint: publicSite };
        await accounts.save(account);
        await keys.set('a', old);
        const replace = () => replaceKey(account, keys, connect);
        const held = async () => (await keys.get('a', publicSite))?.secretKey;

        await answered([accessKey, wrong, '', 'leave'], [0], replace);
        assert.equal(await held(), old.secretKey);
        await answered([accessKey, wrong], [2], replace);
        assert.equal(await held(), old.secretKey);
        await answered([accessKey, wrong], [1], replace);
        assert.equal(await held(), wrong);
        await answered([accessKey, secretKey], [], replace);
        assert.equal(await held(), secretKey);
      });
    },
  },
  {
    name: 'an import says what came in, what did not, and why; the same key comes in once',
    async run() {
      await withSandbox(async ({ sandbox, accounts, keys, connect }) => {
        const { accessKey, secretKey } = sandbox;
        const text = [
          section('DEFAULT', accessKey, secretKey),
          section('old', accessKey, wrong),
          section('other', accessKey, secretKey),
          section('foreign', 'X', wrong, 'https://evil.example'),
          '[half]\nncloud_access_key_id = X\n',
        ].join('');
        await withConfigure(text, async () => {
          const run = () => importAccounts(accounts, keys, connect);
          const first = await answered([0, 0, 0, '', 'leave', 'leave'], [0], run);
          assert.deepEqual(
            accounts.list().map(({ label }) => label),
            ['DEFAULT'],
          );
          assert.deepEqual(
            first.lists[0]?.map(({ label, picked }) => [label, picked]),
            [
              ['DEFAULT', true],
              ['old', true],
              ['other', true],
            ],
          );
          const [sentence = ''] = first.said;
          assert.equal(first.said.length, 1);
          const parts = [
            'Imported: DEFAULT.',
            'old (skipped)',
            'other (skipped)',
            'evil.example',
            'half (the line ncloud_secret_access_key is missing)',
          ];
          for (const part of parts) assert.ok(sentence.includes(part), `${part}: ${sentence}`);
          assert.ok(!sentence.includes(wrong));

          const again = await answered([0, 0, 0, accessKey, secretKey, 0, 1, 0], [0], run);
          assert.ok(again.lists[0]?.every(({ picked }) => !picked));
          const known = 'DEFAULT (here already as DEFAULT)';
          assert.ok(again.said[0]?.includes(known), again.said[0]);
          assert.deepEqual(
            accounts.list().map(({ label, environment }) => [label, environment]),
            [
              ['DEFAULT', 'vpc'],
              ['other', 'classic'],
            ],
          );
        });
      });
    },
  },
  {
    name: 'a configure file that gives no key is told, with what is wrong with it',
    async run() {
      await withSandbox(async ({ accounts, keys, connect }) => {
        const told: readonly (readonly [text: string, words: RegExp])[] = [
          ['', /configure holds no API key.*ncloud_access_key_id = … and ncloud_secret_access_key = …/],
          ['accessKey = A\nsecretKey = S\n', /configure holds no API key/],
          [`# ${'x'.repeat(64 * 1024)}\nncloud_access_key_id = A\n`, /configure is larger than 64 kB/],
          ['NCLOUD_SECRET_ACCESS_KEY=S', /default \(the line ncloud_access_key_id is missing\)/],
          [section('x', 'A', 'two words'), /x \(blanks or other signs that no key has\)/],
        ];
        const run = () => importAccounts(accounts, keys, connect);
        for (const [text, words] of told) {
          await withConfigure(text, async () => {
            const { said } = await answered([], [], run);
            assert.equal(said.length, 1, text.slice(0, 40));
            assert.match(said[0] ?? '', words);
          });
        }
        await withConfigure('', async () => {
          const path = join(homedir(), '.ncloud', 'configure');
          rmSync(path);
          assert.match((await answered([], [], run)).said[0] ?? '', /No API key was found/);
          mkdirSync(path);
          assert.match((await answered([], [], run)).said[0] ?? '', /configure is no file/);
        });
        assert.deepEqual(accounts.list(), []);
      });
    },
  },
];
