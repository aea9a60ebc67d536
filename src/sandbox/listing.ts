/** List actions as data: where the rows come from, which parameter filters which field, what may be sorted by. */
import { fieldText, type Row } from '../reference/index';
import type { Answer } from './answer';
import { type Call, type Handler, has } from './call';
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
  /** Fields that `sortedBy` may name. */
  readonly sort?: readonly string[];
  /** What the answer shows of a row; all of it when left out. */
  readonly show?: (row: Row, call: Call) => Row;
  /** False for the one answer that is documented without totalRows. */
  readonly hasTotal?: boolean;
}

/** The handler of a list action. */
export function listHandler(listing: Listing): Handler {
  return (call): Answer => {
    const rows = page(sorted(filtered(listing.rows(call), listing, call), listing, call), call);
    const { show } = listing;
    const items = show ? rows.items.map((row) => show(row, call)) : rows.items;
    return listing.hasTotal === false ? { [listing.list]: items } : { totalRows: rows.total, [listing.list]: items };
  };
}

function filtered(rows: readonly Row[], { filters = {} }: Listing, call: Call): readonly Row[] {
  let left = rows;
  for (const [name, filter] of Object.entries(filters)) {
    const scalar = call.params.text(name);
    const values = scalar === undefined ? call.params.list(name) : [scalar];
    if (values.length === 0) continue;
    const test = typeof filter === 'string' ? (row: Row, value: string) => has(row, filter, value) : filter;
    left = left.filter((row) => values.some((value) => test(row, value, call)));
  }
  return left;
}

function sorted(rows: readonly Row[], { sort = [] }: Listing, call: Call): readonly Row[] {
  const field = call.params.text('sortedBy');
  const order = call.params.text('sortingOrder') ?? 'ASC';
  if (field !== undefined && !sort.includes(field)) {
    refuse('sortedBy', call.environment, { allowed: sort.join(', ') });
  }
  const isDescending = order === 'DESC' || order === 'descending';
  if (field === undefined) return isDescending ? [...rows].reverse() : rows;
  const compare = (left: Row, right: Row) =>
    fieldText(left, field).localeCompare(fieldText(right, field), 'en', { numeric: true, sensitivity: 'base' });
  const ascending = [...rows].sort(compare);
  return isDescending ? ascending.reverse() : ascending;
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
