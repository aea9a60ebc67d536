import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Commit, type Sandbox, startSandbox } from '../../../src/sandbox';
import { ask, refused, sandboxFor, vpcServerParams } from './support';

const numbers = (...list: string[]) =>
  Object.fromEntries(list.map((number, place) => [`serverInstanceNoList.${place + 1}`, number]));

/** Status, operation and name of a server; undefined when it is gone. */
async function phase(sandbox: Sandbox, service: string, number: string): Promise<string | undefined> {
  const { serverInstanceList } = await ask(sandbox, service, 'getServerInstanceList', numbers(number));
  const [row] = serverInstanceList;
  if (!row) return undefined;
  return `${row.serverInstanceStatus.code} ${row.serverInstanceOperation.code} ${row.serverInstanceStatusName}`;
}

async function makeServer(sandbox: Sandbox, service: string): Promise<string> {
  const params =
    service === 'vserver'
      ? await vpcServerParams(sandbox)
      : { serverImageProductCode: 'SPSW0LINUX000139', serverName: 'classic-one' };
  return (await ask(sandbox, service, 'createServerInstances', params)).serverInstanceList[0].serverInstanceNo;
}

for (const service of ['vserver', 'server']) {
  test(`${service}: a whole life at real speed`, async (t) => {
    const start = Date.now();
    const sandbox = await sandboxFor(t, { speed: 'real', servers: 0 });
    const number = await makeServer(sandbox, service);
    const passed: (string | undefined)[] = [];
    for (let second = 0; second <= 40; second += 1) {
      const now = await phase(sandbox, service, number);
      if (now !== passed.at(-1)) passed.push(now);
      sandbox.advance(1000);
    }
    assert.deepEqual(passed, [
      'INIT NULL init',
      'CREAT CREAT creating',
      'CREAT START booting',
      'CREAT SETUP setting up',
      'RUN NULL running',
    ]);

    const go = async (action: string, during: string, seconds: number, after: string | undefined) => {
      const answer = await ask(sandbox, service, `${action}ServerInstances`, numbers(number));
      const [row] = answer.serverInstanceList;
      assert.equal(
        `${row.serverInstanceStatus.code} ${row.serverInstanceOperation.code} ${row.serverInstanceStatusName}`,
        during,
      );
      assert.equal(await phase(sandbox, service, number), during);
      sandbox.advance(seconds * 1000);
      assert.equal(await phase(sandbox, service, number), after);
    };
    await go('reboot', 'RUN RESTA rebooting', 12, 'RUN NULL running');
    await go('stop', 'RUN SHTDN shutting down', 8, 'NSTOP NULL stopped');
    await go('start', 'NSTOP START booting', 15, 'RUN NULL running');
    await go('stop', 'RUN SHTDN shutting down', 8, 'NSTOP NULL stopped');
    await go('terminate', 'NSTOP TERMT terminating', 8, undefined);
    assert.deepEqual(
      sandbox.commits.map(({ action }) => action),
      ['create', 'reboot', 'stop', 'start', 'stop', 'terminate'].map((verb) => `${verb}ServerInstances`),
    );
    assert.ok(sandbox.commits.every(({ at }) => Date.parse(at) >= start));
  });

  test(`${service}: instant changes are done by the next request`, async (t) => {
    const sandbox = await sandboxFor(t, { servers: 0 });
    const number = await makeServer(sandbox, service);
    assert.equal(await phase(sandbox, service, number), 'RUN NULL running');
    await ask(sandbox, service, 'stopServerInstances', numbers(number));
    assert.equal(await phase(sandbox, service, number), 'NSTOP NULL stopped');
    await ask(sandbox, service, 'terminateServerInstances', numbers(number));
    assert.equal(await phase(sandbox, service, number), undefined);
  });

  test(`${service}: commands are refused in the wrong status or operation`, async (t) => {
    const sandbox = await sandboxFor(t, { speed: 'real', servers: 0 });
    const codes = (classic: string, vpc = '99.*') => new RegExp(`^${service === 'server' ? classic : vpc}$`);
    const busy = codes('25041', '3001008');
    const tell = async (action: string, ...list: string[]) =>
      (await refused(sandbox, service, `${action}ServerInstances`, numbers(...list))).returnCode;
    const number = await makeServer(sandbox, service);
    assert.match(await tell('stop', number), codes('25041'));
    sandbox.advance(60_000);
    assert.match(await tell('start', number), codes('25041'));
    assert.match(await tell('terminate', number), codes('25022'));
    await ask(sandbox, service, 'stopServerInstances', numbers(number));
    for (const action of ['start', 'stop', 'reboot']) assert.match(await tell(action, number), busy);
    assert.match(await tell('terminate', number), codes('25017', '1100031'));
    sandbox.advance(60_000);
    assert.match(await tell('stop', number), codes('25041'));
    assert.match(await tell('start', '1'), codes('24120'));
    assert.match(await tell('start', number, number), /^99/);
    assert.match(await tell('start', number, '1'), codes('24120'));
    assert.equal(await phase(sandbox, service, number), 'NSTOP NULL stopped');
    assert.equal(sandbox.commits.length, 2);
  });

  test(`${service}: a protected server stays until protection is off`, async (t) => {
    const sandbox = await sandboxFor(t, { servers: 0 });
    const serverInstanceNo = await makeServer(sandbox, service);
    const protect = (isProtectServerTermination: boolean) =>
      ask(sandbox, service, 'setProtectServerTermination', { serverInstanceNo, isProtectServerTermination });
    await ask(sandbox, service, 'stopServerInstances', numbers(serverInstanceNo));
    assert.equal((await protect(true)).serverInstanceList[0].isProtectServerTermination, true);
    const { returnCode } = await refused(sandbox, service, 'terminateServerInstances', numbers(serverInstanceNo));
    assert.match(returnCode, /^99/);
    await protect(false);
    await protect(false);
    await ask(sandbox, service, 'terminateServerInstances', numbers(serverInstanceNo));
    assert.deepEqual(
      sandbox.commits.slice(1).map(({ action }) => action),
      ['stopServerInstances', 'setProtectServerTermination', 'setProtectServerTermination', 'terminateServerInstances'],
    );
  });
}

