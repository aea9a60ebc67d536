/**
 * Text from outside, made fit to be shown. Names, messages and descriptions come from NCP, from files and from other
 * people; the editor gives life to some of what may stand in them.
 *
 * Each kind of place has its function: `plain` where text stays text (trees, modal questions, titles, tooltips that are
 * a string), `inert` where links and icons come to life (pick lists, inputs, status bar, lenses, completions, terminal
 * names), `markdown` in hovers, `notice` for notifications, `lines` for text of several lines, `logLine` for the log.
 * Places that come to life are reached through `tell`, `ask` and `confirm` only, which call these on the whole of what
 * they show.
 */

/** More than any sentence of ours; a longer notification pushes its own buttons out of sight. Characters. */
const longestNotice = 500;
/** As much as a text of NCP may take of a notification. Characters. */
const longestSaying = 300;
const noticeTail = 180;
/** So many names stand in a sentence. */
const mostNames = 5;

/** Takes out control characters and the marks that reorder text, so that a name cannot pose as another one. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, '');
}

/** Also breaks, by a blank, what the editor turns into links, `[text](link)`, and into icons, `$(name)`. */
export function inert(text: string): string {
  return plain(text).replaceAll('](', '] (').replaceAll('$(', '$ (');
}

/** Plain text where the editor reads Markdown: no sign in it means anything, and no address becomes a link. */
export function markdown(text: string): string {
  return plain(text).replace(/[^\p{L}\p{M}\p{N} ]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** One line in a notification. What is too long loses its middle: our own words stand at its ends. */
export function notice(text: string): string {
  const line = inert(oneLine(text));
  if (line.length <= longestNotice) return line;
  return `${head(line, longestNotice - noticeTail - 1)}…${line.slice(-noticeTail).replace(/^[\udc00-\udfff]/, '')}`;
}

/** Several lines, each of them plain. */
export function lines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(plain)
    .join('\n');
}

/** One line of a log. */
export function logLine(text: string): string {
  return plain(oneLine(text));
}

/** What NCP says in its own words, in one line and not too long for a sentence. */
export function saying(text: string): string {
  const line = logLine(text).trim();
  return line.length <= longestSaying ? line : `${head(line, longestSaying - 1)}…`;
}

/** Whether nobody can see the name: it is empty, or all blanks, fillers and marks without a letter under them. */
export function isInvisible(name: string): boolean {
  return /^[\p{Cc}\p{Cf}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(name);
}

/** What a server or a script is called: its name, or its number where nothing of the name is to be seen. */
export function visibleName({ name, number }: { readonly name: string; readonly number: string }): string {
  return isInvisible(name) ? plain(number) : plain(name);
}

/** `web-001, web-002, web-003, … web-020`: a few of the names and the last one, each of them plain. */
export function shortNames(names: readonly string[]): string {
  if (names.length <= mostNames) return names.map(plain).join(', ');
  return [...names.slice(0, mostNames - 2).map(plain), `… ${plain(names.at(-1) ?? '')}`].join(', ');
}

/** The last part of the path of an address. */
export function fileName({ path }: { readonly path: string }): string {
  return plain(path.slice(path.lastIndexOf('/') + 1));
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' ');
}

/** The first characters, without half of a character at the end. */
function head(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
