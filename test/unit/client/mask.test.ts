import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { NcloudClient, NcloudError } from '../../../src/client';
import { Mask } from '../../../src/client/mask';
import { shown } from '../../../src/client/shown';
import { serve } from '../../support/fault-server';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const form = (text: string) => new URLSearchParams({ v: text }).toString().slice(2);
const lowerHex = (text: string) => text.replace(/%[\dA-F]{2}/g, (escaped) => escaped.toLowerCase());
const unicode = (text: string) =>
  [...text]
    .flatMap((sign) => sign.split(''))
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** The ways in which the other side may write what it was sent. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  'form, blanks as +': form,
  'form, hex in small letters': (text) => lowerHex(form(text)),
  'address, blanks as %20': encodeURIComponent,
  'address, every byte': (text) => hex(text).replace(/../g, '%$&'),
  'address in an address': (text) => encodeURIComponent(encodeURIComponent(text)),
  base64,
  'base64, for addresses': (text) => Buffer.from(text).toString('base64url'),
  'base64, one byte further': (text) => base64(`:${text}`),
  'base64, two bytes further': (text) => base64(`k=${text} and more`),
  'base64 in a form': (text) => form(base64(text)),
  'base64 of a form': (text) => base64(form(text)),
  'base64 of base64': (text) => base64(base64(text)),
  hex,
  'hex in capitals': (text) => hex(text).toUpperCase(),
  'hex in pairs': (text) => hex(text).replace(/..(?=.)/g, '$& '),
  'hex with colons': (text) => hex(text).replace(/..(?=.)/g, '$&:'),
  'base64 in lines': (text) => base64(text).replace(/.{20}(?=.)/g, '$&\r\n'),
  JSON: (text) => JSON.stringify(text).slice(1, -1),
  'JSON with \\/': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'JSON, every character': unicode,
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  HTML: (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  'HTML by name': (text) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  'HTML, every character': (text) => [...text].map((sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join(''),
};

const secrets = {
  key: 'CANARY/key+with=signs&more',
  password: 'CANARY pass "word" <1> & \\2',
  script: '#!/bin/bash\nexport CANARY="a b"\n  echo CANARY/한글 & done\nfi\n',
};

const names = Object.keys(encodings);

/** Whether a line of the secret can be read in the text, in any of the ways to write it. */
function leaks(text: string, secret: string): boolean {
  const lines = secret
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 5);
  return Object.values(encodings).some((encode) => lines.some((line) => text.includes(encode(line))));
}

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

const parameters = {
  initScriptContent: secrets.script,
  userData: secrets.script,
  privateKey: secrets.password,
  blockStorageList: [{ password: secrets.password }],
  clientSecret: secrets.key,
};
/** Where a body may repeat something, with the status that makes an error or an answer of it. */
const sinks: Readonly<Record<string, readonly [status: number, body: (said: string) => unknown]>> = {
  'the message of a refusal': [400, (said) => ({ responseError: { returnCode: '1', returnMessage: said } })],
  'the code of a refusal': [400, (said) => ({ responseError: { returnCode: said, returnMessage: '' } })],
  'the message of the gateway': [401, (said) => ({ error: { errorCode: '200', message: said } })],
  'the details of the gateway': [403, (said) => ({ error: { errorCode: '210', message: 'no', details: said } })],
  'the number of a call that was refused': [400, (said) => ({ responseError: { returnCode: '1', requestId: said } })],
  'the message of a good answer': [
    200,
    (said) => ({ deleteLoginKeyResponse: { returnCode: '0', returnMessage: said } }),
  ],
  'the number of a good answer': [200, (said) => ({ deleteLoginKeyResponse: { returnCode: '0', requestId: said } })],
  'a header': [400, () => ({ responseError: { returnCode: '1' } })],
  'a web page': [502, (said) => `<html>${said}</html>`],
};

test('no answer and no error tells keys, signature, passwords or scripts, in no encoding and in no place', async (t) => {
  const tally = { cases: 0, leaks: 0 };
  let say: (signature: string, body: string) => string = () => '';
  let sink: readonly [number, (said: string) => unknown] = [200, () => ''];
  const { endpoint, asked } = await serve(t, (response, { headers, body }) => {
    const said = say(String(headers['x-ncp-apigw-signature-v2']), body);
    const written = sink[1](said);
    if (/^[\x21-\x7e]*$/.test(said)) response.setHeader('x-ncp-trace-id', said);
    response.writeHead(sink[0]).end(typeof written === 'string' ? written : JSON.stringify(written));
  });
  const accessKey = 'CANARYACCESS';
  const secretKey = 'CANARYSECRET+/=';
  const client = new NcloudClient({ endpoint, accessKey, secretKey });
  const subjects: Readonly<Record<string, (signature: string, body: string) => string>> = {
    'access key': () => accessKey,
    'secret key': () => secretKey,
    signature: (signature) => signature,
    password: () => secrets.password,
    script: () => secrets.script,
    'another secret': () => secrets.key,
    'the whole request': (_, body) => body,
  };
  for (const [place, where] of Object.entries(sinks)) {
    for (const [subject, text] of Object.entries(subjects)) {
      for (const [name, encode] of Object.entries(encodings)) {
        sink = where;
        say = (signature, body) => encode(text(signature, body));
        const result = await client.call('server', 'deleteLoginKey', parameters).catch((error: unknown) => error);
        const signature = String(asked.at(-1)?.headers['x-ncp-apigw-signature-v2']);
        const told = inspect(result, { depth: 9, showHidden: true, maxStringLength: null }) + JSON.stringify(result);
        const all = [accessKey, secretKey, signature, ...Object.values(secrets)];
        tally.cases++;
        const isTold = /canary/i.test(told) || all.some((secret) => leaks(told, secret));
        if (isTold) tally.leaks++;
        assert.ok(!isTold, `${subject} in ${place} as ${name}: ${told}`);
        assert.ok(!place.includes('good') || !(result instanceof NcloudError), `${place}: ${told}`);
      }
    }
  }
  t.diagnostic(JSON.stringify(tally));
});

test('a message is masked before it is cut, however much of it disappears', () => {
  const key = 'SECRETKEY0123456789';
  for (const encode of Object.values(encodings)) {
    for (let padding = 480; padding < 505; padding++) {
      assert.doesNotMatch(
        shown(`${'-'.repeat(padding)}${encode(key)}`, new Mask([key])),
        /SECR|U0VD|5345|%53|u0053|x53/i,
      );
    }
  }
  const script = Array.from({ length: 3_000 }, (_, index) => `export SECRET_${index}=value${index}`).join('\n');
  for (const encode of Object.values(encodings)) {
    for (const blanks of [0, 1_900, 2_040, 3_500, 4_000]) {
      const text = shown(`<br>${' '.repeat(blanks)}${encode(script)}`, new Mask([script]));
      assert.doesNotMatch(text, /SECRET_|value\d/);
      assert.ok(text.length <= 501);
    }
  }
});

test('the largest script costs little, whatever repeats it', (t) => {
  const line = (index: number) => `echo "line ${index} of the script" >> /var/log/init.log`;
  const scripts = {
    'short lines': Array.from({ length: 20_000 }, (_, index) => line(index)).join('\n'),
    'one line': 'x1y2z3'.repeat(170_000),
    'equal beginnings': Array.from({ length: 60_000 }, (_, index) => `echo "${index}`).join('\n'),
  };
  for (const [name, script] of Object.entries(scripts)) {
    for (const encode of [encodings.raw, form, base64, hex, unicode]) {
      const message = encode?.(script.slice(0, 50_000)) ?? '';
      const started = performance.now();
      const text = shown(message, new Mask([script]));
      const took = performance.now() - started;
      assert.doesNotMatch(text, /script|x1y2z3/);
      assert.ok(took < 1_000, `${name}: ${took} ms`);
    }
    const started = performance.now();
    assert.equal(shown('success', new Mask([script])), 'success');
    const took = performance.now() - started;
    t.diagnostic(`${name}, a good answer: ${Math.round(took)} ms`);
    assert.ok(took < 300, `${name}: ${took} ms`);
  }
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
