/** Quoting for the shells that exported commands run in, so that a hostile name stays text. */

/** Thrown when a value cannot be put into a command safely. */
export class UnquotableError extends Error {
  override readonly name = 'UnquotableError';
  constructor(readonly parameter: string) {
    super(`${parameter} holds a character that this form cannot express. Change it, or choose another form.`);
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/** Throws {@link UnquotableError} when the value holds a control character other than tab and line feed. */
export function refuseControls(parameter: string, value: string): void {
  if (control.test(value)) throw new UnquotableError(parameter);
}

/** A POSIX shell word: single quotes, in which nothing is special but the quote itself. */
export function posixQuote(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/** A PowerShell string literal. PowerShell takes the typographic quotes for quotes too, so each is doubled. */
export function powerShellQuote(value: string): string {
  return `'${value.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
