// Accounts whose key is not there: the extension asks, and forgets nothing.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import type { Account } from '../../src/ui/accounts/account';
import { activate, answering, rows } from './extension';
import type { HostTest } from './index';

const account: Account = { id: 'no-key', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };

/** An input box that the user leaves at once. */
class LeftInput {
  readonly onDidAccept = new vscode.EventEmitter<void>().event;
  readonly onDidChangeValue = new vscode.EventEmitter<string>().event;
  readonly onDidTriggerButton = new vscode.EventEmitter<vscode.QuickInputButton>().event;
  private readonly hidden = new vscode.EventEmitter<void>();
  readonly onDidHide = this.hidden.event;
  title = '';

  constructor(private readonly titles: string[]) {}

  show() {
    this.titles.push(this.title);
    this.hidden.fire();
  }

  dispose() {
    this.hidden.dispose();
  }
}

async function asked(api: Api): Promise<string[]> {
  const titles: string[] = [];
  await answering({ createInputBox: () => new LeftInput(titles) }, async () => {
    await rows(api, api.tree.account(account.id));
  });
  return titles;
}

export const tests: readonly HostTest[] = [
  {
    name: 'an account without its key asks for it when it is opened, and stays when the question is left',
    async run({ locale }) {
      const api = await activate();
      await api.accounts.save(account);
      try {
        const titles = await asked(api);
        assert.equal(titles.length, 1);
        assert.match(titles[0] ?? '', /company/);
        assert.deepEqual(api.accounts.get(account.id), account);
        const [{ item } = { item: undefined }] = await rows(api, api.tree.account(account.id));
        assert.equal(item?.command?.command, 'ncloud.refresh');
        assert.match(String(item?.label), locale === 'ko' ? /다시 시도/ : /Retry/);
      } finally {
        api.model.forget(account.id);
        await api.accounts.remove(account.id);
      }
    },
  },
  {
    name: 'account rows are folded, and the editor cannot know them from an earlier window',
    async run({ locale }) {
      const api = await activate();
      await api.accounts.save(account);
      try {
        const [row] = await rows(api);
        assert.equal(row?.item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
        assert.equal(row?.item.description, locale === 'ko' ? '민간 · VPC · 한국 (KR)' : 'Public · VPC · Korea (KR)');
        assert.match(row?.item.id ?? '', /^[0-9a-f-]{36}\/no-key\//);
      } finally {
        await api.accounts.remove(account.id);
      }
    },
  },
];
