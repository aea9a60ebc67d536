/** How a script begins, and who reads it by that: the first lines of the text. */
import { isCloudInit } from './first-line/announcement';
import { type InterpreterLine, mistypedInterpreterLine, parseInterpreterLine } from './first-line/interpreter-line';
import { meantLine } from './first-line/interpreter-name';
import {
  guessLanguage,
  isData,
  languageOfInterpreter,
  looksLikeBatch,
  type OsType,
  type ScriptLanguage,
} from './language';

/** A line without its end, in UTF-16 offsets. Of a very long one the text is cut. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Opening {
  /** `displaced`: a line further down would name the interpreter if it came first. `code`: no line announces anything. */
  readonly kind: 'interpreter' | 'displaced' | 'cloud-init' | 'code';
  readonly first: Line;
  /** Who will read the script; guessed for `code`. `other`: not a language whose commands we know. */
  readonly language: ScriptLanguage | 'other';
  /** The name of the program that reads it; empty when it is of no use to know. */
  readonly interpreter: string;
  /** For `interpreter`, but not for Windows, which has no such lines. */
  readonly parts?: InterpreterLine;
  readonly displaced?: Line;
  /** For `code`: the interpreter line that the first line was meant to be. */
  readonly mistyped?: InterpreterLine;
}

/** The last line on which a misplaced `#!` is looked for. */
const searchedLines = 30;

/** Reads the first lines of a script that is meant for an operating system. */
export function openingOf(text: string, osType: OsType): Opening {
  const lines = leadingLines(text);
  const first = lines[0] ?? { start: 0, end: 0, text: '' };
  const unknown = { language: 'other', interpreter: '', first } as const;
  const isLinux = osType === 'LNX';
  if (!isLinux && first.text.trimStart().startsWith('#!')) return { kind: 'interpreter', ...unknown };
  const parts = isLinux ? parseInterpreterLine(first.text) : undefined;
  if (parts) {
    const reader = parts.name === '' ? guessedReader(text.slice(first.end)) : readerOf(parts);
    return { kind: 'interpreter', first, parts, ...reader };
  }
  if (isCloudInit(first.text)) return { kind: 'cloud-init', ...unknown };
  if (!isLinux) return { kind: 'code', ...unknown, language: windowsLanguage(text) };

  const displaced = lines.find((candidate) => /^\s*#![ \t]*\//.test(candidate.text));
  if (displaced && lines.every(({ start, text: before }) => start >= displaced.start || /^\s*(?:#|$)/.test(before))) {
    const named = parseInterpreterLine(displaced.text.trim());
    return { kind: 'displaced', first, displaced, ...(named ? readerOf(named) : unknown) };
  }
  const mistyped = mistypedInterpreterLine(first.text);
  if (mistyped) return { kind: 'code', first, mistyped, ...readerOf(mistyped) };
  return { kind: 'code', first, ...guessedReader(text) };
}

function readerOf(parts: InterpreterLine): Pick<Opening, 'language' | 'interpreter'> {
  const { name } = meantLine(parts);
  return { language: languageOfInterpreter(name) ?? 'other', interpreter: name };
}

/** What is no other language and has commands is taken for shell. */
function guessedReader(text: string): Pick<Opening, 'language' | 'interpreter'> {
  const isOther = isData(text) || looksLikeBatch(text);
  const language = isOther ? 'other' : (guessLanguage(text) ?? 'shellscript');
  return { language, interpreter: language === 'shellscript' ? 'bash' : '' };
}

/** Windows runs Visual Basic only. */
function windowsLanguage(text: string): Opening['language'] {
  const language = guessLanguage(text);
  return (language ?? 'vb') === 'vb' && !looksLikeBatch(text) ? 'vb' : 'other';
}

function leadingLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (lines.length < searchedLines && start <= text.length) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline;
    const end = next > start && text.charCodeAt(next - 1) === 0x0d ? next - 1 : next;
    lines.push({ start, end, text: text.slice(start, Math.min(end, start + 1000)) });
    if (newline === -1) break;
    start = next + 1;
  }
  return lines;
}
