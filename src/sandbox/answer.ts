/** Writes answers and errors on the wire exactly as documented: field order, types, empty values, white space. */
import { type Action, type FieldType, itemName, type Row, type Shape, shapes } from '../reference/index';
import { type Language, spoken, spokenPublicIp } from './codes';

/** The format of an answer; XML unless JSON is asked for. */
export type Format = 'xml' | 'json';

/** The fields of an answer beside requestId, returnCode and returnMessage; `totalRows` is there when it holds a list. */
export type Answer = Row;

/** Rows of a long list that are made when they are written, so that no task has to make them all. */
export class LateRows {
  readonly length: number;
  readonly at: (place: number) => Row;

  constructor(length: number, at: (place: number) => Row) {
    this.length = length;
    this.at = at;
  }
}

/** A list is written so many rows at a time: a piece takes a few milliseconds. */
const pieceSize = 100;

/**
 * The documented success answer of an action, in pieces that together are its text; short ones are one piece. What
 * comes late into a piece shows the account as it is by then.
 */
export function renderAnswer(
  action: Action,
  answer: Answer,
  requestId: string,
  format: Format,
  language: Language,
): Iterable<string> {
  const header = { requestId, returnCode: '0', returnMessage: 'success' };
  const scalars: Shape = pick(action.answer, (type) => !Array.isArray(type));
  const lists: Shape = pick(action.answer, (type) => Array.isArray(type));
  const total: Shape = answer.totalRows === undefined ? {} : { totalRows: 'number' };
  const headerShape: Shape = { requestId: 'string', returnCode: 'string', returnMessage: 'string' };
  // Only VPC puts the header last, and only in JSON (documented; captures of Classic).
  const isHeaderFirst = format === 'xml' || action.service === 'billing' || action.service === 'server';
  const shape: Shape = isHeaderFirst
    ? { ...headerShape, ...scalars, ...total, ...lists }
    : { ...scalars, ...total, ...lists, ...headerShape };
  const root = `${action.name}Response`;
  const writer: Writer = {
    format,
    language,
    isClassic: action.service === 'server',
    isMisspelt: action.service === 'server' && action.class !== 'read',
  };
  const fields = { ...answer, ...header };
  const long = Object.keys(lists).find((name) => lengthOf(answer[name]) > pieceSize);
  if (long === undefined) return [whole(writer, root, shaped(writer, fields, shape, root))];
  return pieces(writer, root, fields, shape, long);
}

/** The documented error of the server API. It has no requestId. */
export function renderError(returnCode: string, returnMessage: string, format: Format): string {
  const responseError = { returnCode, returnMessage };
  if (format === 'json') return JSON.stringify({ responseError }, null, 2);
  return `${prolog}${element('responseError', responseError, '', plain)}`;
}

/** The error of the API gateway, which is JSON whatever format was asked for. */
export function renderGatewayError(errorCode: string, message: string, details: string): string {
  return JSON.stringify({ error: { errorCode, message, details } });
}

/** How one answer is written. */
interface Writer {
  readonly format: Format;
  readonly language: Language;
  readonly isClassic: boolean;
  /** One field is misspelt in the XML of changes to Classic servers; the lists of the same years spell it right. */
  readonly isMisspelt: boolean;
}
const plain: Writer = { format: 'xml', language: 'en', isClassic: false, isMisspelt: false };

const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';

function whole(writer: Writer, root: string, fields: Row): string {
  return writer.format === 'json'
    ? JSON.stringify({ [root]: fields }, null, 2)
    : `${prolog}${element(root, fields, '', writer)}`;
}

/** Stands for the rows while the text around them is made; no field of ours holds a null character. */
const gap = '\u0000rows';

