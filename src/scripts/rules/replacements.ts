/** ASCII stand-ins of characters that word processors, web pages and input methods put into scripts. */

const groups: readonly (readonly [characters: string, ascii: string])[] = [
  ['\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb', '"'],
  ['\u2018\u2019\u201a\u201b\u2032\u00b4', "'"],
  ['\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '-'],
  ['\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' '],
  ['\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f', ''],
  ['\u2026', '...'],
];

const table: ReadonlyMap<string, string> = new Map(
  groups.flatMap(([characters, ascii]) => [...characters].map((character) => [character, ascii] as const)),
);

/** The ASCII text that stands for all characters of a run, or nothing when one of them has no stand-in. */
export function asciiFor(run: string): string | undefined {
  let ascii = '';
  for (const character of run) {
    const replacement = table.get(character) ?? fullWidth(character);
    if (replacement === undefined) return undefined;
    ascii += replacement;
  }
  return ascii;
}

/** The full-width forms of Korean and Japanese input methods lie in the order of ASCII. */
function fullWidth(character: string): string | undefined {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : undefined;
}
