import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createParameters } from '../../../src/reference/index';
import { guesses, meant, slips } from '../../../src/reference/meant';

const names = [...new Set(createParameters.vpc.flatMap(({ name }) => name.split('.')))].filter((part) => part !== 'N');

test('a slip, another case and the piece of a name lead to the name', () => {
  const cases: readonly (readonly [word: string, name: string | undefined])[] = [
    ['serverSpecCodee', 'serverSpecCode'],
    ['serverSpceCode', 'serverSpecCode'],
    ['ServerSpecCode', 'serverSpecCode'],
    ['SUBNETNO', 'subnetNo'],
    ['subnet', 'subnetNo'],
    ['vpc', 'vpcNo'],
    ['specCode', 'serverSpecCode'],
    ['networkInterfaces', 'networkInterfaceNo'],
    ['nonsense', undefined],
    ['no', undefined],
    ['image', undefined],
    ['', undefined],
    ['serverName', undefined],
  ];
  for (const [word, name] of cases) assert.equal(meant(word, names), name, word);
  assert.equal(meant('mtrat', ['MTRAT', 'FXSUM']), 'MTRAT');
  assert.equal(meant('FXSUN', ['MTRAT', 'FXSUM']), 'FXSUM');
  assert.equal(meant('FREE', ['MTRAT', 'FXSUM']), undefined);
  assert.equal(meant('VPC', ['vpc', 'classic']), 'vpc');
});

test('one slip anywhere in a name of the reference leads back to it', () => {
  const long = names.filter((name) => name.length > 5);
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), fc.constantFrom('x', '', 'swap'), (name, seed, how) => {
      const at = seed % (name.length - 1);
      const [left, one, two, right] = [name.slice(0, at), name[at] ?? '', name[at + 1] ?? '', name.slice(at + 2)];
      const word = how === 'swap' ? left + two + one + right : left + how + two + right;
      assert.ok(word === name || slips(word, name, 9) <= 1, word);
      if (!names.includes(word)) assert.equal(slips(meant(word, names) ?? '', word, 9), slips(name, word, 9), word);
    }),
    { numRuns: 300 },
  );
});

test('slips are counted alike from both sides, and no further than asked', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const count = slips(one, other, 99);
      assert.equal(slips(other, one, 99), count);
      assert.equal(count === 0, one === other);
      assert.ok(count >= Math.abs(one.length - other.length) && count <= Math.max(one.length, other.length));
      assert.equal(slips(one, other, 2), Math.min(count, 2));
    }),
  );
});

test('a text full of words that are none is no slip: after some nobody guesses any more', () => {
  const guess = guesses();
  let looked = 0;
  const candidates = () => {
    looked += 1;
    return ['serverName'];
  };
  const found = Array.from({ length: 1000 }, () => guess('serverNam', candidates));
  assert.equal(found[0], 'serverName');
  assert.deepEqual([found.filter((word) => word !== undefined).length, looked, found.at(-1)], [50, 50, undefined]);
});
