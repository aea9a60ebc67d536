// Everything that can be shown has words in both languages, and they are sentences.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  actions,
  codeText,
  createParameters,
  docPage,
  gatewayCodes,
  type Problem,
  referenceText,
  returnCodes,
  rules,
  sections,
} from '../../../src/reference/index';

const args: Problem['args'] = Object.fromEntries(
  [
    'unit',
    'allowed',
    'names',
    'expected',
    'other',
    'spec',
    'image',
    'script',
    'os',
    'value',
    'vpc',
    'own',
    'usage',
    'block',
    'ip',
    'type',
    'name',
    'severity',
  ]
    .map((key) => [key, key] as const)
    .concat([]),
);
const numbers = {
  limit: 21847,
  actual: 30000,
  count: 2,
  start: 999,
  sum: 1001,
  low: 10,
  middle: 20,
  high: 100,
  min: 10,
  max: 2000,
  storages: 2,
};

for (const locale of ['en', 'ko'] as const) {
  const text = referenceText(locale);
  const codes = codeText(locale);
  const sentence = locale === 'ko' ? /(?:다|오)\.$/ : /^\P{Ll}.*\.$/u;

  test(`${locale}: labels and hints`, () => {
    for (const environment of ['vpc', 'classic'] as const) {
      for (const { name } of createParameters[environment]) {
        assert.notEqual(text.label(environment, name), name, name);
        assert.match(text.hint(environment, name), /\.$/, name);
      }
    }
    assert.equal(text.label('vpc', 'nothing'), 'nothing');
    assert.equal(text.hint('vpc', 'toString'), '');
  });

  test(`${locale}: sections`, () => {
    assert.equal(new Set(sections.map((section) => text.section(section))).size, sections.length);
  });

  test(`${locale}: lists, choices and values of enums have words`, () => {
    for (const environment of ['vpc', 'classic'] as const) {
      for (const { name, oneOf } of createParameters[environment]) {
        const list = /^([^.]+)\.N\./.exec(name)?.[1];
        if (list !== undefined) assert.notEqual(text.list(list), list);
        if (oneOf !== undefined) assert.notEqual(text.choice(oneOf), oneOf);
      }
      const flat = { en: 'Flat rate a month', ko: '월 정액 요금제' };
      assert.equal(text.value(environment, 'feeSystemTypeCode', 'FXSUM'), flat[locale]);
      assert.equal(text.value(environment, 'feeSystemTypeCode', 'toString'), 'toString');
    }
  });

  test(`${locale}: every rule has a sentence that fills in all it uses`, () => {
    for (const rule of Object.keys(rules)) {
      for (const unit of ['characters', 'bytes', 'base64', 'items', 'value', 'gigabytes']) {
        const problem: Problem = { name: 'serverName', rule, severity: 'error', args: { ...args, ...numbers, unit } };
        const said = text.problem(problem, 'vpc');
        assert.match(said, sentence, rule);
        assert.doesNotMatch(said, /undefined|NaN| {2}/, rule);
      }
    }
  });

  test(`${locale}: every return code has a sentence and a remedy`, () => {
    for (const code of [...Object.keys(returnCodes), '9900001', '9900002']) {
      const said = codes.returnCode('classic', code);
      assert.match(said?.sentence ?? '', sentence, code);
      assert.match(said?.remedy ?? '', sentence, code);
    }
    for (const code of Object.keys(gatewayCodes)) assert.match(codes.gatewayCode(code)?.sentence ?? '', sentence, code);
    assert.equal(codes.returnCode('vpc', '424242'), undefined);
    assert.equal(codes.returnCode('classic', '24301')?.name, 'userData');
  });
}

test('an unknown limit is written with its figures', () => {
  const problem: Problem = {
    name: 'userData',
    rule: 'tooMuch',
    severity: 'error',
    args: { unit: 'base64', limit: 21847, actual: 21848 },
  };
  assert.match(referenceText('en').problem(problem, 'classic'), /21,848.*21,847.*16,383/);
  assert.match(referenceText('ko').problem(problem, 'classic'), /21,848.*21,847.*16,383/);
});

test('every choice that people make has a word for each of its values, and for no other', () => {
  for (const { name, type, enum: values, enumWords = {}, supplied } of [
    ...createParameters.vpc,
    ...createParameters.classic,
  ]) {
    if (type === 'boolean' || supplied) continue;
    assert.deepEqual(Object.keys(enumWords), values ?? [], name);
  }
});

test('every parameter with a pattern says what its form is', () => {
  const patterned = [...actions.flatMap((action) => action.parameters)].filter(
    (parameter) => parameter.pattern !== undefined,
  );
  for (const { name, form } of patterned) assert.ok(form, name);
});

test('pages have an address in each language', () => {
  const page = createParameters.vpc[0]?.page ?? '';
  assert.equal(docPage(page, 'ko'), 'https://api.ncloud-docs.com/docs/compute-vserver-server-createserverinstances');
  assert.equal(docPage(page, 'en'), 'https://api.ncloud-docs.com/docs/en/compute-vserver-server-createserverinstances');
});
