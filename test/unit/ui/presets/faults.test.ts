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
  assert.deepEqual(faults({ ...servers, serverName: 'Web', isProtectServerTermination: 1, vpcNo: { a: 1 } }), [
    'warning missing: {\n      "a": 1\n    }',
  ]);
  for (const text of ['{"environment":', '[]', '"vpc"', '{"parameters": {"serverNam": 1}}', '']) {
    assert.deepEqual(presetFaults(text, 'en'), [], text);
  }
});

/** The text once all that the bulb offers is done; `|` is where the cursor goes. */
function mended(text: string): string {
  const mends = presetFaults(text, 'en').flatMap(({ start, end, mend }) => {
    if (!mend) return [];
    return 'word' in mend ? [{ start, end, put: mend.word }] : [{ ...mend, put: mend.snippet.replace('$0', '|') }];
  });
  return mends.reduceRight((done, { start, end, put }) => done.slice(0, start) + put + done.slice(end), text);
}

test('a name that there is not stands underlined, once, with what was meant and its mend', () => {
  const text = JSON.stringify({
    environment: 'vpc',
    regon: 'KR',
    parameters: { ...servers, serverSpecCodee: 'a', blockStorageMappingLst: [{ order: 1 }, { order: 2 }] },
  });
  const found = presetFaults(text, 'en');
  assert.deepEqual(
    found.map(({ start, end, message }) => [text.slice(start, end), message]),
    [
      ['"regon"', '“regon” has no place here. Did you mean “region”?'],
      ['"serverSpecCodee"', '“serverSpecCodee” has no place here. Did you mean “serverSpecCode”?'],
      [
        '"blockStorageMappingLst"',
        '“blockStorageMappingLst” has no place here. Did you mean “blockStorageMappingList”?',
      ],
    ],
  );
  assert.ok(found.every(({ severity }) => severity === 'error'));
  assert.equal(
    mended(text),
    text.replace('regon', 'region').replace('Codee', 'Code').replace('MappingLst', 'MappingList'),
  );
  const inner = { ...servers, networkInterfaceList: [{ accessControlGroupNoList: ['4'], SubnetNo: '5' }] };
  assert.deepEqual(faults(inner), ['error unknownParameter: "SubnetNo"']);
  const strange = faults({ ...servers, nonsense: 1, regionCode: 'KR', 'networkInterfaceList.1.ip': '10.0.0.9' });
  assert.deepEqual(strange, [
    'error unknownParameter: "nonsense"',
    'error unknownParameter: "regionCode"',
    'error unknownParameter: "networkInterfaceList.1.ip"',
  ]);
});

test('a name is not changed to one that stands beside it', () => {
  const text = JSON.stringify({ environment: 'vpc', parameters: { ...servers, serverNam: 'web' } });
  const [fault] = presetFaults(text, 'en');
  assert.match(fault?.message ?? '', /Did you mean “serverName”/);
  assert.equal(mended(text), text);
});

test('a name that is still being typed is not judged', () => {
  const text = JSON.stringify({ environment: 'vpc', parameters: servers }, undefined, 2);
  for (const typed of ['"serverSpe\n', '"serverSpe"\n', 'serverSpe']) {
    const now = text.replace('"subnetNo"', `${typed}"subnetNo"`);
    assert.ok(!presetFaults(now, 'en').some(({ code }) => code === 'unknownParameter'), typed);
  }
});

test('another case and a slip in a fixed value are told with the value that was meant', () => {
  for (const [typed, right] of [
    ['mtrat', 'MTRAT'],
    ['FXSUN', 'FXSUM'],
  ] as const) {
    const text = JSON.stringify({ environment: 'vpc', parameters: { ...servers, feeSystemTypeCode: typed } });
    const [fault, ...others] = presetFaults(text, 'en');
    assert.deepEqual(others, []);
    assert.equal(text.slice(fault?.start, fault?.end), `"${typed}"`);
    assert.match(fault?.message ?? '', new RegExp(`Did you mean ${right}\\?$`));
    assert.equal(mended(text), text.replace(typed, right));
  }
  assert.deepEqual(faults({ ...servers, feeSystemTypeCode: 'FREE' }), ['error notOneOf: "FREE"']);
  const text = JSON.stringify({ environment: 'VPC', parameters: servers });
  assert.match(presetFaults(text, 'ko')[0]?.message ?? '', /vpc 또는 classic.*‘vpc’/);
  assert.equal(mended(text), text.replace('VPC', 'vpc'));
  assert.deepEqual(faults(servers, 'moon'), ['error notOneOf: "moon"']);
});

test('without a network interface the list is said to be missing, and the bulb puts one in', () => {
  const { networkInterfaceList: _, ...others } = servers;
  assert.deepEqual(faults(others), ['warning nicMissing: "parameters"']);
  const [missing] = presetFaults(JSON.stringify({ environment: 'vpc', parameters: others }), 'en');
  assert.match(missing?.message ?? '', /^Add a network interface/);
  for (const parameters of [others, {}, { ...others, networkInterfaceList: [] }]) {
    const text = JSON.stringify({ environment: 'vpc', parameters }, undefined, 2);
    const whole = mended(text);
    assert.match(whole, /"accessControlGroupNoList": \[\s*"\|"\s*\]/);
    const left = presetFaults(whole.replace('|', '4'), 'en').map(({ code }) => code);
    assert.ok(!left.includes('nicMissing') && !left.includes('defaultNicMissing'), `${left}`);
    // Its firewall is what is asked for next, where the cursor is.
    const empty = whole.replace('|', '');
    const next = presetFaults(empty, 'en').find(({ code }) => code === 'acgMissing');
    assert.equal(next && empty.slice(next.start, next.end), '""');
  }
  assert.deepEqual(
    faults({
      ...others,
      networkInterfaceList: [{ networkInterfaceOrder: 1, subnetNo: '2', accessControlGroupNoList: ['4'] }],
    }),
    ['error defaultNicMissing: 1'],
  );
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
