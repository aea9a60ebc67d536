// The folder of the journal on a real disk: what is there after a kill, what several processes do to each other, and
// what a disk does that is full, slow or somebody else's.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  promises as disk,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseIntent } from '../../../src/servers/creation/intent-text';
import { Journal } from '../../../src/servers/creation/journal';
import { CreationFiles, isAlive, self } from '../../../src/ui/creation-files';
import { eventually } from '../../support/eventually';
import { ask, holderOf } from '../../support/intents';

function open(t: TestContext) {
  const parent = mkdtempSync(join(tmpdir(), 'ncloud-creations-'));
  t.after(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, 'storage', 'creations');
  const files = new CreationFiles(folder);
  const ids = async () => (await files.read()).map(({ id }) => id).sort();
  return { parent, folder, files, ids };
}

/** What the child process does until it is killed: claims, sends, and forgets every other one. */
async function writeOn(folder: string): Promise<never> {
  const journal = new Journal(new CreationFiles(folder), { self, isAlive });
  for (let count = 0; ; count++) {
    if (count === 1) process.stdout.write('.');
    const sent = await ask(journal, 'a', [`web-${process.pid}-${count}`]);
    if (count % 2 === 0) await journal.abandon(sent);
  }
}

if (process.env.NCLOUD_WRITE_TO) await writeOn(process.env.NCLOUD_WRITE_TO);

/** Has a call to the disk end otherwise, for all who import it, until the test ends or `restore`. */
function replace(t: TestContext, name: 'link' | 'open' | 'mkdir', run: () => Promise<never>) {
  const mock = t.mock.method(disk, name, run);
  syncBuiltinESMExports();
  const restore = () => {
    mock.mock.restore();
    syncBuiltinESMExports();
  };
  t.after(restore);
  return restore;
}

/** A process of another owner that has ended. */
async function ended(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('a folder that is not there is empty, and is made with the first file, for its owner only', async (t) => {
  const { folder, files, ids } = open(t);
  assert.deepEqual(await ids(), []);
  await files.remove('never');
  await files.create('a', 'one');
  assert.deepEqual(await files.read(), [{ id: 'a', path: join(folder, 'a.json'), text: 'one' }]);
  if (process.platform !== 'win32') assert.equal(statSync(join(folder, 'a.json')).mode & 0o777, 0o600);
  await assert.rejects(files.create('a', 'two'), { code: 'EEXIST' });
  await files.replace('a', 'three');
  assert.deepEqual([readFileSync(join(folder, 'a.json'), 'utf8'), readdirSync(folder)], ['three', ['a.json']]);
  await files.remove('a');
  await files.remove('a');
  assert.deepEqual(readdirSync(folder), []);
});

test('where a disk has no links a file is made all the same, and one that is there stays', async (t) => {
  const { folder, files } = open(t);
  replace(t, 'link', async () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })));
  await files.create('a', 'one');
  await assert.rejects(files.create('a', 'two'), { code: 'EEXIST' });
  assert.deepEqual([readFileSync(join(folder, 'a.json'), 'utf8'), readdirSync(folder)], ['one', ['a.json']]);
});

test('what a process has left unfinished is not read, and goes when it is old', async (t) => {
  const { folder, files, ids } = open(t);
  await files.create('a', 'one');
  for (const name of ['b.1.tmp', 'c.2.tmp']) writeFileSync(join(folder, name), 'half');
  const old = new Date(Date.now() - 2 * 60 * 60_000);
  utimesSync(join(folder, 'c.2.tmp'), old, old);
  assert.deepEqual(await ids(), ['a']);
  assert.deepEqual(readdirSync(folder).sort(), ['a.json', 'b.1.tmp']);
});

test('what cannot be read does not hide what can', async (t) => {
  const { folder, files } = open(t);
  await files.create('a', 'one');
  mkdirSync(join(folder, 'folder.json'));
  writeFileSync(join(folder, 'long.json'), Buffer.alloc(3_000_000, 'x'));
  const texts = new Map((await files.read()).map(({ id, text }) => [id, text]));
  assert.deepEqual([texts.get('a'), texts.get('folder'), texts.get('long')], ['one', '', '']);
});

