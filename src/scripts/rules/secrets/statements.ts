/** Passwords in statements of databases and in commands of Windows, whatever the language around them. */
import { lineRest } from '../../line';
import type { Opening } from '../../opening';
import { maxPlaces, places, type Secret, secretAt } from './kinds';
import { isExpanded, isMarker } from './values';

/** Enough to hold a statement up to its password. */
const reach = 300;

/** Up to the quote before the password, which a shell's own quotes may surround. */
const quote = String.raw`(?:'\\''|'"'"'|\\?["'])`;
const identifiedBy = new RegExp(String.raw`^identified\s+(?:with\s+\S{1,40}\s+)?by\s+(?:password\s+)?${quote}`, 'i');
const ofRole = new RegExp(String.raw`^password\s+${quote}`, 'i');
const ofCall = new RegExp(String.raw`^password\s*\(\s*${quote}`, 'i');
const ofSetting = new RegExp(String.raw`^password\s*(?:for\s+\S{1,80}\s*)?=\s*(?:password\s*\(\s*)?${quote}`, 'i');

/** What stands between `ConvertTo-SecureString` and its text. */
const plainText = /^(?:[ \t]+-(?:String|AsPlainText|Force)\b)*[ \t]+(?=["'\w])(?:""|["'])?/i;

const windowsLanguages: readonly Opening['language'][] = ['vb', 'powershell', 'other'];

/** Finds the passwords of statements. */
export function findStatements(text: string, language: Opening['language']): Secret[] {
  const secrets = [...findSql(text), ...findSecureStrings(text)];
  return windowsLanguages.includes(language) ? [...secrets, ...findWindows(text)] : secrets;
}

function findSql(text: string): Secret[] {
  const secrets: Secret[] = [];
  for (const word of ['identified', 'IDENTIFIED', 'password', 'PASSWORD']) {
    for (const i of places(text, word)) {
      const pattern = patternAt(text, i);
      const start = pattern && afterMatch(text, i, pattern);
      if (start !== undefined) secrets.push(...quotedAt(text, start));
    }
  }
  return secrets;
}

/** How a statement goes on at its word, if one is there. */
function patternAt(text: string, at: number): RegExp | undefined {
  const before = text.slice(Math.max(0, at - 120), at);
  if (text[at] === 'I') return identifiedBy;
  // In small letters it may be prose.
  if (text[at] === 'i') return /\b(?:user|grant|to)\b/i.test(before) ? identifiedBy : undefined;
  if (/\b(?:with|encrypted|(?:user|role)\s+\S+)\s+$/i.test(before)) return ofRole;
  if (/\bset\s+$/i.test(before)) return ofSetting;
  return /=\s*$/.test(before) ? ofCall : undefined;
}

function findSecureStrings(text: string): Secret[] {
  const secrets: Secret[] = [];
  let left = maxPlaces;
  for (const { index, 0: word } of text.matchAll(/\bConvertTo-SecureString\b/gi)) {
    if (left-- === 0) break;
    if (!/-AsPlainText\b/i.test(lineRest(text, index))) continue;
    const start = afterMatch(text, index + word.length, plainText);
    if (start !== undefined) secrets.push(...wordAt(text, start));
  }
  return secrets;
}

/** What a password of Windows follows: a beginning, and the rest up to the password. */
const heads: readonly (readonly [beginning: RegExp, rest: RegExp])[] = [
  // net user NAME PASSWORD
  [/\bnet1?(?:\.exe)?[ \t]+user[ \t]+/gi, /^(?:"{1,2}[^"\r\n]{1,64}"{1,2}|'[^'\r\n]{1,64}'|[^\s"'/|&]{1,64})[ \t]+/],
  // cmdkey /add:HOST /user:NAME /pass:PASSWORD
  [/\bcmdkey(?:\.exe)?[ \t]/gi, /^[^\r\n|&]{0,200}?\/pass:/i],
  // user.SetPassword "PASSWORD"
  [/\.SetPassword\b/gi, /^[ \t]*\(?[ \t]*(?=")/],
  // reg add … /v DefaultPassword /t REG_SZ /d PASSWORD
  [/\bDefaultPassword\b/gi, /^[^\r\n]{0,80}?[ \t](?:\/d|-Value)[ \t]+/i],
];

function findWindows(text: string): Secret[] {
  const secrets: Secret[] = [];
  for (const [beginning, rest] of heads) {
    let left = maxPlaces;
    for (const { index, 0: found } of text.matchAll(beginning)) {
      if (left-- === 0) break;
      const start = afterMatch(text, index + found.length, rest);
      if (start !== undefined) secrets.push(...wordAt(text, start + openQuote(text, start).length));
    }
  }
  return secrets;
}

function openQuote(text: string, at: number): string {
  return /^(?:""|["'])(?=[^\s"'])/.exec(text.slice(at, at + 3))?.[0] ?? '';
}

function afterMatch(text: string, at: number, pattern: RegExp): number | undefined {
  const match = pattern.exec(text.slice(at, at + reach));
  return match ? at + match[0].length : undefined;
}

/** The text up to the closing quote; the opening one stands before `start`. */
function quotedAt(text: string, start: number): Secret[] {
  const quote = text[start - 1] ?? '';
  const line = text.slice(start, start + 128).split('\n')[0] ?? '';
  const end = line.indexOf(quote);
  return end > 0 ? told(line.slice(0, end).replace(/\\$/, ''), start) : [];
}

/** The word up to a blank or a quote. A switch, `*` and a variable are none. */
function wordAt(text: string, start: number): Secret[] {
  const value = /^[^\s"'&|<>]{1,128}/.exec(text.slice(start, start + 128))?.[0] ?? '';
  return /^[$!]|%\w+%/.test(value) ? [] : told(value, start);
}

function told(value: string, start: number): Secret[] {
  return value === '' || isMarker(value) || isExpanded(value) ? [] : [secretAt(start, value.length, 'password')];
}
