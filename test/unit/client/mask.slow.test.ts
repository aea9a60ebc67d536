// Every secret in every encoding at every place, and the largest scripts: nothing of them is told, and it costs little.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { NcloudClient, NcloudError } from '../../../src/client';
import { Mask } from '../../../src/client/mask';
import { shown } from '../../../src/client/shown';
import { serve } from '../../support/fault-server';
import { base64, encodings, form, hex, leaks, secrets, unicode } from './encodings';

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
