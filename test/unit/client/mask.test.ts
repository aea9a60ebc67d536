import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Mask } from '../../../src/client/mask';
import { shown } from '../../../src/client/shown';
import { base64, encodings, form, hex, leaks, secrets } from './encodings';

const names = Object.keys(encodings);

for (const [name, encode] of Object.entries(encodings)) {
  test(`secrets are found in ${name}`, () => {
    for (const [kind, secret] of Object.entries(secrets)) {
      const mask = new Mask(Object.values(secrets));
      for (const [before, after] of [
        ['', ''],
        ['bad value: ', '.'],
        ['value=', '&x=1'],
        ['{"v":"', '"}'],
      ]) {
        const masked = mask.over(`${before}${encode(secret)}${after}`);
        assert.ok(masked.includes('***'), `${kind}: ${masked}`);
        assert.ok(!leaks(masked, secret), `${kind}: ${masked}`);
        assert.doesNotMatch(masked, /canary/i);
        assert.ok(masked.startsWith(before ?? ''), masked);
      }
    }
  });
}

test('words that are no secret stay as they are', () => {
  const mask = new Mask([...Object.values(secrets), 'short', '', 'a\nb\nc']);
  const messages = [
    'The input parameter server instance number is invalid.',
    'Length constraints: Minimum length of 3. location : serverName',
    '서버 이미지를 찾을 수 없습니다. (serverImageNo=23214590) 100% a+b \\n &amp;',
    'db3554e2-b268-4a5f-a72c-f71383203588 short fi',
    '',
  ];
  for (const message of messages) assert.equal(mask.over(message), message);
  assert.equal(new Mask([]).over(secrets.key), secrets.key);
});

test('eight characters of a key or a password are masked wherever they stand, and nothing of scripts beside them', () => {
  const key = 'Zk3vT8wQ1nB6yR4uJ0eL5sH2cX7aD9gF1mKpVo0q';
  const mask = new Mask([key, secrets.script]);
  fc.assert(
    fc.property(
      fc.nat({ max: key.length - 8 }),
      fc.nat({ max: 30 }),
      fc.constantFrom(...names),
      (start, more, name) => {
        const part = key.slice(start, start + 8 + more);
        const masked = mask.over(`part: ${encodings[name]?.(part)}; no more`);
        assert.match(masked, /^part: \*\*\*(?:=|%3D| and more)*; no more$/i, name);
      },
    ),
    { numRuns: 500 },
  );
  for (let cut = 8; cut <= key.length - 8; cut++) {
    assert.deepEqual([mask.over(key.slice(0, cut)), mask.over(key.slice(cut))], ['***', '***'], String(cut));
  }
  assert.equal(mask.over('echo done'), 'echo done');
});

test('of secrets that begin alike the whole of the longer one is masked, and no sign beside it', () => {
  const mask = new Mask(['SECRETKEY', 'SECRETKEY-and more of it', '  set back\t ']);
  const told: readonly (readonly [string, string])[] = [
    ['a SECRETKEY-and more of it!', 'a ***!'],
    ['a SECRETKEY, no more', 'a ***, no more'],
    ['SECRETKEYSECRETKEY.', '***.'],
    ['SECRETKEY SECRETKEY.', '*** ***.'],
    ['it is set back, then', 'it is ***, then'],
    ['nothing', 'nothing'],
  ];
  for (const [text, expected] of told) assert.equal(mask.over(text), expected, text);
  assert.equal(mask.over('a SECRETKEY b', 4), 'a ***');
  assert.equal(mask.over('a SECRETKEY b', 2), 'a ');
  assert.equal(mask.over('a SECRETKEY bcd', 13), 'a *** b');
});

test('every escape of JSON is undone, within a line and between lines', () => {
  for (const sign of ['\b', '\f', '\t', '\n', '\r', '"', '\\', '/']) {
    const secret = `first-word${sign}second-word`;
    const written = JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/');
    assert.equal(new Mask([secret]).over(`no ${written}; no more`), 'no ***; no more', written);
  }
});

test('every entity of HTML is undone, in letters of any size', () => {
  const secret = `a&b<c>d"e'f g`;
  const mask = new Mask([secret]);
  for (const written of [
    'a&amp;b&lt;c&gt;d&quot;e&apos;f&nbsp;g',
    'a&AMP;b&LT;c&GT;d&QUOT;e&APOS;f&NBSP;g',
    'a&#38;b&#60;c&#62;d&#34;e&#39;f&#32;g',
    'a&#X26;b&#x3C;c&#x3e;d&#x22;e&#x000027;f&#0000032;g',
  ]) {
    assert.equal(mask.over(`no ${written}.`), 'no ***.', written);
  }
  assert.equal(new Mask(['secret-1']).over('a&#x110000;b secret-1.'), 'a&#x110000;b ***.');
});

