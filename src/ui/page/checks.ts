/** What a message of any page is checked with. A page's own checks are a table over the types of its messages. */

/** A value of unknown shape, as it came from a page or a store. */
export type Fields = Readonly<Record<string, unknown>>;

const mostTexts = 500;
const highestId = 2 ** 31;

/** The check of each type: the message with what is agreed and nothing else, or `undefined`. Never throws. */
export type Checks<Message extends { readonly type: string }, Context> = {
  readonly [T in Message['type']]: (
    message: Fields,
    context: Context,
  ) => Omit<Extract<Message, { type: T }>, 'type'> | undefined;
};

/** The message, or `undefined` when its type is none of these or anything about it is not as agreed. Never throws. */
export function checkedBy<Message extends { readonly type: string }, Context>(
  checks: Checks<Message, Context>,
  message: unknown,
  context: Context,
): Message | undefined {
  if (!isRecord(message) || typeof message.type !== 'string' || !Object.hasOwn(checks, message.type)) return undefined;
  const type = message.type as Message['type'];
  const fields = checks[type](message, context);
  // The compiler does not see that a type and its own check belong together.
  return fields && ({ type, ...fields } as unknown as Message);
}

/** Whether a value is an object with named fields, and no list. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value may number a question. */
export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < highestId;
}

/** Texts by name, none longer than `longest` characters, or `undefined`. */
export function checkedTexts(texts: unknown, longest: number): Record<string, string> | undefined {
  if (!isRecord(texts)) return undefined;
  const entries = Object.entries(texts);
  if (entries.length > mostTexts) return undefined;
  const checked: Record<string, string> = {};
  for (const [name, text] of entries) {
    if (typeof text !== 'string' || text.length > longest || name === '__proto__') return undefined;
    checked[name] = text;
  }
  return checked;
}
