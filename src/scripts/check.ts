/** The checks of an init script, the same ones in the editor, in the form and before a request is sent. */
import type { Reach } from '../reference/reach';
import type { Environment } from '../reference/types';
import { type Characters, reportLineEnds, reportNonAscii, scanCharacters } from './characters';
import { Collector } from './collector';
import type { Finding } from './finding';
import { checkInterpreter, checkWindows, type Reader } from './interpreter';
import type { OsType } from './language';
import { checkPrompts } from './prompts';
import type { Range } from './secret-arguments';
import { findSecrets } from './secrets';
import { readShell } from './shell/lexer';
import { ShellRules } from './shell-rules';
import { offsetOfByte, scriptSize } from './size';

/** What a script is checked for. */
export interface CheckOptions {
  readonly environment: Environment;
  readonly osType: OsType;
  /** How the server reaches the internet; left out when that is not known. */
  readonly reach?: Reach | undefined;
}

/** Shells whose grammar the lexer does not read. */
const otherShells = new Set(['fish', 'csh', 'tcsh', 'zsh']);

/**
 * Checks an init script: createInitScript (VPC: ASCII, 1,024 KB) or userData (Classic: 21,847 bytes as base64).
 * Offsets are UTF-16 offsets in the text; given bytes, in the text they decode to, a byte-order mark included.
 * The findings come in the order of the text. Takes time in proportion to the text and throws nothing.
 */
export function checkScript(script: string | Uint8Array, options: CheckOptions): Finding[] {
  const found = new Collector();
  const text = typeof script === 'string' ? script : decode(script, found);
  if (text === undefined) return found.finish();
  if (text.trim() === '') {
    const isRefused = options.environment === 'classic' && text === '';
    found.report('empty', isRefused ? 'error' : 'warning', 0, text.length);
    return found.finish();
  }
  const characters = scanCharacters(text, found);
  if (options.osType === 'LNX') reportLineEnds(text, characters, found);
  const reader = options.osType === 'LNX' ? checkInterpreter(text, found) : checkWindows(text, found);
  const secretArguments = checkCommands(text, reader, characters, options, found);
  if (options.environment === 'vpc') reportNonAscii(text, characters, found);
  checkSize(text, options.environment, found);
  const secrets = findSecrets(text, reader.language, secretArguments);
  for (const { start, end, kind } of secrets) found.report('secret', 'warning', start, end, { kind });
  return found.finish();
}

/** Gives nothing, and a finding, when the bytes are no UTF-8. */
function decode(bytes: Uint8Array, found: Collector): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    found.report('not-utf8', 'error', 0, 0, { encoding: isUtf16 ? 'UTF-16' : '' });
    return undefined;
  }
}

/** Checks what the script does and marks which runs beyond ASCII are comments. Gives passwords among arguments. */
function checkCommands(
  text: string,
  { language, interpreter }: Reader,
  { runs }: Characters,
  { reach }: CheckOptions,
  found: Collector,
): readonly Range[] {
  let next = 0;
  const onComment = (start: number, end: number) => {
    for (let run = runs[next]; run && run.start < end; run = runs[++next]) run.inComment = run.start >= start;
  };
  if (language === 'python' || language === 'vb') checkPrompts(text, language, onComment, found);
  if (language !== 'shellscript' || otherShells.has(interpreter)) return [];
  const rules = new ShellRules(text, reach, onComment);
  const fault = readShell(text, interpreter === 'bash', rules);
  rules.finish(fault, found);
  return rules.secrets;
}

/** The finding marks the rest of the line on which the script outgrows its limit. */
function checkSize(text: string, environment: Environment, found: Collector): void {
  const { bytes, limit, encodedBytes, encodedLimit } = scriptSize(text, environment);
  if (bytes <= limit) return;
  const start = offsetOfByte(text, limit);
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  const encoded = encodedBytes === undefined || encodedLimit === undefined ? {} : { encodedBytes, encodedLimit };
  found.report('size', 'error', start, Math.max(end, start + 1), { bytes, limit, ...encoded });
}
