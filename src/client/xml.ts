/** XML text to a plain tree. The only file that knows fast-xml-parser; it is loaded on the first XML answer. */
import { XMLParser } from 'fast-xml-parser';

const predefined = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }));

function character(reference: string): string {
  const known = predefined.get(reference);
  if (known !== undefined) return known;
  const digits = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(reference);
  const code = digits?.[1] ? Number.parseInt(digits[1], 16) : Number(digits?.[2] ?? Number.NaN);
  const legal = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff && code >> 11 !== 0x1b);
  if (!legal) throw new Error('A reference to no character');
  return String.fromCodePoint(code);
}

function decoded(text: string): string {
  return text.includes('&') ? text.replace(/&([^;]*);?/g, (_, reference: string) => character(reference)) : text;
}

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** The parser merges CDATA with other text, so it is turned into ordinary text before references are decoded. */
function withoutCdata(xml: string): string {
  const opening = '<![CDATA[';
  let plain = '';
  let done = 0;
  for (let start = xml.indexOf(opening); start !== -1; start = xml.indexOf(opening, done)) {
    const end = xml.indexOf(']]>', start);
    if (end === -1) throw new Error('A CDATA section without an end');
    const text = xml.slice(start + opening.length, end);
    plain += xml.slice(done, start) + text.replace(/[<>&]/g, (sign) => escapes[sign] ?? sign);
    done = end + 3;
  }
  return plain + xml.slice(done);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids exactly these characters
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** How the parser is set up; the benchmark compares with the same. */
export const parserOptions = {
  processEntities: false,
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 40,
  jPath: false,
} as const;

/**
 * One document as objects: elements by name, repeated ones as arrays, an element without children as its text, and
 * white space between elements under `#text`. Attributes are dropped. The text is at most 10 MB, as received.
 * @throws Error when it is not one complete well-formed document, has a DOCTYPE or an entity, or nests deeper than 40.
 */
export function parseXml(xml: string): Record<string, unknown> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Error('A document type is not accepted');
  if (forbidden.test(xml)) throw new Error('A character that XML forbids');
  const parser = new XMLParser({ ...parserOptions, tagValueProcessor: (_, text) => decoded(text) });
  const tree: Record<string, unknown> = parser.parse(withoutCdata(xml), true);
  const roots = Object.keys(tree).filter((name) => name !== '#text');
  if (roots.length !== 1 || Array.isArray(tree[roots[0] ?? ''])) throw new Error('Not exactly one root');
  return tree;
}
