/** What is wrong with a preset beyond what its schema tells: names that there are not, limits in bytes, rules across fields. */
import type { Node } from 'jsonc-parser';
import {
  type Environment,
  emptyInterface,
  environments,
  findRule,
  guesses,
  interfaceList,
  isToldBySchema,
  type Locale,
  meant,
  namesIn,
  type PresetContent,
  type Problem,
  presetNames,
  presetPath,
  presetText,
  readPreset,
  referenceText,
  validate,
} from '../../reference/index';
import { childAt, readJson, type Span, spanAt } from './json';

/** A fault with its place in the text of a preset. */
export interface PresetFault extends Span {
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** The rule that is broken. */
  readonly code: string;
  readonly mend?: Mend;
}

/** What mends a fault: another word in its place, or what is missing, put in by a snippet of the editor. */
export type Mend = { readonly word: string } | (Span & { readonly snippet: string });

/** The faults of a preset's text, each at the value to blame. None for a text that is no preset (yet). */
export function presetFaults(text: string, locale: Locale): PresetFault[] {
  const json = readJson(text);
  if (json?.root.type !== 'object') return [];
  const { root, value } = json;
  const { environment } = value as { readonly environment?: unknown };
  const words = { ...presetText(locale), guess: guesses() };
  const faults = unknownNames(root, presetNames, words);
  if (typeof environment === 'string' && !environments.some((one) => one === environment)) {
    const word = meant(environment, environments);
    const place = { ...spanAt(root, ['environment']), message: words.noEnvironment(word) };
    faults.push({ ...place, severity: 'error', code: 'notOneOf', ...mendOf(word) });
  }
  const preset = readPreset(value);
  if (!preset) return faults;
  const parameters = childAt(root, 'parameters');
  if (parameters) faults.push(...unknownParameters(parameters, preset.environment, '', words));
  for (const problem of validate(preset.values, { environment: preset.environment, rows: {} })) {
    if (isToldBySchema(problem)) continue;
    faults.push({
      ...spanAt(root, presetPath(problem.name)),
      message: sentence(preset, problem, locale),
      severity: severityOf(problem),
      code: problem.rule,
      ...mendOf(problem.args.meant),
      ...(problem.rule === 'nicMissing' && parameters ? withInterface(parameters) : {}),
    });
  }
  return faults;
}

/** What stands in a list is told with its item: the list of problems shows no value to go by. */
function sentence({ environment, values }: PresetContent, problem: Problem, locale: Locale): string {
  const text = referenceText(locale);
  const told = text.problem(problem, environment);
  return /\.\d+\./.test(problem.name) ? `${text.itemLabel(environment, problem.name, values)}: ${told}` : told;
}

/** What is missing can still be given in the form. */
function severityOf({ rule, severity }: Problem): PresetFault['severity'] {
  return findRule(rule)?.isAbsence ? 'warning' : severity;
}

/** The words for names, and what may be meant by one. */
type Words = ReturnType<typeof presetText> & { readonly guess: ReturnType<typeof guesses> };

/** The names that an object of `parameters`, by its generic name, and those in it must not hold. */
function unknownParameters(node: Node, environment: Environment, object: string, words: Words): PresetFault[] {
  const { type, children = [] } = node;
  if (type === 'array') return children.flatMap((item) => unknownParameters(item, environment, `${object}.N`, words));
  const known = type === 'object' ? namesIn(environment, object) : [];
  // That an object stands where none may stand is told by the schema.
  if (known.length === 0) return [];
  const inner = children.flatMap(({ children: [name, value] = [] }) => {
    const key = String(name?.value);
    const below = object === '' ? key : `${object}.${key}`;
    return value && known.includes(key) ? unknownParameters(value, environment, below, words) : [];
  });
  return [...unknownNames(node, known, words), ...inner];
}

/** The names in one object that are not among those that are known. One without a value is still being typed. */
function unknownNames({ children = [] }: Node, known: readonly string[], words: Words): PresetFault[] {
  return children.flatMap(({ children: [name, value] = [] }): PresetFault[] => {
    if (!name || !value || known.includes(String(name.value))) return [];
    const other = words.guess(String(name.value), () => known);
    const isThere = other !== undefined && children.some(({ children: [another] = [] }) => another?.value === other);
    const place = { start: name.offset, end: name.offset + name.length };
    const message = words.unknown(String(name.value), other);
    return [{ ...place, message, severity: 'error', code: 'unknownParameter', ...mendOf(isThere ? undefined : other) }];
  });
}

function mendOf(word: string | number | undefined): { readonly mend?: Mend } {
  return word === undefined ? {} : { mend: { word: JSON.stringify(word) } };
}

/** Puts a first network interface behind the other parameters, and the cursor where its firewall is to be chosen. */
function withInterface(parameters: Node): { readonly mend?: Mend } {
  const item = JSON.stringify([emptyInterface], undefined, '\t').replace('""', '"$0"');
  const list = childAt(parameters, interfaceList);
  if (list) return list.children?.length === 0 ? { mend: { ...inside(list), snippet: item.slice(1, -1) } } : {};
  const snippet = `\n${JSON.stringify(interfaceList)}: ${item}`;
  const last = parameters.children?.at(-1);
  if (!last) return { mend: { ...inside(parameters), snippet: `${snippet.replaceAll('\n', '\n\t')}\n` } };
  const end = last.offset + last.length;
  return { mend: { start: end, end, snippet: `,${snippet}` } };
}

/** What stands between the brackets. */
function inside({ offset, length }: Node): Span {
  return { start: offset + 1, end: offset + length - 1 };
}
