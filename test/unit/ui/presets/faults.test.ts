import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presetFaults } from '../../../../src/ui/presets/faults';

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

test('faults of what can be read remain while the text is no JSON at the moment', () => {
  const text = JSON.stringify(
    { environment: 'vpc', parameters: { ...servers, associateWithPublicIp: true, serverCreateCount: 2 } },
    undefined,
    2,
  );
  const told = (typed: string) =>
    presetFaults(typed, 'en').map(({ start, end, code }) => [code, typed.slice(start, end)]);
  const [fault] = told(text);
  assert.equal(fault?.[1], 'true');
  const typings: readonly (readonly [before: string, after: string])[] = [
    ['"subnetNo"', '"serverDe\n"subnetNo"'],
    ['"subnetNo"', '"serverDescription": \n"subnetNo"'],
    ['"subnetNo"', '"serverDescription": "a\n"subnetNo"'],
    ['"web",', '"web"'],
    ['"web",', '"web",,'],
    ['"2"', 'tru'],
    ['  }\n}', '  }'],
    ['  }\n}', ''],
  ];
  for (const [before, after] of typings) {
    const typed = text.replace(before, after);
    assert.throws(() => JSON.parse(typed), after);
    assert.deepEqual(
      told(typed).filter(([code]) => code === fault?.[0]),
      [fault],
      after,
    );
  }
});

test('faults are told in both languages', () => {
  const text = JSON.stringify({ environment: 'vpc', parameters: {} });
  const [english] = presetFaults(text, 'en');
  const [korean] = presetFaults(text, 'ko');
  assert.ok(english && korean);
  assert.match(korean.message, /\p{Script=Hangul}/u);
  assert.doesNotMatch(english.message, /\p{Script=Hangul}/u);
});

test('a fault in a list names its item, and any other stands for itself', () => {
  const storages = [
    { order: 0, blockStorageSize: '100' },
    { order: 1, blockStorageSize: '55' },
  ];
  const text = (parameters: object) =>
    JSON.stringify({ environment: 'vpc', parameters: { ...servers, ...parameters } });
  const told = (parameters: object, locale: 'en' | 'ko') =>
    presetFaults(text(parameters), locale).map(({ message }) => message);
  assert.match(told({ blockStorageMappingList: storages }, 'en').join('\n'), /^Storage 2 – size: Better enter/m);
  assert.match(told({ blockStorageMappingList: storages }, 'ko').join('\n'), /^스토리지 2 – 크기: 10GB 단위/m);
  assert.match(told({ serverDescription: 'x'.repeat(1001) }, 'en').join('\n'), /^Use at most 1,000 bytes/);
});
