/** What stands around a place on its line, for whoever reads words and not commands. */

/** Longer lines are cut, so that a flood costs nothing. */
const longest = 500;

/** The line up to an offset; of a very long one the end. */
export function linePrefix(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - longest), offset);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** The line from an offset on; of a very long one the beginning. */
export function lineRest(text: string, offset: number): string {
  const rest = text.slice(offset, offset + longest);
  const end = rest.search(/[\r\n]/);
  return end === -1 ? rest : rest.slice(0, end);
}

/** True when a `#` before it makes the place a comment. Errs towards comments. */
export function isComment(prefix: string): boolean {
  return /(?:^|\s)#/.test(prefix);
}

/** True for a place in a comment of Visual Basic that has its line to itself. */
export function isRemark(prefix: string): boolean {
  return /^\s*(?:'|rem\b)/i.test(prefix);
}

/** The quote that is open after these characters of a shell's line. Knows nothing of quotes opened on lines before. */
export function openQuote(prefix: string): '' | '"' | "'" {
  let open: '' | '"' | "'" = '';
  for (let i = 0; i < prefix.length; i++) {
    const character = prefix[i];
    if (character === '\\' && open !== "'") i++;
    else if (character === open) open = '';
    else if (open === '' && (character === '"' || character === "'")) open = character;
  }
  return open;
}

/** True for a place outside comments and quotes. */
export function isCode(prefix: string): boolean {
  return !isComment(prefix) && openQuote(prefix) === '';
}