test('a number makes changes that many times faster', async (t) => {
  const sandbox = await sandboxFor(t, { speed: 10, servers: 0 });
  const number = await makeServer(sandbox, 'vserver');
  sandbox.advance(2700);
  assert.equal(await phase(sandbox, 'vserver', number), 'CREAT SETUP setting up');
  sandbox.advance(200);
  assert.equal(await phase(sandbox, 'vserver', number), 'RUN NULL running');
});

test('a public IP outlives its VPC server and holds a Classic one', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 1 });
  const [vpc] = (await ask(sandbox, 'vserver', 'getServerInstanceList')).serverInstanceList;
  await ask(sandbox, 'vserver', 'stopServerInstances', numbers(vpc.serverInstanceNo));
  await ask(sandbox, 'vserver', 'terminateServerInstances', numbers(vpc.serverInstanceNo));
  const { publicIpInstanceList } = await ask(sandbox, 'vserver', 'getPublicIpInstanceList', { isAssociated: false });
  assert.deepEqual(
    publicIpInstanceList.map((row: Record<string, string>) => [row.publicIp, row.serverInstanceNo, row.serverName]),
    [[vpc.publicIp, '', '']],
  );
  const left = await ask(sandbox, 'vserver', 'getBlockStorageInstanceList');
  assert.equal(left.totalRows, 0);

  const [classic] = (await ask(sandbox, 'server', 'getServerInstanceList')).serverInstanceList;
  await ask(sandbox, 'server', 'stopServerInstances', numbers(classic.serverInstanceNo));
  const { returnCode } = await refused(
    sandbox,
    'server',
    'terminateServerInstances',
    numbers(classic.serverInstanceNo),
  );
  assert.equal(returnCode, '24073');
});