test('only keys and passwords are known by eight characters of them: no script, and no word of over 128', () => {
  const words = 'echo hello to all who read this';
  const word = Array.from({ length: 43 }, (_, index) => `a${index + 10}`).join('');
  const mask = new Mask([words, word, word.slice(0, 128).split('').reverse().join('')]);
  assert.equal(mask.over('they say echo hello, world'), 'they say echo hello, world');
  assert.equal(mask.over(`part ${word.slice(9, 40)}; more`), `part ${word.slice(9, 40)}; more`);
  assert.equal(mask.over(`part ${word.slice(0, 64)}; more`), 'part ***; more');
  const reversed = word.slice(0, 128).split('').reverse().join('');
  assert.equal(mask.over(`part ${reversed.slice(9, 17)}; more`), 'part ***; more');
});

test('bytes in base64 or hex are found wherever in a run of such characters they begin', () => {
  const mask = new Mask([secrets.key]);
  for (const before of ['', 'a', 'ab', 'abc', 'abcd']) {
    for (const encode of [base64, hex]) {
      assert.equal(mask.over(`<${before}${encode(secrets.key)}>`).replace(/=+/, ''), '<***>', before);
    }
  }
});

test('what was sent in base64 or as part of an address is masked in plain as well', () => {
  const lines = secrets.script.split('\n').filter((line) => line.includes('CANARY'));
  for (const sent of [base64(secrets.script), encodeURIComponent(secrets.script), form(secrets.script)]) {
    const mask = new Mask([sent]);
    for (const text of [sent, ...lines, secrets.script]) {
      for (const name of names) assert.doesNotMatch(mask.over(`no: ${encodings[name]?.(text)}`), /canary/i, name);
    }
  }
});

test('a part of a secret that a message ends with is masked, and a long line in any part', () => {
  const long = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');
  const mask = new Mask(['SECRETKEY0123456789', long]);
  assert.equal(mask.over('key SECRETKEY0123'), 'key ***');
  for (const cut of [64, 100, 333]) {
    const rest = long.slice(Math.floor(cut / 64) * 64, cut);
    assert.equal(mask.over(`${long.slice(0, cut)} [cut]`), `***${rest} [cut]`);
  }
});

test('random secrets in random company, random encodings one in another: nothing of them is left', (t) => {
  const tally = { runs: 0, violations: 0 };
  const secret = fc.oneof(
    fc.string({ minLength: 8, maxLength: 60, unit: 'grapheme' }),
    fc.string({ minLength: 8, maxLength: 60, unit: fc.constantFrom(...'abcXYZ019+/=&%\\" <>') }),
    fc.base64String({ minLength: 8, maxLength: 60 }),
    fc
      .array(fc.string({ minLength: 8, maxLength: 30 }), { minLength: 2, maxLength: 5 })
      .map((lines) => lines.join('\n')),
  );
  const company = fc.string({ maxLength: 20, unit: fc.constantFrom(...'mno .,:;') });
  fc.assert(
    fc.property(
      secret.filter((text) => text.trim().length > 7 && !/\p{Surrogate}/u.test(text)),
      company,
      company,
      fc.constantFrom(...names),
      (text, before, after, name) => {
        tally.runs++;
        const encode = encodings[name] ?? ((same: string) => same);
        const masked = new Mask([text]).over(`${before} ${encode(text)} ${after}`);
        const rest = text
          .split(/[\r\n]+/)
          .map((line) => line.trim())
          .filter((line) => line.length > 5 && masked.includes(encode(line)));
        if (rest.length > 0) tally.violations++;
        assert.deepEqual(rest, [], masked);
      },
    ),
    { numRuns: 3_000 },
  );
  t.diagnostic(JSON.stringify(tally));
});

test('tags are taken out of a message, and what only looks like one stays', () => {
  const mask = new Mask([]);
  const told: readonly (readonly [string, string])[] = [
    [
      'Error. <strong>Please try again in a few minutes.</strong><br>  If it stays,<br/>call us. ',
      'Error. Please try again in a few minutes. If it stays, call us.',
    ],
    ['<p class="a">one</p><P>two</P>', 'one two'],
    ['<a href="https://x.test/">link</a>', 'link'],
    ['<h1>Title</h1><ul><li>1</li></ul>', 'Title 1'],
    ['a < b and c > d', 'a < b and c > d'],
    ['Use <NAME> or <server name>, not <>', 'Use <NAME> or <server name>, not <>'],
    ['1<2, x<y>z', '1<2, x<y>z'],
    ['<brand>', '<brand>'],
    [' a \t\r\n  b ', 'a b'],
  ];
  for (const [message, expected] of told) assert.equal(shown(message, mask), expected);
});
