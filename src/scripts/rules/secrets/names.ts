/** Values under a telling name: `password=…`, `"password": "…"`, `password: …`, `--password …`. */
import { isNameCharacter, isQuote } from '../../characters';
import { linePrefix } from '../../line';
import type { Opening } from '../../opening';
import { maxPlaces, places, type Secret, type SecretKind } from './kinds';
import { isExpanded, isExpression, isNoSecret } from './values';

/** The end of a name that holds a secret. */
const secretName =
  /(?:password|passwd|passphrase|secret|token|api[-_]?key|access[-_]?key(?:[-_]?id)?|secret[-_]?key|private[-_]?key|credentials?|(?<![a-z])(?:pw|pwd))$/i;

/** Such a name says where the secret is kept, not what it is. */
const reference = /^--?secret$|(?:existing|pull)[-_.]?secret$|(?<![a-z])(?:max|min)[-_.]?(?:token|password)$/i;

/** The letters that such names end in. */
const secretLetters = 'delnstwyDELNSTWY';

/** Names of the shell itself that look like such names. */
const shellNames = new Set(['PWD', 'OLD_PWD']);

/** Names of values that are words as often as secrets (`passwd: files` of nsswitch.conf): those hold a digit. */
const looseName = /(?:secret|token|credentials?|^passwd)$/i;

const equals = 0x3d;
const colon = 0x3a;
const dot = 0x2e;
const dash = 0x2d;

interface Name {
  readonly text: string;
  readonly start: number;
}

