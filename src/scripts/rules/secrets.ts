/** Finds what looks like a key or a password in any text. Gives places only: a secret is never copied. */
import type { Localized } from '../../reference/types';
import type { Opening } from '../opening';
import type { Place, Rule } from '../rule';
import { secretArguments } from './secret-arguments';

/** What it looks like, in Korean with the particle that the sentence puts there. */
const kinds = {
  ncloud: { en: 'an API key of NAVER Cloud Platform', ko: '네이버 클라우드 플랫폼 API 인증키로' },
  aws: { en: 'an AWS key', ko: 'AWS 키로' },
  github: { en: 'a GitHub token', ko: 'GitHub 토큰으로' },
  gitlab: { en: 'a GitLab token', ko: 'GitLab 토큰으로' },
  slack: { en: 'a Slack token', ko: 'Slack 토큰으로' },
  google: { en: 'a Google API key', ko: 'Google API 키로' },
  npm: { en: 'an npm token', ko: 'npm 토큰으로' },
  key: { en: 'a private key', ko: '개인 키로' },
  url: { en: 'a password in an address', ko: '주소에 적힌 비밀번호로' },
  password: { en: 'a password', ko: '비밀번호로' },
} as const satisfies Readonly<Record<string, Localized>>;
type SecretKind = keyof typeof kinds;

type Secret = Place<{ kind: SecretKind }>;

export const secret: Rule<{ kind: SecretKind }> = {
  id: 'secret',
  severity: 'warning',
  what: {
    en: ({ kind }) => `This looks like ${kinds[kind].en}.`,
    ko: ({ kind }) => `${kinds[kind].ko} 보이는 값이 있습니다.`,
  },
  why: {
    en: 'The script is kept by NCP and can be read by everyone with access to it, and on the server itself.',
    ko: '스크립트 내용은 NCP에 저장되어, 권한이 있는 모든 사용자와 서버에서 읽을 수 있습니다.',
  },
  programs: secretArguments,
  isCertain: true,
  find: ({ text, opening }, passwords) => findSecrets(text, opening.language, passwords),
};

/** Tokens that are known by how they begin: the beginning, and the whole at that place. */
const tokens: readonly (readonly [prefix: string, pattern: RegExp, kind: SecretKind])[] = [
  ['ncp_iam_', /^ncp_iam_[A-Za-z0-9]{10,200}/, 'ncloud'],
  ['AKIA', /^AKIA[A-Z0-9]{16}(?![A-Za-z0-9])/, 'aws'],
  ['ASIA', /^ASIA[A-Z0-9]{16}(?![A-Za-z0-9])/, 'aws'],
  ['ghp_', /^ghp_[A-Za-z0-9]{30,255}/, 'github'],
  ['gho_', /^gho_[A-Za-z0-9]{30,255}/, 'github'],
  ['ghs_', /^ghs_[A-Za-z0-9]{30,255}/, 'github'],
  ['github_pat_', /^github_pat_[A-Za-z0-9_]{22,255}/, 'github'],
  ['glpat-', /^glpat-[A-Za-z0-9_-]{20,255}/, 'gitlab'],
  ['xox', /^xox[abprs]-[A-Za-z0-9-]{10,255}/, 'slack'],
  ['AIza', /^AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])/, 'google'],
  ['npm_', /^npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])/, 'npm'],
];

/** The end of a name that holds a secret. */
const secretName =
  /(?:password|passwd|passphrase|secret|token|api_?key|access_?key(?:_?id)?|secret_?key|private_?key|credentials?|_pwd|(?<![a-z])pw)$/i;

/** The letters that such names end in. */
const secretLetters = 'delnstwyDELNSTWY';

/** Names of the shell itself that look like such names. */
const shellNames = new Set(['PWD', 'OLDPWD', 'OLD_PWD']);

