import assert from 'node:assert/strict';
import test from 'node:test';
import { BadAnswerError, NcloudClient } from '../../../src/client/index';
import { startSandbox } from '../../../src/sandbox/index';
import {
  allows,
  listServers,
  type Operation,
  operateServer,
  type Server,
  type ServerState,
} from '../../../src/servers/index';
import { actionOf, between, type Change, formOf, setRows } from '../../support/between';

const minute = 60_000;

async function open(t: { after: (end: () => Promise<void>) => void }) {
  const sandbox = await startSandbox({ speed: 'real', seed: 7, servers: 6 });
  t.after(() => sandbox.stop());
  const { endpoint, accessKey, secretKey } = sandbox;
  const client = new NcloudClient({ endpoint, billingEndpoint: endpoint, accessKey, secretKey });
  sandbox.advance(60 * minute);
  const inState = async (state: ServerState, isProtected = false): Promise<Server> => {
    const servers = await listServers(client, 'vpc', 'KR');
    const server = servers.find((one) => one.state === state && one.isProtected === isProtected);
    assert.ok(server, `no server is ${state}: ${servers.map((one) => one.state)}`);
    return server;
  };
  const sent = (operation: Operation) =>
    sandbox.requests.filter(({ action }) => action === `${operation}ServerInstances`).length;
  return { sandbox, client, inState, sent };
}

test('a running server stops, starts, reboots and is terminated once it is stopped', async (t) => {
  const { sandbox, client, inState } = await open(t);
  const server = await inState('running');
  const run = async (operation: Operation, during: ServerState) => {
    const outcome = await operateServer(client, server, operation);
    assert.equal(outcome.kind, 'done');
    assert.equal(outcome.server?.state, during);
    sandbox.advance(60 * minute);
  };
  await run('reboot', 'rebooting');
  await run('stop', 'stopping');
  await run('start', 'starting');
  await run('stop', 'stopping');
  await run('terminate', 'terminating');
  const after = await operateServer(client, server, 'terminate');
  assert.deepEqual(after, { kind: 'done', server: undefined });
});

test('what is reached already is done without another request', async (t) => {
  const { client, inState, sent } = await open(t);
  const outcome = await operateServer(client, await inState('running'), 'start');
  assert.equal(outcome.kind, 'done');
  assert.equal(sent('start'), 0);
});

test('what the state forbids is refused here, and nothing is sent', async (t) => {
  const { client, inState, sent } = await open(t);
  const outcome = await operateServer(client, await inState('running'), 'terminate');
  assert.deepEqual([outcome.kind, outcome.kind === 'refused' && outcome.reason], ['refused', 'state']);
  assert.equal(sent('terminate'), 0);
});

test('a server that is changing is left alone', async (t) => {
  const { client, inState, sent } = await open(t);
  const server = await inState('running');
  await operateServer(client, server, 'stop');
  const outcome = await operateServer(client, server, 'reboot');
  assert.deepEqual([outcome.kind, outcome.kind === 'refused' && outcome.reason], ['refused', 'busy']);
  assert.equal(sent('reboot'), 0);
});

test('done and then no answer: looked up and reported as done, sent once', async (t) => {
  const { sandbox, client, inState, sent } = await open(t);
  const server = await inState('running');
  sandbox.faults.add({ action: 'stopServerInstances', where: 'after-commit', what: 'reset' });
  const outcome = await operateServer(client, server, 'stop');
  assert.equal(outcome.kind, 'done');
  assert.equal(outcome.server?.state, 'stopping');
  assert.equal(sent('stop'), 1);
  assert.deepEqual(sandbox.faults.pending(), []);
});

test('no answer and no effect to be seen: unknown, sent once', async (t) => {
  const { sandbox, client, inState, sent } = await open(t);
  const server = await inState('running');
  sandbox.faults.add({ action: 'stopServerInstances', where: 'before-commit', what: 'reset' });
  const outcome = await operateServer(client, server, 'stop');
  assert.equal(outcome.kind, 'unknown');
  assert.equal(outcome.server?.state, 'running');
  assert.equal(sent('stop'), 1);
  assert.equal(sandbox.commits.filter(({ action }) => action === 'stopServerInstances').length, 0);
});

test('a refusal of NCP is told as one', async (t) => {
  const { sandbox, client, inState } = await open(t);
  const body = JSON.stringify({ responseError: { returnCode: '25017', returnMessage: 'in operation' } });
  sandbox.faults.add({ action: 'stopServerInstances', where: 'before-commit', what: { status: 400, body } });
  const outcome = await operateServer(client, await inState('running'), 'stop');
  assert.ok(outcome.kind === 'refused' && outcome.reason === 'api');
  assert.equal(outcome.error.code, '25017');
});

