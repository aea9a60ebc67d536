/** A form as its user left it: what was typed, and what the form then showed for it. */
import { createParameters, findCreateParameter } from './create';
import { type Draft, uploadedScript } from './draft';
import { genericName, indicesOf } from './names';
import type { ListPrice } from './price';
import { roles } from './roles';
import type { Environment, Row, Values } from './types';

/** What a form remembers beside its draft, to show it before anything is looked up again. */
export interface FormMemory {
  /** The rows of the picked values by concrete wire name, as `rememberedRow` shortens them. */
  readonly rows: Readonly<Record<string, Row>>;
  /** Concrete wire names of the values that the form filled in by itself. */
  readonly filled: readonly string[];
  /** The price that was shown last, and the product code that it belongs to. */
  readonly price?: { readonly product: string; readonly price: ListPrice };
  /** When the user last changed the form, in milliseconds. */
  readonly changed?: number;
}

export interface LeftForm {
  readonly draft: Draft;
  readonly memory: FormMemory;
}

/** What tells the values of the user from those of the form. */
interface Held {
  readonly draft: Draft;
  readonly memory: Pick<FormMemory, 'filled'>;
}

type Content = Pick<Draft, 'values' | 'script'>;

/** Longer texts of a row name nothing. */
const longestField = 200;

/** A form in which nobody has done anything. */
export function emptyForm(environment: Environment): LeftForm {
  return { draft: { environment, values: {}, chosen: {} }, memory: { rows: {}, filled: [] } };
}

/** The form with a name for its servers that the user has not chosen; one that he has stays. */
export function withName(form: LeftForm, name: string): LeftForm {
  const { draft, memory } = form;
  const own = draft.values[roles.name]?.trim();
  if (own && !memory.filled.includes(roles.name)) return form;
  return {
    draft: { ...draft, values: { ...draft.values, [roles.name]: name } },
    memory: { ...memory, filled: [...memory.filled.filter((filled) => filled !== roles.name), roles.name] },
  };
}

/** Whether a value is another one than the form starts with and than NCP assumes. */
export function differsFromStart(environment: Environment, name: string, value: string): boolean {
  const parameter = findCreateParameter(environment, genericName(name));
  const initial = parameter?.initial === 'next' ? String(indicesOf(name)[0]) : parameter?.initial;
  return value !== '' && value !== initial && value !== parameter?.default;
}

/** The concrete wire names of what the user has set, in the reference's order. */
export function setNames({ draft, memory }: Held): string[] {
  const { environment } = draft;
  const values = valuesOf(draft);
  const place = new Map(createParameters[environment].map(({ name }, index) => [name, index]));
  const placeOf = (name: string) => place.get(genericName(name)) ?? place.size;
  return Object.keys(values)
    .filter((name) => differsFromStart(environment, name, values[name] ?? '') && !memory.filled.includes(name))
    .sort((a, b) => placeOf(a) - placeOf(b));
}

/** Of what the user has set, the names of what is not the same in another draft. */
export function missingIn(other: Content, left: Held): string[] {
  const [values, others] = [valuesOf(left.draft), valuesOf(other)];
  return setNames(left).filter((name) => values[name] !== others[name]);
}

/** The values of a draft; a script that is a file stands for its number to come. */
function valuesOf({ values, script }: Content): Values {
  return script === undefined ? values : { ...values, [uploadedScript]: script };
}

/**
 * As much of a picked row as names it and as other fields ask of it: short texts, figures, and codes with their names.
 * The text of a script is none of these.
 */
export function rememberedRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
      if (/content/i.test(name)) return [];
      if (isShort(value)) return [[name, value]];
      const { code, codeName } = (value ?? {}) as { readonly code?: unknown; readonly codeName?: unknown };
      if (!isShort(code)) return [];
      return [[name, isShort(codeName) ? { code, codeName } : { code }]];
    }),
  );
}

function isShort(value: unknown): value is string | number | boolean {
  if (typeof value === 'string') return value.length <= longestField && !/[\r\n]/.test(value);
  return typeof value === 'number' || typeof value === 'boolean';
}