test('a spec is changed while the server is stopped', async (t) => {
  const sandbox = await sandboxFor(t, { speed: 'real', servers: 2 });
  const [running, stopped] = (await ask(sandbox, 'vserver', 'getServerInstanceList')).serverInstanceList;
  const tell = async (params: Record<string, string>) =>
    (await refused(sandbox, 'vserver', 'changeServerInstanceSpec', params)).returnCode;
  const serverInstanceNo = stopped.serverInstanceNo;
  assert.match(await tell({ serverInstanceNo: running.serverInstanceNo, serverSpecCode: 's4-g2-s50' }), /^99/);
  assert.match(await tell({ serverInstanceNo }), /^99/);
  assert.match(await tell({ serverInstanceNo, serverSpecCode: stopped.serverSpecCode }), /^99/);
  assert.match(await tell({ serverInstanceNo, serverSpecCode: 's4-g2-s50' }), /^99/);
  assert.equal(await tell({ serverInstanceNo, serverSpecCode: 'none' }), '1401');
  const answer = await ask(sandbox, 'vserver', 'changeServerInstanceSpec', {
    serverInstanceNo,
    serverSpecCode: 'c4-g3',
  });
  assert.equal(answer.serverInstanceList[0].serverInstanceStatusName, 'changingSpec');
  sandbox.advance(10_000);
  assert.equal(await phase(sandbox, 'vserver', serverInstanceNo), 'NSTOP NULL stopped');
  const renamed = await ask(sandbox, 'vserver', 'changeServerInstanceName', {
    serverInstanceNo,
    serverName: 'new-name',
  });
  assert.deepEqual([renamed.serverInstanceList[0].serverName, renamed.serverInstanceList[0].cpuCount], ['new-name', 4]);
});

test('commits go to a file as JSON lines, one a server, or to a function', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'commits.jsonl');
  const sandbox = await sandboxFor(t, { servers: 0, commitLog: file });
  await ask(sandbox, 'vserver', 'createServerInstances', {
    ...(await vpcServerParams(sandbox)),
    serverCreateCount: 2,
  });
  const lines = (await readFile(file, 'utf8')).split('\n');
  assert.equal(lines.pop(), '');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    sandbox.commits,
  );
  assert.equal(lines.length, 2);
  assert.match(lines[0] ?? '', /^\{"action":"createServerInstances","serverInstanceNo":"\d+","at":"[\dT:.-]+Z"\}$/);

  const seen: Commit[] = [];
  const other = await sandboxFor(t, { servers: 0, commitLog: (entry) => seen.push(entry) });
  await makeServer(other, 'server');
  assert.deepEqual(seen, other.commits);
});

test('init scripts and login keys', async (t) => {
  const sandbox = await sandboxFor(t);
  const made = await ask(sandbox, 'vserver', 'createInitScript', {
    initScriptName: 'my-script',
    initScriptContent: '#!/bin/sh\n',
  });
  const { initScriptNo } = made.initScriptList[0];
  const { initScriptList } = await ask(sandbox, 'vserver', 'getInitScriptList', { initScriptName: 'my-script' });
  assert.equal(initScriptList[0].initScriptContent, '');
  for (const params of [
    { initScriptContent: '#!/bin/sh\necho 안녕' },
    { initScriptContent: 'x', initScriptName: 'my-script' },
    { initScriptContent: 'x', initScriptName: '-bad' },
  ]) {
    assert.match((await refused(sandbox, 'vserver', 'createInitScript', params)).returnCode, /^99/);
  }
  await ask(sandbox, 'vserver', 'deleteInitScripts', { 'initScriptNoList.1': initScriptNo });
  assert.match(
    (await refused(sandbox, 'vserver', 'deleteInitScripts', { 'initScriptNoList.1': initScriptNo })).returnCode,
    /^99/,
  );

  const key = await ask(sandbox, 'vserver', 'createLoginKey', { keyName: 'my-key' });
  assert.deepEqual(Object.keys(key), ['keyName', 'privateKey', 'requestId', 'returnCode', 'returnMessage']);
  assert.match(key.privateKey, /^-----BEGIN RSA PRIVATE KEY-----\n[\s\S]+-----\nSANDBOX throw-away key my-key/);
  assert.match((await refused(sandbox, 'vserver', 'createLoginKey', { keyName: 'my-key' })).returnCode, /^99/);
  const { loginKeyList } = await ask(sandbox, 'vserver', 'getLoginKeyList', { keyName: 'my-key' });
  assert.match(loginKeyList[0].publicKey, /^ssh-rsa AAAAB3NzaC1yc2E\S+ SANDBOX-my-key$/);
  assert.match(loginKeyList[0].fingerprint, /^([0-9a-f]{2}:){15}[0-9a-f]{2}$/);
  await ask(sandbox, 'vserver', 'importLoginKey', { keyName: 'again', publicKey: loginKeyList[0].publicKey });
  assert.match(
    (await refused(sandbox, 'vserver', 'importLoginKey', { publicKey: 'ssh-ed25519 AAAA me' })).returnCode,
    /^99/,
  );

  const params = { ...(await vpcServerParams(sandbox)), loginKeyName: 'my-key' };
  const [{ serverInstanceNo }] = (await ask(sandbox, 'vserver', 'createServerInstances', params)).serverInstanceList;
  assert.match((await refused(sandbox, 'vserver', 'deleteLoginKeys', { 'keyNameList.1': 'my-key' })).returnCode, /^99/);
  const password = await ask(sandbox, 'vserver', 'getRootPassword', {
    serverInstanceNo,
    privateKey: key.privateKey.replaceAll('\n', '\\n'),
  });
  assert.equal(password.rootPassword, `SANDBOX-${serverInstanceNo}`);
  const [{ serverInstanceNo: other }] = (await ask(sandbox, 'vserver', 'getServerInstanceList')).serverInstanceList;
  const { privateKey } = key;
  assert.match(
    (await refused(sandbox, 'vserver', 'getRootPassword', { serverInstanceNo: other, privateKey })).returnCode,
    /^99/,
  );

  const classic = await ask(sandbox, 'server', 'createLoginKey', { keyName: 'my-key' });
  assert.deepEqual(Object.keys(classic), ['requestId', 'returnCode', 'returnMessage', 'privateKey']);
  assert.equal((await refused(sandbox, 'server', 'createLoginKey', { keyName: 'my-key' })).returnCode, '10405');
  assert.equal(
    (await refused(sandbox, 'server', 'deleteLoginKey', { keyName: 'demo-classic-key' })).returnCode,
    '10407',
  );
  await ask(sandbox, 'server', 'deleteLoginKey', { keyName: 'my-key' });
  assert.equal((await refused(sandbox, 'server', 'deleteLoginKey', { keyName: 'my-key' })).returnCode, '10406');
});

