// What is no answer: broken bodies, refusals of the server API and of the gateway, pages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ApiError, BadAnswerError, GatewayError, NcloudError } from '../../../src/client';
import { Decoder } from '../../../src/client/decode';
import { serverAnswer, toJson, toXml } from './answers';
import { decode } from './decoded';

const good =
  '<getServerInstanceListResponse><returnCode>0</returnCode><serverInstanceList/></getServerInstanceListResponse>';
const empty = '"returnCode":"0","serverInstanceList":[]';
const inside = (xml: string) => good.replace('</returnCode>', `</returnCode>${xml}`);
const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "&a;&a;">`).join('')}]>`;
const broken: readonly (readonly [string, string | undefined])[] = [
  ['nothing', ''],
  ['blanks', ' \n '],
  ['no UTF-8', undefined],
  ['plain text', 'OK'],
  ['a JSON list', '[]'],
  ['JSON null', 'null'],
  ['an empty JSON object', '{}'],
  ['JSON of another action', '{"getRegionListResponse":{"returnCode":"0"}}'],
  ['a JSON root that is no object', '{"getServerInstanceListResponse":"0"}'],
  ['JSON without a return code', '{"getServerInstanceListResponse":{"serverInstanceList":[]}}'],
  ['two JSON documents', `{"getServerInstanceListResponse":{${empty}}}{}`],
  ['NUL in JSON', `{"getServerInstanceListResponse":{${empty},"requestId":"\0"}}`],
  ['a list that is text', '{"getServerInstanceListResponse":{"returnCode":"0","serverInstanceList":"x"}}'],
  ['a list of text', '{"getServerInstanceListResponse":{"returnCode":"0","serverInstanceList":["x"]}}'],
  ['a list of nulls', '{"getServerInstanceListResponse":{"returnCode":"0","serverInstanceList":[null]}}'],
  ['totalRows that is no number', `{"getServerInstanceListResponse":{${empty},"totalRows":"many"}}`],
  ['empty error envelopes', '{"responseError":{}}'],
  ['a refusal with code 0', '{"responseError":{"returnCode":"0"}}'],
  ['XML of another action', '<getRegionListResponse><returnCode>0</returnCode></getRegionListResponse>'],
  ['an unclosed tag', '<getServerInstanceListResponse><a>1</getServerInstanceListResponse>'],
  ['two roots', `${good}<x/>`],
  ['text after the root', `${good}x`],
  ['a document type', `<!DOCTYPE x>${good}`],
  ['an external entity', `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]>${inside('<a>&e;</a>')}`],
  ['an entity bomb', `${bomb}${inside('<a>&a8;</a>')}`],
  ['an unknown entity', inside('<a>&e;</a>')],
  ['a bare ampersand', inside('<a>a & b</a>')],
  ['a reference to NUL', inside('<a>&#0;</a>')],
  ['a reference to half a character', inside('<a>&#xD800;</a>')],
  ['a reference beyond Unicode', inside('<a>&#x110000;</a>')],
  ['NUL in XML', inside('<a>\0</a>')],
  ['a CDATA section without an end', inside('<a><![CDATA[x</a>')],
  ['depth 10,000 in XML', inside('<a>'.repeat(10_000) + '</a>'.repeat(10_000))],
  [
    'depth 10,000 in JSON',
    `{"getServerInstanceListResponse":{${empty},"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
  ],
  ['an element named __proto__', inside('<__proto__><polluted>1</polluted></__proto__>')],
  ['an HTML page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
  ['an HTML page that is well-formed', '<html><body>Sign in</body></html>'],
  ['UTF-16 read as UTF-8', [...good].join('\0')],
  ['100,000 openings of CDATA', inside('<![CDATA['.repeat(100_000))],
];
for (const [name, body] of broken) {
  test(`no answer: ${name}`, async () => {
    const start = process.cpuUsage();
    await assert.rejects(decode(body), (error) => error instanceof BadAnswerError && error.outcome === 'unknown');
    assert.ok(process.cpuUsage(start).user < 1_000_000);
  });
}

test('what those bodies are made from is an answer', async () => {
  for (const body of [good, inside('<a>1</a>'), `{"getServerInstanceListResponse":{${empty}}}`]) {
    assert.deepEqual((await decode(body)).serverInstanceList, []);
  }
});

test('an HTML page is named as such', async () => {
  await assert.rejects(decode('\n<html><body/></html>'), { reason: 'web-page' });
});

const refusals: readonly (readonly [string, string])[] = [
  ['JSON', '{"responseError":{"returnCode":"24120","returnMessage":" The input is invalid. \\n"}}'],
  ['JSON with a number', '{"responseError":{"returnCode":24120,"returnMessage":"The input is invalid."}}'],
  ['JSON with the other names', '{"responseError":{"responseCode":"24120","responseMessage":"The input is invalid."}}'],
  [
    'JSON inside of Response',
    '{"Response":{"responseError":{"returnCode":"24120","returnMessage":"The input is invalid."}}}',
  ],
  [
    'JSON under the action',
    '{"getServerInstanceListResponse":{"returnCode":"24120","returnMessage":"The input is invalid."}}',
  ],
  [
    'XML',
    '<responseError>\n<returnCode>24120</returnCode><returnMessage>The input is invalid. </returnMessage></responseError>',
  ],
  [
    'XML with a BOM and a prolog',
    '<?xml version="1.0"?>\n<responseError><returnCode> 24120 </returnCode><returnMessage>The input is invalid.</returnMessage></responseError>',
  ],
  [
    'XML under the action',
    '<getServerInstanceListResponse><returnCode>24120</returnCode><returnMessage>The input is invalid.</returnMessage></getServerInstanceListResponse>',
  ],
];
for (const [name, body] of refusals) {
  test(`a refusal of the server API in ${name} is an ApiError whatever the status`, async () => {
    for (const [status, outcome] of [
      [200, 'rejected'],
      [400, 'rejected'],
      [403, 'rejected'],
      [500, 'unknown'],
      [302, 'unknown'],
    ] as const) {
      await assert.rejects(decode(body, status), (error) => {
        assert.ok(error instanceof ApiError);
        assert.deepEqual([error.status, error.returnCode, error.outcome], [status, '24120', outcome]);
        assert.equal(error.returnMessage, 'The input is invalid.');
        assert.match(error.message, /24120/);
        return true;
      });
    }
  });
}

const gateway: readonly (readonly [string, string])[] = [
  ['JSON', '{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid."}}'],
  ['JSON with a number', '{"error":{"errorCode":200,"message":"Authentication Failed","details":"Invalid."}}'],
  [
    'JSON inside of Response',
    '{"Response":{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid."}}}',
  ],
  [
    'XML',
    '<error><errorCode>200</errorCode><message>Authentication Failed</message><details>Invalid.</details></error>',
  ],
  [
    'XML inside of Response',
    '<Response><error><errorCode>200</errorCode><message>Authentication Failed</message><details>Invalid.</details></error></Response>',
  ],
];
for (const [name, body] of gateway) {
  test(`a refusal of the gateway in ${name} is a GatewayError whatever the status`, async () => {
    for (const [status, outcome] of [
      [401, 'rejected'],
      [200, 'rejected'],
      [503, 'unknown'],
    ] as const) {
      await assert.rejects(decode(body, status), (error) => {
        assert.ok(error instanceof GatewayError);
        assert.deepEqual([error.status, error.errorCode, error.outcome], [status, '200', outcome]);
        assert.deepEqual([error.text, error.details], ['Authentication Failed', 'Invalid.']);
        return true;
      });
    }
  });
}

test('a message may be missing, long, or full of control characters and markup', async () => {
  await assert.rejects(decode('{"error":{"errorCode":"900"}}', 500), {
    errorCode: '900',
    text: '',
    outcome: 'unknown',
  });
  await assert.rejects(decode('{"responseError":{"returnCode":"10712"}}', 400), {
    returnMessage: '',
    outcome: 'rejected',
  });
  const returnMessage = `<b>a</b>\u0000\u202e\u001b[31m\r\n${'x'.repeat(10_000)}`;
  await assert.rejects(decode(JSON.stringify({ responseError: { returnCode: '1', returnMessage } }), 400), (error) => {
    assert.ok(error instanceof ApiError);
    assert.ok(error.message.length < 700);
    assert.ok(error.returnMessage.startsWith('a [31m x'));
    return true;
  });
});

test('an error of any shape is told as one, readable and inert', async () => {
  const markup = '<img src=x onerror=alert(1)> [click](command:x) \u202e\u0007 `$(rm)`';
  const shapes: readonly (readonly [what: string, body: object, code: string, text: RegExp])[] = [
    ['a code that is text', { error: { errorCode: '210', message: 'Denied' } }, '210', /Denied/],
    ['a code that is a number', { error: { errorCode: 210, message: 'Denied' } }, '210', /Denied/],
    ['a refusal with a number', { responseError: { returnCode: 1007009, returnMessage: 'no' } }, '1007009', /no/],
    ['an envelope around it', { Response: { error: { errorCode: 210, message: 'Denied' } } }, '210', /Denied/],
    ['no message', { error: { errorCode: '210' } }, '210', /no reason given/],
    ['no message of the API', { responseError: { returnCode: '10712' } }, '10712', /without a reason/],
    [
      'a message that is null',
      { responseError: { returnCode: '10712', returnMessage: null } },
      '10712',
      /without a reason/,
    ],
    ['a message that is an object', { error: { errorCode: '210', message: { a: 1 } } }, '210', /no reason given/],
    ['10 kB of message', { error: { errorCode: '210', message: 'y'.repeat(10_240) } }, '210', /y…|yyy/],
    ['10 kB in Korean', { responseError: { returnCode: '10712', returnMessage: '가'.repeat(10_240) } }, '10712', /가/],
    ['markup', { error: { errorCode: '210', message: markup, details: markup } }, '210', /click/],
    ['markup of the API', { responseError: { returnCode: '10712', returnMessage: markup } }, '10712', /click/],
  ];
  for (const [what, tree, code, text] of shapes) {
    for (const status of [200, 400, 401, 403]) {
      await assert.rejects(decode(JSON.stringify(tree), status), (error) => {
        assert.ok(error instanceof NcloudError && !(error instanceof BadAnswerError), what);
        assert.deepEqual([error.code, error.outcome], [code, 'rejected'], what);
        assert.match(error.message, text, what);
        assert.ok(error.message.length < 1_400, `${what}: ${error.message.length}`);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
        assert.doesNotMatch(error.message, /<img|[\u0000-\u001f\u202e]/, what);
        return true;
      });
    }
  }
});

test('the gateway telling of the server behind it is unknown, whatever the status', async () => {
  for (const errorCode of ['500', '510', '900']) {
    await assert.rejects(decode(JSON.stringify({ error: { errorCode } }), 200), { outcome: 'unknown', errorCode });
  }
});

test('secrets that NCP repeats are taken out of errors', async () => {
  const body = '{"responseError":{"returnCode":"1","returnMessage":"bad key=S3CRET! for S3CRET!"}}';
  const received = {
    service: 'vserver',
    action: 'getServerInstanceList',
    status: 400,
    body,
    secrets: ['S3CRET!'],
  } as const;
  await assert.rejects(new Decoder().decode(received), { returnMessage: 'bad key=*** for ***' });
});

test('what is no envelope of NCP is judged by its status', async () => {
  const page = '<html><body>502 Bad Gateway</body></html>';
  const rows = [
    [502, 'server-fault'],
    [503, 'server-fault'],
    [301, 'redirect'],
    [307, 'redirect'],
    [404, 'web-page'],
    [413, 'web-page'],
  ] as const;
  for (const [status, reason] of rows)
    await assert.rejects(decode(page, status), { name: 'BadAnswerError', reason, status, outcome: 'unknown' });
  await assert.rejects(decode(good, 400), { name: 'BadAnswerError', outcome: 'unknown' });
  await assert.rejects(decode(good, 500), { reason: 'server-fault', outcome: 'unknown' });
  const signIn = { name: 'BadAnswerError', reason: 'proxy-sign-in', status: 407, outcome: 'unknown' };
  for (const body of [page, '', undefined, good, '{"responseError":{"returnCode":"1"}}']) {
    await assert.rejects(decode(body, 407), signIn);
  }
});

test('whatever comes, the only errors are ours', async () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '&',
      ';',
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
    ),
    fc.constantFrom(
      'getServerInstanceListResponse',
      'returnCode',
      'serverInstanceList',
      'serverInstance',
      '__proto__',
      'error',
      '0',
    ),
  );
  const noise = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const damaged = fc.tuple(fc.constantFrom(toJson, toXml), fc.nat(), fc.nat(40), noise).map(([write, at, cut, put]) => {
    const whole = write('getServerInstanceListResponse', serverAnswer(1));
    const place = at % whole.length;
    return whole.slice(0, place) + put + whole.slice(place + cut);
  });
  const anyValue = fc
    .json()
    .map((json) => `{"getServerInstanceListResponse":{"returnCode":"0","serverInstanceList":${json},"x":${json}}}`);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(noise, damaged, anyValue),
      fc.constantFrom(200, 302, 400, 401, 429, 500, 503),
      async (body, status) => {
        await decode(body, status).catch((error) => assert.ok(error instanceof NcloudError, error));
      },
    ),
    { numRuns: 1_500 },
  );
});

test('the sentence of a refusal ends with one full stop', () => {
  const facts = { status: 401, errorCode: '200', text: 'Authentication Failed', details: 'Invalid information..' };
  assert.equal(
    new GatewayError(facts).message,
    "NAVER Cloud's gateway answered with: Authentication Failed: Invalid information. (200)",
  );
});
