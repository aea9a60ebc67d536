/** Checks at runtime that a message of the page is one that we know: its type, its fields, its names and its lengths. */
import { type Lookup, type Question, type Questions, scriptForms, type ToHost } from '../../protocol';
import {
  type CreateParameter,
  type Draft,
  type Environment,
  findCreateParameter,
  genericName,
  reaches,
  withScript,
} from '../../reference/index';
import { type Checks, checkedBy, checkedTexts, type Fields, isId, isRecord } from '../page/checks';

/** More than the longest script that NCP takes. */
const longestText = 1024 * 1024;
const longestParam = 1000;

const withDraft = ({ draft }: Fields, environment: Environment) => {
  const checked = checkedDraft(draft, environment);
  return checked && { draft: checked };
};

const questions: Checks<Question<Questions>, Environment> = {
  lookup: ({ lookup, fresh }, environment) => {
    const checked = checkedLookup(lookup, environment);
    if (!checked || (fresh !== undefined && typeof fresh !== 'boolean')) return undefined;
    return { lookup: checked, ...(fresh === undefined ? {} : { fresh }) };
  },
  price: ({ product }) => (typeof product === 'string' && /^[\w.-]{1,100}$/.test(product) ? { product } : undefined),
  checkScript: ({ form, value, reach }) => {
    const named = scriptForms.find((name) => name === form);
    const known = reaches.find((name) => name === reach);
    if (!named || (reach !== undefined && !known)) return undefined;
    if (typeof value !== 'string' || value.length > longestText) return undefined;
    return { form: named, value, ...(known && { reach: known }) };
  },
};

const messages: Checks<ToHost, Environment> = {
  ready: () => ({}),
  touched: () => ({}),
  draft: withDraft,
  create: withDraft,
  preview: withDraft,
  savePreset: withDraft,
  ask: ({ id, question }, environment) => {
    const checked = checkedBy(questions, question, environment);
    return checked && isId(id) ? { id, question: checked } : undefined;
  },
  make: ({ parameter, maker }, environment) => {
    const named = parameterOf(parameter, environment);
    const known = named?.makers?.find((other) => other === maker);
    return named && known && { parameter: named.name, maker: known };
  },
  openPage: ({ parameter }, environment) => {
    const named = parameterOf(parameter, environment);
    return named && { parameter: named.name };
  },
};

/** The message, or `undefined` when anything about it is not as agreed. Never throws. */
export function checkedMessage(message: unknown, environment: Environment): ToHost | undefined {
  return checkedBy(messages, message, environment);
}

/**
 * The draft, or `undefined` when anything about it is not as agreed. Also for drafts that were stored. What the account
 * supplies has no field in the form and no place in a draft.
 */
export function checkedDraft(draft: unknown, environment: Environment): Draft | undefined {
  if (!isRecord(draft) || draft.environment !== environment) return undefined;
  const { script } = draft;
  if (script !== undefined && (typeof script !== 'string' || !isAddress(script))) return undefined;
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
  return withScript({ environment, values, chosen }, script);
}

/** Whether a text is the address of something that the editor can open. */
function isAddress(text: string): boolean {
  return text.length <= longestParam && /^[a-z][\w+.-]*:/i.test(text);
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

/** Whether every index in the name is a plain number from 1 to 100. */
function isConcrete(name: string): boolean {
  return name.split('.').every((part) => !/^(N|\d.*)$/.test(part) || /^([1-9]\d?|100)$/.test(part));
}

function parameterOf(name: unknown, environment: Environment): CreateParameter | undefined {
  return typeof name === 'string' ? findCreateParameter(environment, name) : undefined;
}
