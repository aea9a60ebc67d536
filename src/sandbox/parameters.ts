/** The parameters of one request: decoded from query and form, checked for shape, and easy to read. */
import {
  type Action,
  type Environment,
  type Problem,
  ruleReturnCode,
  type Values,
  validateParameters,
} from '../reference/index';
import type { Format } from './answer';
import { Refusal, refuse } from './rules';

/** All `name=value` pairs of the query and the form body, in the order in which they were sent. */
export function decodePairs(target: string, body: Buffer): [string, string][] {
  const query = target.split('?')[1] ?? '';
  return [...new URLSearchParams(query), ...new URLSearchParams(body.toString('utf8'))];
}

/** The format asked for; XML when nothing sensible is. */
export function formatOf(pairs: readonly (readonly [string, string])[]): Format {
  const asked = pairs.find(([name]) => name === 'responseFormatType')?.[1];
  return asked?.toLowerCase() === 'json' ? 'json' : 'xml';
}

/** The parameters of a call by wire name. Empty ones count as left out, as real clients send them beside real values. */
export class Params {
  readonly values: Values;

  constructor(values: Values) {
    this.values = values;
  }

  text(name: string): string | undefined {
    return this.values[name];
  }

  /** A parameter that the action requires: the check has made sure that it is there. */
  required(name: string): string {
    return this.values[name] ?? '';
  }

  number(name: string): number | undefined {
    const value = this.values[name];
    return value === undefined ? undefined : Number(value);
  }

  isTrue(name: string): boolean {
    return this.values[name] === 'true';
  }

  /** The items of a list of plain values: `serverInstanceNoList` → the values of `serverInstanceNoList.1`, `.2` … */
  list(name: string): string[] {
    const items: string[] = [];
    for (let i = 1; ; i += 1) {
      const item = this.values[`${name}.${i}`];
      if (item === undefined) return items;
      items.push(item);
    }
  }

  /** The items of a list of objects, each as parameters of its own: `networkInterfaceList` → items with `subnetNo` … */
  items(name: string): Params[] {
    const found = new Map<number, Record<string, string>>();
    for (const [key, value] of Object.entries(this.values)) {
      const [list, index, ...rest] = key.split('.');
      if (list !== name || rest.length === 0) continue;
      const item = found.get(Number(index)) ?? {};
      item[rest.join('.')] = value;
      found.set(Number(index), item);
    }
    return [...found].sort(([left], [right]) => left - right).map(([, item]) => new Params(item));
  }
}

/**
 * Reads the pairs of a request as the parameters of an action and checks each against the reference. Unknown names are
 * passed over, as NCP does, unless `isStrict`.
 * @throws Refusal for names sent twice, list indices that are not 1, 2, 3 …, and all that the reference forbids.
 */
export function readParams(
  action: Action,
  environment: Environment,
  pairs: readonly (readonly [string, string])[],
  isStrict: boolean,
): Params {
  const values: Record<string, string> = {};
  const names = new Set<string>();
  for (const [name, value] of pairs) {
    if (names.has(name)) refuse('repeatedParameter', environment, { name });
    names.add(name);
    if (value !== '') values[name] = value;
  }
  const problems = validateParameters(action, Object.fromEntries(pairs));
  const isPassedOver = ({ rule }: Problem) => rule === 'unknownParameter' && !isStrict;
  refuseProblems(
    problems.filter((problem) => !isPassedOver(problem)),
    environment,
  );
  for (const { name } of problems.filter(isPassedOver)) delete values[name];
  checkIndices(Object.keys(values), environment);
  return new Params(values);
}

/** @throws Refusal for the first error among the problems; warnings are let through. */
export function refuseProblems(problems: readonly Problem[], environment: Environment): void {
  const error = problems.find(({ severity }) => severity === 'error');
  if (!error) return;
  const { code, message, evidence } = ruleReturnCode(error, environment);
  const rule = `${message} (rule ${error.rule})`;
  throw new Refusal(code, evidence === 'guess' ? `[sandbox] ${rule}` : message);
}

function checkIndices(names: readonly string[], environment: Environment): void {
  const indices = new Map<string, Set<number>>();
  for (const name of names) {
    for (const match of name.matchAll(/\.(\d+)(?=\.|$)/g)) {
      const list = name.slice(0, match.index);
      indices.set(list, (indices.get(list) ?? new Set()).add(Number(match[1])));
    }
  }
  for (const [name, found] of indices) {
    for (let i = 1; i <= found.size; i += 1) if (!found.has(i)) refuse('badIndex', environment, { name });
  }
}
