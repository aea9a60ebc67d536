import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NotSentError } from '../../../src/client';
import { flatten, formBody, type Params, type ParamValue } from '../../../src/client/params';

test('nested values become 1-based flat names', () => {
  const params = {
    regionCode: 'KR',
    serverCreateCount: 2,
    isProtectServerTermination: false,
    networkInterfaceList: [
      { networkInterfaceOrder: 0, subnetNo: '10', accessControlGroupNoList: ['7', '8'] },
      { networkInterfaceOrder: 1, subnetNo: '11' },
    ],
    serverInstanceNoList: ['1', '2'],
  };
  assert.deepEqual(flatten(params), [
    ['regionCode', 'KR'],
    ['serverCreateCount', '2'],
    ['isProtectServerTermination', 'false'],
    ['networkInterfaceList.1.networkInterfaceOrder', '0'],
    ['networkInterfaceList.1.subnetNo', '10'],
    ['networkInterfaceList.1.accessControlGroupNoList.1', '7'],
    ['networkInterfaceList.1.accessControlGroupNoList.2', '8'],
    ['networkInterfaceList.2.networkInterfaceOrder', '1'],
    ['networkInterfaceList.2.subnetNo', '11'],
    ['serverInstanceNoList.1', '1'],
    ['serverInstanceNoList.2', '2'],
  ]);
});

test('flat wire names stay as they are', () => {
  const params = { 'networkInterfaceList.1.ip': '10.0.0.6', 'x.2': true };
  assert.deepEqual(flatten(params), [
    ['networkInterfaceList.1.ip', '10.0.0.6'],
    ['x.2', 'true'],
  ]);
});

test('what is empty is left out and uses up no index', () => {
  const params = { a: undefined, b: null, c: '', d: [], e: {}, f: ['', 'x', null, { g: '' }, 'y'], zero: 0, no: false };
  assert.deepEqual(flatten(params), [
    ['f.1', 'x'],
    ['f.2', 'y'],
    ['zero', '0'],
    ['no', 'false'],
  ]);
});

test('integers are plain digits', () => {
  assert.deepEqual(flatten({ a: 1e21, b: 4294967296, c: 10n ** 20n, d: -1, e: 0.5 }), [
    ['a', '1000000000000000000000'],
    ['b', '4294967296'],
    ['c', '100000000000000000000'],
    ['d', '-1'],
    ['e', '0.5'],
  ]);
});

test('the body is form-encoded UTF-8 with the format first', () => {
  const params = { responseFormatType: 'xml', name: '서버 1+2=3&x', script: '#!/bin/sh\necho hi' };
  assert.equal(
    formBody(params, 'json'),
    'responseFormatType=json&name=%EC%84%9C%EB%B2%84+1%2B2%3D3%26x&script=%23%21%2Fbin%2Fsh%0Aecho+hi',
  );
});

test('what has no form is refused before it is sent', () => {
  const endless: { [name: string]: ParamValue } = {};
  endless.again = endless;
  const values = [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', endless, (() => 1) as never, Symbol('s') as never];
  for (const value of values) {
    assert.throws(
      () => formBody({ value }, 'json'),
      (error) => error instanceof NotSentError && error.reason === 'bad-parameter' && error.outcome === 'rejected',
    );
  }
});

test('values are nested eight deep at most, in objects and in lists', () => {
  const nested = (depth: number): ParamValue => (depth === 0 ? 'x' : { a: nested(depth - 1) });
  const listed = (depth: number): ParamValue => (depth === 0 ? 'x' : [listed(depth - 1)]);
  assert.deepEqual(flatten({ v: nested(8) }), [['v.a.a.a.a.a.a.a.a', 'x']]);
  assert.deepEqual(flatten({ v: listed(8) }), [['v.1.1.1.1.1.1.1.1', 'x']]);
  for (const v of [nested(9), listed(9)]) assert.throws(() => flatten({ v }), { reason: 'bad-parameter' });
});

test('a refusal names the parameter, cut to 80 characters, and not its value', () => {
  const refusals: readonly (readonly [unknown, RegExp])[] = [
    [Number.NaN, /^The parameter a{80} is not a finite number\. /],
    ['secret\ud800', /^The parameter a{80} holds half a character\. /],
    [() => 'secret', /^The parameter a{80} is a function\. /],
  ];
  for (const [value, message] of refusals) {
    assert.throws(() => flatten({ ['a'.repeat(90)]: value as never }), { message });
  }
});

test('any text survives encoding', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1, unit: 'grapheme' })), (params) => {
      const { responseFormatType: _, ...sent } = params as Params;
      const read = [...new URLSearchParams(formBody(params, 'json'))].slice(1);
      assert.deepEqual(read, Object.entries(sent));
    }),
  );
});
