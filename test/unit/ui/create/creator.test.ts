// The one way to a new server: however it ends, one request at most, and the next creation may begin.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationError, window } from 'vscode';
import { NoAnswerError } from '../../../../src/client/index';
import type { Conclusion, Creations, Prepared } from '../../../../src/servers/index';
import type { Account } from '../../../../src/ui/accounts/account';
import type { Session } from '../../../../src/ui/accounts/session';
import { Creator } from '../../../../src/ui/create/creator';

const account: Account = { id: 'a', label: 'mine', site: 'sandbox', environment: 'vpc', region: 'KR' };
const lost = new NoAnswerError('deadline');
const prepared = {
  kind: 'prepared',
  plan: { names: ['web'], facts: [], values: {} },
  values: {},
} as unknown as Prepared;

interface Steps {
  readonly open?: () => Promise<unknown>;
  readonly prepare?: () => Promise<unknown>;
  readonly confirms?: boolean;
  readonly carryOut?: () => Promise<Conclusion>;
}

const fail = (error: Error) => async () => Promise.reject(error);

/** A creator whose steps end as they are given; each step asks for another creation meanwhile. */
function open({ open: openSession, prepare, confirms = true, carryOut }: Steps) {
  const events: string[] = [];
  const meanwhile: string[] = [];
  const sent: string[] = [];
  const step = async <T>(run: () => Promise<T>): Promise<T> => {
    meanwhile.push((await creator.create(account, {})).kind);
    return run();
  };
  const creations = {
    prepare: () => step(prepare ?? (async () => prepared)),
    carryOut: () => {
      sent.push('web');
      return step(carryOut ?? (async (): Promise<Conclusion> => ({ kind: 'unknown', names: ['web'], error: lost })));
    },
  };
  const sessions = { open: () => step(openSession ?? (async () => ({ account }))) as Promise<Session> };
  const log = { info: () => undefined, debug: () => undefined };
  const creator = new Creator(sessions, creations as unknown as Creations, log);
  creator.onDidChange((accountId) => events.push(`${accountId} ${creator.isBusy(accountId)}`));
  Object.assign(window, {
    showWarningMessage: async (_: string, options: unknown, action?: string) =>
      typeof options === 'object' && confirms ? action : undefined,
    showErrorMessage: async () => undefined,
  });
  return { creator, events, meanwhile, sent };
}

const ways: Readonly<Record<string, readonly [steps: Steps, kind: string, sent: number]>> = {
  'the key is not entered': [{ open: fail(new CancellationError()) }, 'left', 0],
  'the account cannot be opened': [{ open: fail(new Error('no keyring')) }, 'refused', 0],
  'something is in the way': [{ prepare: async () => ({ kind: 'withdrawn', field: 'vpcNo' }) }, 'refused', 0],
  'a list cannot be read': [{ prepare: async () => ({ kind: 'failed', error: lost }) }, 'refused', 0],
  'the preparing throws': [{ prepare: fail(new TypeError('a fault of ours')) }, 'refused', 0],
  'the user does not confirm': [{ confirms: false }, 'left', 0],
  'it is made': [{ carryOut: async () => ({ kind: 'created', servers: [], renamed: [], missing: [] }) }, 'created', 1],
  'no answer comes': [{}, 'unknown', 1],
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
    assert.equal((await creator.create(account, {})).kind, kind);
    assert.deepEqual([...new Set(meanwhile)], ['busy']);
    assert.deepEqual([events, sent.length], [['a true', 'a false'], count]);
    assert.equal((await creator.create(account, {})).kind, kind);
  });
}
