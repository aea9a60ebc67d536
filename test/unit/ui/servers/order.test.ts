// The order of the rows, and that no list is longer than the editor can draw in one go.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { inOrder, mostInOneList, nameOrder, rangeSize, rangesOf } from '../../../../src/ui/servers/order';

const named = (...names: string[]) => names.map((name, place) => ({ name, number: String(place) }));

test('numbers in names count as numbers, and servers of one name stand by their number', () => {
  const ordered = inOrder(named('web-10', 'web-9', 'Db', 'api', 'web-9'), 'en').map(
    ({ name, number }) => name + number,
  );
  assert.deepEqual(ordered, ['api3', 'Db2', 'web-91', 'web-94', 'web-100']);
  assert.equal(nameOrder('en'), nameOrder('en'));
});

test('the order is that of a collation made anew for each comparison, in every language', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 })), fc.constantFrom('en', 'ko', 'de'), (names, language) => {
      const expected = [...names].sort((a, b) => a.localeCompare(b, language, { numeric: true }));
      const compare = nameOrder(language);
      inOrder(named(...names), language).forEach(({ name }, place) => {
        assert.equal(compare(name, expected[place] ?? ''), 0);
      });
    }),
  );
});

test('ranges hold every server, and an account without them is no longer than one list may be', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20_000 }), (count) => {
      const ranges = rangesOf(count);
      if (ranges === 0) assert.ok(count <= mostInOneList);
      else assert.ok(ranges * rangeSize >= count && (ranges - 1) * rangeSize < count);
    }),
  );
  assert.deepEqual([1, 1_000, 1_001, 10_000].map(rangesOf), [0, 0, 3, 20]);
});
