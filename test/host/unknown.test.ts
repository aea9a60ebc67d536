// Creations whose answer is lost, against a sandbox of this process: what is kept, shown, looked for and said. The
// parts run beside the extension here, without its translations.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { NcloudClient } from '../../src/client/index';
import type { Values } from '../../src/reference/index';
import { type Fault, type SandboxOptions, startSandbox } from '../../src/sandbox/index';
import type { Journal } from '../../src/servers/creation/journal';
import { Seek } from '../../src/servers/creation/seek';
import { Fleet } from '../../src/servers/fleet';
import { Catalog, Creations, seekDelay } from '../../src/servers/index';
import { Accounts } from '../../src/ui/accounts/account';
import type { Sessions } from '../../src/ui/accounts/session';
import { type Creation, Creator } from '../../src/ui/create/creator';
import { Log } from '../../src/ui/log';
import { UnknownServers } from '../../src/ui/servers/commands/unknown';
import { Lists } from '../../src/ui/servers/refresh';
import { ServersTree } from '../../src/ui/servers/tree';
import { IntentFolder, openJournal } from '../support/intents';
import { Memory } from '../support/memory';
import { noScripts } from '../support/no-scripts';
import { valuesFor } from '../support/vpc-values';
import { eventually } from './extension';
import type { HostTest } from './index';

const account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' } as const;
const create = 'createServerInstances';
const list = 'getServerInstanceList';

/** A fifth of the real waits. */
function quickly(looks: number): number | undefined {
  const delay = seekDelay(looks);
  return delay === undefined ? undefined : delay / 5;
}

/** Everything between the Create button and a sandbox; the confirmation is given. */
async function open(options: SandboxOptions = {}, folder = new IntentFolder()) {
  const sandbox = await startSandbox(options);
  const { endpoint, accessKey, secretKey } = sandbox;
  const deadlines = { connect: 10_000, read: 10_000, mutation: 1500 };
  const client = new NcloudClient({ endpoint, accessKey, secretKey, deadlines });
  const catalog = new Catalog(client, account.environment, account.region);
  const session = { account, client, catalog, endpoint, prices: undefined };
  const sessions = { open: async () => session, environment: () => 'vpc' } as unknown as Sessions;
  const log = new Log();
  const accounts = new Accounts(new Memory());
  await accounts.save(account);
  const journal = openJournal(folder);
  const model = new Fleet(journal);
  const lists = new Lists(sessions, model);
  const reader = { isOpen: () => true, renew: (accountId: string) => lists.renew(accountId) };
  const seek = new Seek(model, journal, reader, quickly);
  const revealed: string[] = [];
  const forms: Values[] = [];
  const unknown = new UnknownServers(accounts, journal, model, seek, {
    reveal: async (_, number) => void revealed.push(number),
    openForm: async (_, wanted) => void forms.push(wanted),
    known: () => undefined,
  });
  const tree = new ServersTree(accounts, model, async () => ({ load: async () => undefined, tooltip: () => '' }));
  const whole = new Creator(sessions, new Creations(model, journal), noScripts, log);
  const creator = {
    create: (wanted: Values) => whole.create(account, { values: wanted }),
    check: (wanted: Values) => whole.check(account, wanted),
    step: (accountId: string) => whole.step(accountId),
    onDidChange: whole.onDidChange,
  };
  const said: string[] = [];
  const windowOf = vscode.window as unknown as Record<string, unknown>;
  const kept = { warning: windowOf.showWarningMessage, information: windowOf.showInformationMessage };
  windowOf.showWarningMessage = async (text: string, modal?: unknown, action?: string) => {
    if (typeof modal === 'object' && modal !== null) return action;
    said.push(text);
    return undefined;
  };
  windowOf.showInformationMessage = async (text: string) => void said.push(text);
  const values = await valuesFor(client, 'lost-one');
  const asked = (action: string) => sandbox.requests.filter((request) => request.action === action).length;
  const row = async () => {
    const nodes = await tree.getChildren(tree.account('a'));
    return nodes.filter(({ kind }) => kind === 'unknown').map((node) => tree.getTreeItem(node))[0];
  };
  const close = async () => {
    windowOf.showWarningMessage = kept.warning;
    windowOf.showInformationMessage = kept.information;
    for (const part of [unknown, seek, tree, model, accounts, log]) part.dispose();
    await sandbox.stop();
  };
  return { sandbox, model, journal, unknown, creator, values, said, asked, row, log, catalog, revealed, forms, close };
}

export type Opened = Awaited<ReturnType<typeof open>>;

export async function withOpen(options: SandboxOptions, run: (opened: Opened) => Promise<void>, folder?: IntentFolder) {
  const opened = await open(options, folder);
  try {
    await run(opened);
  } finally {
    await opened.close();
  }
}

async function lose({ sandbox, creator, values }: Opened, fault: Partial<Fault> = {}): Promise<Creation> {
  sandbox.faults.add({ action: create, where: 'after-commit', what: 'reset', ...fault } as Fault);
  const result = await creator.create(values);
  assert.equal(result.kind, 'unknown', 'message' in result ? result.message : '');
  return result;
}

const isRequested = (journal: Journal, name: string) =>
  journal.list('a').some((one) => one.name === name && one.state === 'requested');

