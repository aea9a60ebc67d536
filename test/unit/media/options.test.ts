import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterOptions, namedOption } from '../../../media/options';
import { optionsOf } from '../../../src/reference/index';
import { images, rows, specs } from '../../support/option-rows';

test('filtering asks for every word, in any order and case', () => {
  const options = optionsOf(rows, images, 'en');
  assert.deepEqual(
    filterOptions(options, 'KVM ubu').map(({ value }) => value),
    ['1'],
  );
  assert.equal(filterOptions(options, '  ').length, 3);
  assert.deepEqual(filterOptions(options, 'windows'), []);
  assert.deepEqual(
    filterOptions(options, 'ubuntu-22.04 · XEN').map(({ value }) => value),
    ['2'],
  );
});

test('whole numbers come before those that only hold them', () => {
  const sizes = [
    [48, 192],
    [2, 8],
    [8, 32],
    [16, 128],
    [4, 8],
  ];
  const rows = sizes.map(([cpuCount = 0, memory = 0]) => ({
    serverSpecCode: `s${cpuCount}-m${memory}`,
    cpuCount,
    memorySize: memory * 1024 ** 3,
  }));
  const found = (query: string) => filterOptions(optionsOf(rows, specs, 'en'), query).map(({ value }) => value);
  assert.deepEqual(found('8 GB'), ['s2-m8', 's4-m8', 's8-m32', 's48-m192', 's16-m128']);
  assert.deepEqual(found('8 vcpu').slice(0, 2), ['s8-m32', 's2-m8']);
  assert.deepEqual(found('8'), ['s2-m8', 's8-m32', 's4-m8', 's48-m192', 's16-m128']);
  assert.deepEqual(found('(8'), []);
});

test('a whole text names an option by value, shown text or a label that only one has', () => {
  const options = optionsOf(rows, images, 'en');
  assert.equal(namedOption(options, ' 2 ')?.value, '2');
  assert.equal(namedOption(options, 'Ubuntu-22.04 · xen')?.value, '2');
  assert.equal(namedOption(options, 'rocky-8.10')?.value, '3');
  assert.equal(namedOption(options, 'ubuntu-22.04'), undefined);
  assert.equal(namedOption(options, 'ubu'), undefined);
  assert.equal(namedOption(options, ''), undefined);
});

test('500 rows become options and are filtered within 50 ms', () => {
  const many = Array.from({ length: 500 }, (_, index) => ({
    serverSpecCode: `s${index}-g3`,
    cpuCount: index + 1,
    memorySize: (index + 1) * 1024 ** 3,
    serverSpecDescription: `vCPU ${index}EA, Memory ${index}GB`,
  }));
  const options = optionsOf(many, specs, 'ko');
  const began = performance.now();
  const found = filterOptions(options, 's49 vcpu');
  const took = performance.now() - began;
  assert.equal(found.length, 11);
  assert.ok(took < 50, `${took} ms`);
});
