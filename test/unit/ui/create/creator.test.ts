// The one way to a new server: however it ends, one request at most, and the next creation may begin.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationError, window } from 'vscode';
import { NoAnswerError } from '../../../../src/client/index';
import type { Conclusion, Creations, Prepared } from '../../../../src/servers/index';
import type { Account } from '../../../../src/ui/accounts/account';
import type { Session } from '../../../../src/ui/accounts/session';
import { type CheckedOrder, Creator } from '../../../../src/ui/create/creator';
import { Told } from '../../../../src/ui/told';

const account: Account = { id: 'a', label: 'mine', site: 'sandbox', environment: 'vpc', region: 'KR' };
const lost = new NoAnswerError('deadline');
const prepared = {
  kind: 'prepared',
  plan: { names: ['web'], facts: [], values: {} },
  values: { associateWithPublicIp: 'true' },
  context: { environment: 'vpc', rows: {} },
} as unknown as Prepared;

interface Steps {
  readonly open?: () => Promise<unknown>;
  readonly prepare?: () => Promise<unknown>;
  readonly confirms?: boolean;
  readonly check?: () => Promise<CheckedOrder>;
  readonly carryOut?: () => Promise<Conclusion>;
}

const fail = (error: Error) => async () => Promise.reject(error);

/** A creator whose steps end as they are given; each step asks for another creation meanwhile. */
function open({ open: openSession, check, prepare, confirms = true, carryOut }: Steps) {
  const events: string[] = [];
  const meanwhile: string[] = [];
  const sent: string[] = [];
  const asked: string[] = [];
  const step = async <T>(run: () => Promise<T>): Promise<T> => {
    meanwhile.push((await creator.create(account, { values: {} })).kind);
    return run();
  };
  const creations = {
    prepare: () => step(prepare ?? (async () => prepared)),
    carryOut: ({ values }: Prepared) => {
      sent.push(JSON.stringify(values));
      return step(carryOut ?? (async (): Promise<Conclusion> => ({ kind: 'unknown', names: ['web'], error: lost })));
    },
  };
  const sessions = { open: () => step(openSession ?? (async () => ({ account }))) as Promise<Session> };
  const startup = { check: () => step(check ?? (async () => ({ values: {} }))) };
  const log = { info: () => undefined, debug: () => undefined };
  const creator = new Creator(sessions, creations as unknown as Creations, startup, log);
  creator.onDidChange((accountId) => events.push(`${accountId} ${creator.step(accountId)}`));
  Object.assign(window, {
    showWarningMessage: async (_: string, options: unknown, action?: string) => {
      if (typeof options !== 'object') return undefined;
      asked.push((options as { detail: string }).detail);
      return confirms ? action : undefined;
    },
    showErrorMessage: async () => undefined,
    withProgress: async ({ title }: { title: string }, run: () => Promise<unknown>) => {
      events.push(title);
      return run();
    },
  });
  return { creator, events, meanwhile, sent, asked };
}

const webScript = { name: 'web.sh', warnings: () => [] };

const ways: Readonly<Record<string, readonly [steps: Steps, kind: string, sent: number]>> = {
  'the key is not entered': [{ open: fail(new CancellationError()) }, 'left', 0],
  'the account cannot be opened': [{ open: fail(new Error('no keyring')) }, 'refused', 0],
  'something is in the way': [{ prepare: async () => ({ kind: 'withdrawn', field: 'vpcNo' }) }, 'refused', 0],
  'a list cannot be read': [{ prepare: async () => ({ kind: 'failed', error: lost }) }, 'refused', 0],
  'it cannot be written down': [{ carryOut: async () => ({ kind: 'unwritten', error: lost }) }, 'refused', 1],
  'another window makes it': [
    { carryOut: async () => ({ kind: 'name-elsewhere', field: 'serverName', name: 'web' }) },
    'refused',
    1,
  ],
  'the preparing throws': [{ prepare: fail(new TypeError('a fault of ours')) }, 'refused', 0],
  'the user does not confirm': [{ confirms: false }, 'left', 0],
  'it is made': [{ carryOut: async () => ({ kind: 'created', servers: [], renamed: [], missing: [] }) }, 'created', 1],
  'no answer comes': [{}, 'unknown', 1],
  'the script is not let go': [{ check: fail(new CancellationError()) }, 'left', 0],
  'the script cannot be read': [{ check: fail(new Told('web.sh cannot be read.')) }, 'refused', 0],
  'the script cannot be uploaded': [
    { check: async () => ({ values: {}, upload: { ...webScript, run: fail(new Told('NCP did not answer.')) } }) },
    'refused',
    0,
  ],
  'NCP refuses': [{ carryOut: async () => ({ kind: 'rejected', error: lost }) }, 'refused', 1],
  'the name was taken meanwhile': [
    { carryOut: async () => ({ kind: 'name-taken', field: 'serverName', name: 'web' }) },
    'refused',
    1,
  ],
};