/** The text of an answer whose `list` is long. */
function* pieces(writer: Writer, root: string, fields: Row, shape: Shape, list: string): Iterable<string> {
  const rows = fields[list] as readonly Row[] | LateRows;
  const type = shape[list];
  if (type === undefined || !isList(type)) throw new TypeError(`${root}.${list} is not a list`);
  const frame = shaped(writer, { ...fields, [list]: [] }, shape, root);
  const isJson = writer.format === 'json';
  const around = whole(writer, root, { ...frame, [list]: [gap] });
  const mark = isJson ? JSON.stringify(gap) : element(itemName(list), gap, '    ', writer).trimStart();
  const [before = '', after = ''] = around.split(mark);
  yield before;
  for (let start = 0; start < rows.length; start += pieceSize) {
    const texts: string[] = [];
    for (let place = start; place < Math.min(start + pieceSize, rows.length); place += 1) {
      const row = rows instanceof LateRows ? rows.at(place) : rows[place];
      const item = shapedValue(writer, row, type[0], `${root}.${list}.${place}`);
      texts.push(
        isJson
          ? JSON.stringify(item, null, 2).replaceAll('\n', '\n      ')
          : element(itemName(list), item, '    ', writer).trimStart(),
      );
    }
    const isLast = start + pieceSize >= rows.length;
    const between = isJson ? ',\n      ' : '\n    ';
    yield texts.join(between) + (isLast ? '' : between);
  }
  yield after;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) || value instanceof LateRows ? value.length : 0;
}

function pick(shape: Shape, wanted: (type: FieldType) => boolean): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, type]) => wanted(type)));
}

/** The row's fields in the order of the shape. @throws when a field is unknown or of the wrong type: our own fault. */
function shaped(writer: Writer, row: Row, shape: Shape, path: string): Record<string, unknown> {
  for (const name of Object.keys(row)) {
    if (!(name in shape)) throw new TypeError(`${path}.${name} is not in the reference`);
  }
  const ordered: Record<string, unknown> = {};
  for (const name in shape) {
    const value = row[name];
    if (value !== undefined) ordered[name] = shapedValue(writer, value, shape[name] as FieldType, `${path}.${name}`);
  }
  return ordered;
}

function shapedValue(writer: Writer, value: unknown, type: FieldType, path: string): unknown {
  if (isList(type)) {
    if (value instanceof LateRows) return Array.from({ length: value.length }, (_, place) => value.at(place));
    if (!Array.isArray(value)) throw new TypeError(`${path} is not a list`);
    return value.map((item) => shapedValue(writer, item, type[0], path));
  }
  if (typeof type === 'object' || type === 'code') {
    if (typeof value !== 'object' || value === null) throw new TypeError(`${path} is not an object`);
    const shape = type === 'code' ? codeShape : shapes[type.shape];
    if (!shape) throw new TypeError(`${path} has no shape`);
    const item = shaped(writer, value as Row, shape, path);
    if (type === 'code') return spoken(item, writer.language);
    if (type.shape === 'vserver.PublicIpInstance') return spokenPublicIp(item, writer.language);
    return type.shape === 'server.ServerInstance' ? withDefaultNames(item) : item;
  }
  if (typeof value !== type) throw new TypeError(`${path} is not a ${type}`);
  return value;
}

/** In a Classic server its firewalls say `isDefault` for what their own list calls `isDefaultGroup` (captures). */
function withDefaultNames(server: Record<string, unknown>): Row {
  const groups = server.accessControlGroupList as readonly Row[];
  server.accessControlGroupList = groups.map((group) => {
    const renamed: Record<string, unknown> = {};
    for (const name in group) renamed[name === 'isDefaultGroup' ? 'isDefault' : name] = group[name];
    return renamed;
  });
  return server;
}

const codeShape: Shape = { code: 'string', codeName: 'string' };

function isList(type: FieldType): type is readonly [FieldType] {
  return Array.isArray(type);
}

/**
 * One XML element with its children, two blanks deeper each. A list's items are named after the list. Classic writes
 * an empty list self-closed; an empty list of VPC is a guess (open and close).
 */
function element(name: string, value: unknown, indent: string, writer: Writer): string {
  const isWrong = writer.isMisspelt && name === 'baseBlockStorageDiskDetailType';
  const tag = isWrong ? 'baseBlockStroageDiskDetailType' : name;
  if (typeof value !== 'object' || value === null) return `${indent}<${tag}>${escapeXml(String(value))}</${tag}>`;
  const children = Array.isArray(value)
    ? value.map((item) => [itemName(name), item] as const)
    : Object.entries(value as Row);
  if (children.length === 0) {
    return writer.isClassic && Array.isArray(value) ? `${indent}<${tag}/>` : `${indent}<${tag}></${tag}>`;
  }
  const inner = children.map(([child, item]) => element(child, item, `${indent}  `, writer));
  return [`${indent}<${tag}>`, ...inner, `${indent}</${tag}>`].join('\n');
}

/** Text for XML 1.0: markup escaped, a carriage return kept, characters that XML cannot hold replaced. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
