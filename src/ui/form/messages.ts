/** Checks at runtime that a message of the page is one that we know: its type, its fields, its names and its lengths. */
import { type Lookup, scriptParameters, type ToHost } from '../../protocol';
import {
  type CreateParameter,
  createParameters,
  type Draft,
  type Environment,
  genericName,
  reaches,
} from '../../reference/index';

/** More than the longest script that NCP takes. */
const longestText = 1024 * 1024;
const longestParam = 1000;
const mostValues = 500;
const highestId = 2 ** 31;

type Fields = Readonly<Record<string, unknown>>;

/** The message, or `undefined` when anything about it is not as agreed. Never throws. */
export function checkedMessage(message: unknown, environment: Environment): ToHost | undefined {
  if (!isRecord(message)) return undefined;
  switch (message.type) {
    case 'ready':
    case 'touched':
      return { type: message.type };
    case 'draft':
    case 'create':
    case 'preview':
    case 'savePreset': {
      const draft = checkedDraft(message.draft, environment);
      return draft && { type: message.type, draft };
    }
    case 'lookup': {
      const lookup = checkedLookup(message.lookup, environment);
      const { id, fresh } = message;
      if (!lookup || !isIndex(id, highestId) || (fresh !== undefined && typeof fresh !== 'boolean')) return undefined;
      return { type: 'lookup', id, lookup, ...(fresh === undefined ? {} : { fresh }) };
    }
    case 'price': {
      const { product } = message;
      return typeof product === 'string' && /^[\w.-]{1,100}$/.test(product) ? { type: 'price', product } : undefined;
    }
    case 'checkScript': {
      const { id, value, reach } = message;
      const parameter = scriptParameters.find((name) => name === message.parameter);
      const known = reaches.find((name) => name === reach);
      if (!parameter || !isIndex(id, highestId) || (reach !== undefined && !known)) return undefined;
      if (typeof value !== 'string' || value.length > longestText) return undefined;
      return { type: 'checkScript', id, parameter, value, ...(known && { reach: known }) };
    }
    case 'make': {
      const parameter = parameterOf(message.parameter, environment);
      const maker = parameter?.makers?.find((known) => known === message.maker);
      return parameter && maker && { type: 'make', parameter: parameter.name, maker };
    }
    case 'openPage': {
      const parameter = parameterOf(message.parameter, environment);
      return parameter && { type: 'openPage', parameter: parameter.name };
    }
    default:
      return undefined;
  }
}

/**
 * The draft, or `undefined` when anything about it is not as agreed. Also for drafts that were stored. What the account
 * supplies has no field in the form and no place in a draft.
 */
export function checkedDraft(draft: unknown, environment: Environment): Draft | undefined {
  if (!isRecord(draft) || draft.environment !== environment) return undefined;
  const values = checkedTexts(draft.values, longestText);
  const chosen = checkedTexts(draft.chosen, longestParam);
  if (!values || !chosen) return undefined;
  for (const name of Object.keys(values)) {
    const parameter = parameterOf(genericName(name), environment);
    if (!isConcrete(name) || !parameter || parameter.supplied) return undefined;
  }
  for (const [group, name] of Object.entries(chosen)) {
    if (parameterOf(name, environment)?.oneOf !== group) return undefined;
  }
  return { environment, values, chosen };
}

function checkedLookup(lookup: unknown, environment: Environment): Lookup | undefined {
  if (!isRecord(lookup)) return undefined;
  const parameter = parameterOf(lookup.parameter, environment);
  const params = checkedTexts(lookup.params, longestParam);
  const { source } = parameter ?? {};
  if (!parameter || !source || !params) return undefined;
  const fixed = [source.fixed ?? {}, ...Object.values(source.fixedFor ?? {})];
  const known = Object.assign({}, source.needs, source.narrowedBy, ...fixed) as Fields;
  const isKnown = Object.keys(params).every((name) => Object.hasOwn(known, name));
  return isKnown ? { parameter: parameter.name, params } : undefined;
}

function checkedTexts(texts: unknown, longest: number): Record<string, string> | undefined {
  if (!isRecord(texts)) return undefined;
  const entries = Object.entries(texts);
  if (entries.length > mostValues) return undefined;
  const checked: Record<string, string> = {};
  for (const [name, text] of entries) {
    if (typeof text !== 'string' || text.length > longest || name === '__proto__') return undefined;
    checked[name] = text;
  }
  return checked;
}

/** Whether every index in the name is a plain number from 1 to 100. */
function isConcrete(name: string): boolean {
  return name.split('.').every((part) => !/^(N|\d.*)$/.test(part) || /^([1-9]\d?|100)$/.test(part));
}

function parameterOf(name: unknown, environment: Environment): CreateParameter | undefined {
  return createParameters[environment].find((parameter) => parameter.name === name);
}

function isIndex(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < limit;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
