import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { Asker } from '../../../media/questions';
import { FormState } from '../../../media/state';
import type { Ask, Questions } from '../../../src/protocol';
import { emptyForm, type FormMemory, type LeftForm, type Row } from '../../../src/reference/index';

const account = { id: 'a', label: 'a', environment: 'vpc', region: 'KR', sandbox: false } as const;

function formWith(values: Record<string, string>, memory: FormMemory = emptyForm('vpc').memory) {
  const asked: Ask<Questions>[] = [];
  const asker = new Asker<Questions>((message) => void asked.push(message));
  const draft = { environment: 'vpc', values, chosen: {} } as const;
  const state = new FormState('en', account, { draft, memory }, [], asker.ask, () => undefined);
  const receive = async (parameter: string, rows: readonly Row[]) => {
    state.change(state.draft);
    const question = asked.find(
      ({ question }) => question.type === 'lookup' && question.lookup.parameter === parameter,
    );
    assert.ok(question, parameter);
    asker.receive({ type: 'answer', id: question.id, answer: rows });
    await setImmediate();
  };
  return { state, receive, asked };
}

test('the number of servers counts only as a whole number', () => {
  const count = (text: string) => formWith({ serverName: 'web', serverCreateCount: text }).state.derived.names.length;
  assert.deepEqual(['2', ' 2 ', '2.5', '-3', 'x', '0'].map(count), [2, 2, 1, 1, 1, 1]);
});

test('a count that is no whole number is a problem', () => {
  const { faults } = formWith({ serverName: 'web', serverCreateCount: '2.5' }).state.derived;
  assert.ok(faults.some(({ name, severity }) => name === 'serverCreateCount' && severity === 'error'));
});

test('the login key to start with is the newest one, as NCP would take it', async () => {
  const { state, receive } = formWith({});
  await receive('loginKeyName', [
    { keyName: 'old', createDate: '2021-03-01T09:00:00+0900' },
    { keyName: 'newest', createDate: '2026-01-31T23:59:59+0900' },
    { keyName: 'middle', createDate: '2025-12-01T09:00:00+0900' },
  ]);
  assert.equal(state.draft.values.loginKeyName, 'newest');
});

test('login keys without a date: the first', async () => {
  const { state, receive } = formWith({});
  await receive('loginKeyName', [{ keyName: 'one' }, { keyName: 'two' }]);
  assert.equal(state.draft.values.loginKeyName, 'one');
});

test('a name is in use as long as the host says so', () => {
  const { state } = formWith({ serverName: 'web' });
  const isTaken = () => state.derived.faults.some(({ text }) => text === state.strings.taken('web'));
  const seen = [['db'], ['db', 'web'], ['db'], []].map((names) => {
    state.take(names);
    return isTaken();
  });
  assert.deepEqual(seen, [false, true, false, false]);
  assert.equal(state.draft.values.serverName, 'web');
});

test('what is missing is told as such until one has tried without it', () => {
  const { state } = formWith({});
  const told = () => {
    const { problems, missing } = state.told;
    const isName = ({ name }: { name: string }) => name === 'serverName';
    return problems.some(isName) ? 'problem' : missing.some(isName) ? 'missing' : 'fine';
  };
  const seen = [told()];
  state.leave('serverName');
  seen.push(told());
  state.judgeAll();
  seen.push(told());
  state.change({ ...state.draft, values: { ...state.draft.values, serverName: 'web' } }, 'serverName');
  seen.push(told());
  state.release(['web']);
  seen.push(told());
  assert.deepEqual(seen, ['missing', 'missing', 'problem', 'fine', 'missing']);
});

test('what is wrong is a problem at once, and shown at its field when that is left', () => {
  const { state } = formWith({ serverName: '9' });
  assert.ok(state.told.problems.some(({ name }) => name === 'serverName'));
  assert.deepEqual(state.faultsAt('serverName'), []);
  state.leave('serverName');
  assert.notEqual(state.faultsAt('serverName').length, 0);
});

test('the serial number is asked for with several servers, or once it is there', () => {
  const stands = (values: Record<string, string>) => formWith(values).state.stands('serverCreateStartNo');
  const several = [{}, { serverCreateCount: '2' }, { serverCreateCount: ' 2 ' }, { serverCreateStartNo: '5' }].map(
    stands,
  );
  assert.deepEqual(several, [false, true, true, true]);
});

test('eth0 has the subnet of the server, unless the draft gives it another', () => {
  const of = (first: Record<string, string>) =>
    formWith({ subnetNo: '7', ...first, 'networkInterfaceList.2.ip': '' }).state;
  const own = 'networkInterfaceList.1.subnetNo';
  assert.deepEqual(
    [{}, { [own]: '7' }, { [own]: '8' }, { [own]: '' }].map((first) => of(first).stands(own)),
    [false, false, true, true],
  );
  assert.ok(of({}).stands('networkInterfaceList.2.subnetNo'));
});

