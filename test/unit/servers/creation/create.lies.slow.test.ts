// Creations whose answers are spoiled on their way: no stranger is called created, and nothing that was made is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NcloudClient } from '../../../../src/client/index';
import type { Environment, Values } from '../../../../src/reference/index';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/index';
import { createServers, listServers, type Outcome, plannedNames } from '../../../../src/servers/index';
import { actionOf, between, breaks, type Change, type Row, setRows } from '../../../support/between';

const create = 'createServerInstances';
const list = 'getServerInstanceList';

interface Place {
  readonly environment: Environment;
  readonly region: string;
  readonly values: (client: NcloudClient) => Promise<Values>;
  /** What a colleague asks for besides. */
  readonly other: Values;
}

const places: readonly Place[] = [
  {
    environment: 'vpc',
    region: 'KR',
    other: { serverProductCode: 'SVR.VSVR.STAND.C004.M016.NET.SSD.B050.G002' },
    values: async (client) => {
      const [network] = await client.list('vpc', 'getVpcList', { regionCode: 'KR' });
      const vpcNo = String(network?.vpcNo);
      const [subnet] = await client.list('vpc', 'getSubnetList', { vpcNo, subnetTypeCode: 'PUBLIC' });
      const [group] = await client.list('vserver', 'getAccessControlGroupList', { vpcNo });
      return {
        vpcNo,
        subnetNo: String(subnet?.subnetNo),
        serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050',
        serverProductCode: 'SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002',
        'networkInterfaceList.1.networkInterfaceOrder': '0',
        'networkInterfaceList.1.accessControlGroupNoList.1': String(group?.accessControlGroupNo),
      };
    },
  },
  {
    environment: 'classic',
    region: '1',
    other: { serverDescription: 'of a colleague' },
    values: async () => ({ serverImageProductCode: 'SPSW0LINUX000046', zoneNo: '2' }),
  },
];

/** What happens to the answer of a creation; `stranger` is a colleague's server of the same moment, `old` one of before. */
function changesOf(stranger: Row, old: Row, count: number): Readonly<Record<string, Change>> {
  return {
    honest: undefined,
    ...breaks,
    'of a colleague': (body) => setRows(body, [stranger]),
    'of a colleague, as many': (body) =>
      setRows(
        body,
        body.rows.map(() => stranger),
      ),
    'with one of a colleague': (body) => setRows(body, [...body.rows, stranger]),
    'one of a colleague first': (body) => setRows(body, [stranger, ...body.rows.slice(1)]),
    'a colleague got our name': (body) =>
      setRows(body, [...body.rows, { ...stranger, serverName: body.rows[0]?.serverName }]),
    'a colleague got our name first': (body) =>
      setRows(body, [{ ...stranger, serverName: body.rows[0]?.serverName }, ...body.rows]),
    'one that was there before': (body) => setRows(body, [old, ...body.rows.slice(1)]),
    'our name on one of before': (body) =>
      setRows(body, [{ ...old, serverName: body.rows[0]?.serverName }, ...body.rows.slice(1)]),
    'the first again and again': (body) =>
      setRows(
        body,
        body.rows.map(() => body.rows[0] ?? {}),
      ),
    'another name': ({ rows }) => void (rows[0] && Object.assign(rows[0], { serverName: 'renamed' })),
    reversed: (body) => setRows(body, [...body.rows].reverse()),
    fewer: (body) => setRows(body, body.rows.slice(1)),
    nothing: (body) => setRows(body, []),
    'refused before': 'refused before',
    // Of one server a plain refusal is NCP's word that it was not made.
    ...(count > 1 ? { 'refused after': 'refused after' as const } : {}),
  };
}

const names = Object.keys(changesOf({}, {}, 5));
const seed = Date.now() & 0x7fffffff;

