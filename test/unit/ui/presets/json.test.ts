import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readJson, scalars, slotAt, spanAt } from '../../../../src/ui/presets/json';

const read = (text: string) => readJson(text) ?? assert.fail(text.slice(0, 20));
/** The value as JSON.parse gives it. */
const plain = (text: string): unknown => JSON.parse(JSON.stringify(read(text).value));

test('every value of a JSON text is found where it stands', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2, '\t'), (json, indent) => {
      const text = ` ${JSON.stringify(json, undefined, indent)}\n`;
      const { value: whole, root } = read(text);
      assert.equal(JSON.stringify(whole), JSON.stringify(JSON.parse(text)));
      const at = (path: readonly string[]): unknown => {
        const { start, end } = spanAt(root, path);
        return JSON.parse(text.slice(start, end));
      };
      const check = (value: unknown, path: readonly string[]) => {
        assert.deepEqual(at(path), value);
        for (const [key, child] of Object.entries(typeof value === 'object' && value !== null ? value : {})) {
          check(child, [...path, key]);
          if (!Array.isArray(value)) assert.equal(at([...path, key, 'no such name']), key);
        }
      };
      check(JSON.parse(text), []);
    }),
    { numRuns: 200 },
  );
});

test('a path that ends too early leads to the last name on it', () => {
  const text = '{"a": {"list": [{"x": 1}, {}]}}';
  const { root } = read(text);
  const at = (...path: string[]) => {
    const { start, end } = spanAt(root, path);
    return text.slice(start, end);
  };
  assert.equal(at('a', 'list', '0', 'x'), '1');
  assert.equal(at('a', 'missing'), '"a"');
  assert.equal(at('a', 'list', '7', 'x'), '"list"');
  assert.equal(at('a', 'list', '1', 'x'), '{');
  assert.equal(at('b'), '{');
});

test('of a repeated name the last value counts, and a fault stands there', () => {
  const text = '{"a": 1, "a": 22}';
  const { value, root } = read(text);
  assert.deepEqual(JSON.stringify(value), JSON.stringify(JSON.parse(text)));
  assert.deepEqual(spanAt(root, ['a']), { start: 14, end: 16 });
  const typed = '{"a": 1, "a": ';
  assert.deepEqual(plain(typed), { a: 1 });
  assert.deepEqual(spanAt(read(typed).root, ['a']), { start: 6, end: 7 });
});

test('names that every object has are names like others', () => {
  const { value } = read('{"__proto__": {"polluted": true}, "toString": 1}');
  assert.deepEqual(Object.keys(value as object), ['__proto__', 'toString']);
  assert.equal((value as { readonly polluted?: unknown }).polluted, undefined);
});

test('of a text that is no JSON (yet) the rest is read', () => {
  const texts: readonly (readonly [text: string, value: unknown])[] = [
    ['{', {}],
    ['{"a":}', {}],
    ['[1,]', [1]],
    ['"', ''],
    ['{"a": tr, "b": 2}', { b: 2 }],
    ['{"a": "x\n, "b": 2}', { a: 'x', b: 2 }],
    ['{"a": 1 "b": 2}', { a: 1, b: 2 }],
    ['{"a": {"b": 1, "c": [2', { a: { b: 1, c: [2] } }],
    ['{"a": 1, // why\n "b": 2}', { a: 1, b: 2 }],
  ];
  for (const [text, value] of texts) assert.deepEqual(plain(text), value, text);
});

test('no text makes reading throw; what is empty, too long or too deep is not read', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  for (const text of [
    '',
    '// no',
    nested(22),
    nested(1e5),
    '['.repeat(2e5),
    '[},'.repeat(6e4),
    `"${'x'.repeat(3e5)}"`,
  ]) {
    assert.equal(readJson(text), undefined, text.slice(0, 20));
  }
  assert.ok(readJson(nested(21)));
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '1',
    'tr',
    '/*',
    '//',
    '\n',
    '\\',
    '__proto__',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      readJson(parts.join(''));
    }),
    { numRuns: 1000 },
  );
});

test('the slot at the cursor is the value that is typed or to be typed there', () => {
  const cases: readonly (readonly [marked: string, slot: string | undefined, path?: string])[] = [
    ['{"a": |}', '', 'a'],
    ['{"a":|}', '', 'a'],
    ['{"a": "|"}', '""', 'a'],
    ['{"a": "x|y"}', '"xy"', 'a'],
    ['{"a": "|x", "b": 1}', '"x"', 'a'],
    ['{"a": "xy"|}', undefined],
    ['{"a": |"xy"}', ''],
    ['{"a": "x|', '"x', 'a'],
    ['{"a": "|', '"', 'a'],
    ['{"a": ab|c, "b": 1}', 'abc', 'a'],
    ['{"a": 12|}', '12', 'a'],
    ['{"a": {"b": [|]}}', '', 'a.b.0'],
    ['{"a": {"b": ["1", |]}}', '', 'a.b.1'],
    ['{"a": {"b": ["1", "|"]}}', '""', 'a.b.1'],
    ['{"a": {"b": ["1" |]}}', undefined],
    ['{"a|": 1}', undefined],
    ['{"|"}', undefined],
    ['{|}', undefined],
    ['{"a": 1, |}', undefined],
    ['{"a": 1 |}', undefined],
    ['|', undefined],
    ['"|"', undefined],
  ];
  for (const [marked, text, path] of cases) {
    const offset = marked.indexOf('|');
    const whole = marked.replace('|', '');
    const slot = slotAt(whole, offset);
    assert.equal(slot && whole.slice(slot.start, slot.end), text, marked);
    if (path !== undefined) assert.equal(slot?.path.join('.'), path, marked);
  }
  assert.equal(slotAt(`{"a": "${'x'.repeat(3e5)}"}`, 8), undefined);
});

test('all scalars of a text are found with their places', () => {
  const text = '{"a": "1", "b": [2, {"c": true, "d": null}], "e": }';
  assert.deepEqual(
    [...scalars(read(text).root)].map(({ path, value, start, end }) => [path.join('.'), value, text.slice(start, end)]),
    [
      ['a', '1', '"1"'],
      ['b.0', '2', '2'],
      ['b.1.c', 'true', 'true'],
    ],
  );
});
