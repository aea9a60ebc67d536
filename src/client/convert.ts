/**
 * Turns a parsed answer into the form that the reference describes, the same whether it came as JSON or as XML.
 *
 * One rule for both formats: a list is always there, `[]` when empty or absent; a code is always there as
 * `{ code, codeName }`, with empty text when empty or absent. Text is as received, `''` when empty. A number, a boolean
 * or a nested item that is empty or of another type is left out. A field that the reference does not know goes by its
 * looks: a name ending in `List` is a list, children make an object, and all else is text.
 */
import { type FieldType, fieldAlias, itemName, type Shape, shapes } from '../reference';
import { BadAnswerError } from './errors';

/** What a parser gives for an object; it is converted in place. */
export type Tree = Record<string, unknown>;

/** Converts one value; `undefined` leaves the field out. */
type Convert = (value: unknown) => unknown;

/** White space between XML elements. */
const spaceKey = '#text';
const deepest = 32;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing, or nothing but the white space that pretty-printed XML has in an empty element. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.keys(value).every((key) => key === spaceKey);
}

function text(value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new BadAnswerError('malformed');
    return String(value);
  }
  if (typeof value === 'boolean') return String(value);
  return isEmpty(value) ? '' : undefined;
}

function number(value: unknown): unknown {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i.test(value) ? Number(value) : undefined;
}

function boolean(value: unknown): unknown {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.trim() : undefined;
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

function code(value: unknown): unknown {
  if (isTree(value)) return { code: text(value.code) ?? '', codeName: text(value.codeName) ?? '' };
  return { code: isEmpty(value) ? '' : (text(value) ?? ''), codeName: '' };
}

const scalars: Readonly<Record<'string' | 'number' | 'boolean' | 'code', Convert>> = {
  string: text,
  number,
  boolean,
  code,
};

/** A name that means something to every JavaScript object, or that the XML parser has defused with a prefix. */
function isDangerous(name: string): boolean {
  return name in Object.prototype || name === 'prototype' || name.startsWith('__');
}

function childrenOf(tree: Tree): [string, unknown][] {
  return Object.entries(tree).filter(([name]) => name !== spaceKey && !isDangerous(name));
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function unknownField(name: string, value: unknown, depth: number): unknown {
  if (depth > deepest) throw new BadAnswerError('malformed');
  if (Array.isArray(value)) return value.map((item) => unknownField('', item, depth + 1));
  if (isEmpty(value) && (name.endsWith('List') || typeof value !== 'string')) return name.endsWith('List') ? [] : '';
  if (!isTree(value)) return text(value);
  const children = childrenOf(value);
  if (!name.endsWith('List')) {
    return Object.fromEntries(children.map(([key, child]) => [key, unknownField(key, child, depth + 1)]));
  }
  return children.flatMap(([, items]) => asArray(items)).map((item) => unknownField('', item, depth + 1));
}

/** Builds one converter for each item shape of the reference, on first use. */
export class Converters {
  readonly #byShape = new Map<string, (tree: Tree) => Tree>();

  /** Converts an object with these fields in place and gives it back. */
  fields(shape: Shape): (tree: Tree) => Tree {
    const converters = new Map(Object.entries(shape).map(([name, type]) => [name, this.#field(name, type)]));
    const alwaysThere = [...converters].filter(([name]) => Array.isArray(shape[name]) || shape[name] === 'code');
    return (tree) => {
      for (const name in tree) {
        const value = tree[name];
        const convert = converters.get(name);
        if (convert === undefined) this.#unknown(tree, name, value, converters);
        else {
          const converted = convert(value);
          if (converted === undefined) delete tree[name];
          else if (converted !== value) tree[name] = converted;
        }
      }
      for (const [name, convert] of alwaysThere) {
        if (tree[name] === undefined) tree[name] = convert(undefined);
      }
      return tree;
    };
  }

  #unknown(tree: Tree, name: string, value: unknown, converters: ReadonlyMap<string, Convert>): void {
    if (name === spaceKey || isDangerous(name)) {
      delete tree[name];
      return;
    }
    const alias = fieldAlias(name);
    const convert = converters.get(alias);
    if (convert === undefined) {
      tree[name] = unknownField(name, value, 0) ?? '';
      return;
    }
    delete tree[name];
    const converted = convert(value);
    if (converted !== undefined) tree[alias] = converted;
  }

  #field(name: string, type: FieldType): Convert {
    if (typeof type === 'string') return scalars[type];
    if ('shape' in type) return this.#nested(type.shape);
    return this.#list(name, type[0]);
  }

  #item(name: string): (tree: Tree) => Tree {
    return (tree) => {
      let convert = this.#byShape.get(name);
      if (convert === undefined) {
        convert = this.fields(shapes[name] ?? {});
        this.#byShape.set(name, convert);
      }
      return convert(tree);
    };
  }

  #nested(shapeName: string): Convert {
    const item = this.#item(shapeName);
    return (value) => (isTree(value) && !isEmpty(value) ? item(value) : undefined);
  }

  #list(name: string, type: FieldType): Convert {
    const shape = typeof type === 'object' && 'shape' in type ? type.shape : undefined;
    const rows = rowsOf(itemName(name), shape === undefined ? {} : (shapes[shape] ?? {}));
    if (shape === undefined) {
      const scalar = this.#field('', type);
      return (value) => rows(value).map((row) => scalar(row) ?? '');
    }
    const item = this.#item(shape);
    return (value) => {
      const items = rows(value);
      for (let i = 0; i < items.length; i++) {
        const row = items[i];
        if (!isTree(row) && row !== '') throw new BadAnswerError('malformed');
        items[i] = item(row === '' ? {} : (row as Tree));
      }
      return items;
    };
  }
}

/**
 * The rows of a list, however it is written: a JSON array, an XML element that holds the items, several such elements,
 * or list elements that are the items themselves (Classic's getRootPasswordServerInstanceList).
 */
function rowsOf(item: string, fields: Shape): (value: unknown) => unknown[] {
  const holdsItems = (value: unknown): boolean => {
    if (!isTree(value) || value[item] === undefined) return false;
    if (fields[item] === undefined) return true;
    // An item may have a field of its own name (a volume type its code); unlike an element that holds items, it has
    // other fields beside it.
    return typeof value[item] === 'object' && !Object.keys(value).some((name) => name !== item && fields[name]);
  };
  const rows = (value: unknown): unknown[] => {
    if (Array.isArray(value)) return value.some(holdsItems) ? value.flatMap(rows) : value;
    if (isEmpty(value)) return [];
    if (!isTree(value)) throw new BadAnswerError('malformed');
    if (holdsItems(value)) return asArray(value[item]);
    const children = childrenOf(value);
    if (children.some(([name]) => fields[name] !== undefined)) return [value];
    return children.flatMap(([, items]) => asArray(items));
  };
  return rows;
}
