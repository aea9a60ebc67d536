// What may go wrong between us and NCP, and what must come of it. Written as data: one entry a fault, the number being
// that of the list of faults. Expected is `requests/commits outcome`, for one server; of five it is the same with five.
import type { Fated, Fault, FaultKind, Instead } from '../../../../src/sandbox/index';
import type { Group, Play, Stage } from './cell';

/** What is planned for an action. */
export type Strike = (action: string, group: Group) => readonly Fault[];

export interface FaultCase {
  readonly id: string;
  readonly does: string;
  readonly faults: Strike;
  /** Undefined: the fault says nothing of that action. `bulk` is as `create` when left out. */
  readonly expected: Readonly<Partial<Record<Group, string>>>;
  /** How the answers are written that it strikes: as JSON when left out. */
  readonly formats?: readonly ('json' | 'xml')[];
  readonly isSlow?: boolean;
  readonly way?: Play['way'];
  /** Of the error that each action ends in. */
  readonly code?: string;
  readonly before?: (stage: Stage) => unknown;
  readonly after?: (stage: Stage) => unknown;
  /** What is waited before each further attempt of a list, in milliseconds: from, to. */
  readonly waits?: readonly [number, number];
}

type Expected = FaultCase['expected'];
type Where = 'before-commit' | 'after-commit' | 'in-headers' | 'in-body';

/** What comes of it, by what is known of the request. */
export const notSent: Expected = { create: '0/0 rejected', operate: '0/0 error', list: '0/0 error' };
const refused: Expected = { create: '1/0 rejected', operate: '1/0 refused', list: '1/0 error' };
const lostBefore: Expected = { create: '1/0 unknown, not made', operate: '1/0 unknown', list: '2/0 equal' };
const lostAfter: Expected = { create: '1/1 unknown, made 1', operate: '1/1 done', list: '2/0 equal' };
/** What is no answer is not asked for again. */
const damaged: Expected = { ...lostAfter, list: '1/0 error' };
const good: Expected = { create: '1/1 created', operate: '1/1 done', list: '1/0 equal' };
/** Of servers only, and so not of lists. */
const { list: _, ...started } = good;
/** Nothing of it has reached the gateway. */
const unheard: Expected = { create: '0/0 unknown, not made', operate: '0/0 unknown', list: '1/0 equal' };

type More = Partial<Omit<FaultCase, 'id' | 'does' | 'faults' | 'expected'>> & {
  readonly times?: (group: Group) => number;
};

function strikes(
  id: string,
  does: string,
  where: Where,
  what: FaultKind,
  expected: Expected,
  more: More = {},
): FaultCase {
  const { times, ...rest } = more;
  const faults: Strike = (action, group) => [{ action, where, what, times: times?.(group) ?? 1 } as Fault];
  return { id, does, faults, expected, ...rest };
}

const connects = (
  id: string,
  does: string,
  what: FaultKind,
  expected: Expected = unheard,
  more: More = {},
): FaultCase => ({
  id,
  does,
  faults: () => [{ where: 'in-connect', what } as Fault],
  expected,
  ...more,
});

const both = { formats: ['json', 'xml'] } as const;
const slow = { isSlow: true } as const;
const html = '<!DOCTYPE html><html><body>Sign in</body></html>';
const gateway = (status: number, errorCode: string | number, headers = {}, more = {}): Instead => ({
  status,
  body: JSON.stringify({ error: { errorCode, message: 'm', details: 'd', ...more } }),
  headers: { 'content-type': 'application/json', ...headers },
});
const api = (status: number, responseError: unknown): Instead => ({ status, body: JSON.stringify({ responseError }) });
const page = (status: number): Instead => ({ status, body: html, headers: { 'content-type': 'text/html' } });
const ok = (body: string | Uint8Array, more: Partial<Exclude<Instead, string>> = {}): Instead => ({
  status: 200,
  body,
  ...more,
});
const minute = 60_000;

/** An answer that keeps its root, and has something else inside. */
const inside = (change: (body: string) => string | Uint8Array) => ({ edit: change });
const deep = 10_000;

const throttles = ['410', '420'].flatMap((code) =>
  (
    [
      ['no Retry-After', {}, [0, 1000]],
      ['Retry-After 2', { 'retry-after': '2' }, [2000, 2000]],
      ['Retry-After as a date', { 'retry-after': new Date(Date.now() + 600_000).toUTCString() }, [30_000, 30_000]],
      ['Retry-After -1', { 'retry-after': '-1' }, [0, 1000]],
      ['Retry-After abc', { 'retry-after': 'abc' }, [0, 1000]],
      ['Retry-After 86400', { 'retry-after': '86400' }, [30_000, 30_000]],
    ] as const
  ).map(([does, headers, waits]) =>
    strikes(
      'F10',
      `429/${code}, ${does}`,
      'before-commit',
      gateway(429, code, headers),
      { ...refused, list: '2/0 equal' },
      { waits },
    ),
  ),
);

