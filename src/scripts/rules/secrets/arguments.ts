/** Passwords that stand as an argument of a command, where the text around them does not show it. */
import { isQuote } from '../../characters';
import { argumentsOf, type Invocation } from '../../commands/invocation';
import type { CommandCheck } from '../../rule';
import { expanded } from '../../shell/command';
import { type Secret, type SecretKind, secretAt } from './kinds';
import { isMarker } from './values';

type Check = CommandCheck<{ kind: SecretKind }>;

/** Where the password stands, if the command holds one as plain text; the secret alone. */
export const secretArguments: Readonly<Record<string, Check>> = {
  'mysql mysqldump mariadb': (invocation) => afterOption(invocation, /^-p(?=.)/),
  mysqladmin: (invocation) => afterOption(invocation, /^-p(?=.)/) ?? lastPlain(invocation, 'password', 1),
  sshpass,
  // With two users that of the server comes first.
  curl: (invocation) =>
    afterOption(invocation, /^(?:-[fgikLsSv]*u|--user$)/, ':') ??
    afterOption(invocation, /^(?:-[fgikLsSv]*U|--proxy-user$)/, ':'),
  'docker podman': (invocation) =>
    argumentsOf(invocation).includes('login') ? afterOption(invocation, /^(?:-p|--password$)/) : undefined,
  // The old shell takes long names after one dash.
  'mongo mongosh mongodump': (invocation) => afterOption(invocation, /^(?:-password$|-p(?!ort$|assword$)=?)/),
  'redis-cli': (invocation) => afterOption(invocation, /^-a(?=$)/),
  rabbitmqctl: (invocation) => lastPlain(invocation, 'add_user', 2) ?? lastPlain(invocation, 'change_password', 2),
  openssl: (invocation) => lastPlain(invocation, 'passwd', 1, /^-(?:salt|in|rand|writerand)$/),
  htpasswd,
};

/** Once it is told to ask a file or the environment, a `-p` further on is that of `ssh`: its port. */
function sshpass(invocation: Invocation): Secret | undefined {
  const source = argumentsOf(invocation).find((value) => /^-[defp]/.test(value));
  return source?.startsWith('-p') ? afterOption(invocation, /^-p/) : undefined;
}

/** The password is the last word: after file and user or, with `-n`, after the user. */
function htpasswd(invocation: Invocation): Secret | undefined {
  const isPrinted = argumentsOf(invocation).some((value) => /^-\w*n/.test(value));
  return lastPlain(invocation, undefined, isPrinted ? 2 : 3, /^-\w*[Cr]$/);
}

/** The plain word that comes as number `count` after a verb. `withValue`: options whose value is the next word. */
function lastPlain(
  { command, at }: Invocation,
  verb: string | undefined,
  count: number,
  withValue?: RegExp,
): Secret | undefined {
  let left = verb === undefined ? count : count + 1;
  for (let i = at + 1; i < command.length; i++) {
    const value = command.value(i);
    if (withValue?.test(value)) i++;
    if (value.startsWith('-')) continue;
    if (left === count + 1 && value !== verb) continue;
    left--;
    if (left === 0) return command.has(i, expanded) ? undefined : inner(command.source(i), command.start(i), 0);
  }
  return undefined;
}

/** The value of an option: the rest of its word or else the next word; from after `mark` on. */
function afterOption({ command, at }: Invocation, option: RegExp, mark?: string): Secret | undefined {
  for (let i = at + 1; i < command.length; i++) {
    const source = command.source(i);
    const match = option.exec(source)?.[0];
    if (match === undefined) continue;
    const isOwnWord = match.length === source.length;
    const word = isOwnWord ? i + 1 : i;
    if (word >= command.length || command.has(word, expanded)) return undefined;
    // Without a value the program asks for it.
    if (isOwnWord && command.source(word).startsWith('-')) return undefined;
    return inner(command.source(word), command.start(word), isOwnWord ? 0 : match.length, mark);
  }
  return undefined;
}

function inner(source: string, base: number, from: number, mark?: string): Secret | undefined {
  let start = from;
  let end = source.length;
  if (mark !== undefined) {
    const index = source.indexOf(mark, start);
    if (index === -1) return undefined;
    start = index + 1;
  }
  while (isQuote(source[start])) start++;
  while (isQuote(source[end - 1])) end--;
  const isSecret = end > start && !isMarker(source.slice(start, end));
  return isSecret ? secretAt(base + start, end - start, 'password') : undefined;
}
