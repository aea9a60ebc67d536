// What follows from the operating system of an image: which one it is, and the narrower limits that it brings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Context,
  createParameters,
  type Environment,
  type Row,
  referenceText,
  ruleReturnCode,
  type Values,
  validate,
} from '../../../src/reference/index';
import { imageNames, systemOf } from '../../../src/reference/systems';
import { classicValues, code, productValues, vpcContext, vpcValues, without, withRow } from './support';

/** An image in one of the ways to name one, with or without its row. */
interface Image {
  readonly environment: Environment;
  readonly name: string;
  readonly value: string;
  readonly row?: Row;
  readonly system: 'LNX' | 'WND' | undefined;
}

const images: readonly Image[] = [
  {
    environment: 'vpc',
    name: 'serverImageNo',
    value: '16187007',
    row: { osCategoryType: code('WINDOWS') },
    system: 'WND',
  },
  {
    environment: 'vpc',
    name: 'serverImageNo',
    value: '16187007',
    row: { serverImageProductCode: 'SW.VSVR.OS.WND64.WND.SVR2016EN.B100' },
    system: 'WND',
  },
  {
    environment: 'vpc',
    name: 'serverImageNo',
    value: '23214590',
    row: { osCategoryType: code('LINUX') },
    system: 'LNX',
  },
  { environment: 'vpc', name: 'serverImageNo', value: '23214590', system: undefined },
  { environment: 'vpc', name: 'serverImageProductCode', value: 'SW.VSVR.OS.WND64.WND.SVR2019EN.B100', system: 'WND' },
  {
    environment: 'vpc',
    name: 'serverImageProductCode',
    value: 'SW.VSVR.DBMS.WND64.WND.SVR2019STDEN.MSSQL.2022.B100',
    row: { platformType: code('WND64') },
    system: 'WND',
  },
  { environment: 'vpc', name: 'serverImageProductCode', value: 'SW.VSVR.OS.LNX64.CNTOS.0708.B050', system: 'LNX' },
  {
    environment: 'vpc',
    name: 'memberServerImageInstanceNo',
    value: '77',
    row: { originalServerImageProductCode: 'SW.VSVR.OS.WND64.WND.SVR2016EN.B100' },
    system: 'WND',
  },
  { environment: 'vpc', name: 'memberServerImageInstanceNo', value: '77', system: undefined },
  { environment: 'classic', name: 'serverImageProductCode', value: 'SPSW0WINNTEN0016A', system: 'WND' },
  { environment: 'classic', name: 'serverImageProductCode', value: 'SPSWBMWINNT00001', system: 'WND' },
  { environment: 'classic', name: 'serverImageProductCode', value: 'SPSW0LINUX000139', system: 'LNX' },
  {
    environment: 'classic',
    name: 'serverImageProductCode',
    value: 'SPSW0LINUX000067',
    row: { platformType: code('UBS64') },
    system: 'LNX',
  },
  {
    environment: 'classic',
    name: 'memberServerImageNo',
    value: '5',
    row: { memberServerImagePlatformType: code('WND32') },
    system: 'WND',
  },
  {
    environment: 'classic',
    name: 'memberServerImageNo',
    value: '5',
    row: { memberServerImagePlatformType: code('CNT64') },
    system: 'LNX',
  },
  { environment: 'classic', name: 'memberServerImageNo', value: '5', system: undefined },
];

test('the system of an image follows from its row or its product code', () => {
  for (const { name, value, row, system } of images) assert.equal(systemOf(row, value), system, `${name} ${value}`);
});

function filled({ environment, name, value, row }: Image, more: Values): { values: Values; context: Context } {
  const base = environment === 'vpc' ? without(vpcValues, 'serverSpecCode') : classicValues;
  const values = { ...without(base, ...imageNames[environment]), [name]: value, ...more };
  return { values, context: { environment, rows: row ? { [name]: row } : {} } };
}

/** A name of that many characters which is good in both environments. */
const nameOf = (length: number) => `w${'a'.repeat(length - 1)}`;

