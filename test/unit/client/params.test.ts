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

test('any text survives encoding', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1, unit: 'grapheme' })), (params) => {
      const { responseFormatType: _, ...sent } = params as Params;
      const read = [...new URLSearchParams(formBody(params, 'json'))].slice(1);
      assert.deepEqual(read, Object.entries(sent));
    }),
  );
});
