/** Passwords that stand as an argument of a command, where the text around them does not show it. */
import { argumentsOf, type Invocation } from '../invocation';
import type { CommandCheck, Place } from '../rule';
import { expanded } from '../shell/command';

type Password = { kind: 'password' };

/** Where the password stands, if the command holds one as plain text; the secret alone. */
export const secretArguments: Readonly<Record<string, CommandCheck<Password>>> = {
  'mysql mysqldump mysqladmin mariadb': (invocation) => afterOption(invocation, /^-p(?=.)/, false),
  sshpass: (invocation) => afterOption(invocation, /^-p/, true),
  curl: (invocation) => afterOption(invocation, /^(?:-u|--user$)/, true, ':'),
  'docker podman': (invocation) =>
    argumentsOf(invocation).includes('login') ? afterOption(invocation, /^(?:-p|--password$)/, true) : undefined,
};

/** The value of an option: the rest of its word or, if `separate`, the next word; from after `mark` on. */
function afterOption(
  { command, at }: Invocation,
  option: RegExp,
  separate: boolean,
  mark?: string,
): Place<Password> | undefined {
  for (let i = at + 1; i < command.length; i++) {
    const source = command.source(i);
    const match = option.exec(source)?.[0];
    if (match === undefined) continue;
    const isOwnWord = match.length === source.length;
    if (isOwnWord && !separate) return undefined;
    const word = isOwnWord ? i + 1 : i;
    if (word >= command.length || command.has(word, expanded)) return undefined;
    const from = command.start(word) + (isOwnWord ? 0 : match.length);
    return inner(command.source(word), command.start(word), from, mark);
  }
  return undefined;
}

function inner(source: string, base: number, from: number, mark: string | undefined): Place<Password> | undefined {
  let start = from - base;
  let end = source.length;
  if (mark !== undefined) {
    const index = source.indexOf(mark, start);
    if (index === -1) return undefined;
    start = index + 1;
  }
  while (start < end && isQuote(source[start])) start++;
  while (end > start && isQuote(source[end - 1])) end--;
  return end > start ? { start: base + start, end: base + end, args: { kind: 'password' } } : undefined;
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}