test('names by system, number of servers and length: 15 with Windows, 30 else, the serial number counted', () => {
  const tally = { allowed: 0, warned: 0, refused: 0 };
  for (const image of images) {
    for (const count of [1, 2, 3, 20]) {
      for (let length = 1; length <= 31; length++) {
        const { values, context } = filled(image, { serverName: nameOf(length), serverCreateCount: String(count) });
        const about = validate(values, context).filter(({ name }) => name === 'serverName');
        const full = count > 1 ? length + 3 : length;
        const isWindows = image.system === 'WND';
        const isPlainFault = length < 3 || length > 30;
        const expected = isPlainFault
          ? 'error'
          : isWindows && full > 15
            ? { vpc: 'warning', classic: 'error' }[image.environment]
            : full > 30
              ? 'warning'
              : undefined;
        const where = `${image.name} ${image.value} ×${count} ${length}`;
        assert.deepEqual(
          about.map(({ severity }) => severity),
          expected ? [expected] : [],
          where,
        );
        if (!isPlainFault && expected) assert.equal(about[0]?.args.actual, full, where);
        tally[expected === undefined ? 'allowed' : expected === 'error' ? 'refused' : 'warned']++;
      }
    }
  }
  assert.ok(Math.min(...Object.values(tally)) > 100, JSON.stringify(tally));
});

test('every limit that a system brings is checked, whatever parameter has it', () => {
  for (const environment of ['vpc', 'classic'] as const) {
    const limited = createParameters[environment].filter((parameter) => 'systemLimits' in parameter);
    assert.deepEqual(
      limited.map(({ name }) => name),
      ['serverName'],
    );
    for (const { name, systemLimits, limits } of limited) {
      for (const [system, limit] of Object.entries(systemLimits ?? {})) {
        const plain = limits?.find(({ unit }) => unit === limit.unit);
        assert.ok((limit.max ?? 0) < (plain?.max ?? 0), `${name} ${system} is not narrower`);
      }
    }
  }
});

test('a Windows name is told in full, with the return code of Classic', () => {
  const windows = images.find(({ value }) => value === 'SPSW0WINNTEN0016A');
  assert.ok(windows);
  const { values, context } = filled(windows, { serverName: 'win-server-ab', serverCreateCount: '3' });
  const [problem] = validate(values, context);
  assert.ok(problem);
  assert.deepEqual(problem.args, {
    unit: 'characters',
    limit: 15,
    actual: 16,
    value: 'win-server-ab001',
    os: 'WND',
    severity: 'error',
  });
  assert.match(referenceText('en').problem(problem, 'classic'), /^Shorten .*win-server-ab001.* 16 .*Windows.* 15/);
  assert.match(referenceText('ko').problem(problem, 'classic'), /Windows.*15자.*win-server-ab001.*16자/);
  // With the message's own place, or a guess in its stead, the same field is named.
  assert.match(ruleReturnCode(problem, 'classic').message, /location : serverName$/);
});

test('Micro and the hourly plan exclude each other in VPC, however the two are given', () => {
  const micro = { productType: code('MICRO') };
  const specs: readonly { values: Values; context: Context; isMicro: boolean }[] = [
    { values: { ...vpcValues, serverSpecCode: 'mi1-g3' }, context: { environment: 'vpc', rows: {} }, isMicro: true },
    { values: vpcValues, context: vpcContext, isMicro: false },
    { values: vpcValues, context: withRow(vpcContext, 'serverSpecCode', micro), isMicro: true },
    { values: productValues, context: { environment: 'vpc', rows: { serverProductCode: micro } }, isMicro: true },
    { values: productValues, context: { environment: 'vpc', rows: {} }, isMicro: false },
    // A spec that is not sent.
    {
      values: { ...productValues, serverSpecCode: 'mi1-g3' },
      context: { environment: 'vpc', rows: {} },
      isMicro: false,
    },
    { values: classicValues, context: { environment: 'classic', rows: { serverProductCode: micro } }, isMicro: false },
  ];
  const plan = fc.constantFrom('', 'MTRAT', 'FXSUM');
  fc.assert(
    fc.property(fc.constantFrom(...specs), plan, ({ values, context, isMicro }, feeSystemTypeCode) => {
      const found = validate({ ...values, feeSystemTypeCode }, context).filter(({ rule }) => rule === 'microFee');
      const expected = isMicro && feeSystemTypeCode !== 'FXSUM' ? ['feeSystemTypeCode'] : [];
      assert.deepEqual(
        found.map(({ name }) => name),
        expected,
      );
    }),
  );
});