const cuts = (['true', 'short', 'chunked'] as const).flatMap((length) =>
  [0, 1, 40, 400, -1].map((cut) =>
    strikes(
      'F16',
      `body cut at ${cut}, length ${length}`,
      'in-body',
      { cut, length },
      length === 'short' ? damaged : lostAfter,
      both,
    ),
  ),
);

const clocks = [4, -4, 6, -6, 60, -60].map((minutes) =>
  strikes(
    'F26',
    `the gateway's clock ${minutes} min ahead`,
    'before-commit',
    { clock: minutes * minute },
    Math.abs(minutes) < 5 ? good : { ...refused, list: '2/0 equal' },
    { times: (group) => (group === 'list' && Math.abs(minutes) > 5 ? 2 : 1) },
  ),
);

const fates = (id: string, does: string, what: Fated, expected: Expected): FaultCase =>
  strikes(id, does, 'before-commit', what, expected);

export const wireFaults: readonly FaultCase[] = [
  strikes('F1', 'no answer, before the commit', 'before-commit', 'hang', { ...lostBefore, list: '1/0 error' }, slow),
  connects('F1', 'a connection that nobody reads', 'hang', { ...unheard, list: '0/0 error' }, slow),
  strikes('F2', 'no answer, after the commit', 'after-commit', 'hang', { ...lostAfter, list: '1/0 error' }, slow),
  strikes('F3', 'reset before the commit', 'before-commit', 'reset', lostBefore),
  // Whether the connection stands before the reset comes is a race; both tells the truth.
  connects('F3', 'reset as it is accepted', 'reset', {
    create: '0/0 rejected or 0/0 unknown, not made',
    operate: '0/0 refused or 0/0 unknown',
    list: '1/0 equal',
  }),
  connects('F3', 'closed as it is accepted', 'close'),
  connects('F3', 'garbage as it is accepted', { bytes: 'SSH-2.0-x\r\n' }),
  connects('F3', 'an alert of TLS as it is accepted', { bytes: '\x15\x03\x01\x00\x02\x02\x28' }),
  strikes('F4', 'reset after the commit', 'after-commit', 'reset', lostAfter),
  ...[1, 12, 60].map((cut) => strikes('F5', `head cut at ${cut}`, 'in-headers', { cut }, lostAfter)),
  strikes('F5', 'head cut at 0', 'in-headers', { cut: 0 }, lostAfter),
  strikes('F5', 'body broken off', 'in-body', { cut: 300 }, lostAfter, both),
  strikes('F9', '429/400: quota', 'before-commit', gateway(429, '400'), refused),
  ...throttles,
  strikes('F11', '500/900 before the commit', 'before-commit', gateway(500, '900'), lostBefore),
  strikes('F11', '500/900 after the commit', 'after-commit', gateway(500, '900'), lostAfter),
  strikes('F11', '503/500 before the commit', 'before-commit', gateway(503, '500'), lostBefore),
  strikes('F11', '503/500 after the commit', 'after-commit', gateway(503, '500'), lostAfter),
  strikes(
    'F11',
    '503/500 as often as it is asked',
    'before-commit',
    gateway(503, '500'),
    { ...lostBefore, list: '3/0 error' },
    {
      times: (group) => (group === 'list' ? 3 : 1),
    },
  ),
  strikes('F12', '504/510 after the commit', 'after-commit', gateway(504, '510'), lostAfter),
  strikes('F12', '504/510 before the commit', 'before-commit', gateway(504, '510'), lostBefore),
  strikes('F13', '502 with a page', 'after-commit', page(502), lostAfter),
  strikes('F14', '401/200: signature', 'before-commit', gateway(401, '200'), refused),
  strikes('F14', '401/210: rights', 'before-commit', gateway(401, '210'), refused),
  strikes('F15', '404/300', 'before-commit', gateway(404, '300'), refused),
  strikes('F15', '413/430', 'before-commit', gateway(413, '430'), refused),
  ...cuts,
  strikes('F17', 'the answer to another action', 'in-body', { answerOf: 'getRegionList' }, damaged, both),
  strikes(
    'F18',
    'two answers in one',
    'in-body',
    inside((body) => body + body),
    damaged,
    both,
  ),
  strikes(
    'F18',
    'no end of the root',
    'in-body',
    inside((body) => body.replace(/(?:\}|<\/\w+>)\s*$/, '')),
    damaged,
    both,
  ),
  strikes(
    'F18',
    'NUL in it',
    'in-body',
    inside((body) => body.replace('mine', 'mi\0ne').replace('success', 'suc\0cess')),
    damaged,
    both,
  ),
  strikes(
    'F18',
    'NUL after it',
    'in-body',
    inside((body) => `${body}\0`),
    damaged,
    both,
  ),
  strikes(
    'F18',
    'an entity that is none',
    'in-body',
    inside((body) => body.replace('success', '&nothing;')),
    damaged,
    { formats: ['xml'] },
  ),
  strikes(
    'F18',
    'an escape that is none',
    'in-body',
    inside((body) => body.replace('success', '\\x')),
    damaged,
  ),
  strikes(
    'F18',
    'no UTF-8 in it',
    'in-body',
    inside((body) => Buffer.from(body.replace('success', '\xb0\xa1'), 'latin1')),
    damaged,
    both,
  ),
  strikes(
    'F18',
    'in UTF-16',
    'in-body',
    inside((body) => Buffer.from(`\ufeff${body}`, 'utf16le')),
    damaged,
    both,
  ),
  strikes(
    'F18',
    'a BOM before it',
    'in-body',
    inside((body) => `\ufeff${body}`),
    good,
    both,
  ),
  strikes('F19', '200 with a page', 'after-commit', page(200), damaged),
  strikes('F21', '200 with an error of the gateway', 'before-commit', gateway(200, '400'), refused),
  strikes(
    'F21',
    '200 with a responseError',
    'before-commit',
    api(200, { returnCode: '1200', returnMessage: 'no' }),
    refused,
  ),
  strikes('F22', 'the code of an error is a number', 'before-commit', gateway(429, 400), refused),
  strikes(
    'F22',
    'an error inside of Response',
    'before-commit',
    { status: 400, body: JSON.stringify({ Response: { error: { errorCode: '300' } } }) },
    refused,
  ),
  strikes('F22', 'an error without a message', 'before-commit', api(400, { returnCode: '1200' }), refused),
  strikes(
    'F22',
    'an error of 10 KB',
    'before-commit',
    api(400, { returnCode: '1200', returnMessage: 'x'.repeat(10_000) }),
    refused,
  ),
  strikes(
    'F22',
    'an error with markup',
    'before-commit',
    api(400, { returnCode: '1200', returnMessage: '<b onload=x>**[a](command:b)' }),
    refused,
  ),
  strikes('F23', 'a byte now and then', 'in-body', { drip: 200 }, { ...lostAfter, list: '1/0 error' }, slow),
  strikes(
    'F23',
    'a byte of the head now and then',
    'in-headers',
    { drip: 200 },
    { ...lostAfter, list: '1/0 error' },
    slow,
  ),
  strikes('F23', 'nothing after half the head', 'in-headers', { stall: 30 }, { ...lostAfter, list: '1/0 error' }, slow),
  strikes('F23', 'nothing after the head', 'in-body', { stall: 0 }, { ...lostAfter, list: '1/0 error' }, slow),
  strikes('F23', 'nothing after half the body', 'in-body', { stall: 300 }, { ...lostAfter, list: '1/0 error' }, slow),
  strikes('F23', 'late, but in time', 'in-body', { delay: 300 }, good),
  strikes('F24', '100 MB', 'in-body', { flood: 100 }, lostAfter),
  strikes('F24', 'a bomb of 50 MB', 'in-body', { flood: 50, gzip: true }, lostAfter),
  strikes('F24', 'a gzip that is none', 'in-headers', { headers: { 'content-encoding': 'gzip' } }, damaged),
  strikes('F24', 'headers of 200 KB', 'in-headers', { pad: 200_000 }, lostAfter),
  strikes('F24', 'a length that is too short', 'in-headers', { headers: { 'content-length': '100' } }, lostAfter),
  strikes(
    'F24',
    'a length that is too long',
    'in-headers',
    { headers: { 'content-length': '99999', connection: 'close' } },
    lostAfter,
  ),
  strikes('F24', 'a length that is no number', 'in-headers', { headers: { 'content-length': 'x' } }, lostAfter),
  strikes(
    'F25',
    'a DOCTYPE',
    'in-body',
    inside((body) => body.replace('?>', '?><!DOCTYPE x>')),
    damaged,
    { formats: ['xml'] },
  ),
  strikes(
    'F25',
    'a bomb of entities',
    'in-body',
    inside((body) =>
      body
        .replace('?>', `?><!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>`)
        .replace('success', '&b;'),
    ),
    damaged,
    { formats: ['xml'] },
  ),
  strikes(
    'F25',
    'an entity from elsewhere',
    'in-body',
    inside((body) =>
      body.replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>').replace('success', '&a;'),
    ),
    damaged,
    { formats: ['xml'] },
  ),
  strikes('F25', '10,000 deep', 'after-commit', ok(`${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`), damaged),
  strikes('F25', '10,000 deep in XML', 'after-commit', ok(`${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}`), damaged),
  strikes(
    'F25',
    '__proto__ for a root',
    'after-commit',
    ok('{"__proto__":{"createServerInstancesResponse":{"returnCode":"0"}}}'),
    damaged,
  ),
  ...clocks,
  ...['', 'yesterday'].map((date) =>
    strikes('F26', `401/200 with Date ‘${date}’`, 'before-commit', gateway(401, '200', { date }), refused),
  ),
  strikes(
    'F26',
    '401/200 with Age',
    'before-commit',
    gateway(401, '200', { date: new Date(Date.now() + 3_600_000).toUTCString(), age: '9' }),
    refused,
  ),
  ...[null, 'yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT'].map((date) =>
    strikes('F26', `a good answer with Date ${date}`, 'in-headers', { headers: { date } }, good),
  ),
  fates('F30', '3 of 5 made', { fate: 'partial', servers: 3 }, { bulk: '1/3 created 3 of 5' }),
  {
    id: 'F30',
    does: '3 of 5 made, then an error',
    faults: (action) => [
      { action, where: 'before-commit', what: { fate: 'partial', servers: 3 } },
      { action, where: 'after-commit', what: gateway(503, '500') },
    ],
    expected: { bulk: '1/3 unknown, made 3 of 5' },
  },
  {
    id: 'F30',
    does: '3 of 5 made, then refused',
    faults: (action) => [
      { action, where: 'before-commit', what: { fate: 'partial', servers: 3 } },
      { action, where: 'after-commit', what: api(400, { returnCode: '1200', returnMessage: 'quota' }) },
    ],
    expected: { bulk: '1/3 created 3 of 5' },
  },
  fates('F30', '2 of 5 fail later', { fate: 'fails', servers: 2 }, { bulk: '1/5 created' }),
  fates('F31', 'nothing made, and told so', { fate: 'partial', servers: 0 }, { create: '1/0 unknown, not made' }),
  strikes('F31', 'one counted, none told', 'in-body', inside(emptied), lostAfter),
  strikes(
    'F31',
    'servers without a number',
    'in-body',
    inside((body) => body.replace(/"serverInstanceNo": "\d+"/g, '"serverInstanceNo": ""')),
    damaged,
  ),
  ...[
    ['unknown codes', (body: string) => body.replace(/("code": )"(?:INIT|CREAT|RUN|SHTDN|NSTOP|TERMT)"/g, '$1"XYZZY"')],
    [
      'codes in lower case',
      (body: string) => body.replace(/"code": "(INIT|CREAT|RUN|SHTDN|NSTOP|TERMT)"/g, (all) => all.toLowerCase()),
    ],
    ['no status', (body: string) => body.replace(/"serverInstanceStatus": \{[^}]*\},/g, '')],
  ].map(([does, change]) => strikes('F34', String(does), 'in-body', inside(change as (body: string) => string), good)),
  fates('F35', 'stuck on its way', { fate: 'stuck', servers: 1 }, started),
  fates('F35', 'fails on its way', { fate: 'fails', servers: 1 }, started),
  {
    id: 'F36',
    does: 'refused here: in no state for it',
    faults: () => [],
    before: async ({ direct, target }) => {
      // What is running starts to stop, and what is stopped to start.
      const action = target?.state === 'running' ? 'stopServerInstances' : 'startServerInstances';
      await direct.call('vserver', action, { regionCode: 'KR', serverInstanceNoList: [target?.number ?? ''] });
    },
    expected: { operate: '0/0 done or 0/0 refused' },
  },
  strikes('F36', 'refused by NCP: busy', 'before-commit', api(400, { returnCode: '25013', returnMessage: 'busy' }), {
    operate: '1/0 refused',
  }),
  strikes('F37', 'done, then reset', 'after-commit', 'reset', { operate: '1/1 done' }),
];

/** Answers that send us elsewhere; `origin` is somebody else's. */
export function redirects(origin: string): FaultCase[] {
  const places = {
    'to another origin': `${origin}/vserver/v2/getServerInstanceList`,
    'within the origin': '/vserver/v2/getRegionList',
    'to the same place': '',
  };
  return [301, 302, 303, 307, 308].flatMap((status) =>
    Object.entries(places).map(([does, location]) =>
      strikes('F38', `${status} ${does}`, 'after-commit', { status, body: '', headers: { location } }, damaged),
    ),
  );
}

function emptied(body: string): string {
  const whole = JSON.parse(body);
  for (const answer of Object.values<Record<string, unknown>>(whole)) answer.serverInstanceList = [];
  return JSON.stringify(whole);
}
