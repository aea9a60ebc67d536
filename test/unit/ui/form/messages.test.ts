import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createParameters, type Draft, emptyForm, genericName } from '../../../../src/reference/index';
import { Drafts } from '../../../../src/ui/form/drafts';
import { checkedDraft, checkedMessage } from '../../../../src/ui/form/messages';

const draft: Draft = {
  environment: 'vpc',
  values: { serverName: 'web-', 'networkInterfaceList.1.accessControlGroupNoList.2': '42', serverImageNo: '' },
  chosen: { image: 'serverImageNo' },
};

const memory = {
  rows: { vpcNo: { vpcNo: '7', vpcName: 'main', vpcStatus: { code: 'RUN', codeName: 'run' } } },
  filled: ['vpcNo'],
  price: { product: 'SVR.VSVR', price: { hourly: 94, day: '2026-11-21', isSample: true } },
  changed: 1764511200000,
};

const ask = (question: unknown, id: unknown = 1) => ({ type: 'ask', id, question });

test('every message of the page is accepted as it is', () => {
  const messages = [
    { type: 'ready' },
    { type: 'touched' },
    { type: 'draft', draft, memory },
    { type: 'draft', draft, memory: { rows: {}, filled: [] } },
    { type: 'create', draft },
    { type: 'savePreset', draft },
    { type: 'preview', draft },
    ask({ type: 'price', product: 'SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002' }),
    ask({ type: 'checkScript', form: 'initScriptNo', value: '7', reach: 'nat' }),
    ask({ type: 'checkScript', form: 'userData', value: '' }),
    ask({ type: 'checkScript', form: 'file', value: 'file:///home/me/web.sh' }),
    ask({ type: 'checkScript', form: 'file', value: 'file:///home/me/web.sh', system: 'WND' }),
    { type: 'make', parameter: 'loginKeyName', maker: 'importLoginKey' },
    ask({ type: 'lookup', lookup: { parameter: 'vpcNo', params: {} } }),
    ask({ type: 'lookup', lookup: { parameter: 'serverSpecCode', params: { serverImageNo: '7' } }, fresh: true }),
    { type: 'openPage', parameter: 'networkInterfaceList.N.ip' },
  ];
  for (const message of messages) assert.deepEqual(checkedMessage(message, 'vpc'), message);
});

test('fields beside the agreed ones do not come through', () => {
  assert.deepEqual(checkedMessage({ type: 'ready', command: 'workbench.action.quit' }, 'vpc'), { type: 'ready' });
});

test('a message that is not as agreed is refused', () => {
  const lookup = { parameter: 'vpcNo', params: {} };
  const refused: unknown[] = [
    undefined,
    null,
    'ready',
    [],
    {},
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'executeCommand', command: 'x' },
    { type: 'draft' },
    { type: 'draft', draft },
    ...[
      { rows: [] },
      { rows: { noSuchParameter: {} } },
      { rows: { vpcNo: 'main' } },
      { filled: ['noSuchParameter'] },
      { filled: 'vpcNo' },
      { filled: Array(501).fill('vpcNo') },
      { changed: '1' },
      { changed: Number.NaN },
      { changed: 9e15 },
      { changed: Number.MAX_VALUE },
      { price: { product: '/' } },
      { price: { ...memory.price, price: { hourly: '94', day: '2026-11-21', isSample: true } } },
      { price: { ...memory.price, price: { day: 'today', isSample: true } } },
    ].map((other) => ({ type: 'draft', draft, memory: { ...memory, ...other } })),
    { type: 'draft', draft: { ...draft, environment: 'classic' }, memory },
    { type: 'draft', draft: { ...draft, script: '/etc/passwd' }, memory },
    { type: 'draft', draft: { ...draft, script: 7 }, memory },
    { type: 'draft', draft: { ...draft, values: [] }, memory },
    { type: 'draft', draft: { ...draft, values: { noSuchParameter: 'x' } }, memory },
    { type: 'draft', draft: { ...draft, values: { serverName: 1 } }, memory },
    { type: 'draft', draft: { ...draft, values: { 'networkInterfaceList.N.ip': '10.0.0.1' } }, memory },
    { type: 'draft', draft: { ...draft, values: { 'networkInterfaceList.0.ip': '10.0.0.1' } }, memory },
    { type: 'draft', draft: { ...draft, values: { 'networkInterfaceList.01.ip': '10.0.0.1' } }, memory },
    { type: 'draft', draft: { ...draft, values: { 'networkInterfaceList.1000000.ip': '10.0.0.1' } }, memory },
    { type: 'draft', draft: { ...draft, values: { serverDescription: 'x'.repeat(2 * 1024 * 1024) } }, memory },
    { type: 'create', draft: { ...draft, chosen: { image: 'vpcNo' } } },
    { type: 'create', draft: { ...draft, chosen: { other: 'serverImageNo' } } },
    ask({ type: 'lookup', lookup }, 0),
    ask({ type: 'lookup', lookup }, 1.5),
    ask({ type: 'lookup', lookup }, '1'),
    ask({ type: 'lookup', lookup, fresh: 'yes' }),
    ask({ type: 'lookup', lookup: { parameter: 'serverName', params: {} } }),
    ask({ type: 'lookup', lookup: { parameter: 'getServerInstanceList', params: {} } }),
    ask({ type: 'lookup', lookup: { parameter: 'subnetNo', params: { regionCode: 'KR' } } }),
    ask({ type: 'lookup', lookup: { parameter: 'subnetNo', params: { vpcNo: 'x'.repeat(2000) } } }),
    { type: 'openPage', parameter: 'https://example.com' },
    { type: 'preview', draft: { ...draft, values: [] } },
    ask({ type: 'checkScript', form: 'serverName', value: '' }),
    ask({ type: 'checkScript', form: 'userData', value: '' }, 0),
    ask({ type: 'checkScript', form: 'userData', value: 7 }),
    ask({ type: 'checkScript', form: 'userData', value: '', reach: 'moon' }),
    ask({ type: 'checkScript', form: 'file', value: 'file:///home/me/web.sh', system: 'MAC' }),
    { type: 'lookup', lookup },
    { type: 'ask', id: 1 },
    ask('lookup'),
    ask({ type: 'ready' }),
    ask({ type: 'toString' }),
    ask({ type: '__proto__' }),
    ask({ type: 'price' }),
    ask({ type: 'price', product: '' }),
    ask({ type: 'price', product: 'x'.repeat(200) }),
    ask({ type: 'price', product: 'a&regionCode=KR' }),
    { type: 'make', parameter: 'loginKeyName', maker: 'uploadScript' },
    { type: 'make', parameter: 'vpcNo', maker: 'createLoginKey' },
    { type: 'make', parameter: 'loginKeyName', maker: 'toString' },
  ];
  for (const message of refused) assert.equal(checkedMessage(message, 'vpc'), undefined, JSON.stringify(message));
});

