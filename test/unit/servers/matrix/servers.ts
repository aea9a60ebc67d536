// F28–F32, F35–F37: servers that somebody else makes, that are made in part, that lists do not show, that cannot be had.
import type { Row, Values } from '../../../../src/reference/index';
import type { Fated } from '../../../../src/sandbox/index';
import { api, type Expected, type FaultCase, gateway, listing, nothing, started, strikes } from './case';
import type { Stage } from './cell';

const fates = (id: string, does: string, what: Fated, expected: Expected): FaultCase =>
  strikes(id, does, 'before-commit', what, expected);

export const serverFaults: readonly FaultCase[] = [
  {
    id: 'F28',
    does: 'the name is there before',
    faults: nothing,
    before: (stage) => colleague(stage),
    expected: { create: '0/0 name-taken' },
  },
  {
    id: 'F28',
    does: 'a colleague takes the name before it is sent',
    faults: nothing,
    claimed: (stage) => colleague(stage),
    expected: { create: '0/0 name-taken' },
  },
  {
    id: 'F28',
    does: 'a colleague takes the name as it is sent',
    faults: nothing,
    checked: (stage) => colleague(stage),
    // The sandbox's Classic refuses a name that is taken.
    expected: { create: '1/1 created', classic: '1/0 rejected' },
  },
  {
    id: 'F29',
    does: 'two hits: a colleague takes the name as it is sent, and no answer comes',
    faults: (action) => [{ action, where: 'after-commit', what: 'reset' }],
    checked: (stage) => colleague(stage),
    expected: {
      create: '1/1 unknown, 2 candidates',
      classic: undefined,
      bulk: '1/5 unknown, made 4 of 5, 2 candidates',
    },
  },
  {
    id: 'F29',
    does: 'one hit of two: what the colleague takes the name for is something else',
    faults: (action) => [{ action, where: 'after-commit', what: 'reset' }],
    checked: (stage) => colleague(stage, { serverProductCode: 'SVR.VSVR.STAND.C004.M016.NET.SSD.B050.G002' }),
    expected: { create: '1/1 unknown, made 1', classic: undefined },
  },
  {
    id: 'F29',
    does: 'one hit that is not ours, and ours was not made',
    faults: (action) => [{ action, where: 'before-commit', what: 'reset' }],
    checked: (stage) => colleague(stage, { serverProductCode: 'SVR.VSVR.STAND.C004.M016.NET.SSD.B050.G002' }),
    expected: { create: '1/0 unknown, 1 candidate', classic: undefined },
  },
  {
    id: 'F32',
    does: 'made, and not in the first lists',
    faults: nothing,
    after: ({ sandbox }) => sandbox.faults.add({ ...listing, times: 2, what: { hide: 1 } }),
    expected: { create: '1/1 created' },
  },
  {
    id: 'F32',
    does: 'no answer, and not in the first lists',
    faults: (action) => [{ action, where: 'after-commit', what: 'reset' }],
    after: ({ sandbox }) => sandbox.faults.add({ ...listing, times: 2, what: { hide: 5 } }),
    expected: { create: '1/1 unknown, made 1' },
  },
  ...[false, true].map(
    (isAnswered): FaultCase => ({
      id: 'F32',
      does: `${isAnswered ? 'made' : 'no answer'}, seen, gone, seen`,
      faults: (action) => (isAnswered ? [] : [{ action, where: 'after-commit', what: 'reset' }]),
      after: ({ sandbox }) => sandbox.faults.add({ ...listing, nth: 2, what: { hide: 1 } }),
      expected: { create: isAnswered ? '1/1 created' : '1/1 unknown, made 1' },
    }),
  ),
  fates('F30', '3 of 5 made', { fate: 'partial', servers: 3 }, { bulk: '1/3 created 3 of 5' }),
  {
    id: 'F30',
    does: '3 of 5 made, then an error',
    faults: (action) => [
      { action, where: 'before-commit', what: { fate: 'partial', servers: 3 } },
      { action, where: 'after-commit', what: gateway(503, '500') },
    ],
    expected: { bulk: '1/3 unknown, made 3 of 5' },
  },
  {
    id: 'F30',
    does: '3 of 5 made, then refused',
    faults: (action) => [
      { action, where: 'before-commit', what: { fate: 'partial', servers: 3 } },
      { action, where: 'after-commit', what: api(400, { returnCode: '1200', returnMessage: 'quota' }) },
    ],
    expected: { bulk: '1/3 created 3 of 5' },
  },
  fates('F30', '2 of 5 fail later', { fate: 'fails', servers: 2 }, { bulk: '1/5 created' }),
  fates('F31', 'nothing made, and told so', { fate: 'partial', servers: 0 }, { create: '1/0 unknown, not found' }),
  fates('F35', 'stuck on its way', { fate: 'stuck', servers: 1 }, started),
  fates('F35', 'fails on its way', { fate: 'fails', servers: 1 }, started),
  {
    id: 'F36',
    does: 'refused here: in no state for it',
    faults: nothing,
    before: async ({ direct, target }) => {
      // What is running starts to stop, and what is stopped to start.
      const action = target?.state === 'running' ? 'stopServerInstances' : 'startServerInstances';
      await direct.call('vserver', action, { regionCode: 'KR', serverInstanceNoList: [target?.number ?? ''] });
    },
    expected: { terminate: '0/0 refused', stop: '0/0 done' },
  },
  {
    id: 'F36',
    does: 'refused here: protected',
    faults: nothing,
    before: async ({ direct, target }) => {
      const serverInstanceNo = target?.number ?? '';
      const params = { regionCode: 'KR', serverInstanceNo, isProtectServerTermination: true };
      await direct.call('vserver', 'setProtectServerTermination', params);
    },
    expected: { terminate: '0/0 refused', stop: '1/1 done' },
  },
  {
    id: 'F35',
    does: 'gone meanwhile',
    faults: nothing,
    before: async ({ direct, target }) => {
      const params = { regionCode: 'KR', serverInstanceNoList: [target?.number ?? ''] };
      if (target?.state === 'running') await direct.call('vserver', 'stopServerInstances', params);
      await direct.call('vserver', 'terminateServerInstances', params);
    },
    expected: { terminate: '0/0 done', stop: '0/0 refused' },
  },
  strikes('F36', 'refused by NCP: busy', 'before-commit', api(400, { returnCode: '25013', returnMessage: 'busy' }), {
    operate: '1/0 refused',
  }),
  strikes('F37', 'done, then reset', 'after-commit', 'reset', { operate: '1/1 done' }),
];

/** Somebody else makes a server of our name. */
async function colleague({ direct, values = {}, others }: Stage, other: Values = {}): Promise<void> {
  const service = values.zoneNo === undefined ? 'vserver' : 'server';
  const name = values.serverCreateCount === undefined ? 'mine' : 'mine001';
  const { serverCreateCount: _, ...one } = values;
  const answer = await direct.call(service, 'createServerInstances', { ...one, ...other, serverName: name });
  const [row] = answer.serverInstanceList as Row[];
  others.push(String(row?.serverInstanceNo));
}
