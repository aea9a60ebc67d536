/** A plan of faults as a file: JSON in the form of `Fault`, checked so that a slip is told and never passed over. */
import { actions } from '../reference/index';
import type { Fault, FaultMoment } from './faults';
import { findHandler } from './handlers';

/** What a field may hold: what it is called, and whether a value is one. */
interface Allowed {
  readonly words: string;
  readonly test: (value: unknown) => boolean;
}

/** One kind of fault: the field that names it, or the bare word, and what else it may have. */
export interface Kind {
  readonly name: string;
  /** Left out: the kind is the bare word. */
  readonly value?: Allowed;
  readonly needs?: Readonly<Record<string, Allowed>>;
  readonly may?: Readonly<Record<string, Allowed>>;
  readonly where: readonly FaultMoment[];
  readonly does: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Allowed = { words: 'a text', test: isText };
const flag: Allowed = { words: 'true or false', test: (value) => typeof value === 'boolean' };
const whole = (words: string, min: number, max: number): Allowed => ({
  words,
  test: (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
});
const upTo = (max: number, min = 0) => whole(`a whole number from ${min} to ${max}`, min, max);
const oneOf = (...words: readonly string[]): Allowed => ({
  words: words.map((word) => JSON.stringify(word)).join(', '),
  test: (value) => words.includes(value as string),
});
const bytes = whole('a whole number', -1e9, 1e9);
const milliseconds = upTo(3_600_000);
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headers = (isNullAllowed: boolean): Allowed => ({
  words: `an object of texts${isNullAllowed ? ' or null' : ''} by header name`,
  test: (value) =>
    isObject(value) &&
    Object.entries(value).every(
      ([name, one]) =>
        headerName.test(name) &&
        ((isNullAllowed && one === null) || (isText(one) && /^[\t\x20-\x7e\x80-\xff]*$/.test(one))),
    ),
});

const simulated = actions.filter(findHandler);
const isAction = (name: unknown) => simulated.some((action) => action.name === name);

const early = ['before-commit'] as const;
const body = ['after-commit', 'in-body'] as const;
const parts = [...body, 'in-headers'] as const;
const instead = [...early, ...body] as const;

/** All kinds, in the order in which they are told. One name may stand twice, for other moments. */
export const kinds: readonly Kind[] = [
  { name: 'reset', where: ['in-connect', ...instead], does: 'tears the connection down' },
  { name: 'close', where: ['in-connect'], does: 'ends the connection' },
  { name: 'hang', where: ['in-connect', ...instead], does: 'never answers' },
  {
    name: 'bytes',
    value: text,
    where: ['in-connect'],
    does: 'sends these at once, each character one byte, and ends the connection',
  },
  {
    name: 'status',
    value: upTo(599, 200),
    needs: { body: text },
    may: { encoding: oneOf('utf8', 'utf16le', 'latin1', 'base64'), headers: headers(false) },
    where: instead,
    does: 'answers this',
  },
  {
    name: 'fate',
    value: oneOf('stuck', 'fails', 'partial'),
    needs: { servers: upTo(1000) },
    where: early,
    does: 'lets the first `servers` never finish or end in a failure, or makes or moves only these',
  },
  { name: 'hide', value: upTo(10_000, 1), where: early, does: 'leaves so many of the newest rows out of a list' },
  {
    name: 'clock',
    value: whole('a whole number', -1e12, 1e12),
    where: early,
    does: 'has the gateway’s clock so many milliseconds ahead',
  },
  {
    name: 'cut',
    value: bytes,
    may: { length: oneOf('true', 'short', 'chunked') },
    where: body,
    does: 'sends so many bytes of the body (negative: leaves so many out) and breaks off; `short` ends cleanly',
  },
  { name: 'cut', value: bytes, where: ['in-headers'], does: 'sends so many bytes of the head and breaks off' },
  { name: 'stall', value: bytes, where: parts, does: 'sends so many bytes, and nothing more' },
  { name: 'drip', value: milliseconds, where: parts, does: 'sends a byte each so many milliseconds' },
  { name: 'delay', value: milliseconds, where: body, does: 'answers so many milliseconds late' },
  { name: 'headers', value: headers(true), where: parts, does: 'sets headers, or removes them with null' },
  { name: 'pad', value: upTo(10_000_000, 1), where: ['in-headers'], does: 'adds so many bytes of headers' },
  {
    name: 'replace',
    value: {
      words: 'two texts, the first not empty',
      test: (value) => Array.isArray(value) && value.length === 2 && value.every(isText) && value[0] !== '',
    },
    where: body,
    does: 'puts the second text in place of the first one, wherever it stands',
  },
  {
    name: 'flood',
    value: upTo(1000, 1),
    may: { gzip: flag },
    where: body,
    does: 'sends so many megabytes of blanks, packed with `gzip`',
  },
  {
    name: 'answerOf',
    value: {
      words: 'the name of an action that reads',
      test: (value) => simulated.some((action) => action.class === 'read' && action.name === value),
    },
    where: body,
    does: 'gives the answer to that action',
  },
];

const moments: readonly FaultMoment[] = ['in-connect', 'before-commit', 'after-commit', 'in-headers', 'in-body'];

/**
 * The faults of a file's text: a JSON array.
 * @throws RangeError with which entry and which field is wrong, and what is allowed there.
 */
export function readFaults(json: string): Fault[] {
  let entries: unknown;
  try {
    entries = JSON.parse(json);
  } catch (error) {
    throw new RangeError(`no JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (!Array.isArray(entries)) throw new RangeError('an array of faults is expected');
  return entries.map((entry, place) => checked(entry, `entry ${place + 1}`));
}

function checked(entry: unknown, at: string): Fault {
  if (!isObject(entry)) throw new RangeError(`${at}: an object is expected`);
  const { where } = entry;
  check(where, oneOf(...moments), `${at}, where`);
  const isConnect = where === 'in-connect';
  onlyThese(entry, ['where', 'what', 'nth', 'times', ...(isConnect ? [] : ['action'])], at);
  if (!isConnect) checkActions(entry.action, `${at}, action`);
  for (const name of ['nth', 'times']) {
    if (name in entry) check(entry[name], upTo(1_000_000, 1), `${at}, ${name}`);
  }
  checkKind(entry.what, where as FaultMoment, `${at}, what`);
  return entry as unknown as Fault;
}

function checkActions(value: unknown, at: string): void {
  const names = Array.isArray(value) ? value : [value];
  const wrong = names.find((name) => !isAction(name) && (name !== '*' || Array.isArray(value)));
  const words = 'the name of a simulated action, an array of names, or "*"';
  if (names.length === 0 || wrong !== undefined || value === undefined) refuse(wrong ?? value, words, at);
}

function checkKind(what: unknown, where: FaultMoment, at: string): void {
  const here = kinds.filter((kind) => kind.where.includes(where));
  const forms = here.map(({ name, value }) => (value ? `{ ${JSON.stringify(name)}: … }` : JSON.stringify(name)));
  const kind =
    here.find(({ name, value }) => (value ? isObject(what) && Object.hasOwn(what, name) : what === name)) ??
    refuse(what, `${where}: ${forms.join(', ')}`, at);
  if (!kind.value || !isObject(what)) return;
  const { name, value, needs = {}, may = {} } = kind;
  onlyThese(what, [name, ...Object.keys(needs), ...Object.keys(may)], at);
  for (const [field, allowed] of Object.entries({ [name]: value, ...needs, ...may })) {
    if (!(field in may && what[field] === undefined)) check(what[field], allowed, `${at}.${field}`);
  }
}

function onlyThese(object: Readonly<Record<string, unknown>>, names: readonly string[], at: string): void {
  const other = Object.keys(object).find((name) => !names.includes(name));
  if (other !== undefined) throw new RangeError(`${at}: ${other} is not known; allowed: ${names.join(', ')}`);
}

function check(value: unknown, { words, test }: Allowed, at: string): void {
  if (!test(value)) refuse(value, words, at);
}

function refuse(value: unknown, words: string, at: string): never {
  const said = value === undefined ? 'is missing' : `is ${JSON.stringify(value).slice(0, 60)}`;
  throw new RangeError(`${at} ${said}; allowed: ${words}`);
}

/** All kinds as the rows of a table in Markdown. */
export function faultTable(): string {
  const rows = kinds.map(({ name, value, needs = {}, may = {}, where, does }) => {
    const fields = (list: Readonly<Record<string, Allowed>>, mark = '') =>
      Object.entries(list).map(([field, { words }]) => `\`${field}${mark}\`: ${words}`);
    const form = value
      ? [`\`${name}\`: ${value.words}`, ...fields(needs), ...fields(may, '?')].join('<br>')
      : `\`"${name}"\``;
    return `| ${form} | ${where.join(', ')} | ${does} |`;
  });
  return ['| `what` | `where` | what it does |', '|---|---|---|', ...rows].join('\n');
}
