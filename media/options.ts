/** What a pick list makes of its options: the one to start with, and finding some by what the user types. */
import { type CreateParameter, fieldText, type Option, type Row, rowOf } from '../src/reference/index';

/** The option that the form starts with, if any. All creation dates of an account are written alike, so they sort as text. */
export function startOption(
  options: readonly Option[],
  rows: readonly Row[],
  parameter: CreateParameter,
): Option | undefined {
  if (parameter.initial === 'first') return options[0];
  if (parameter.initial !== 'newest') return undefined;
  const dateOf = ({ value }: Option) => fieldText(rowOf(rows, parameter, value), 'createDate');
  return options.reduce<Option | undefined>(
    (newest, option) => (newest === undefined || dateOf(option) > dateOf(newest) ? option : newest),
    undefined,
  );
}

/**
 * The options that hold every word of the query, all of them for an empty one. Those that have it as it stands come
 * first, then those that have its words whole: `8 GB` is not in the middle of 48 GB. Else in their own order.
 */
export function filterOptions(options: readonly Option[], query: string): readonly Option[] {
  const words = query
    .toLowerCase()
    .split(/[\s·]+/)
    .filter((word) => word !== '');
  if (words.length === 0) return options;
  const found = options.filter(({ search }) => words.every((word) => search.includes(word)));
  const whole = words.map((word) => wholly(word));
  const asItStands = wholly(...words);
  const rank = ({ search }: Option) =>
    asItStands.test(search) ? 0 : whole.every((pattern) => pattern.test(search)) ? 1 : 2;
  return found
    .map((option) => ({ option, rank: rank(option) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}

/** Finds these words one after the other, but not as a part of a longer number. */
function wholly(...words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\d.,])${escaped.join('[\\s·]*')}(?!\\d|[.,]\\d)`);
}

/** The option that a whole text names by value, label or shown text; `undefined` when none or several bear that label. */
export function namedOption(options: readonly Option[], text: string): Option | undefined {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return undefined;
  const exact = options.find(({ names }) => names.includes(wanted));
  if (exact) return exact;
  const labelled = options.filter(({ alias, label }) => alias === wanted || label.toLowerCase() === wanted);
  return labelled.length === 1 ? labelled[0] : undefined;
}
