/** Passwords that are fed to a program that sets or asks for one: `echo 'root:pw' | chpasswd`. */
import { linePrefix, lineRest } from '../../line';
import { places, type Secret, secretAt } from './kinds';
import { isExpanded, isMarker } from './values';

/** A text in quotes or a word. */
const literal = String.raw`(?:\$?'([^'\n]{1,128})'|"([^"\n]{1,128})"|([^\s"'|;&<>()$]{1,128}))`;

/** The last text that is written to a pipe, in a group or not. */
const written = new RegExp(
  String.raw`(?:echo|printf|yes)[ \t]+(?:-\w+[ \t]+)*(?:(["']?)%s(?:\\n)?\1[ \t]+)?${literal}[ \t]*;?[ \t]*[)}]?[ \t]*$`,
);
const hereString = new RegExp(String.raw`^(?:[ \t]+[\w-]+)*[ \t]*<<<[ \t]*${literal}`);
const hereDocument = /^(?:[ \t]+[\w-]+)*[ \t]*<<-?[ \t]*(["']?)(\w+)\1[^\n]{0,80}\n/;

/** Programs that take a password from a pipe, by a word of theirs, and what may stand between the pipe and that word. */
const readers: readonly (readonly [word: string, before: RegExp])[] = [
  ['passwd', /^[ \t]*(?:sudo[ \t]+(?:-\w+[ \t]+)*)?(?:\/[\w/]*\/|openssl[ \t]+)?[a-z]*$/],
  ['kinit', /^[ \t]*(?:\/[\w/]*\/)?$/],
  ['sudo -S', /^[ \t]*$/],
  ['--password-stdin', /^[ \t]*[\w./-][^|;&]*$/],
  ['--with-token', /^[ \t]*[\w./-][^|;&]*$/],
];

/** Further on no text is looked for. */
const reach = 300;
const documentReach = 1_000;

/** Finds the passwords on the input of programs, in the text of any script. */
export function findInputs(text: string): Secret[] {
  const secrets: Secret[] = [];
  for (const [word, between] of readers) {
    for (const i of places(text, word)) {
      const isPair = word === 'passwd' && text.startsWith('ch', i - 2);
      secrets.push(...piped(text, i, between, isPair));
      if (word === 'passwd') secrets.push(...redirected(text, i + word.length, isPair));
    }
  }
  return secrets;
}

function piped(text: string, reader: number, between: RegExp, isPair: boolean): Secret[] {
  const line = linePrefix(text, reader);
  const bar = line.lastIndexOf('|');
  if (bar === -1 || !between.test(line.slice(bar + 1))) return [];
  const match = written.exec(line.slice(0, bar));
  const value = match?.[2] ?? match?.[3] ?? match?.[4];
  if (!match || value === undefined) return [];
  const start = reader - line.length + match.index + match[0].lastIndexOf(value);
  return passwordIn(value, start, isPair, match[2] !== undefined);
}

function redirected(text: string, from: number, isPair: boolean): Secret[] {
  const after = text.slice(from, from + reach);
  const word = hereString.exec(after);
  const value = word?.[1] ?? word?.[2] ?? word?.[3];
  if (word && value !== undefined) return passwordIn(value, from + word[0].lastIndexOf(value), isPair, !!word[1]);
  const document = hereDocument.exec(after);
  if (!document) return [];
  const secrets: Secret[] = [];
  let start = from + document[0].length;
  // Whoever sets one password gives it twice.
  const lines = isPair ? text.slice(start, start + documentReach).split('\n') : [lineRest(text, start)];
  for (const line of lines) {
    if (line.trim() === document[2]) break;
    secrets.push(...passwordIn(line, start, isPair));
    start += line.length + 1;
  }
  return secrets;
}

/** Of `password\npassword` the first; of `user:password` what follows the name. `isRaw`: no shell expands it. */
function passwordIn(value: string, start: number, isPair: boolean, isRaw = false): Secret[] {
  const from = isPair ? value.indexOf(':') + 1 : 0;
  if (isPair && from === 0) return [];
  const password = (value.slice(from).split('\\n')[0] ?? '').trimEnd();
  const isSaid = isRaw ? !password.startsWith('$') : !isExpanded(password);
  if (password === '' || !isSaid || isMarker(password)) return [];
  return [secretAt(start + from, password.length, 'password')];
}
