// Adding an account by hand, with the network out of order: a proxy that nobody answers at.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { activate, answering, rows } from './extension';
import type { HostTest } from './index';

const secret = 'SECRETKEYSECRETKEYSECRETKEYSECRETKEYSECR';

/** An input that answers by itself: picks the row of that label, or types the text. */
class Scripted {
  items: readonly { label: string }[] = [];
  value = '';
  password = false;
  validationMessage: string | undefined;
  step = 0;
  private readonly accepted = new vscode.EventEmitter<void>();
  readonly onDidAccept = this.accepted.event;
  readonly onDidHide = new vscode.EventEmitter<void>().event;
  readonly onDidChangeValue = new vscode.EventEmitter<string>().event;
  readonly onDidTriggerButton = new vscode.EventEmitter<vscode.QuickInputButton>().event;

  constructor(
    private readonly answer: string,
    private readonly seen: { step: number; password: boolean; refused: string | undefined }[],
  ) {}

  get selectedItems() {
    return this.items.filter(({ label }) => label === this.answer);
  }

  show() {
    this.value = this.answer;
    setTimeout(() => {
      this.accepted.fire();
      this.seen.push({ step: this.step, password: this.password, refused: this.validationMessage });
    });
  }

  dispose() {
    this.accepted.dispose();
  }
}

/** Adds an account with these answers, keeps the key at the second try that fails, and tells what was shown. */
async function add(answers: string[]) {
  const seen: { step: number; password: boolean; refused: string | undefined }[] = [];
  const modals: string[] = [];
  const next = () => new Scripted(answers.shift() ?? '', seen);
  await answering(
    {
      createQuickPick: next,
      createInputBox: next,
      showWarningMessage: async (title: string, { detail }: { detail?: string }, ...actions: string[]) => {
        modals.push(`${title} ${detail}`);
        return actions.at(modals.length === 1 ? 0 : -1);
      },
    },
    async () => {
      await vscode.commands.executeCommand('ncloud.addAccount');
    },
  );
  return { seen, modals };
}

async function withDeadProxy(run: () => Promise<void>) {
  const http = () => vscode.workspace.getConfiguration('http');
  await http().update('proxy', 'http://127.0.0.1:9', vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await http().update('proxy', undefined, vscode.ConfigurationTarget.Global);
  }
}

async function opened(api: Api, accountId: string) {
  const children = await rows(api, api.tree.account(accountId));
  return children.map(({ item }) => ({ label: String(item.label), tooltip: String(item.tooltip) }));
}

export const tests: readonly HostTest[] = [
  {
    name: 'an account is added with three answers, also when the key cannot be tried, and its key is not asked for again',
    async run({ locale }) {
      const api = await activate();
      await withDeadProxy(async () => {
        const site = locale === 'ko' ? '민간' : 'Public';
        const { seen, modals } = await add([site, 'ACCESSKEYACCESSKEYAC', secret]);
        assert.deepEqual(
          seen.map(({ step, password, refused }) => [step, password, refused]),
          [1, 2, 3].map((step) => [step, step === 3, undefined]),
        );
        assert.equal(modals.length, 2, 'the first answer is to try again');
        for (const modal of modals) {
          assert.match(modal, /http\.proxy/);
          assert.ok(!modal.includes(secret));
        }

        const [account] = api.accounts.list();
        assert.ok(account);
        assert.deepEqual(
          { ...account, id: '' },
          { id: '', label: 'public-kr', site: 'public', environment: 'vpc', region: 'KR' },
        );

        const noQuestion = () => assert.fail('the key was asked for');
        await answering({ createInputBox: noQuestion }, async () => {
          const [note] = await opened(api, account.id);
          assert.match(note?.tooltip ?? '', /http\.proxy/);
        });

        await answering({ showWarningMessage: async (_: string, __: object, action: string) => action }, async () => {
          await vscode.commands.executeCommand('ncloud.removeAccount', api.tree.account(account.id));
        });
        assert.deepEqual(api.accounts.list(), []);
      });
    },
  },
];
