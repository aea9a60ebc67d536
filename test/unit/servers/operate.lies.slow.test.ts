// Operations whose answers are spoiled on their way: nothing but the target is ever touched, and what is said is so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NcloudClient, NcloudError } from '../../../src/client/index';
import type { Environment } from '../../../src/reference/index';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index';
import { allows, listServers, type Operation, operateServer, type Server } from '../../../src/servers/index';
import { actionOf, between, breaks, type Change, formOf, type Row, setRows } from '../../support/between';
import type { Asked } from '../../support/fault-server';

const operations: readonly Operation[] = ['start', 'stop', 'reboot', 'terminate'];
const places: readonly (readonly [Environment, string])[] = [
  ['vpc', 'KR'],
  ['classic', '1'],
];

/** What may happen to an answer about `target`; `others` are rows of the same account. */
function changesOf(target: Server, others: readonly Row[]): Readonly<Record<string, Change>> {
  const stranger = others.find(({ serverInstanceNo }) => serverInstanceNo !== target.number) ?? {};
  return {
    honest: undefined,
    ...breaks,
    'another server': (body) => setRows(body, [stranger]),
    'another server in the same state': (body) =>
      setRows(body, [{ ...body.rows[0], serverInstanceNo: stranger.serverInstanceNo }]),
    'another server first': (body) => setRows(body, [stranger, ...body.rows]),
    'all servers': (body) => setRows(body, others),
    'another name': ({ rows }) => void (rows[0] && Object.assign(rows[0], { serverName: 'renamed' })),
    nothing: (body) => setRows(body, []),
    'our row of another region': ({ rows }) =>
      void (rows[0] && Object.assign(rows[0], { regionCode: 'JPN', region: { regionNo: '8' } })),
    'our row as it was': (body) =>
      setRows(
        body,
        others.filter(({ serverInstanceNo }) => serverInstanceNo === target.number),
      ),
    'refused before': 'refused before',
  };
}

const names = Object.keys(changesOf({ number: '' } as Server, []));
/** Of so many answers one is changed. */
const rarely = (of: number) =>
  fc.oneof({ weight: of - 1, arbitrary: fc.constant('honest') }, { weight: 1, arbitrary: fc.constantFrom(...names) });

const isMutation = (asked: Asked) => operations.some((operation) => actionOf(asked) === `${operation}ServerInstances`);

const seed = Date.now() & 0x7fffffff;

for (const [environment, region] of places) {
  test(`${environment}: whatever is answered, only the target is touched, and done is done`, {
    timeout: 60_000,
  }, async (t) => {
    let sandbox: Sandbox = await startSandbox({ servers: 30 });
    t.after(() => sandbox.stop());
    let plan: { mutation: string; looks: string[] } = { mutation: 'honest', looks: [] };
    let kinds: Readonly<Record<string, Change>> = {};
    let isBare = false;
    const { endpoint, asked } = await between(
      t,
      () => sandbox,
      (call) => {
        if (isMutation(call)) return kinds[plan.mutation];
        const kind = plan.looks.shift() ?? 'honest';
        // An answer that lacks the server is believed when the next one lacks it as well.
        isBare = kind === 'nothing' && !isBare;
        return kind === 'nothing' && !isBare ? undefined : kinds[kind];
      },
    );
    const tally: Record<string, number> = { runs: 0, sent: 0, thrown: 0 };
    const property = fc.asyncProperty(
      fc.constantFrom(...operations),
      fc.nat(),
      fc.record({ mutation: rarely(2), looks: fc.array(rarely(3), { maxLength: 4 }) }),
      async (operation, pick, next) => {
        const direct = new NcloudClient(sandbox);
        const servers = await listServers(direct, environment, region);
        if (servers.length < 12) {
          await sandbox.stop();
          sandbox = await startSandbox({ servers: 30 });
          return;
        }
        const suiting = servers.filter((server) => allows(server, operation));
        const [target] = [...suiting.slice(pick % suiting.length), ...servers];
        assert.ok(target);
        const service = environment === 'vpc' ? 'vserver' : 'server';
        const others = await direct.list(service, 'getServerInstanceList', {});
        kinds = changesOf(target, others);
        plan = { mutation: next.mutation, looks: [...next.looks] };
        const before = { asked: asked.length, commits: sandbox.commits.length };
        const client = new NcloudClient({ ...sandbox, endpoint, pause: async () => undefined });
        const outcome = await operateServer(client, target, operation).catch((error: unknown) => {
          assert.ok(error instanceof NcloudError, String(error));
          return undefined;
        });
        const sent = asked.slice(before.asked).filter(isMutation);
        const commits = sandbox.commits.slice(before.commits);
        for (const call of sent) {
          const numbers = Object.entries(formOf(call)).filter(([name]) => name.startsWith('serverInstanceNoList'));
          assert.deepEqual(numbers, [['serverInstanceNoList.1', target.number]]);
          assert.equal(actionOf(call), `${operation}ServerInstances`);
        }
        assert.ok(sent.length <= 1);
        assert.ok(commits.every(({ serverInstanceNo }) => serverInstanceNo === target.number));
        const said = outcome?.kind ?? 'thrown';
        if (said === 'thrown') assert.equal(sent.length, 0);
        if (said === 'refused') assert.equal(commits.length, 0, 'refused and yet done');
        if (said === 'done') {
          const isThere = commits.some(({ action }) => action === `${operation}ServerInstances`);
          assert.ok(isThere || !allows(target, operation), 'done without a sign of it');
        }
        assert.equal(outcome?.server?.number ?? target.number, target.number);
        tally.runs = (tally.runs ?? 0) + 1;
        tally.sent = (tally.sent ?? 0) + sent.length;
        tally[said] = (tally[said] ?? 0) + 1;
      },
    );
    await fc.assert(property, { seed, numRuns: 200, includeErrorInReport: true });
    t.diagnostic(`seed ${seed}: ${JSON.stringify(tally)}; 0 on another server, 0 false`);
    for (const kind of ['sent', 'done', 'refused', 'thrown']) assert.ok((tally[kind] ?? 0) > 5, JSON.stringify(tally));
  });
}
