import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSame, isSameText, listScripts, readScript, usersOfScript } from '../../../../src/scripts/library/list';
import { freeName, isScriptName, scriptNameFor } from '../../../../src/scripts/library/names';
import { uploadScript } from '../../../../src/scripts/library/upload';
import { bench, draft, hurried, MemoryJournal } from './support';

test('scripts are listed with their operating system, and their text is read apart', async (t) => {
  const { place } = await bench(t);
  const scripts = await listScripts(place);
  assert.deepEqual(
    scripts.map(({ name, osType }) => [name, osType]),
    [
      ['demo-linux-hello', 'LNX'],
      ['demo-windows-hello', 'WND'],
    ],
  );
  assert.match((await readScript(place, scripts[0]?.number ?? ''))?.content ?? '', /^#!\/bin\/bash\n/);
  assert.equal(await readScript(place, '1'), undefined);
});

test('in Classic the list itself holds the texts', async (t) => {
  const { place, calls } = await bench(t, 'classic');
  const [script] = await listScripts(place);
  assert.match((await readScript(place, script?.number ?? ''))?.content ?? '', /^#!\/bin\/bash\n/);
  assert.equal(await readScript(place, '1'), undefined);
  assert.equal(calls('getInitScriptDetail'), 0);
});

test('a refusal of the detail counts as gone only when the list does not name the script either', async (t) => {
  const { place, sandbox } = await bench(t);
  const [script] = await listScripts(place);
  const body = JSON.stringify({ responseError: { returnCode: '10712', returnMessage: 'no' } });
  const refusal = { action: 'getInitScriptDetail', where: 'before-commit', what: { status: 400, body } } as const;
  sandbox.faults.add(refusal, refusal);
  await assert.rejects(readScript(place, script?.number ?? ''), { name: 'ApiError' });
  assert.equal(await readScript(place, '1'), undefined);
  assert.deepEqual(sandbox.faults.pending(), []);
});

test('the same text is found again, another operating system or other line ends are not the same', async (t) => {
  const { place } = await bench(t);
  const scripts = await listScripts(place);
  const [first] = scripts;
  const content = (await readScript(place, first?.number ?? ''))?.content ?? '';
  const wanted = { content, osType: 'LNX', name: 'x' } as const;
  assert.equal((await findSame(place, scripts, wanted))?.number, first?.number);
  assert.equal(await findSame(place, scripts, { ...wanted, osType: 'WND' }), undefined);
  assert.equal(await findSame(place, scripts, { ...wanted, content: content.replaceAll('\n', '\r\n') }), undefined);
  assert.equal(isSameText('a\n', 'a'), true);
});

test('servers that were created with a script are named', async (t) => {
  const { place } = await bench(t);
  const outcome = await uploadScript(place, draft, new MemoryJournal(), hurried);
  assert.ok(outcome.kind === 'uploaded');
  const { number } = outcome.script;
  assert.deepEqual(await usersOfScript(place, number), []);
  const image = { regionCode: 'KR', serverImageNo: '16187005' };
  const [spec] = await place.client.list('vserver', 'getServerSpecList', image);
  const [subnet] = await place.client.list('vpc', 'getSubnetList', { regionCode: 'KR' });
  const [acg] = await place.client.list('vserver', 'getAccessControlGroupList', { regionCode: 'KR' });
  await place.client.call('vserver', 'createServerInstances', {
    ...image,
    serverSpecCode: String(spec?.serverSpecCode),
    vpcNo: String(subnet?.vpcNo),
    subnetNo: String(subnet?.subnetNo),
    serverName: 'with-script',
    initScriptNo: number,
    networkInterfaceList: [{ networkInterfaceOrder: 0, accessControlGroupNoList: [String(acg?.accessControlGroupNo)] }],
  });
  assert.deepEqual(
    (await usersOfScript(place, number)).map(({ name }) => name),
    ['with-script'],
  );
});

test('names of files become names that NCP takes', () => {
  const names = ['install.sh', '설치.sh', '2024 Web Setup!.py', 'a', `${'x'.repeat(29)}-y.sh`, '.bashrc', 'init-.sh'];
  assert.deepEqual(names.map(scriptNameFor), [
    'install',
    'init-script',
    'web-setup',
    'init-script',
    'x'.repeat(29),
    'bashrc',
    'init',
  ]);
  for (const name of names) assert.ok(isScriptName(scriptNameFor(name)), name);
});

test('a name in use gets the first free number, and stays within 30 characters', () => {
  assert.equal(freeName('web', ['other']), 'web');
  assert.equal(freeName('web', ['WEB', 'web-2']), 'web-3');
  assert.equal(freeName('web-2', ['web-2']), 'web-3');
  const long = freeName('x'.repeat(30), ['x'.repeat(30)]);
  assert.ok(isScriptName(long) && long.endsWith('-2'));
});