test('a thousand files are read, also while they go', async (t) => {
  const { folder, files, ids } = open(t);
  mkdirSync(folder, { recursive: true });
  for (let number = 0; number < 1000; number++) writeFileSync(join(folder, `${number}.json`), '{}');
  const before = performance.now();
  assert.equal((await ids()).length, 1000);
  assert.ok(performance.now() - before < 4000, `${performance.now() - before} ms`);
  const reading = files.read();
  for (let number = 0; number < 1000; number += 2) rmSync(join(folder, `${number}.json`), { force: true });
  const left = await reading;
  assert.ok(left.length >= 500 && left.every(({ text }) => text === '{}'));
});

test('whoever watches hears of what others write, also when the folder comes later', async (t) => {
  const { folder, files } = open(t);
  let heard = 0;
  const watching = files.watch(() => {
    heard += 1;
  });
  await files.create('a', 'one');
  heard = 0;
  await new CreationFiles(folder).create('b', 'two');
  await eventually('heard', () => heard > 0);
  watching.dispose();
  await pause(50);
  heard = 0;
  await new CreationFiles(folder).create('c', 'three');
  await pause(100);
  assert.equal(heard, 0);
});

test('a process that runs is alive, one that has ended is not, and of another computer nobody knows', async () => {
  assert.deepEqual(
    [isAlive(self), isAlive({ ...self, pid: await ended() }), isAlive({ pid: 1, host: 'elsewhere' })],
    [true, false, true],
  );
});

test('a full or a read-only disk refuses a creation and leaves nothing behind', async (t) => {
  for (const failing of ['open', 'mkdir'] as const) {
    const { folder, files } = open(t);
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const restore = replace(t, failing, async () => Promise.reject(full));
    const journal = new Journal(files, { self, isAlive });
    await assert.rejects(ask(journal, 'a', ['web']), full);
    restore();
    await journal.load();
    assert.deepEqual([journal.list('a'), await files.read()], [[], []]);
    await ask(journal, 'a', ['web']);
    assert.equal(readdirSync(folder).length, 1);
    journal.dispose();
  }
});

test('a disk that never answers refuses a creation in time', async (t) => {
  const { files } = open(t);
  replace(t, 'open', () => new Promise(() => undefined));
  const journal = new Journal(files, { self, isAlive, deadline: 200 });
  const before = performance.now();
  await assert.rejects(ask(journal, 'a', ['web']), { name: 'LateError' });
  assert.ok(performance.now() - before < 3000);
  assert.deepEqual(journal.list('a'), []);
  journal.dispose();
});

test('what a process wrote before it was killed is whole, and says whether anything was sent', async (t) => {
  const { folder, files } = open(t);
  const first = new Journal(files, { self: { ...self, pid: await ended() }, isAlive });
  const holder = holderOf('a');
  const claim = await first.claim(holder, { names: ['web'], params: {}, timestamp: 1 });
  assert.ok('stage' in claim);
  const second = new Journal(new CreationFiles(folder), { self, isAlive });
  await second.load();
  assert.deepEqual(second.list('a'), [], 'never sent');
  await eventually('removed', () => readdirSync(folder).length === 0);
  await first.send(claim, { before: [], timestamp: 1 });
  await second.load();
  assert.deepEqual(
    second.list('a').map(({ name, state }) => [name, state]),
    [['web', 'unknown']],
  );
  first.dispose();
  second.dispose();
});

test('killed at any moment a process leaves whole files and nothing else', async (t) => {
  const { folder, files } = open(t);
  const seen = new Set<string>();
  for (let round = 0; round < 15; round++) {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
      env: { ...process.env, NCLOUD_WRITE_TO: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await pause(Math.random() * 25);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const owner = { ...self, pid: child.pid ?? 0 };
    for (const { id, text } of await files.read()) {
      const parsed = parseIntent(id, text);
      assert.ok(parsed.kind === 'intent', `${id}: ${text}`);
      assert.deepEqual(parsed.intent.owner.host, owner.host);
      seen.add(parsed.intent.stage);
    }
  }
  assert.deepEqual([...seen].sort(), ['claimed', 'sent']);
  const journal = new Journal(files, { self, isAlive });
  await journal.load();
  const sent = (await files.read()).filter(({ text }) => text.includes('"sent"'));
  assert.deepEqual(journal.unawaited('a').length, sent.length);
  journal.dispose();
});
