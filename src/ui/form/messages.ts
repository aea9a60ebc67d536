/** Checks at runtime that a message of the page is one that we know: its type, its fields, its names and its lengths. */
import { type Lookup, type Question, type Questions, scriptForms, type ToHost } from '../../protocol';
import {
  type CreateParameter,
  type Draft,
  type Environment,
  type FormMemory,
  findCreateParameter,
  genericName,
  type LeftForm,
  type ListPrice,
  type OperatingSystem,
  type Row,
  reaches,
  rememberedRow,
  withScript,
} from '../../reference/index';
import { type Checks, checkedBy, checkedTexts, type Fields, isId, isRecord } from '../page/checks';

/** More than the longest script that NCP takes. */
const longestText = 1024 * 1024;
const longestParam = 1000;
/** More than the longest path, of which an address writes each byte with three characters. */
const longestAddress = 16 * 1024;
/** More than a form has fields. */
const mostFields = 500;

const systems: readonly OperatingSystem[] = ['LNX', 'WND'];

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
  price: ({ product }) => (isProduct(product) ? { product } : undefined),
  checkScript: ({ form, value, reach, system }) => {
    const named = scriptForms.find((name) => name === form);
    const known = reaches.find((name) => name === reach);
    const image = systems.find((name) => name === system);
    if (!named || (reach !== undefined && !known) || (system !== undefined && !image)) return undefined;
    if (typeof value !== 'string' || value.length > longestText) return undefined;
    return { form: named, value, ...(known && { reach: known }), ...(image && { system: image }) };
  },
};

const messages: Checks<ToHost, Environment> = {
  ready: () => ({}),
  touched: () => ({}),
  draft: (message, environment) => checkedForm(message, environment),
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
  if (script !== undefined && (environment !== 'vpc' || typeof script !== 'string' || !isAddress(script))) {
    return undefined;
  }
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
  return text.length <= longestAddress && /^[a-z][\w+.-]*:/i.test(text);
}

/** A draft with what was shown for it, or `undefined` when anything about it is not as agreed. Also for what was stored. */
export function checkedForm(form: unknown, environment: Environment): LeftForm | undefined {
  if (!isRecord(form)) return undefined;
  const draft = checkedDraft(form.draft, environment);
  const memory = checkedMemory(form.memory, environment);
  return draft && memory && { draft, memory };
}

function checkedMemory(memory: unknown, environment: Environment): FormMemory | undefined {
  if (!isRecord(memory)) return undefined;
  const { rows, filled, price, changed } = memory;
  if (!isRecord(rows) || !Array.isArray(filled)) return undefined;
  const remembered = Object.entries(rows);
  if (remembered.length > mostFields || filled.length > mostFields) return undefined;
  const isName = (name: unknown) =>
    typeof name === 'string' && isConcrete(name) && parameterOf(genericName(name), environment) !== undefined;
  if (!remembered.every(([name, row]) => isName(name) && isRecord(row)) || !filled.every(isName)) return undefined;
  const known = price === undefined ? undefined : checkedPrice(price);
  if (price !== undefined && !known) return undefined;
  if (changed !== undefined && !isTime(changed)) return undefined;
  return {
    rows: Object.fromEntries(remembered.map(([name, row]) => [name, rememberedRow(row as Row)])),
    filled,
    ...(known && { price: known }),
    ...(changed !== undefined && { changed: changed as number }),
  };
}

/** Whether a value is a time in milliseconds that a date can be made of. */
function isTime(value: unknown): boolean {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}

function checkedPrice(shown: unknown): FormMemory['price'] | undefined {
  if (!isRecord(shown) || !isProduct(shown.product) || !isRecord(shown.price)) return undefined;
  const { hourly, monthly, day, isSample } = shown.price;
  const isAmount = (amount: unknown) => amount === undefined || Number.isFinite(amount);
  if (!isAmount(hourly) || !isAmount(monthly)) return undefined;
  if (typeof day !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(day) || typeof isSample !== 'boolean') return undefined;
  const amounts = { ...(hourly !== undefined && { hourly }), ...(monthly !== undefined && { monthly }) };
  return { product: shown.product, price: { ...(amounts as Pick<ListPrice, 'hourly' | 'monthly'>), day, isSample } };
}

function isProduct(product: unknown): product is string {
  return typeof product === 'string' && /^[\w.-]{1,100}$/.test(product);
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
