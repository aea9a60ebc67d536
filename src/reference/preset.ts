/** Presets: what a server is made with, as a JSON file. They never hold a key nor the text of a script. */
import { createParameters, findCreateParameter } from './create';
import { interfaceList, interfaceOrder } from './draft';
import { guesses } from './meant';
import { concreteName, genericName } from './names';
import { compare, sortKey } from './sent';
import type { CreateParameter, Environment, Problem, Values } from './types';

/** A value as one writes it in JSON: whole numbers, true and false, text, lists, objects. */
export type PresetValue = string | number | boolean | PresetValue[] | { [name: string]: PresetValue };

/** The content of a `*.ncloud.json` file. */
export interface Preset {
  readonly environment: Environment;
  /** The region's code. Left out: that of whatever account creates. */
  readonly region?: string;
  /** The file of the start-up script, relative to the preset, with `/` between its parts. */
  readonly initScript?: string;
  /** By wire names, nested: `networkInterfaceList: [{ accessControlGroupNoList: ['1'] }]`. */
  readonly parameters: Readonly<Record<string, PresetValue>>;
}

/** A preset that was read. */
export interface PresetContent extends Omit<Preset, 'parameters'> {
  readonly values: Values;
  /** What of the parameters is not among `values`, because no parameter can be meant by it. */
  readonly problems: readonly Problem[];
}

type Tree = Record<string, PresetValue>;
type Fields = Readonly<Record<string, unknown>>;

/** The least that a network interface of VPC needs: the firewall is still to be chosen. */
export const emptyInterface: Readonly<Record<string, PresetValue>> = {
  networkInterfaceOrder: 0,
  accessControlGroupNoList: [''],
};

/** Nothing that a preset may hold lies deeper. */
const deepest = 4;

/** Whether presets may hold the parameter: not what the account supplies. */
export function isPresetParameter({ supplied }: CreateParameter): boolean {
  return !supplied;
}

/**
 * The preset for a form's values. What presets may not hold and empty values are left out, and so is the text of a
 * script: it may hold secrets, and a preset can name the file instead.
 */
export function presetOf(
  environment: Environment,
  values: Values,
  place: Pick<Preset, 'region' | 'initScript'> = {},
): Preset {
  const parameters = createParameters[environment];
  const names = Object.keys(values)
    .filter((name) => values[name] !== '' && presetParameter(environment, name)?.multiline !== true)
    .map((name) => ({ name, key: sortKey(name, parameters) }))
    .sort((a, b) => compare(a.key, b.key));
  const preset: Tree = {};
  for (const { name } of names) {
    const parameter = presetParameter(environment, name);
    if (parameter) put(preset, presetPath(name), naturalValue(parameter, values[name] ?? ''));
  }
  return { environment, ...place, parameters: closeGaps(preset.parameters ?? {}) as Tree };
}

/**
 * Reads the content of a preset file. Undefined when it is none: no object, an unknown environment, or no parameters.
 * An interface without an order gets that of its place.
 */
export function readPreset(json: unknown): PresetContent | undefined {
  if (!isObject(json) || !isObject(json.parameters)) return undefined;
  const { environment, region, initScript } = json;
  if (environment !== 'vpc' && environment !== 'classic') return undefined;
  const values: Record<string, string> = {};
  const problems: Problem[] = [];
  const guess = guesses();
  for (const [name, value] of leaves('', json.parameters, 0)) {
    if (value !== undefined && presetParameter(environment, name)) values[name] = value;
    else
      problems.push({ name, rule: 'unknownParameter', severity: 'error', args: meantArgs(environment, name, guess) });
  }
  if (environment === 'vpc' && Array.isArray(json.parameters[interfaceList])) {
    json.parameters[interfaceList].forEach((item, place) => {
      if (isObject(item)) values[concreteName(interfaceOrder, place + 1)] ??= String(place);
    });
  }
  return {
    environment,
    ...(typeof region === 'string' && region !== '' ? { region } : {}),
    ...(typeof initScript === 'string' && initScript !== '' ? { initScript } : {}),
    values,
    problems,
  };
}

/**
 * The names that an object of a preset may hold: `parameters` itself, or an item of one of its lists by the list's
 * generic name (`networkInterfaceList.N`). Empty for what is no object there.
 */
export function namesIn(environment: Environment, object = ''): string[] {
  const start = object === '' ? '' : `${object}.`;
  const below = createParameters[environment].filter((one) => isPresetParameter(one) && one.name.startsWith(start));
  return [...new Set(below.map(({ name }) => name.slice(start.length).split('.')[0] ?? ''))].filter(
    (part) => part !== 'N',
  );
}

/** The wire name that a path in a preset file stands for, undefined outside of `parameters`. The reverse of `presetPath`. */
export function presetName([first, ...rest]: readonly (string | number)[]): string | undefined {
  return first === 'parameters' && rest.length > 0
    ? rest.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.')
    : undefined;
}

/** The place of a wire name in a preset file: `networkInterfaceList.1.ip` → `parameters`, `networkInterfaceList`, `0`, `ip`. */
export function presetPath(name: string): string[] {
  return ['parameters', ...name.split('.').map((part) => (/^\d+$/.test(part) ? String(Number(part) - 1) : part))];
}

/** A value in the type that one expects in JSON; text that has not the form of the type stays text. */
export function naturalValue({ type }: CreateParameter, value: string): string | number | boolean {
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return type === 'integer' && /^\d{1,15}$/.test(value) ? Number(value) : value;
}

function presetParameter(environment: Environment, name: string): CreateParameter | undefined {
  const parameter = findCreateParameter(environment, genericName(name));
  return parameter && isPresetParameter(parameter) ? parameter : undefined;
}

function meantArgs(environment: Environment, name: string, guess: ReturnType<typeof guesses>): Problem['args'] {
  const dot = name.lastIndexOf('.');
  const other = guess(name.slice(dot + 1), () => namesIn(environment, genericName(name.slice(0, Math.max(dot, 0)))));
  return other === undefined ? {} : { meant: other };
}

/** Puts a value where the path leads. Lists may get holes. */
function put(tree: Tree, [part = '', ...rest]: readonly string[], value: PresetValue): void {
  if (rest.length === 0) {
    tree[part] = value;
    return;
  }
  tree[part] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {};
  put(tree[part] as Tree, rest, value);
}

function closeGaps(value: PresetValue): PresetValue {
  if (Array.isArray(value)) return value.flatMap((item) => [closeGaps(item)]);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, closeGaps(item)]));
}

/** The wire name of each scalar, with its text; undefined for what has no place in a preset. */
function* leaves(name: string, value: unknown, depth: number): Generator<[name: string, value: string | undefined]> {
  if (value === null || value === '') return;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') yield [name, String(value)];
  else if (depth > deepest) yield [name, undefined];
  else if (Array.isArray(value)) {
    for (const [place, item] of value.entries()) yield* leaves(`${name}.${place + 1}`, item, depth + 1);
  } else {
    for (const [key, item] of Object.entries(value as Fields)) {
      const path = name === '' ? key : `${name}.${key}`;
      // A key that looks like a part of a wire name would be taken for a list.
      if (/^[a-z]\w*$/i.test(key)) yield* leaves(path, item, depth + 1);
      else yield [path, undefined];
    }
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
