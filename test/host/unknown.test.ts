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
import { editedRows } from '../support/edited-rows';
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

/** A server of our name that another one has made, with another spec. */
const stranger = (serverInstanceNo: string) => ({
  serverInstanceNo,
  serverName: 'lost-one',
  serverSpecCode: 'theirs',
  createDate: new Date().toISOString(),
  regionCode: 'KR',
});

/** Has the editor's questions and notices answered like this while `run` runs. */
async function showing(answers: object, run: () => Promise<void>) {
  const kept = { ...vscode.window };
  Object.assign(vscode.window, answers);
  try {
    await run();
  } finally {
    for (const name of Object.keys(answers)) Object.assign(vscode.window, { [name]: Reflect.get(kept, name) });
  }
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
  {
    name: "somebody else's server of the name is a candidate: shown, and ours when the user says so",
    async run() {
      await withOpen({}, async (opened) => {
        const { sandbox, model, journal, unknown, said, revealed, row } = opened;
        await lose(opened, { where: 'before-commit' } as Partial<Fault>);
        const strangers = editedRows(list, (rows) => [...rows, stranger('98'), stranger('99')]);
        sandbox.faults.add(...Array.from({ length: 9 }, () => strangers));
        await unknown.check([journal.unawaited('a').map(({ id, name }) => ({ accountId: 'a', id, name }))[0]]);
        assert.match(said.at(-1) ?? '', /There are 2 new servers named lost-one.*billed/);
        const doubtful = await row();
        assert.equal(doubtful?.contextValue, 'unknown.candidates');
        assert.match(String(doubtful?.description), /Show candidates/);
        assert.equal(doubtful?.command?.command, 'ncloud.showCandidates');
        const [offered] = doubtful?.command?.arguments ?? [];
        const adopted: string[] = [];
        model.onDidAdopt(({ servers }) => adopted.push(...servers.map(({ number }) => number)));
        const offers: vscode.QuickPickItem[][] = [];
        const showQuickPick = async (items: vscode.QuickPickItem[]) => {
          offers.push(items);
          return items[1];
        };
        // Nothing is settled by looking alone.
        await showing({ showQuickPick }, () => unknown.showCandidates([offered]));
        assert.deepEqual([revealed, adopted, journal.unawaited('a').length], [['99'], [], 1]);
        assert.match(String(offers[0]?.[1]?.description), /^99 · /);
        const showInformationMessage = async (_: string, ...actions: string[]) => actions[0];
        await showing({ showQuickPick, showInformationMessage }, () => unknown.showCandidates([offered]));
        assert.deepEqual([adopted, journal.unawaited('a')], [['99'], []]);
        assert.equal(opened.asked(create), 1);
      });
    },
  },
  {
    name: 'asked for again is only what the list lacks, after a question, and the first creation stays on record',
    async run() {
      await withOpen({}, async (opened) => {
        const { sandbox, journal, unknown, said, forms, asked, creator } = opened;
        await lose(opened, { where: 'before-commit' } as Partial<Fault>);
        const [lost] = journal.unawaited('a');
        const row = { kind: 'unknown', accountId: 'a', id: lost?.id, name: lost?.name };
        const modals: string[] = [];
        const answerModal = (answer: boolean) => async (text: string, modal?: unknown, action?: string) => {
          if (typeof modal !== 'object') return void said.push(text);
          modals.push(`${text} ${(modal as { detail: string }).detail}`);
          return answer ? action : undefined;
        };
        const again = (answer: boolean) =>
          showing({ showWarningMessage: answerModal(answer) }, () => unknown.createAgain([row]));
        const body = JSON.stringify({ error: { errorCode: '210', message: 'no right' } });
        sandbox.faults.add({ action: list, where: 'before-commit', what: { status: 401, body } });
        await again(true);
        assert.match(said.at(-1) ?? '', /must be read first/);
        assert.deepEqual([modals, forms], [[], []]);
        await again(false);
        assert.match(modals[0] ?? '', /^Create lost-one again\?.*may exist already.*both are billed/s);
        assert.deepEqual([forms, journal.list('a')[0]?.isReleased], [[], false]);
        await again(true);
        assert.deepEqual([forms.length, forms[0]?.serverName, forms[0]?.regionCode], [1, 'lost-one', undefined]);
        assert.deepEqual([journal.list('a')[0]?.isReleased, asked(create)], [true, 1]);
        // The form goes its normal way, which asks for itself.
        assert.equal((await creator.create({ ...opened.values, ...forms[0] })).kind, 'created');
        await unknown.check([row]);
        assert.deepEqual(
          journal.list('a').map(({ id, state }) => [id, state]),
          [[lost?.id, 'unknown']],
        );
        assert.equal(asked(create), 2);
      });
    },
  },
  {
    name: 'what was made after all is adopted instead of being asked for again',
    async run() {
      await withOpen({}, async (opened) => {
        const { journal, unknown, said, forms, asked } = opened;
        await lose(opened);
        const [lost] = journal.unawaited('a');
        assert.ok(lost);
        await unknown.createAgain([{ accountId: 'a', id: lost.id, name: lost.name }]);
        assert.match(said.at(-1) ?? '', /lost-one was made and is in the list/);
        assert.deepEqual([forms, journal.list('a'), asked(create)], [[], [], 1]);
      });
    },
  },
];
