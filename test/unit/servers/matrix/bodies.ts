// F16–F18, F25, F31, F34: bodies that are damaged, hostile, or somebody else's.
import { both, damaged, type FaultCase, good, lostAfter, strikes } from './case';

type Change = (body: string) => string | Uint8Array;
type Formats = Pick<FaultCase, 'formats'>;

const json: Formats = { formats: ['json'] };
const xml: Formats = { formats: ['xml'] };
const deep = 10_000;
const bomb = `<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">`;
const foreign = '<!ENTITY a SYSTEM "file:///etc/passwd">';

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

/** What no answer may be taken from: the fault, and what becomes of the body. */
const unfit: readonly (readonly [id: string, does: string, formats: Formats, change: Change])[] = [
  ['F18', 'two answers in one', both, (body) => body + body],
  ['F18', 'no end of the root', both, (body) => body.replace(/(?:\}|<\/\w+>)\s*$/, '')],
  ['F18', 'NUL in it', both, (body) => body.replace('success', 'suc\0cess')],
  ['F18', 'NUL after it', both, (body) => `${body}\0`],
  ['F18', 'an entity that is none', xml, (body) => body.replace('success', '&nothing;')],
  ['F18', 'an escape that is none', json, (body) => body.replace('success', '\\x')],
  ['F18', 'no UTF-8 in it', both, (body) => Buffer.from(body.replace('success', '\xb0\xa1'), 'latin1')],
  ['F18', 'in UTF-16', both, (body) => Buffer.from(`\ufeff${body}`, 'utf16le')],
  ['F25', 'a DOCTYPE', xml, (body) => body.replace('?>', '?><!DOCTYPE x>')],
  [
    'F25',
    'a bomb of entities',
    xml,
    (body) => body.replace('?>', `?><!DOCTYPE x [${bomb}]>`).replace('success', '&b;'),
  ],
  [
    'F25',
    'an entity from elsewhere',
    xml,
    (body) => body.replace('?>', `?><!DOCTYPE x [${foreign}]>`).replace('success', '&a;'),
  ],
  ['F25', '10,000 deep', json, () => `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`],
  ['F25', '10,000 deep in XML', json, () => `${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}`],
  [
    'F25',
    '10,000 deep within',
    xml,
    (body) => body.replace('<requestId>', `${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}<requestId>`),
  ],
  ['F25', '__proto__ for a root', json, () => '{"__proto__":{"createServerInstancesResponse":{"returnCode":"0"}}}'],
  [
    'F31',
    'servers without a number',
    json,
    (body) => body.replace(/"serverInstanceNo": "\d+"/g, '"serverInstanceNo": ""'),
  ],
];

const codes = /"code": "(INIT|CREAT|RUN|SHTDN|NSTOP|TERMT)"/g;
/** What may be news, and is no fault. */
const odd: readonly (readonly [does: string, change: (body: string) => string])[] = [
  ['unknown codes', (body) => body.replace(codes, '"code": "XYZZY"')],
  ['codes in lower case', (body) => body.replace(codes, (all) => all.toLowerCase())],
  ['no status', (body) => body.replace(/"serverInstanceStatus": \{[^}]*\},/g, '')],
];

export const bodyFaults: readonly FaultCase[] = [
  ...cuts,
  strikes('F17', 'the answer to another action', 'in-body', { answerOf: 'getRegionList' }, damaged, both),
  ...unfit.map(([id, does, formats, edit]) => strikes(id, does, 'in-body', { edit }, damaged, formats)),
  strikes('F18', 'a BOM before it', 'in-body', { edit: (body) => `\ufeff${body}` }, good, both),
  strikes('F31', 'one counted, none told', 'in-body', { edit: emptied }, lostAfter),
  ...odd.map(([does, edit]) => strikes('F34', does, 'in-body', { edit }, good)),
];

function emptied(body: string): string {
  const whole = JSON.parse(body);
  for (const answer of Object.values<Record<string, unknown>>(whole)) answer.serverInstanceList = [];
  return JSON.stringify(whole);
}