/** Words that stand where a secret will be. */
const placeholder = /^(?:true|false|none|null|undefined|x+|-+|your.*|[<%{[(*.^\\/@~].*)$/i;

/** At most this many places of one kind are looked at; a text with more of them is no script. */
const maxPlaces = 10_000;

/** Finds the secrets of a text and adds the passwords found by other means, in order and not overlapping. */
function findSecrets(text: string, language: Opening['language'], passwords: readonly Secret[]): Secret[] {
  const secrets: Secret[] = [];
  for (const [prefix, pattern, kind] of tokens) findTokens(text, prefix, pattern, kind, secrets);
  findPrivateKeys(text, secrets);
  findUrlPasswords(text, secrets);
  findPipedPasswords(text, secrets);
  findAssignments(text, language, secrets);
  return withoutOverlaps([...secrets, ...passwords]);
}

/** Puts secrets into order; of two that overlap the one found first, the more particular one, stays. */
function withoutOverlaps(secrets: readonly Secret[]): Secret[] {
  const ordered = secrets.map((secret, rank) => ({ secret, rank }));
  ordered.sort((a, b) => a.secret.start - b.secret.start || a.rank - b.rank);
  const kept: typeof ordered = [];
  for (const item of ordered) {
    const last = kept.at(-1);
    if (!last || item.secret.start >= last.secret.end) kept.push(item);
    else if (item.rank < last.rank) kept[kept.length - 1] = item;
  }
  return kept.map(({ secret }) => secret);
}

function findTokens(text: string, prefix: string, pattern: RegExp, kind: SecretKind, secrets: Secret[]): void {
  for (const i of places(text, prefix)) {
    if (i > 0 && /[A-Za-z0-9]/.test(text[i - 1] ?? '')) continue;
    const match = pattern.exec(text.slice(i, i + 300));
    if (match) secrets.push({ start: i, end: i + match[0].length, args: { kind } });
  }
}

function findPrivateKeys(text: string, secrets: Secret[]): void {
  const begin = '-----BEGIN ';
  const finish = '-----END ';
  const begins = places(text, begin);
  let close = 0;
  for (const [at, i] of begins.entries()) {
    const label = /^[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/.exec(text.slice(i + begin.length, i + 80))?.[0];
    if (label === undefined) continue;
    if (close !== -1 && close < i) close = text.indexOf(finish, i);
    const isClosed = close !== -1 && close < (begins[at + 1] ?? text.length);
    const end = isClosed ? close + finish.length + label.length : i + begin.length + label.length;
    secrets.push({ start: i, end: Math.min(end, text.length), args: { kind: 'key' } });
  }
}

/** `https://user:password@host`. */
function findUrlPasswords(text: string, secrets: Secret[]): void {
  const pattern = /^[^\s:/@'"`$<>{}]{0,64}:([^\s/@'"`$<>{}]{1,128})@[\w.-]/;
  for (const i of places(text, '://')) {
    const match = pattern.exec(text.slice(i + 3, i + 203));
    const password = match?.[1] ?? '';
    if (!match || placeholder.test(password)) continue;
    const start = i + 3 + match[0].length - 2 - password.length;
    secrets.push({ start, end: start + password.length, args: { kind: 'url' } });
  }
}

/** `echo 'root:password' | chpasswd` and `echo password | passwd --stdin root`. */
function findPipedPasswords(text: string, secrets: Secret[]): void {
  for (const [program, isPair] of [
    ['chpasswd', true],
    ['passwd --stdin', false],
  ] as const) {
    for (const i of places(text, program)) {
      const password = pipedPassword(text, i, isPair);
      if (password) secrets.push(password);
    }
  }
}

function pipedPassword(text: string, program: number, isPair: boolean): Secret | undefined {
  const from = Math.max(0, program - 200);
  const before = text.slice(from, program);
  const pipe = /\|[ \t]*(?:sudo[ \t]+)?(?:(?:\/usr)?\/s?bin\/)?$/.exec(before.slice(-40))?.[0];
  if (pipe === undefined) return undefined;
  const command = before.slice(before.lastIndexOf('\n') + 1, before.length - pipe.length);
  const match = /(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?(["']?)([^"'|;&]{1,128})\1[ \t]*$/.exec(command);
  const value = (match?.[2] ?? '').trimEnd().replace(/\\n$/, '');
  const isPlain = match !== null && value !== '' && !/[$`]/.test(value) && (!isPair || value.includes(':'));
  if (!isPlain) return undefined;
  const end = program - pipe.length - command.length + command.lastIndexOf(value) + value.length;
  const start = end - value.length + (isPair ? value.indexOf(':') + 1 : 0);
  return end > start ? { start, end, args: { kind: 'password' } } : undefined;
}

/** `name=value` with a telling name and a value written out. */
function findAssignments(text: string, language: Opening['language'], secrets: Secret[]): void {
  const isCode = language === 'python' || language === 'perl' || language === 'vb' || language === 'powershell';
  let named = 0;
  for (let i = 0; i < text.length && named < maxPlaces; i++) {
    if (text.charCodeAt(i) !== 0x3d) continue;
    const name = nameBefore(text, i, isCode);
    if (!name) continue;
    named++;
    const value = valueAfter(text, i + 1, isCode || name.isSetting);
    if (!value) continue;
    // Outside strings, other languages put a variable or a call there.
    if (isCode && !value.isQuoted && !name.isInString) continue;
    secrets.push({ start: value.start, end: value.end, args: { kind: kindOf(name.text) } });
  }
}

function kindOf(name: string): SecretKind {
  return /^(?:ncloud|ncp)_/i.test(name) ? 'ncloud' : /^aws_/i.test(name) ? 'aws' : 'password';
}

/** `isSetting`: the line of a configuration file, with blanks around `=`. */
function nameBefore(
  text: string,
  equals: number,
  isCode: boolean,
): { text: string; isSetting: boolean; isInString: boolean } | undefined {
  let end = equals;
  while (end > 0 && end > equals - 20 && isBlank(text[end - 1])) end--;
  let start = end;
  while (start > 0 && start > end - 64 && isNamePart(text.charCodeAt(start - 1))) start--;
  if (start === end) return undefined;
  if (!secretLetters.includes(text.charAt(end - 1))) return undefined;
  const name = text.slice(start, end);
  if (!secretName.test(name) || shellNames.has(name)) return undefined;
  const before = text[start - 1] ?? '\n';
  if (isCode)
    return { text: name, isSetting: false, isInString: before !== '$' && end === equals && /[?&;"']/.test(before) };
  if (before === '$' || before === '{') return undefined;
  const lead = text.slice(Math.max(0, start - 40), start);
  const isLineStart = lead.slice(lead.lastIndexOf('\n') + 1).trim() === '';
  return end === equals || isLineStart ? { text: name, isSetting: isLineStart, isInString: false } : undefined;
}

function valueAfter(
  text: string,
  from: number,
  skipsBlanks: boolean,
): { start: number; end: number; isQuoted: boolean } | undefined {
  let start = from;
  if (skipsBlanks) while (start < from + 20 && isBlank(text[start])) start++;
  const quote = text[start];
  const isQuoted = quote === '"' || quote === "'";
  if (isQuoted) start++;
  const rest = text.slice(start, start + 300);
  const value = (isQuoted ? /^[^\s"']+/ : /^[^\s"'`;&|()<>,]+/).exec(rest)?.[0] ?? '';
  const isClosed = !isQuoted || rest[value.length] === quote;
  const isLiteral = isClosed && value.length >= 4 && !/[$`]/.test(value) && !placeholder.test(value);
  return isLiteral ? { start, end: start + value.length, isQuoted } : undefined;
}

function places(text: string, needle: string): number[] {
  const found: number[] = [];
  let i = text.indexOf(needle);
  for (; i !== -1 && found.length < maxPlaces; i = text.indexOf(needle, i + needle.length)) found.push(i);
  return found;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isNamePart(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2e ||
    code === 0x2d
  );
}
