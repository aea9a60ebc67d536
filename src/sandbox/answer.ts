/** Writes answers and errors on the wire exactly as documented: field order, types, empty values, white space. */
import { type Action, type FieldType, itemName, type Row, type Shape, shapes } from '../reference/index';

/** The format of an answer; XML unless JSON is asked for. */
export type Format = 'xml' | 'json';

/** The fields of an answer beside requestId, returnCode and returnMessage; `totalRows` is there when it holds a list. */
export type Answer = Row;

/** The documented success answer of an action. */
export function renderAnswer(action: Action, answer: Answer, requestId: string, format: Format): string {
  const header = { requestId, returnCode: '0', returnMessage: 'success' };
  const scalars: Shape = pick(action.answer, (type) => !Array.isArray(type));
  const lists: Shape = pick(action.answer, (type) => Array.isArray(type));
  const total: Shape = answer.totalRows === undefined ? {} : { totalRows: 'number' };
  const headerShape: Shape = { requestId: 'string', returnCode: 'string', returnMessage: 'string' };
  const isHeaderFirst = format === 'xml' || action.service === 'billing';
  const shape: Shape = isHeaderFirst
    ? { ...headerShape, ...scalars, ...total, ...lists }
    : { ...scalars, ...total, ...lists, ...headerShape };
  const root = `${action.name}Response`;
  const fields = { ...answer, ...header };
  if (format === 'json') return JSON.stringify({ [root]: shaped(fields, shape, root) }, null, 2);
  const isClassic = action.service === 'server';
  return `${prolog}${element(root, shaped(fields, shape, root), '', isClassic)}`;
}

/** The documented error of the server API. It has no requestId. */
export function renderError(returnCode: string, returnMessage: string, format: Format): string {
  const responseError = { returnCode, returnMessage };
  if (format === 'json') return JSON.stringify({ responseError }, null, 2);
  return `${prolog}${element('responseError', responseError, '', false)}`;
}

/** The error of the API gateway, which is JSON whatever format was asked for. */
export function renderGatewayError(errorCode: string, message: string, details: string): string {
  return JSON.stringify({ error: { errorCode, message, details } });
}

const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';

function pick(shape: Shape, wanted: (type: FieldType) => boolean): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, type]) => wanted(type)));
}

/** The row's fields in the order of the shape. @throws when a field is unknown or of the wrong type: our own fault. */
function shaped(row: Row, shape: Shape, path: string): Row {
  for (const name of Object.keys(row)) {
    if (!(name in shape)) throw new TypeError(`${path}.${name} is not in the reference`);
  }
  const ordered: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(shape)) {
    if (row[name] !== undefined) ordered[name] = shapedValue(row[name], type, `${path}.${name}`);
  }
  return ordered;
}

function shapedValue(value: unknown, type: FieldType, path: string): unknown {
  if (isList(type)) {
    if (!Array.isArray(value)) throw new TypeError(`${path} is not a list`);
    return value.map((item) => shapedValue(item, type[0], path));
  }
  if (typeof type === 'object' || type === 'code') {
    if (typeof value !== 'object' || value === null) throw new TypeError(`${path} is not an object`);
    const shape = type === 'code' ? codeShape : shapes[type.shape];
    if (!shape) throw new TypeError(`${path} has no shape`);
    return shaped(value as Row, shape, path);
  }
  if (typeof value !== type) throw new TypeError(`${path} is not a ${type}`);
  return value;
}

const codeShape: Shape = { code: 'string', codeName: 'string' };

function isList(type: FieldType): type is readonly [FieldType] {
  return Array.isArray(type);
}

/**
 * One XML element with its children, two blanks deeper each. A list's items are named after the list. Classic writes
 * an empty list self-closed and misspells one field; an empty list of VPC is a guess (open and close).
 */
function element(name: string, value: unknown, indent: string, isClassic: boolean): string {
  const tag = isClassic && name === 'baseBlockStorageDiskDetailType' ? 'baseBlockStroageDiskDetailType' : name;
  if (typeof value !== 'object' || value === null) return `${indent}<${tag}>${escapeXml(String(value))}</${tag}>`;
  const children = Array.isArray(value)
    ? value.map((item) => [itemName(name), item] as const)
    : Object.entries(value as Row);
  if (children.length === 0) {
    return isClassic && Array.isArray(value) ? `${indent}<${tag}/>` : `${indent}<${tag}></${tag}>`;
  }
  const inner = children.map(([child, item]) => element(child, item, `${indent}  `, isClassic));
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
