import assert from 'node:assert/strict';
import test from 'node:test';
import { NcloudClient } from '../../../src/client/index';
import { startSandbox } from '../../../src/sandbox/index';
import { listServers, type Operation, operateServer, type Server, type ServerState } from '../../../src/servers/index';

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
