import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { presetFaults } from '../../../src/ui/presets/faults';
import { type Place, readJson, spanAt } from '../../../src/ui/presets/json';

test('every value of a JSON text is found where it stands', () => {
  const check = (text: string, value: unknown, place: Place) => {
    assert.deepEqual(JSON.parse(text.slice(place.start, place.end)), value);
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    assert.equal(place.children.size, entries.length);
    for (const [key, child] of entries) {
      const inner = place.children.get(key);
      assert.ok(inner);
      if (!Array.isArray(value)) assert.equal(JSON.parse(text.slice(inner.key?.start, inner.key?.end)), key);
      check(text, child, inner);
    }
  };
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const text = ` ${JSON.stringify(value, undefined, indent)}\n`;
      const json = readJson(text);
      assert.ok(json);
      check(text, JSON.parse(text), json.root);
    }),
    { numRuns: 200 },
  );
});

test('a path that ends too early leads to the last name on it', () => {
  const text = '{"a": {"list": [{"x": 1}, {}]}}';
  const { root } = readJson(text) ?? assert.fail();
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

test('no text makes reading throw', () => {
  for (const text of [
    '',
    '{',
    '{"a":}',
    '[1,]',
    '// no',
    '"',
    `${'['.repeat(1e5)}${']'.repeat(1e5)}`,
    `"${'x'.repeat(3e5)}"`,
  ]) {
    assert.equal(readJson(text), undefined, text.slice(0, 20));
  }
});

const servers = {
  vpcNo: '1',
  subnetNo: '2',
  serverImageNo: '3',
  serverName: 'web',
  networkInterfaceList: [{ networkInterfaceOrder: 0, accessControlGroupNoList: ['4'] }],
};

/** The faults as `severity rule: text they stand at`. */
function faults(parameters: object, environment = 'vpc'): string[] {
  const text = JSON.stringify({ environment, parameters }, undefined, 2);
  return presetFaults(text, 'en').map(
    ({ start, end, severity, code }) => `${severity} ${code}: ${text.slice(start, end)}`,
  );
}

test('a sound preset has no faults, an empty one says what must be given somewhere', () => {
  assert.deepEqual(faults(servers), []);
  const missing = faults({});
  assert.ok(missing.includes('warning missing: "parameters"'), `${missing}`);
});

test('a fault stands at the value to blame', () => {
  const long = 'x'.repeat(1001);
  assert.deepEqual(faults({ ...servers, serverDescription: long }), [`error tooMuch: "${long}"`]);
  assert.match(faults({ ...servers, associateWithPublicIp: true, serverCreateCount: 2 }).join(), /^error \w+: true$/);
  const twice = [
    { accessControlGroupNoList: ['4'] },
    { accessControlGroupNoList: ['4'], subnetNo: '5', networkInterfaceOrder: 0 },
  ];
  assert.match(faults({ ...servers, networkInterfaceList: twice }).join(), /^error \w+: 0$/);
});

test('what the schema tells is not told twice, and what is no preset has no faults', () => {
  assert.deepEqual(faults({ ...servers, serverName: 'Web', feeSystemTypeCode: 'FREE', nonsense: 'x' }), []);
  assert.deepEqual(faults(servers, 'moon'), []);
  assert.deepEqual(presetFaults('{"environment":', 'en'), []);
});

test('faults are told in both languages', () => {
  const text = JSON.stringify({ environment: 'vpc', parameters: {} });
  const [english] = presetFaults(text, 'en');
  const [korean] = presetFaults(text, 'ko');
  assert.ok(english && korean);
  assert.match(korean.message, /\p{Script=Hangul}/u);
  assert.doesNotMatch(english.message, /\p{Script=Hangul}/u);
});
