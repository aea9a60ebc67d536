import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sites } from '../../../../src/client/index';
import { readConfigure, readEnvironment } from '../../../../src/ui/accounts/configure';

const section = (name: string, url = 'https://ncloud.apigw.ntruss.com') =>
  `[${name}]\nncloud_access_key_id = ACCESS${name}\nncloud_secret_access_key=SECRET${name}\nncloud_api_url = ${url}\n`;

test('reads the sections of the command line, each with its site', () => {
  const text = section('DEFAULT') + section('gov', 'https://ncloud.apigw.gov-ntruss.com/');
  assert.deepEqual(
    readConfigure(text, sites).found.map(({ name, accessKey, secretKey, site }) => [name, accessKey, secretKey, site]),
    [
      ['DEFAULT', 'ACCESSDEFAULT', 'SECRETDEFAULT', 'public'],
      ['gov', 'ACCESSgov', 'SECRETgov', 'government'],
    ],
  );
});

test('reads a file without sections, with blanks, CRLF and a byte order mark', () => {
  const text = '\ufeffncloud_access_key_id = A1\r\nncloud_secret_access_key = S=1\r\n';
  assert.deepEqual(readConfigure(text, sites).found, [
    { name: undefined, accessKey: 'A1', secretKey: 'S=1', address: '', site: 'public' },
  ]);
});

test('a section name may have a dot', () => {
  assert.deepEqual(
    readConfigure(section('team.a'), sites).found.map(({ name }) => name),
    ['team.a'],
  );
});

test('leaves half a key out and tells which half is missing', () => {
  const unusable = (text: string) => {
    const { found, unusable } = readConfigure(text, sites);
    assert.deepEqual(found, []);
    return unusable;
  };
  assert.deepEqual(unusable('[x]\nncloud_access_key_id = A\n'), [{ name: 'x', fault: 'ncloud_secret_access_key' }]);
  assert.deepEqual(unusable('ncloud_secret_access_key = S\n'), [{ name: undefined, fault: 'ncloud_access_key_id' }]);
  assert.deepEqual(unusable('[x]\nncloud_access_key_id=\nncloud_secret_access_key=S'), [
    { name: 'x', fault: 'ncloud_access_key_id' },
  ]);
  assert.deepEqual(unusable('[y]\nncloud_api_url = https://ncloud.apigw.ntruss.com\n'), []);
  assert.deepEqual(unusable(''), []);
});

test('a value that cannot be a key is told and not tried', () => {
  for (const value of ['two words', '비밀', 'a\u0000b', 'a\u00a0b', '\ufffd']) {
    const text = `[x]\nncloud_access_key_id = A\nncloud_secret_access_key = ${value}\n`;
    assert.deepEqual(readConfigure(text, sites), { found: [], unusable: [{ name: 'x', fault: 'characters' }] }, value);
  }
});

/** What people write by hand, each with the key that it means. */
const handwritten: readonly (readonly [text: string, accessKey: string, secretKey: string])[] = [
  ['NCLOUD_ACCESS_KEY_ID=AK\nNCLOUD_SECRET_ACCESS_KEY=SK', 'AK', 'SK'],
  ['Ncloud_Access_Key_Id = AK\nNcloud_Secret_Access_Key = SK', 'AK', 'SK'],
  ['ncloud_access_key=AK\nncloud_secret_key=SK', 'AK', 'SK'],
  ['export NCLOUD_ACCESS_KEY=AK\nexport NCLOUD_SECRET_KEY=SK', 'AK', 'SK'],
  ['export\tNCLOUD_ACCESS_KEY="AK"\n  export  NCLOUD_SECRET_KEY = \'SK\'  ', 'AK', 'SK'],
  ['ncloud_access_key_id\t=\tAK\nncloud_secret_access_key=SK#1', 'AK', 'SK#1'],
  ['ncloud_access_key_id = AK\nncloud_secret_access_key = ab;cd', 'AK', 'ab;cd'],
  ['ncloud_access_key_id = AK\nncloud_secret_access_key = #SK', 'AK', '#SK'],
  ['ncloud_access_key_id = AK # mine\nncloud_secret_access_key = S#K ; mine', 'AK', 'S#K'],
  ['ncloud_access_key_id = "AK" # mine\nncloud_secret_access_key = \'S;K\' ; mine', 'AK', 'S;K'],
  ['ncloud_access_key_id = AK\nncloud_secret_access_key = S=K==', 'AK', 'S=K=='],
  ['ncloud_access_key_id = AK\nncloud_secret_access_key = S\\K\\n', 'AK', 'S\\K\\n'],
  ['ncloud_access_key_id = AK\nncloud_secret_access_key = "SK', 'AK', '"SK'],
  ['ncloud_access_key_id = AK\nncloud_secret_access_key = true', 'AK', 'true'],
  ['ncloud_access_key_id = AK\rncloud_secret_access_key = SK\r', 'AK', 'SK'],
  [
    '# a\n; b\n\n = x\nnoise\nncloud_access_key_id\nncloud_access_key_id = AK\nncloud_secret_access_key = SK',
    'AK',
    'SK',
  ],
  ['NCLOUD_ACCESS_KEY = no\nNCLOUD_ACCESS_KEY_ID = AK\nNCLOUD_SECRET_KEY = SK', 'AK', 'SK'],
  ['ncloud_access_key_id = old\nncloud_access_key_id = AK\nncloud_secret_access_key = SK', 'AK', 'SK'],
];

for (const [text, accessKey, secretKey] of handwritten) {
  test(`reads ${JSON.stringify(text)}`, () => {
    const expected = { name: undefined, accessKey, secretKey, address: '', site: 'public' };
    assert.deepEqual(readConfigure(text, sites).found, [expected]);
    const inSection = `[x]\n${text.replaceAll('\n', '\r\n')}\r\n`;
    assert.deepEqual(readConfigure(inSection, sites).found, [{ ...expected, name: 'x' }]);
  });
}

