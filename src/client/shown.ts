/** Foreign text made fit to be shown or logged: short, on one line, without secrets and without markup. */
import type { Mask } from './mask';

/** Characters of a message that are shown at most. */
const longest = 500;

/** A message is cut to `read` characters before it is worked on, of which `kept` are used: what they begin is seen whole. */
const read = 4_096;
const kept = 2_048;

/** Control characters and those that turn the direction of text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Tags of HTML by name, since `<NAME>` and `a < b` are words of a message too. */
const tag =
  /<\/?(?:a|abbr|b|big|blockquote|body|br|center|div|dl|dt|dd|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/gi;

/** A message, a code or a number of the other side; empty for anything that is no text. */
export function shown(value: unknown, mask: Mask): string {
  const foreign = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  const text = mask
    .over(foreign.slice(0, read), foreign.length > read ? kept : undefined)
    .replace(tag, ' ')
    .replace(unprintable, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** A request number, or undefined when it is no plain word of at most 100 characters. */
export function shownRequestId(value: unknown, mask: Mask): string | undefined {
  const text = shown(value, mask);
  return /^[\w.-]{1,100}$/.test(text) ? text : undefined;
}
