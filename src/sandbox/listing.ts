/** List actions as data: where the rows come from, which parameter filters which field, what may be sorted by. */
import { fieldText, type Row } from '../reference/index';
import { type Answer, LateRows } from './answer';
import type { Call, Handler } from './call';
import { refuse } from './rules';

/** A dotted field that must equal the value (for a list parameter: one of the values), or a test of one's own. */
export type Filter = string | ((row: Row, value: string, call: Call) => boolean);

export interface Listing {
  /** The list field of the answer. */
  readonly list: string;
  /** The rows before filters. They may hold more than the answer shows. */
  readonly rows: (call: Call) => readonly Row[];
  /** By parameter name without `.N`. */
  readonly filters?: Readonly<Record<string, Filter>>;
  /** Parameters that `rows` or `show` read themselves. */
  readonly reads?: readonly string[];
  /** What `sortedBy` may name, with the field of the row. */
  readonly sort?: Readonly<Record<string, string>>;
  /** What the answer shows of a row; all of it when left out. */
  readonly show?: (row: Row, call: Call) => Row;
  /** False for the one answer that is documented without totalRows. */
  readonly hasTotal?: boolean;
}

/** Fields that may be sorted by under their own names. */
export const sortedBy = (...fields: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((field) => [field, field]));

/** The handler of a list action. */
export function listHandler(listing: Listing): Handler {
  return (call): Answer => {
    const all = listing.rows(call);
    const hidden = call.faults.takeHidden();
    const there = hidden > 0 ? all.slice(0, -hidden) : all;
    const rows = page(sorted(filtered(there, listing, call), listing, call), call);
    const { show } = listing;
    const items = show ? shown(rows.items, (row) => show(row, call)) : rows.items;
    return listing.hasTotal === false ? { [listing.list]: items } : { totalRows: rows.total, [listing.list]: items };
  };
}

/** More rows than a page can hold are made as they are written. */
function shown(rows: readonly Row[], show: (row: Row) => Row): readonly Row[] | LateRows {
  return rows.length > 1000 ? new LateRows(rows.length, (place) => show(rows[place] ?? {})) : rows.map(show);
}

function filtered(rows: readonly Row[], { filters = {} }: Listing, call: Call): readonly Row[] {
  let left = rows;
  for (const [name, filter] of Object.entries(filters)) {
    const scalar = call.params.text(name);
    const values = scalar === undefined ? call.params.list(name) : [scalar];
    if (values.length === 0) continue;
    const wanted = new Set(values);
    left = left.filter((row) =>
      typeof filter === 'string'
        ? wanted.has(fieldText(row, filter))
        : values.some((value) => filter(row, value, call)),
    );
  }
  return left;
}

function sorted(rows: readonly Row[], { sort = {} }: Listing, call: Call): readonly Row[] {
  const wanted = call.params.text('sortedBy');
  const order = call.params.text('sortingOrder') ?? 'ASC';
  const field = wanted === undefined ? undefined : sort[wanted];
  if (wanted !== undefined && field === undefined) {
    refuse('sortedBy', call.environment, { allowed: Object.keys(sort).join(', ') });
  }
  const isDescending = order === 'DESC' || order === 'descending';
  if (field === undefined) return isDescending ? [...rows].reverse() : rows;
  const keyed = rows.map((row) => ({ row, key: sortKey(fieldText(row, field)) }));
  const ascending = keyed.sort((left, right) => Number(left.key > right.key) - Number(left.key < right.key));
  const result = ascending.map(({ row }) => row);
  return isDescending ? result.reverse() : result;
}

/** Case does not count, and numbers in a name count as numbers. A key made once is far quicker than a collation. */
function sortKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

/** Pages 0 and 1 are both the first one (documented). A page beyond the last is empty, which is a guess. */
function page(rows: readonly Row[], call: Call): { items: readonly Row[]; total: number } {
  const { params, environment, action } = call;
  const pageNo = params.number('pageNo');
  const pageSize = params.number('pageSize') ?? (action.service === 'billing' ? 1000 : undefined);
  const total = rows.length;
  if (pageNo !== undefined && pageSize === undefined) refuse('pageSize', environment);
  if (pageSize === undefined || pageSize === 0) return { items: rows, total };
  const start = (Math.max(pageNo ?? 1, 1) - 1) * pageSize;
  return { items: rows.slice(start, start + pageSize), total };
}