for (const [name, [steps, kind, count]] of Object.entries(ways)) {
  test(`however a creation ends, none is begun beside it, and the next may be: ${name}`, async () => {
    const { creator, events, meanwhile, sent } = open(steps);
    assert.equal((await creator.create(account, { values: {} })).kind, kind);
    assert.deepEqual([...new Set(meanwhile)], ['busy']);
    const told = events.filter((event) => event.startsWith('a '));
    assert.deepEqual([told[0], told.at(-1), sent.length], ['a checking', 'a undefined', count]);
    if (count > 0) assert.deepEqual(told, ['a checking', 'a sending', 'a undefined']);
    assert.equal((await creator.create(account, { values: {} })).kind, kind);
  });
}

test('a script is uploaded after the confirmation, which says so, and before the servers are asked for', async () => {
  const upload = async () => {
    events.push('upload');
    return { initScriptNo: '7' };
  };
  const check = async () => ({ values: {}, upload: { ...webScript, run: upload } });
  const { creator, events, sent, asked } = open({ check });
  assert.equal((await creator.create(account, { values: {} })).kind, 'unknown');
  assert.deepEqual(events, ['a checking', 'Checking …', 'a sending', 'Creating web…', 'upload', 'a undefined']);
  assert.deepEqual(sent, ['{"associateWithPublicIp":"true","initScriptNo":"7"}']);
  assert.match(asked.join(), /web\.sh \(this file is uploaded to NCP first\)/);
});

test('before a script is let go it is said what its servers will lack for it', async () => {
  const check = async () => ({
    values: {},
    upload: { ...webScript, warnings: (reach?: string) => [`reach: ${reach}`], run: async () => ({}) },
  });
  const { creator, asked } = open({ check });
  await creator.create(account, { values: {} });
  assert.match(asked.join(), /uploaded to NCP first\)\n\nreach: public-ip\n/);
});

test('without the confirmation no script leaves the computer, and nothing is said to be created', async () => {
  const run = () => assert.fail('uploaded');
  const check = async () => ({ values: {}, upload: { ...webScript, run } });
  const { creator, events } = open({ check, confirms: false });
  assert.equal((await creator.create(account, { values: {} })).kind, 'left');
  assert.deepEqual(events, ['a checking', 'Checking …', 'a undefined']);
});

test('who has confirmed and whose script is not surely uploaded hears that no server was made', async () => {
  const faults = [new Told('NCP did not answer. Nothing is sent again.', { cause: lost }), lost];
  for (const fault of faults) {
    const { creator, sent } = open({
      check: async () => ({ values: {}, upload: { name: 'web.sh', warnings: () => [], run: fail(fault) } }),
    });
    const result = await creator.create(account, { values: {} });
    assert.ok(result.kind === 'refused');
    assert.match(result.message, /\. No server was created\.$/);
    assert.ok(result.error instanceof Told);
    assert.deepEqual([result.error.cause, sent], [lost, []]);
  }
  const { creator } = open({
    check: async () => ({
      values: {},
      upload: { name: 'web.sh', warnings: () => [], run: fail(new CancellationError()) },
    }),
  });
  assert.equal((await creator.create(account, { values: {} })).kind, 'left');
});