/** A form in which a spec and a VPC were picked, as it was left, and what it then showed. */
async function leftForm() {
  const { state, receive } = formWith({ serverName: 'web', serverCreateCount: '2' });
  const image = { serverImageNo: '23214590', serverImageName: 'ubuntu-22.04', hypervisorType: { code: 'KVM' } };
  const spec = { serverSpecCode: 's2-g3', serverProductCode: 'SVR.VSVR.A', cpuCount: 2, memorySize: 8 * 1024 ** 3 };
  await receive('vpcNo', [{ vpcNo: '30000001', vpcName: 'main' }]);
  await receive('serverImageNo', [image]);
  await receive('serverSpecCode', [spec]);
  state.change({ ...state.draft, values: { ...state.draft.values, vpcNo: '30000001' } }, 'vpcNo');
  const price = { product: 'SVR.VSVR.A', price: { hourly: 94, day: '2026-11-21', isSample: true } };
  state.prices.remember(price);
  const shown = (form: FormState) => ({
    texts: ['vpcNo', 'serverImageNo', 'serverSpecCode'].map((name) => {
      const parameter = form.derived.fields.find((field) => field.name === name)?.parameter;
      return parameter && form.choices(parameter, name).find(({ value }) => value === form.draft.values[name])?.text;
    }),
    briefs: form.derived.sent.map((name) => form.shownValue(name, form.draft.values[name] ?? '')),
    fields: form.derived.fields.map(({ name }) => name),
    kept: form.derived.kept,
    price: form.prices.line(form.derived, 'en'),
  });
  return { state, shown };
}

test('a form that is shown again looks as it was left, before any list or price has come', async () => {
  const { state, shown } = await leftForm();
  const before = shown(state);
  assert.match(String(before.texts), /main.*ubuntu-22\.04.*s2-g3/);
  assert.match(before.price ?? '', /188/);
  const left: LeftForm = JSON.parse(JSON.stringify(state.held));
  const again = formWith(left.draft.values, left.memory);
  assert.deepEqual(shown(again.state), before);
  assert.deepEqual(JSON.parse(JSON.stringify(again.state.held)), left);
  assert.ok(again.asked.every(({ question }) => question.type === 'lookup'));
});

test('what is looked up counts, and no more what was shown before', async () => {
  const { state } = await leftForm();
  const { draft, memory } = state.held;
  const again = formWith(draft.values, memory);
  await again.receive('vpcNo', [{ vpcNo: '30000001', vpcName: 'renamed' }]);
  assert.equal(again.state.shownValue('vpcNo', '30000001'), 'renamed');
  await again.receive('serverSpecCode', [{ serverSpecCode: 'other' }]);
  assert.notEqual(again.state.draft.values.serverSpecCode, 's2-g3');
});

test('only what the user sets is held, and what the form fills in is filled in anew when it is shown again', async () => {
  const { state, receive } = formWith({});
  await receive('vpcNo', [{ vpcNo: '1', vpcName: 'main' }]);
  assert.equal(state.draft.values.vpcNo, '1');
  assert.equal(state.isHeld, false);
  assert.equal(state.held.memory.changed, undefined);
  const again = formWith(state.draft.values, state.held.memory);
  await again.receive('vpcNo', [{ vpcNo: '2', vpcName: 'other' }]);
  assert.equal(again.state.draft.values.vpcNo, '2');
  assert.equal(again.state.notes.at('vpcNo'), undefined);
  again.state.change({ ...again.state.draft, values: { ...again.state.draft.values, serverName: 'w' } }, 'serverName');
  assert.equal(again.state.isHeld, true);
  assert.ok(again.state.held.memory.changed);
});

test('an emptied form holds nothing and starts as a new one, and another form can take its place', async () => {
  const { state } = await leftForm();
  const { held } = state;
  state.leave('serverName');
  state.notes.say('vpcNo', 'a note');
  state.continued = 1;
  state.replace(emptyForm('vpc'));
  assert.equal(state.isHeld, false);
  assert.equal(state.draft.values.serverName, undefined);
  assert.equal(state.draft.values.serverCreateCount, '1');
  assert.deepEqual(
    [state.notes.at('vpcNo'), state.continued, state.faultsAt('serverName')],
    [undefined, undefined, []],
  );
  state.replace(held);
  assert.deepEqual(state.held, held);
});

test('after a creation the form asks for the next servers: one, without a name and without a red word', async () => {
  for (const kind of ['created', 'unknown'] as const) {
    const { state } = formWith({
      serverName: 'web',
      serverCreateCount: '2',
      serverCreateStartNo: '5',
      serverSpecCode: 's',
    });
    state.leave('serverName');
    state.verdict = { kind, text: 'Requested' };
    state.release(['web005', 'web006']);
    const { serverName, serverCreateCount, serverCreateStartNo, serverSpecCode } = state.draft.values;
    assert.deepEqual([serverName, serverCreateCount, serverCreateStartNo, serverSpecCode], ['', '1', undefined, 's']);
    assert.deepEqual(state.derived.names, ['']);
    assert.ok(state.isSpent);
    assert.deepEqual(state.faultsAt('serverName'), []);
    state.change({ ...state.draft, values: { ...state.draft.values, serverName: 'db' } }, 'serverName');
    assert.ok(!state.isSpent);
  }
});

test('after a creation a name that was typed meanwhile stays, with its count', () => {
  const { state } = formWith({ serverName: 'db', serverCreateCount: '2' });
  state.verdict = { kind: 'created', text: 'Requested' };
  state.release(['web001', 'web002']);
  assert.deepEqual([state.draft.values.serverName, state.draft.values.serverCreateCount], ['db', '2']);
  assert.ok(!state.isSpent);
});

test('servers have no names before a name is given, and are as many', () => {
  const { state } = formWith({ serverCreateCount: '3' });
  assert.deepEqual(state.derived.names, ['', '', '']);
});