test('the same seed and the same requests give the same bytes', async (t) => {
  const now = () => 1_800_000_000_000;
  const run = async (seed: number) => {
    const sandbox = await startSandbox({ now, seed, speed: 'real', servers: 6 });
    t.after(() => sandbox.stop());
    const original = Date.now;
    Date.now = now;
    try {
      const made = await ask(sandbox, 'server', 'createServerInstances', {
        serverImageProductCode: 'SPSW0LINUX000139',
      });
      sandbox.advance(30_000);
      const listed = await ask(sandbox, 'vserver', 'getServerInstanceList');
      const keys = await ask(sandbox, 'vserver', 'getLoginKeyList');
      return JSON.stringify([made, listed, keys, sandbox.commits]);
    } finally {
      Date.now = original;
    }
  };
  const first = await run(7);
  assert.equal(await run(7), first);
  assert.notEqual(await run(8), first);
});

test('a thousand servers', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 1000 });
  const started = performance.now();
  const { serverInstanceList, totalRows } = await ask(sandbox, 'vserver', 'getServerInstanceList');
  assert.ok(performance.now() - started < 5000);
  assert.equal(totalRows, 1000);
  assert.equal(new Set(serverInstanceList.map((row: { serverInstanceNo: string }) => row.serverInstanceNo)).size, 1000);
  assert.ok(serverInstanceList.every((row: { serverName: string }) => row.serverName.startsWith('demo-')));
  const perZone = await Promise.all(
    ['2', '3'].map(async (zoneNo) => (await ask(sandbox, 'server', 'getServerInstanceList', { zoneNo })).totalRows),
  );
  assert.deepEqual(perZone, [1000, 0]);
});

test('the first four servers are in different states', async (t) => {
  const sandbox = await sandboxFor(t, { speed: 'real' });
  const { serverInstanceList } = await ask(sandbox, 'vserver', 'getServerInstanceList');
  assert.deepEqual(
    serverInstanceList.map((row: Record<string, unknown>) => [
      row.serverName,
      row.serverInstanceStatusName,
      row.isProtectServerTermination,
      row.publicIp !== '',
    ]),
    [
      ['demo-web', 'running', false, true],
      ['demo-batch', 'stopped', false, false],
      ['demo-db', 'running', true, false],
      ['demo-build', 'booting', false, false],
    ],
  );
});