for (const { environment, region, values: valuesFor, other } of places) {
  for (const count of [1, 5]) {
    test(`${environment}: whatever is answered, created is created (${count} asked for)`, {
      timeout: 60_000,
    }, async (t) => {
      let sandbox: Sandbox = await startSandbox();
      t.after(() => sandbox.stop());
      let answered: Change;
      let listed: Change[] = [];
      const { endpoint, asked } = await between(
        t,
        () => sandbox,
        (call) => {
          if (actionOf(call) === create) return answered;
          return actionOf(call) === list ? listed.shift() : undefined;
        },
      );
      const tally: Record<string, number> = { runs: 0, made: 0, adopted: 0 };
      let runs = 0;
      const property = fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(fc.constantFrom('honest', 'honest', ...Object.keys(breaks)), { maxLength: 2 }),
        fc.nat({ max: count }),
        async (change, lists, partial) => {
          if (sandbox.commits.length > 60) {
            await sandbox.stop();
            sandbox = await startSandbox();
          }
          runs += 1;
          const direct = new NcloudClient(sandbox);
          const service = environment === 'vpc' ? 'vserver' : 'server';
          const common = await valuesFor(direct);
          const serverName = `mine-${runs}-`;
          const values = { ...common, serverName, ...(count > 1 ? { serverCreateCount: String(count) } : {}) };
          if (count === 1) values.serverName = `mine-${runs}`;
          const old = await direct.list(service, list, {});
          const before = (await listServers(direct, environment, region)).map(({ number }) => number);
          const colleague = await direct.call(service, create, { ...common, ...other, serverName: `theirs-${runs}` });
          const [stranger = {}] = colleague.serverInstanceList as Row[];
          if (partial > 0 && partial < count) {
            sandbox.faults.add({ action: create, where: 'before-commit', what: { fate: 'partial', servers: partial } });
          }
          const commits = sandbox.commits.length;
          const requests = asked.length;
          answered = changesOf(stranger, old[0] ?? {}, count)[change];
          listed = lists.map((name) => breaks[name]);
          const client = new NcloudClient({ ...sandbox, endpoint, pause: async () => undefined });
          const context = { environment, rows: {} };
          const outcome = await createServers(client, environment, region, values, context, { before });
          sandbox.faults.clear();
          assert.equal(asked.slice(requests).filter((call) => actionOf(call) === create).length, 1);
          const made = sandbox.commits.slice(commits).map(({ serverInstanceNo }) => serverInstanceNo);
          judge(outcome, made, plannedNames(values));
          tally.runs = runs;
          tally.made = (tally.made ?? 0) + made.length;
          tally.adopted = (tally.adopted ?? 0) + (outcome.kind === 'created' ? outcome.servers.length : 0);
          tally[outcome.kind] = (tally[outcome.kind] ?? 0) + 1;
        },
      );
      await fc.assert(property, { seed, numRuns: 120, includeErrorInReport: true });
      t.diagnostic(`seed ${seed}: ${JSON.stringify(tally)}; 0 strangers created, 0 lost`);
      for (const kind of ['created', 'unknown']) assert.ok((tally[kind] ?? 0) > 5, JSON.stringify(tally));
    });
  }
}

/** `made` are the numbers of the servers that this creation made, in the order of their names. */
function judge(outcome: Outcome, made: readonly string[], planned: readonly string[]): void {
  if (outcome.kind === 'rejected') assert.deepEqual(made, [], 'rejected and yet made');
  if (outcome.kind === 'unknown') assert.deepEqual(outcome.names, planned);
  if (outcome.kind !== 'created') return;
  const { servers, renamed, missing } = outcome;
  const numbers = servers.map(({ number }) => number);
  assert.ok(
    numbers.every((number) => made.includes(number)),
    'a stranger',
  );
  assert.equal(new Set(numbers).size, numbers.length);
  const others = new Map(renamed.map(({ asked, server }) => [server.number, asked]));
  const told = servers.map(({ number, name }) => others.get(number) ?? name);
  assert.deepEqual([...told, ...missing].sort(), [...planned].sort());
  made.forEach((number, place) => {
    assert.ok(numbers.includes(number) || missing.includes(planned[place] ?? ''), 'made and forgotten');
  });
}
