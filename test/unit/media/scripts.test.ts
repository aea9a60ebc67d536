// What speaks against a script is asked once, and of a file again when it may have been edited.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Derived } from '../../../media/derive';
import { ScriptChecks } from '../../../media/scripts';
import { type Draft, emptyForm } from '../../../src/reference/index';

const { draft } = emptyForm('vpc');

function open() {
  const asked: string[] = [];
  const ask = async ({ form, value, system = '' }: { form: string; value: string; system?: string }) => {
    asked.push(`${form} ${value} ${system}`.trim());
    return [{ severity: 'error', text: `fault ${asked.length}` }];
  };
  const checks = new ScriptChecks(ask as never, () => undefined);
  const want = async (script: Pick<Draft, 'script'>, values: Record<string, string> = {}) => {
    const derived = { values, context: { environment: 'vpc', rows: {} }, sent: Object.keys(values) };
    checks.want({ ...draft, ...script }, derived as unknown as Derived);
    await sleep(250);
    return checks.faults.map(({ text }) => text);
  };
  return { asked, checks, want };
}

test('a file is asked about again when the user comes back, and what was wrong before goes', async () => {
  const { asked, checks, want } = open();
  const script = { script: 'file:///ws/web.sh' };
  assert.deepEqual(await want(script), ['fault 1']);
  assert.deepEqual(await want(script), ['fault 1']);
  checks.renew();
  assert.deepEqual(await want(script), ['fault 2']);
  assert.deepEqual(asked, ['file file:///ws/web.sh', 'file file:///ws/web.sh']);
});

test('a script at NCP is not asked for again', async () => {
  const { asked, checks, want } = open();
  await want({}, { initScriptNo: '7' });
  checks.renew();
  await want({}, { initScriptNo: '7' });
  assert.deepEqual(asked, ['initScriptNo 7']);
});

test('a file is asked about for the system of the image that is sent', async () => {
  const { asked, want } = open();
  const script = { script: 'file:///ws/web.sh' };
  await want(script, { serverImageProductCode: 'SW.VSVR.OS.WND64.WND.SVR2019.B100' });
  await want(script, { serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050' });
  assert.deepEqual(asked, ['file file:///ws/web.sh WND', 'file file:///ws/web.sh LNX']);
  await want({}, { initScriptNo: '7', serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050' });
  assert.equal(asked.at(-1), 'initScriptNo 7');
});