test('names of sections are only names: deep, long, double, of the prototype', () => {
  const deep = Array(20_000).fill('a').join('.');
  const key = '\nncloud_access_key_id = A\nncloud_secret_access_key = S\n';
  for (const name of [deep, '__proto__', 'constructor', 'toString', 'a] b', '한글', '😀'.repeat(100)]) {
    const { found } = readConfigure(`[${name}]${key}`, sites);
    assert.equal(found.length, 1, name.slice(0, 20));
    assert.ok(name.startsWith(found[0]?.name ?? '?'), found[0]?.name);
    assert.ok([...(found[0]?.name ?? '')].length <= 60);
  }
  assert.equal(
    readConfigure(`__proto__ = x\n__proto__.ncloud_access_key_id = y\n[]${key}`, sites).found[0]?.name,
    undefined,
  );
  assert.equal(({} as { ncloud_access_key_id?: string }).ncloud_access_key_id, undefined);
  const twice = readConfigure(
    `[a]\nncloud_access_key_id = A\n[b]${key}[a] # again\nncloud_secret_access_key = S\n`,
    sites,
  );
  assert.deepEqual(
    twice.found.map(({ name }) => name),
    ['a', 'b'],
  );
});

test('what a key file holds comes out as it is, with any blanks, quotes, ends of line and case', () => {
  const key = fc.stringMatching(/^[!-~]{1,60}$/).filter((text) => !/^["']/.test(text));
  const blanks = fc.constantFrom('', ' ', '\t', '   ');
  const file = fc.record({
    accessKey: key,
    secretKey: key,
    quote: fc.constantFrom('', '"', "'"),
    prefix: fc.constantFrom('', 'export ', 'EXPORT  '),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    upper: fc.boolean(),
    before: blanks,
    after: blanks,
  });
  fc.assert(
    fc.property(file, ({ accessKey, secretKey, quote, prefix, end, upper, before, after }) => {
      fc.pre(quote === '' || !(accessKey + secretKey).includes(quote));
      const line = (name: string, value: string) =>
        `${before}${prefix}${upper ? name.toUpperCase() : name}${after}=${before}${quote}${value}${quote}${after}${end}`;
      const text = line('ncloud_access_key_id', accessKey) + line('ncloud_secret_access_key', secretKey);
      assert.deepEqual(readConfigure(text, sites).found, [
        { name: undefined, accessKey, secretKey, address: '', site: 'public' },
      ]);
    }),
    { numRuns: 500 },
  );
});

test('no text makes it throw or wait, not even the largest', (t) => {
  const parts = fc.constantFrom(
    '[',
    ']',
    '=',
    '.',
    '"',
    "'",
    '#',
    ';',
    ' ',
    '\n',
    '\r',
    'export ',
    '__proto__',
    'a',
    '\ud800',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(parts, { maxLength: 200 }).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { found, unusable } = readConfigure(text, sites);
      assert.ok(Array.isArray(found) && Array.isArray(unusable));
      for (const { accessKey, secretKey } of found) assert.match(accessKey + secretKey, /^[\x21-\x7e]+$/);
    }),
    { numRuns: 2000 },
  );
  const size = 64 * 1024;
  const fill = (part: string) => part.repeat(Math.ceil(size / part.length)).slice(0, size);
  const largest = [
    `[${fill('a.')}]`,
    ...[
      '[',
      '=',
      '"',
      ' ',
      '\n',
      'a=\n',
      '[a]\nb=c\n',
      '" ',
      '= "',
      'a=" # ',
      '\t#',
      'a = b\n',
      'export ',
      '😀=😀\r',
    ].map(fill),
    `ncloud_access_key_id=${fill(' "')}`,
    Array.from({ length: 900 }, (_, place) => section(String(place)).slice(0, 70)).join('\n'),
  ];
  // The best of some runs: this computer may be busy with something else.
  const duration = (text: string) => {
    const runs = Array.from({ length: 7 }, () => {
      const before = performance.now();
      readConfigure(text, sites);
      return performance.now() - before;
    });
    return Math.min(...runs);
  };
  const slowest = Math.max(...largest.map(duration));
  t.diagnostic(`slowest of ${largest.length} texts of 64 kB: ${slowest.toFixed(1)} ms`);
  assert.ok(slowest <= 50, `${slowest} ms`);
});

test('an address that is not of a known site gets no key', () => {
  for (const url of [
    'https://evil.example',
    'http://ncloud.apigw.ntruss.com',
    'https://ncloud.apigw.ntruss.com.evil.example',
    'https://user@ncloud.apigw.ntruss.com',
    'https://ncloud.apigw.ntruss.com/path',
    'nonsense',
  ]) {
    const [found] = readConfigure(section('x', url), sites).found;
    assert.equal(found?.site, undefined, url);
    assert.equal(found?.address, url);
  }
});

test('the environment counts only with both halves, in the order of the tools', () => {
  assert.equal(readEnvironment({ NCLOUD_ACCESS_KEY: 'A' }, sites), undefined);
  const found = readEnvironment(
    {
      NCLOUD_ACCESS_KEY: 'A2',
      NCLOUD_ACCESS_KEY_ID: 'A1',
      NCLOUD_SECRET_KEY: 'S2',
      NCLOUD_SECRET_ACCESS_KEY: '',
      NCLOUD_API_GW: 'https://fin-ncloud.apigw.fin-ntruss.com',
    },
    sites,
  );
  assert.deepEqual([found?.accessKey, found?.secretKey, found?.site], ['A1', 'S2', 'finance']);
});
