import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Converters, type Tree } from '../../../src/client/convert';
import type { Shape } from '../../../src/reference';

const shape: Shape = {
  name: 'string',
  size: 'number',
  isOn: 'boolean',
  status: 'code',
  serverInstanceList: [{ shape: 'server.ServerInstance' }],
  publicIp: { shape: 'server.PublicIpInstance' },
  networkInterfaceNoList: ['string'],
};

const malformed = { name: 'BadAnswerError', reason: 'malformed' };

function converted(tree: Tree, fields: Shape = shape): Tree {
  return new Converters().fields(fields)(structuredClone(tree));
}

/** What becomes of the value of one field, where the answer has no other. */
function one(name: string, value: unknown): unknown {
  return converted({ [name]: value }, name in shape ? { [name]: shape[name] ?? 'string' } : {})[name];
}

test('a number is one that is written as such, with blanks around it at most', () => {
  const numbers: readonly (readonly [unknown, number | undefined])[] = [
    [7, 7],
    ['7', 7],
    [' -12.50\n', -12.5],
    ['1e3', 1_000],
    ['1.5E+2', 150],
    ['2e-1', 0.2],
    ['no 7', undefined],
    ['7 GB', undefined],
    ['1.2.3', undefined],
    ['.5', undefined],
    ['5.', undefined],
    ['0x10', undefined],
    ['1e', undefined],
    ['--1', undefined],
    ['', undefined],
    [true, undefined],
    [null, undefined],
    [[7], undefined],
    [{ value: 7 }, undefined],
  ];
  for (const [value, number] of numbers) assert.equal(one('size', value), number, JSON.stringify(value));
});

test('a boolean is true or false, as a word with blanks around it too', () => {
  const booleans: readonly (readonly [unknown, boolean | undefined])[] = [
    [true, true],
    [false, false],
    ['true', true],
    [' false\n', false],
    ['yes', undefined],
    ['', undefined],
    [1, undefined],
    [{}, undefined],
  ];
  for (const [value, boolean] of booleans) assert.equal(one('isOn', value), boolean, JSON.stringify(value));
});