export const tests: readonly HostTest[] = [
  {
    name: 'nothing is sent before the names are kept, and nothing at all when they cannot be',
    async run() {
      const folder = new IntentFolder();
      await withOpen(
        {},
        async ({ creator, values, asked, journal }) => {
          const seen: number[] = [];
          folder.before = async (step) => {
            await pause(50);
            if (step === 'created' || step === 'replaced') seen.push(asked(create));
          };
          assert.equal((await creator.create(values)).kind, 'created');
          assert.deepEqual(seen.slice(0, 2), [0, 0]);
          folder.before = async () => {
            throw new Error('the disk is full');
          };
          const result = await creator.create({ ...values, serverName: 'lost-two' });
          assert.equal(result.kind, 'refused');
          assert.equal(asked(create), 1);
          assert.equal(isRequested(journal, 'lost-two'), false);
        },
        folder,
      );
    },
  },
  {
    name: 'while the answer may come the row says so and offers no check; then it is unknown, and so in a new window',
    async run() {
      const folder = new IntentFolder();
      await withOpen(
        {},
        async (opened) => {
          const losing = lose(opened, { what: 'hang' } as Partial<Fault>);
          const requested = await eventually('requested', () => isRequested(opened.journal, 'lost-one'));
          assert.ok(requested);
          const row = await opened.row();
          assert.equal(row?.description, 'being requested…');
          assert.deepEqual([row?.contextValue, row?.command], ['requested', undefined]);
          const later = openJournal(folder, { pid: 2 });
          await later.load();
          assert.deepEqual(
            later.list('a').map(({ state }) => state),
            ['elsewhere'],
          );
          later.dispose();
          await losing;
          const unknown = await opened.row();
          assert.deepEqual([unknown?.contextValue, unknown?.command?.command], ['unknown', 'ncloud.checkUnknown']);
        },
        folder,
      );
    },
  },
  {
    name: 'a creation without an answer is looked for by itself, found, adopted and never sent again',
    async run() {
      await withOpen({}, async (opened) => {
        const { model, journal, said, asked } = opened;
        const adopted: string[] = [];
        model.onDidAdopt(({ servers, isOwn }) => adopted.push(...servers.map(({ name }) => `${name} ${isOwn}`)));
        await lose(opened);
        const lists = asked(list);
        await eventually('found', () => journal.list('a').length === 0, 5000);
        await eventually('said', () => said.length === 2, 1000);
        assert.match(said[1] ?? '', /lost-one/);
        assert.deepEqual(adopted, ['lost-one true']);
        assert.equal(asked(list), lists + 1);
        await pause(1500);
        assert.deepEqual([asked(list), asked(create)], [lists + 1, 1]);
      });
    },
  },
  {
    name: 'what this window lost is looked for five times wherever the user looks, and then it is said',
    async run() {
      await withOpen({}, async (opened) => {
        const { journal, said, asked } = opened;
        await lose(opened, { where: 'before-commit' } as Partial<Fault>);
        const lists = asked(list);
        await eventually('the last word', () => said.length === 2);
        assert.match(said[1] ?? '', /is not in the list/);
        assert.deepEqual([asked(list), asked(create), journal.list('a').length], [lists + 5, 1, 1]);
        await pause(1500);
        assert.equal(asked(list), lists + 5);
      });
    },
  },
  {
    name: 'the sentence tells a late answer from a broken connection and from a fault of NCP',
    async run() {
      const faults: readonly (readonly [fault: object, sentence: RegExp])[] = [
        [{ what: 'hang' }, /did not answer in time/],
        [{ what: 'reset' }, /connection was lost/],
        [{ what: { status: 500, body: 'oops' } }, /out of order/],
        [{ where: 'in-body', what: { edit: () => '<html></html>' } }, /web page/],
      ];
      for (const [fault, sentence] of faults) {
        await withOpen({}, async (opened) => {
          const result = await lose(opened, fault as Partial<Fault>);
          const message = result.kind === 'unknown' ? result.message : '';
          assert.match(message, sentence);
          assert.match(message, /may have been made/);
        });
      }
    },
  },
  {
    name: 'a name in doubt is not called taken: another look or another name is offered',
    async run() {
      await withOpen({}, async (opened) => {
        await lose(opened, { where: 'before-commit' } as Partial<Fault>);
        const again = await opened.creator.create(opened.values);
        assert.ok(again.kind === 'refused' && again.field === 'serverName');
        assert.match(again.message, /not known yet/);
        assert.equal(opened.said.at(-1), again.message);
        assert.equal(opened.asked(create), 1);
      });
    },
  },
  {
    name: 'from the palette the commands ask which one, and say when there is none',
    async run() {
      await withOpen({}, async (opened) => {
        const { journal, unknown, said } = opened;
        await unknown.check([]);
        await unknown.forget([]);
        assert.deepEqual([said.length, new Set(said).size], [2, 1]);
        assert.match(said[0] ?? '', /unknown outcome/);
        await lose(opened, { where: 'before-commit' } as Partial<Fault>);
        const offered: string[] = [];
        const { showQuickPick } = vscode.window;
        Object.assign(vscode.window, {
          showQuickPick: async (items: { label: string }[]) => {
            offered.push(...items.map(({ label }) => label));
            return items[0];
          },
        });
        try {
          await unknown.check([]);
          assert.match(said.at(-1) ?? '', /lost-one/);
          await unknown.forget([]);
        } finally {
          Object.assign(vscode.window, { showQuickPick });
        }
        assert.deepEqual(offered, ['lost-one', 'lost-one']);
        assert.deepEqual(journal.list('a'), []);
      });
    },
  },
];
