/** Secrets that are known by their own shape: tokens, private keys, and those in addresses and headers. */
import { places, type Secret, type SecretKind, secretAt } from './kinds';
import { isMarker, isNoSecret } from './values';

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
  ['eyJ', /^eyJ[\w-]{8,1000}\.eyJ[\w-]{4,3000}\.[\w-]{4,1000}/, 'access'],
];

/** Longer tokens are cut; those of the last kind hold a whole document. */
const longestToken = 5_100;

/** Finds the secrets that need no name beside them. */
export function findTokens(text: string): Secret[] {
  const secrets: Secret[] = [];
  for (const [prefix, pattern, kind] of tokens) {
    for (const i of places(text, prefix)) {
      if (i > 0 && /[A-Za-z0-9]/.test(text[i - 1] ?? '')) continue;
      const match = pattern.exec(text.slice(i, i + (kind === 'access' ? longestToken : 300)));
      if (match) secrets.push(secretAt(i, match[0].length, kind));
    }
  }
  return [...secrets, ...findPrivateKeys(text), ...findUrlPasswords(text), ...findHeaders(text)];
}

function findPrivateKeys(text: string): Secret[] {
  const begin = '-----BEGIN ';
  const finish = '-----END ';
  const secrets: Secret[] = [];
  const begins = places(text, begin);
  let close = 0;
  for (const [at, i] of begins.entries()) {
    const label = /^[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/.exec(text.slice(i + begin.length, i + 80))?.[0];
    if (label === undefined) continue;
    if (close !== -1 && close <= i) close = text.indexOf(finish, i);
    const head = begin.length + label.length;
    const isClosed = close !== -1 && close < (begins[at + 1] ?? text.length);
    const end = Math.min(isClosed ? close + finish.length + label.length : i + head, text.length);
    if (isKeyBody(text.slice(i + head, isClosed ? Math.min(close, i + 1_000) : i + 1_000)))
      secrets.push({ start: i, end, args: { kind: 'key' } });
  }
  return secrets;
}

/** What stands between the marks of a key is base64, not a word for it. */
function isKeyBody(body: string): boolean {
  return (body.match(/[A-Za-z0-9+/=]{20,}/g) ?? []).some((line) => /[a-z]/.test(line) && /[A-Z]/.test(line));
}

/** `https://user:password@host`. */
function findUrlPasswords(text: string): Secret[] {
  const pattern = /^[^\s:/@'"`$<>{}]{0,64}:([^\s/@'"`$<>{}]{1,128})@[\w.-]/;
  const secrets: Secret[] = [];
  for (const i of places(text, '://')) {
    const match = pattern.exec(text.slice(i + 3, i + 203));
    const password = match?.[1] ?? '';
    if (!match || isNoSecret(password)) continue;
    secrets.push(secretAt(i + 3 + match[0].length - 2 - password.length, password.length, 'url'));
  }
  return secrets;
}

/** `Authorization: Bearer …`. */
function findHeaders(text: string): Secret[] {
  const secrets: Secret[] = [];
  for (const i of [...places(text, 'Authorization'), ...places(text, 'authorization')]) {
    const after = text.slice(i + 13, i + 400);
    const match = /^\\?["']?[ \t]*[:=,][ \t]*\\?["']?(?:bearer|basic|token)[ \t]+([\w.~+/=-]{8,300})(?![$`{(])/i.exec(
      after,
    );
    const value = match?.[1] ?? '';
    if (!match || isMarker(value) || !(/\d/.test(value) || value.length > 20)) continue;
    secrets.push(secretAt(i + 13 + match[0].length - value.length, value.length, 'access'));
  }
  return secrets;
}