test('what may be done with a server that was stopped by a fault is for NCP to say', async (t) => {
  const { sandbox, client, inState, sent } = await open(t);
  const running = await inState('running');
  sandbox.faults.add({ action: 'stopServerInstances', where: 'before-commit', what: { fate: 'fails', servers: 1 } });
  await operateServer(client, running, 'stop');
  sandbox.advance(60 * minute);
  const broken = await inState('failed');
  assert.equal(broken.number, running.number);
  const outcome = await operateServer(client, broken, 'terminate');
  assert.equal(sent('terminate'), 1);
  assert.ok(outcome.kind === 'done' || (outcome.kind === 'refused' && outcome.reason === 'api'), outcome.kind);
});

test('a protected server stays protected after a fault, and that is the reason given', async (t) => {
  const { sandbox, client, inState, sent } = await open(t);
  sandbox.faults.add({ action: 'stopServerInstances', where: 'before-commit', what: { fate: 'fails', servers: 1 } });
  const running = await inState('running');
  await client.call('vserver', 'setProtectServerTermination', {
    regionCode: 'KR',
    serverInstanceNo: running.number,
    isProtectServerTermination: true,
  });
  await operateServer(client, running, 'stop');
  sandbox.advance(60 * minute);
  const outcome = await operateServer(client, running, 'terminate');
  assert.deepEqual([outcome.kind, outcome.kind === 'refused' && outcome.reason], ['refused', 'protected']);
  assert.equal(sent('terminate'), 0);
});

const list = 'getServerInstanceList';
const operations: readonly Operation[] = ['start', 'stop', 'reboot', 'terminate'];
const places = [
  ['vpc', 'KR'],
  ['classic', '1'],
] as const;

/** A sandbox with somebody between who changes the answers to the looks in turn, and those to an operation. */
async function openChanged(t: Parameters<typeof between>[0], servers = 12) {
  const sandbox = await startSandbox({ seed: 7, servers });
  t.after(() => sandbox.stop());
  const changes: { looks: Change[]; operation: Change } = { looks: [], operation: undefined };
  const { endpoint, asked } = await between(
    t,
    () => sandbox,
    (call) => {
      if (actionOf(call) === list) return changes.looks.shift();
      return actionOf(call).endsWith('ServerInstances') ? changes.operation : undefined;
    },
  );
  const direct = new NcloudClient(sandbox);
  const client = new NcloudClient({ ...sandbox, endpoint, pause: async () => undefined });
  const sent = () => asked.filter((call) => actionOf(call) !== list && actionOf(call) !== 'getZoneList');
  return { sandbox, direct, client, changes, sent };
}

/** A server that the operation is allowed for, and another one. */
function targetOf(servers: readonly Server[], operation: Operation): [target: Server, other: Server] {
  const target = servers.find((server) => allows(server, operation) && server.publicIp === undefined);
  const other = servers.find((server) => server !== target);
  assert.ok(target && other, `nothing to ${operation}`);
  return [target, other];
}

test('a look that is answered with another server sends nothing', async (t) => {
  let runs = 0;
  for (const [environment, region] of places) {
    const { sandbox, direct, client, changes, sent } = await openChanged(t);
    const servers = await listServers(direct, environment, region);
    for (const operation of operations) {
      const [target, other] = targetOf(servers, operation);
      const row = { serverInstanceNo: other.number, serverInstanceStatus: { code: 'RUN' } };
      for (const look of [
        (body) => setRows(body, [row]),
        (body) => setRows(body, [row, ...body.rows]),
      ] satisfies Change[]) {
        changes.looks = [look];
        await assert.rejects(operateServer(client, target, operation), BadAnswerError);
        runs += 1;
      }
    }
    assert.deepEqual([sent().length, sandbox.commits.length], [0, 0]);
  }
  assert.equal(runs, 16);
});

test('the request names the number of the target and nothing else', async (t) => {
  for (const [environment, region] of places) {
    const { direct, client, sent } = await openChanged(t);
    for (const operation of operations) {
      const [target] = targetOf(await listServers(direct, environment, region), operation);
      assert.equal((await operateServer(client, target, operation)).kind, 'done');
      const { responseFormatType: _, ...form } = formOf(sent().at(-1) ?? assert.fail('nothing sent'));
      const place = environment === 'vpc' ? { regionCode: region } : {};
      assert.deepEqual(form, { ...place, 'serverInstanceNoList.1': target.number });
    }
  }
});