interface Value {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** Finds the values that are written out, in the text of any language. `hasAws`: the keys are those of AWS. */
export function findNamed(text: string, language: Opening['language'], hasAws: boolean): Secret[] {
  const isCode = language === 'python' || language === 'perl' || language === 'vb' || language === 'powershell';
  const secrets: Secret[] = [];
  let named = 0;
  const tell = (name: Name, value: Value | undefined) => {
    if (!value) return;
    const source = text.slice(value.start, value.end);
    // `DB_PASSWORD=db_password` names what is to be put there.
    if (name.text.toLowerCase().endsWith(source.toLowerCase())) return;
    const kind = kindOf(name.text, source, hasAws);
    secrets.push({ start: value.start, end: value.end, args: { kind } });
  };
  for (let i = 0; i < text.length && named < maxPlaces; i++) {
    const code = text.charCodeAt(i);
    if (code !== equals && code !== colon) continue;
    const name = nameBefore(text, i);
    if (!name) continue;
    named++;
    tell(name, code === equals ? assigned(text, name, i, isCode) : paired(text, name, i, isCode));
  }
  if (!isCode) for (const i of places(text, '--')) option(text, i + 2, tell);
  for (const i of places(text, 'value')) described(text, i, tell);
  for (const i of places(text, 'define(')) constant(text, i, tell);
  return secrets;
}

/** Of keys without a maker those of 20 and 40 letters and digits are NCP's. */
function kindOf(name: string, value: string, hasAws: boolean): SecretKind {
  if (/^(?:ncloud|ncp)_/i.test(name)) return 'ncloud';
  if (/^aws_/i.test(name)) return 'aws';
  const isNcloud =
    (/access_?key(?:_?id)?$/i.test(name) && /^[A-Za-z0-9]{20}$/.test(value)) ||
    (/secret_?(?:access_?)?key$/i.test(name) && /^[A-Za-z0-9]{40}$/.test(value));
  if (isNcloud) return hasAws ? 'aws' : 'ncloud';
  return /token$/i.test(name) ? 'access' : 'password';
}

/** The name that ends, in quotes or not, before `=` or `:`. */
function nameBefore(text: string, at: number): Name | undefined {
  let end = at;
  while (end > at - 20 && isBlank(text[end - 1])) end--;
  if (isQuote(text[end - 1])) end -= text[end - 2] === '\\' ? 2 : 1;
  if (!secretLetters.includes(text.charAt(end - 1))) return undefined;
  let start = end;
  while (start > end - 64 && isNamePart(text.charCodeAt(start - 1))) start--;
  const name = text.slice(start, end);
  const isTelling = secretName.test(name) && !shellNames.has(name) && !reference.test(name);
  return isTelling ? { text: name, start } : undefined;
}

/** `name=value`. A setting, alone on its line, may have blanks around it, and a `$` before it if its value is quoted. */
function assigned(text: string, name: Name, at: number, isCode: boolean): Value | undefined {
  const isClose = name.start + name.text.length === at;
  const before = text.charAt(name.start - 1);
  if (isCode) {
    const isInString = isClose && /[?&;"']/.test(before);
    const value = valueAfter(text, at + 1, true);
    // Outside strings, other languages put a variable or a call there.
    return value?.isQuoted || isInString ? value : undefined;
  }
  if (before === '{') return undefined;
  const isVariable = before === '$';
  const isSetting = isLineStart(text, isVariable ? name.start - 1 : name.start);
  if (!isSetting && (isVariable || !isClose)) return undefined;
  const value = valueAfter(text, at + 1, isSetting);
  return value && (value.isQuoted || !isVariable) ? value : undefined;
}

/** `"name": "value"`, `name: "value"`, `name: value` alone on its line, `"Name: value"`, `${NAME:-value}`. */
function paired(text: string, name: Name, at: number, isCode: boolean): Value | undefined {
  const next = text[at + 1];
  if (next === '-' || next === '=') {
    if (!text.startsWith('${', name.start - 2)) return undefined;
    const isInQuotes = isQuote(text[at + 2]);
    return isInQuotes ? valueAfter(text, at + 2, false) : literal(text, at + 2, /^[^\s"'`{}|;&<>()]+(?=\})/);
  }
  const value = valueAfter(text, at + 1, true);
  if (value?.isQuoted) return looseName.test(name.text) && isWord(text, value) ? undefined : value;
  const quote = text[name.start - 1];
  if (isCode || !isBlank(next)) return undefined;
  const start = at + 2;
  if (isQuote(quote) && !isQuote(text[at - 1])) {
    const header = literal(text, start, quote === '"' ? /^[^\s"]+(?=")/ : /^[^\s']+(?=')/);
    return header && hasDigit(text, header) ? header : undefined;
  }
  if (!isLineStart(text, name.start)) return undefined;
  const setting = literal(text, start, /^[ \t]*[^\s"'`,;&|()<>]+(?=[ \t]*(?:#[^\n]*)?(?:\r?\n|$))/);
  return setting && (!looseName.test(name.text) || hasDigit(text, setting)) ? setting : undefined;
}

/** `--name value`, where `at` is that of the name. */
function option(text: string, at: number, tell: (name: Name, value: Value | undefined) => void): void {
  const match = /^([a-z][\w-]{1,40})[ \t]/i.exec(text.slice(at, at + 60));
  const name = match?.[1]?.replaceAll('-', '_') ?? '';
  if (!match || !secretName.test(name) || reference.test(name) || /^(?:secret|credentials?)$/.test(name)) return;
  const value = valueAfter(text, at + match[0].length, true);
  if (!value) return;
  const source = text.slice(value.start, value.end);
  if (/^-|^\d{1,5}$|^\w+=/.test(source)) return;
  if (value.isQuoted || /\d/.test(source)) tell({ text: name, start: at }, value);
}

/** `name: DB_PASSWORD` and `value: …` after it, in YAML and JSON. */
function described(text: string, at: number, tell: (name: Name, value: Value | undefined) => void): void {
  const before = text.slice(Math.max(0, at - 120), at);
  const name = /name["']?[ \t]*:[ \t]*["']?([\w.-]{1,64})["']?[ \t]*,?\s*["']?$/.exec(before)?.[1] ?? '';
  if (!secretName.test(name)) return;
  const colon = /^["']?[ \t]*:/.exec(text.slice(at + 5, at + 20))?.[0];
  if (colon !== undefined) tell({ text: name, start: at }, valueAfter(text, at + 5 + colon.length, true));
}

/** `define('DB_PASSWORD', '…')` of PHP. */
function constant(text: string, at: number, tell: (name: Name, value: Value | undefined) => void): void {
  const match = /^define\([ \t]*["'](\w{1,64})["'][ \t]*,[ \t]*(?=["'])/.exec(text.slice(at, at + 100));
  const name = match?.[1] ?? '';
  if (match && secretName.test(name)) tell({ text: name, start: at }, valueAfter(text, at + match[0].length, false));
}

function valueAfter(text: string, from: number, skipsBlanks: boolean): Value | undefined {
  let start = from;
  if (skipsBlanks) while (start < from + 20 && isBlank(text[start])) start++;
  const isEscaped = text[start] === '\\' && isQuote(text[start + 1]);
  if (isEscaped) start++;
  const quote = text[start];
  if (!isQuote(quote)) return literal(text, start, /^[^\s"'`;&|()<>,]+/);
  const value = literal(text, start + 1, isEscaped ? /^[^\s"'\\]+/ : /^[^\s"']+/, true);
  const isClosed = value && text[isEscaped ? value.end + 1 : value.end] === quote;
  return isClosed ? value : undefined;
}

/** The text that matches, when it can be a secret. */
function literal(text: string, from: number, pattern: RegExp, isQuoted = false): Value | undefined {
  const found = pattern.exec(text.slice(from, from + 300))?.[0] ?? '';
  const value = found.trimStart();
  const end = from + found.length;
  if (value.length < 4 || isNoSecret(value) || isExpanded(value)) return undefined;
  if (!isQuoted && isExpression(value, text[end])) return undefined;
  return { start: end - value.length, end, isQuoted };
}

function hasDigit(text: string, { start, end }: Value): boolean {
  return /\d/.test(text.slice(start, end));
}

/** A short word of letters is rather what a token is called. */
function isWord(text: string, { start, end }: Value): boolean {
  return end - start < 10 && /^[a-z]+$/i.test(text.slice(start, end));
}

/** True when only blanks, or the dash of a list, stand before it in its line. */
function isLineStart(text: string, at: number): boolean {
  return /^[ \t]*(?:-[ \t]+)?$/.test(linePrefix(text, at));
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isNamePart(code: number): boolean {
  return isNameCharacter(code) || code === dot || code === dash;
}
