// Which addresses of a subnet can be given to a server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isInBlock, isKept } from '../../../src/reference/ipv4';
import { Addresses } from '../../../src/sandbox/addresses';

const text = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');

test('the first six and the last address of a subnet are kept, in every size that NCP has', () => {
  fc.assert(
    fc.property(fc.integer({ min: 16, max: 28 }), fc.nat(), fc.nat(), (bits, net, host) => {
      const size = 2 ** (32 - bits);
      const base = (10 * 2 ** 24 + (net % (2 ** 24 / size)) * size) >>> 0;
      const block = `${text(base)}/${bits}`;
      const kept = [0, 1, 2, 3, 4, 5, size - 1];
      for (const place of kept) assert.equal(isKept(text(base + place), block), true, `${block} ${place}`);
      for (const place of [6, size - 2]) assert.equal(isKept(text(base + place), block), false, `${block} ${place}`);
      const place = host % size;
      assert.equal(isKept(text(base + place), block), kept.includes(place));
      assert.equal(isKept(text(base + size), block), undefined, 'outside');
      // The simulator gives away what the form lets through.
      assert.equal(new Addresses().isFree('vpc', block, text(base + place)), !kept.includes(place));
    }),
  );
});

test('what is no address or no block is not judged', () => {
  for (const [address, block] of [
    ['', '10.0.1.0/24'],
    ['10.0.1', '10.0.1.0/24'],
    ['10.0.1.0', ''],
    ['10.0.1.0', '10.0.1.0/33'],
    ['10.0.1.0', '10.0.1.0'],
  ] as const) {
    assert.equal(isInBlock(address, block), undefined, `${address} ${block}`);
    assert.equal(isKept(address, block), undefined, `${address} ${block}`);
  }
});

test('an address has four numbers of up to three digits, each up to 255, and nothing around them', () => {
  const block = '10.0.1.0/24';
  for (const address of ['256.0.1.9', '10.0.1.256', '10.0.1.1000', '10.0.1.', ' 10.0.1.9', '10.0.1.9 ', '10.0.x.9']) {
    assert.equal(isInBlock(address, block), undefined, address);
    assert.equal(isInBlock('10.0.1.9', `${address}/24`), undefined, address);
  }
  assert.equal(isInBlock('10.0.1.255', block), true);
  assert.equal(isInBlock('10.0.2.0', block), false);
});

test('the length of a block goes from 0 to 32', () => {
  for (const bits of ['', 'x24', '24x', '024', '33', '-1']) {
    assert.equal(isInBlock('10.0.1.9', `10.0.1.0/${bits}`), undefined, bits);
  }
  assert.equal(isInBlock('192.168.0.1', '0.0.0.0/0'), true);
  assert.equal(isInBlock('10.0.1.9', '10.0.1.9/32'), true);
  assert.equal(isInBlock('10.0.1.8', '10.0.1.9/32'), false);
});