test('no junk is accepted and none makes it throw', () => {
  const types = fc.constantFrom('ready', 'draft', 'create', 'ask', 'openPage');
  const names = fc.oneof(fc.string(), fc.constantFrom(...createParameters.vpc.map(({ name }) => name)));
  const junk = fc.oneof(
    fc.anything(),
    fc.record({ type: types, draft: fc.anything(), question: fc.anything(), id: fc.anything(), parameter: names }),
    fc.record({
      type: fc.constant('ask'),
      id: fc.oneof(fc.anything(), fc.constant(1)),
      question: fc.record({
        type: fc.constantFrom('lookup', 'price', 'checkScript', 'ready'),
        lookup: fc.oneof(fc.anything(), fc.record({ parameter: names, params: fc.dictionary(names, fc.string()) })),
        product: fc.anything(),
        value: fc.anything(),
        parameter: names,
      }),
    }),
    fc.record({
      type: types,
      draft: fc.record({
        environment: fc.constantFrom('vpc', 'classic'),
        values: fc.dictionary(names, fc.oneof(fc.string(), fc.anything())),
        chosen: fc.dictionary(names, names),
      }),
      memory: fc.oneof(
        fc.anything(),
        fc.record({ rows: fc.dictionary(names, fc.anything()), filled: fc.array(names), price: fc.anything() }),
        fc.constant({ rows: {}, filled: [] }),
      ),
    }),
  );
  const known = new Set(createParameters.vpc.map(({ name }) => name));
  const fields = new Set(createParameters.vpc.filter(({ supplied }) => !supplied).map(({ name }) => name));
  fc.assert(
    fc.property(junk, (message) => {
      const checked = checkedMessage(message, 'vpc');
      if (checked === undefined) return;
      if ('draft' in checked) {
        assert.equal(checked.draft.environment, 'vpc');
        for (const [name, value] of Object.entries(checked.draft.values)) {
          assert.ok(fields.has(genericName(name)) && typeof value === 'string');
        }
      }
      if (checked.type === 'openPage') assert.ok(known.has(checked.parameter));
      if (checked.type === 'ask' && checked.question.type === 'lookup') {
        assert.ok(known.has(checked.question.lookup.parameter));
      }
    }),
    { numRuns: 2000 },
  );
});

test('a stored draft of another environment is not taken', () => {
  assert.equal(checkedDraft(draft, 'classic'), undefined);
  assert.deepEqual(checkedDraft(JSON.parse(JSON.stringify(draft)), 'vpc'), draft);
});

test('a script is taken from any folder that a computer can have, and in VPC only', () => {
  // Each byte of a path of 4096 takes three characters.
  const script = `file:///${encodeURIComponent('가'.repeat(1360))}/web.sh`;
  const message = { type: 'create', draft: { ...draft, script } };
  assert.deepEqual(checkedMessage(message, 'vpc'), message);
  const classic = { environment: 'classic', values: {}, chosen: {} };
  assert.deepEqual(checkedDraft(classic, 'classic'), classic);
  assert.equal(checkedDraft({ ...classic, script }, 'classic'), undefined);
});

test('a stored draft that names a region is not restored', () => {
  const stored: Record<string, unknown> = {
    hostile: { draft: { ...draft, values: { ...draft.values, regionCode: 'SGN' } }, memory },
    good: { draft, memory },
  };
  const state = { keys: () => [], get: () => stored as never, update: async () => {} };
  const get = (accountId: string) => new Drafts(state).get({ accountId, number: 1 }, 'vpc');
  assert.deepEqual(get('hostile'), emptyForm('vpc'));
  assert.deepEqual(get('good'), { draft, memory });
});

for (const environment of ['vpc', 'classic'] as const) {
  const supplied = createParameters[environment].filter((parameter) => parameter.supplied).map(({ name }) => name);

  test(`${environment}: what the account supplies is refused in every draft`, () => {
    assert.ok(supplied.length > 0);
    for (const name of supplied) {
      for (const value of ['SGN', 'xml', '']) {
        const hostile = { environment, values: { serverName: 'web', [name]: value }, chosen: {} };
        assert.equal(checkedDraft(hostile, environment), undefined, name);
        for (const type of ['draft', 'create', 'preview', 'savePreset']) {
          assert.equal(checkedMessage({ type, draft: hostile, memory }, environment), undefined, `${type} ${name}`);
        }
      }
    }
  });
}