test('an answer without the server is no sign that it is done: the server is looked at', async (t) => {
  const answers = (other: Server): Readonly<Record<string, Exclude<Change, string>>> => ({
    'another server': (body) => setRows(body, [{ serverInstanceNo: other.number }]),
    'an empty list': (body) => setRows(body, []),
    'no list': ({ inside }) => void delete inside.serverInstanceList,
  });
  for (const [environment, region] of places) {
    for (const operation of operations) {
      const { sandbox, direct, client, changes, sent } = await openChanged(t, 6);
      const [target, other] = targetOf(await listServers(direct, environment, region), operation);
      for (const [name, answer] of Object.entries(answers(other))) {
        changes.operation = answer;
        // Nothing done: the sandbox is asked for something that it answers in the same shape and that changes nothing.
        sandbox.faults.add({
          action: `${operation}ServerInstances`,
          where: 'before-commit',
          what: { fate: 'partial', servers: 0 },
        });
        const outcome = await operateServer(client, target, operation);
        assert.deepEqual([outcome.kind, outcome.server?.number], ['unknown', target.number], `${operation} ${name}`);
        assert.equal(sandbox.commits.length, 0);
      }
      changes.operation = answers(other)['another server'];
      // A restart is over at once here and shows in the time of the start only.
      const outcome = await operateServer(client, target, operation);
      assert.equal(outcome.kind, operation === 'reboot' ? outcome.kind : 'done', operation);
      assert.equal(sandbox.commits.length, 1);
      assert.equal(sent().length, 4);
    }
  }
});

test('another server that has reached the goal is no sign that ours has', async (t) => {
  const { direct, client, changes } = await openChanged(t);
  const servers = await listServers(direct, 'vpc', 'KR');
  const [target] = targetOf(servers, 'stop');
  const stopped = servers.find(({ state }) => state === 'stopped');
  changes.operation = 'lost before';
  changes.looks = [
    undefined,
    (body) => setRows(body, [{ serverInstanceNo: stopped?.number, serverInstanceStatus: { code: 'NSTOP' } }]),
  ];
  const outcome = await operateServer(client, target, 'stop');
  assert.deepEqual([outcome.kind, outcome.server?.number], ['unknown', target.number]);
});

test('a server that one look lacks is terminated all the same; one that two lack is gone', async (t) => {
  const { sandbox, direct, client, changes, sent } = await openChanged(t);
  const [target] = targetOf(await listServers(direct, 'vpc', 'KR'), 'terminate');
  const nothing: Change = (body) => setRows(body, []);
  changes.looks = [nothing];
  const outcome = await operateServer(client, target, 'terminate');
  assert.equal(outcome.kind, 'done');
  assert.equal(sandbox.commits[0]?.serverInstanceNo, target.number);
  assert.equal(sent().length, 1);
  assert.deepEqual(await operateServer(client, target, 'terminate'), { kind: 'done', server: undefined });
  assert.deepEqual(await operateServer(client, target, 'stop'), { kind: 'refused', reason: 'gone', server: undefined });
});

test('what was asked for and then vanished is not called refused', async (t) => {
  const { direct, client, changes } = await openChanged(t);
  const [target] = targetOf(await listServers(direct, 'vpc', 'KR'), 'stop');
  const nothing: Change = (body) => setRows(body, []);
  changes.operation = 'lost after';
  changes.looks = [undefined, nothing, nothing];
  const outcome = await operateServer(client, target, 'stop');
  assert.deepEqual([outcome.kind, outcome.server], ['unknown', undefined]);
});

test('a server that got another name is the same server, and the outcome tells the name', async (t) => {
  const { direct, client } = await openChanged(t);
  const [target] = targetOf(await listServers(direct, 'vpc', 'KR'), 'stop');
  const params = { regionCode: 'KR', serverInstanceNo: target.number, serverName: 'renamed' };
  await direct.call('vserver', 'changeServerInstanceName', params);
  const outcome = await operateServer(client, target, 'stop');
  assert.deepEqual([outcome.kind, outcome.server?.number, outcome.server?.name], ['done', target.number, 'renamed']);
});

test('a row without its start is no sign of a restart', async (t) => {
  const { direct, client, changes } = await openChanged(t);
  const [target] = targetOf(await listServers(direct, 'vpc', 'KR'), 'reboot');
  const startless: Change = ({ rows }) => void Object.assign(rows[0] ?? {}, { uptime: '' });
  for (const looks of [
    [undefined, startless],
    [startless, undefined],
  ]) {
    changes.operation = 'lost before';
    changes.looks = looks;
    assert.equal((await operateServer(client, target, 'reboot')).kind, 'unknown');
  }
});

test('a refusal that stands beside servers is none', async (t) => {
  const refusal = { returnCode: '25017', returnMessage: 'in operation' };
  const answers: Change[] = [
    ({ whole }) => void Object.assign(whole, { responseError: refusal }),
    ({ whole }) => void Object.assign(whole, { error: { errorCode: '400', message: 'quota' } }),
    ({ inside }) => void Object.assign(inside, { responseError: refusal }),
    ({ inside }) => void Object.assign(inside, { returnCode: '900' }),
  ];
  for (const answer of answers) {
    const { direct, client, changes, sent } = await openChanged(t, 6);
    const [target] = targetOf(await listServers(direct, 'vpc', 'KR'), 'stop');
    changes.operation = answer;
    const outcome = await operateServer(client, target, 'stop');
    assert.deepEqual([outcome.kind, outcome.server?.state, sent().length], ['done', 'stopped', 1]);
  }
});