test('text is as received, also where it came as a number or a boolean, and no other thing is text', () => {
  const texts: readonly (readonly [unknown, unknown])[] = [
    [' a ', ' a '],
    ['', ''],
    [42, '42'],
    [0.5, '0.5'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    [false, 'false'],
    [null, ''],
    [{}, ''],
    [{ '#text': '\n ' }, ''],
    [[], ''],
    [{ a: 1 }, undefined],
    [['a'], undefined],
  ];
  for (const [value, text] of texts) assert.equal(one('name', value), text, JSON.stringify(value));
  assert.throws(() => one('name', 2 ** 53), malformed);
  assert.throws(() => one('status', { code: -(2 ** 53) }), malformed);
});

test('a code has a code and a name, whatever there is of it', () => {
  const codes: readonly (readonly [unknown, string, string])[] = [
    [{ code: 'RUN', codeName: 'running' }, 'RUN', 'running'],
    [{ code: 7 }, '7', ''],
    [{ codeName: 'running' }, '', 'running'],
    [{ code: { a: 1 }, codeName: ['x'] }, '', ''],
    ['RUN', 'RUN', ''],
    [3, '3', ''],
    [null, '', ''],
    [' \n', '', ''],
    [['RUN'], '', ''],
  ];
  for (const [value, code, codeName] of codes) assert.deepEqual(one('status', value), { code, codeName });
});

test('lists and codes are there in any case; numbers, booleans and items that are empty are not', () => {
  assert.deepEqual(converted({}), {
    status: { code: '', codeName: '' },
    serverInstanceList: [],
    networkInterfaceNoList: [],
  });
  assert.deepEqual(converted({ size: '', isOn: {}, publicIp: { '#text': ' ' }, name: null }), {
    name: '',
    status: { code: '', codeName: '' },
    serverInstanceList: [],
    networkInterfaceNoList: [],
  });
  assert.equal(one('publicIp', 'none'), undefined);
  assert.equal(one('publicIp', ['none']), undefined);
});

test('a list is the same however it is written', () => {
  const written: readonly unknown[] = [
    ['1', '2'],
    [1, 2],
    { networkInterfaceNo: ['1', '2'] },
    [{ networkInterfaceNo: ['1', '2'] }],
    [{ networkInterfaceNo: '1' }, { networkInterfaceNo: '2' }],
    { '#text': '\n', networkInterfaceNo: [1, 2] },
    { misprint: ['1', '2'] },
    { misprint: '1', another: '2' },
  ];
  for (const value of written) {
    assert.deepEqual(one('networkInterfaceNoList', value), ['1', '2'], JSON.stringify(value));
  }
  for (const nothing of ['', ' ', null, [], {}, { '#text': ' ' }]) {
    assert.deepEqual(one('networkInterfaceNoList', nothing), [], JSON.stringify(nothing));
  }
  assert.deepEqual(one('networkInterfaceNoList', ['1', { a: 1 }, null]), ['1', '', '']);
  for (const foreign of ['none', 7, true]) assert.throws(() => one('networkInterfaceNoList', foreign), malformed);
});

test('a row of a list is an object, or nothing at all', () => {
  const numbersOf = (value: unknown) =>
    (one('serverInstanceList', value) as Tree[]).map(({ serverInstanceNo }) => serverInstanceNo);
  assert.deepEqual(numbersOf([{ serverInstanceNo: 1 }, '']), ['1', undefined]);
  assert.deepEqual(numbersOf({ serverInstance: { serverInstanceNo: 1 } }), ['1']);
  assert.deepEqual(numbersOf({ serverInstance: [{ serverInstanceNo: 1 }, { serverInstanceNo: 2 }] }), ['1', '2']);
  assert.deepEqual(numbersOf({ serverInstanceNo: 1, serverName: 'a' }), ['1'], 'the element is the item');
  for (const row of ['1', 1, true, null, [{ serverInstanceNo: 1 }]]) {
    assert.throws(() => one('serverInstanceList', [{ serverInstanceNo: 1 }, row]), malformed, JSON.stringify(row));
  }
});

test('what the reference does not know is a list by its name, an object by its children, or else text', () => {
  const fields: readonly (readonly [string, unknown, unknown])[] = [
    ['newList', '', []],
    ['newList', { '#text': ' ' }, []],
    ['newList', { item: 'a' }, ['a']],
    ['newList', { item: ['a', 'b'] }, ['a', 'b']],
    ['newList', { item: [{ x: 1 }, ''] }, [{ x: '1' }, '']],
    ['newList', ['a', 1], ['a', '1']],
    ['newList', 'text', 'text'],
    ['newThing', { a: 1, b: { c: true }, dList: '', '#text': ' ' }, { a: '1', b: { c: 'true' }, dList: [] }],
    ['newThing', [{ a: 1 }], [{ a: '1' }]],
    ['newThing', { a: [' '] }, { a: [' '] }],
    ['newThing', {}, ''],
    ['newThing', null, ''],
    ['newThing', ' ', ' '],
    ['newThing', 12, '12'],
  ];
  for (const [name, value, expected] of fields) {
    assert.deepEqual(one(name, value), expected, JSON.stringify([name, value]));
  }
});

test('names that mean something to objects, and white space between elements, are left out at any depth', () => {
  const tree: Tree = JSON.parse(
    '{"__proto__":{"a":1},"__x":"1","x__":"2","constructor":"3","prototype":"4","#text":"\\n","new":{"toString":"5","__y":"6","y":"7","#text":" "}}',
  );
  assert.deepEqual(new Converters().fields({})(tree), { x__: '2', new: { y: '7' } });
});

test('objects in objects are read 32 deep and no deeper', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 'x' : { a: nested(depth - 1) });
  const listed = (depth: number): unknown => (depth === 0 ? 'x' : [listed(depth - 1)]);
  assert.deepEqual(one('deep', nested(32)), nested(32));
  assert.deepEqual(one('deep', listed(32)), listed(32));
  assert.deepEqual(one('deepList', { item: listed(32) }), listed(32));
  assert.throws(() => one('deep', nested(33)), malformed);
  assert.throws(() => one('deep', listed(33)), malformed);
  assert.throws(() => one('deepList', { item: listed(33) }), malformed);
});
