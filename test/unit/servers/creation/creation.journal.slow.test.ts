// Creations with the journal on a real disk: what stands there when the request leaves, and what two windows do.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { NcloudClient } from '../../../../src/client/index';
import type { Values } from '../../../../src/reference/index';
import { startSandbox } from '../../../../src/sandbox/index';
import type { Intent } from '../../../../src/servers/creation/intent';
import { Journal } from '../../../../src/servers/creation/journal';
import { Fleet } from '../../../../src/servers/fleet';
import { Catalog, Creations, type Place, type Prepared } from '../../../../src/servers/index';
import { CreationFiles, isAlive, self } from '../../../../src/ui/creation-files';
import { serve } from '../../../support/fault-server';
import { encodings } from '../../client/encodings';

const create = 'createServerInstances';
const script = '#!/bin/bash\necho "c4nary-in-a-script & 100%"\n';

/** Windows that make Classic servers at a sandbox, through a server that looks into the folder at each request. */
async function open(t: TestContext) {
  const sandbox = await startSandbox();
  t.after(() => sandbox.stop());
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-creations-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const texts = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  /** The files at the moment of each request to create. */
  const seen: Intent[][] = [];
  const between = await serve(t, async (response, { method, url, headers, body }) => {
    if (url.includes(create)) seen.push(texts().map((text) => JSON.parse(text)));
    const answer = await fetch(`${sandbox.endpoint}${url}`, { method, headers: headers as HeadersInit, body }).catch(
      () => undefined,
    );
    if (!answer) response.destroy();
    else {
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    }
  });
  const { accessKey, secretKey } = sandbox;
  /** One a process, as windows are. */
  const window = (accountId = 'a', pid = process.pid) => {
    const client = new NcloudClient({ endpoint: between.endpoint, accessKey, secretKey });
    const journal = new Journal(new CreationFiles(folder), { self: { ...self, pid }, isAlive });
    const fleet = new Fleet(journal);
    const catalog = new Catalog(client, 'classic', '1');
    const price = async () => undefined;
    const place: Place = { accountId, environment: 'classic', region: '1', client, catalog, price };
    t.after(() => {
      fleet.dispose();
      journal.dispose();
    });
    const carryOut = (serverName: string) => {
      const values: Values = { serverImageProductCode: 'SPSW0LINUX000046', zoneNo: '2', serverName, userData: script };
      const plan = { names: [serverName], facts: [], values };
      const context = { environment: 'classic', rows: {} } as const;
      const prepared: Prepared = { kind: 'prepared', place, values, context, plan, price: undefined };
      return new Creations(fleet, journal).carryOut(prepared);
    };
    return { journal, fleet, carryOut };
  };
  return { sandbox, window, seen, texts };
}

test('when the request leaves its record is on the disk, as sent; the answer puts the number beside it', async (t) => {
  const { window, seen, texts } = await open(t);
  const { carryOut, journal, fleet } = window();
  const conclusion = await carryOut('web');
  assert.ok(conclusion.kind === 'created', conclusion.kind);
  const [[intent, ...others] = []] = seen;
  assert.deepEqual([seen.length, others.length], [1, 0]);
  assert.deepEqual([intent?.stage, intent?.names, intent?.owner], ['sent', ['web'], self]);
  assert.deepEqual(intent?.params, { serverImageProductCode: 'SPSW0LINUX000046', zoneNo: '2', serverName: 'web' });
  const [server] = conclusion.servers;
  assert.deepEqual(JSON.parse(texts()[0] ?? '').made, { web: server?.number });
  fleet.renewSome('a', [server?.number ?? ''], conclusion.servers, Date.now());
  await journal.load();
  assert.deepEqual(texts(), []);
});

test('what was refused leaves no record, and what was lost one without key, secret or script, however written', async (t) => {
  const { sandbox, window, texts } = await open(t);
  const { carryOut } = window();
  const refusal = JSON.stringify({ responseError: { returnCode: '77777', returnMessage: 'no' } });
  sandbox.faults.add({ action: create, where: 'before-commit', what: { status: 400, body: refusal } });
  assert.equal((await carryOut('web')).kind, 'rejected');
  assert.deepEqual(texts(), []);
  sandbox.faults.add({ action: create, where: 'after-commit', what: 'reset' });
  assert.equal((await carryOut('web')).kind, 'unknown');
  const [text = ''] = texts();
  assert.match(text, /"isLost": true/);
  for (const [name, encode] of Object.entries(encodings)) {
    for (const secret of [sandbox.accessKey, sandbox.secretKey, script.trim(), 'c4nary-in-a-script']) {
      assert.ok(!text.includes(encode(secret)), name);
    }
  }
});

test('of two windows that ask for one name at the same moment one is sent at most, and no name is held for ever', async (t) => {
  const { sandbox, window } = await open(t);
  const windows = [window('a'), window('b', process.ppid)];
  for (let round = 0; round < 5; round++) {
    const ends = await Promise.all(windows.map(({ carryOut }) => carryOut(`web-${round}`)));
    const kinds = ends.map(({ kind }) => kind).sort();
    assert.equal(kinds.filter((kind) => kind === 'created').length, 1, String(kinds));
    assert.match(kinds[1] ?? '', /^name-(elsewhere|taken)$/);
  }
  assert.deepEqual(sandbox.commits.length, 5);
});
