/** Rules on the first lines: who runs the script. NCP documents shell, Python and Perl by `#!`, Visual Basic on Windows. */
import type { Collector } from './collector';
import type { Edit } from './finding';
import {
  guessLanguage,
  type InterpreterLine,
  languageOfInterpreter,
  looksLikeBatch,
  parseInterpreterLine,
  type ScriptLanguage,
} from './language';

/**
 * First lines that cloud-init understands and NCP does not document. As of 2026-11-25, by the documentation of cloud-init
 * 20.2, which still has upstart jobs: https://github.com/canonical/cloud-init/blob/20.2/doc/rtd/topics/format.rst
 */
const cloudInit =
  /^(?:#cloud-config(?:-archive|-jsonp)?|#include(?:-once)?|#cloud-boothook|#part-handler|#upstart-job|##\s*template:\s*jinja|Content-Type:\s*multipart|MIME-Version:)(?=$|[\s/;:\d])/i;

/** Where the usual interpreters lie on the Linux images. */
const paths: Readonly<Record<string, string>> = {
  sh: '/bin/sh',
  bash: '/bin/bash',
  dash: '/bin/dash',
  python: '/usr/bin/env python',
  python2: '/usr/bin/python2',
  python3: '/usr/bin/python3',
  perl: '/usr/bin/perl',
};

/** The last line on which a misplaced `#!` is looked for. */
const searchedLines = 30;

/** Who will read the script. `other`: not a language whose commands we know. */
export type Reader = { readonly language: ScriptLanguage | 'other'; readonly interpreter: string };

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Checks the first lines of a script for Linux and tells who reads it. */
export function checkInterpreter(text: string, found: Collector): Reader {
  const lines = leadingLines(text);
  const first = lines[0] ?? { start: 0, end: 0, text: '' };
  if (first.text.startsWith('#!')) return checkLine(first, found);
  if (reportCloudInit(first, found)) return { language: 'other', interpreter: '' };
  const displaced = lines.find((line) => /^\s*#![ \t]*\//.test(line.text));
  const isLeading = displaced && lines.every((line) => line.start >= displaced.start || /^\s*(?:#|$)/.test(line.text));
  if (displaced && isLeading) return reportDisplaced(text, first.start, displaced, found);

  const language = guessLanguage(text) ?? (looksLikeBatch(text) ? undefined : 'shellscript');
  const shebang = language === 'python' ? '/usr/bin/python3' : language === 'perl' ? '/usr/bin/perl' : '/bin/bash';
  const isLinux = language === 'shellscript' || language === 'python' || language === 'perl';
  const edits = isLinux ? [{ start: first.start, end: first.start, text: `#!${shebang}\n` }] : undefined;
  const args = { shebang: isLinux ? `#!${shebang}` : '' };
  found.report('shebang-missing', 'error', first.start, Math.max(first.end, first.start), args, edits);
  return { language: language ?? 'other', interpreter: language === 'shellscript' ? 'bash' : '' };
}

/** Checks that a script for Windows is the Visual Basic script that NCP documents. */
export function checkWindows(text: string, found: Collector): Reader {
  const first = leadingLines(text)[0] ?? { start: 0, end: 0, text: '' };
  if (first.text.trimStart().startsWith('#!')) {
    found.report('windows-shebang', 'warning', first.start, first.end);
    return { language: 'other', interpreter: '' };
  }
  if (reportCloudInit(first, found)) return { language: 'other', interpreter: '' };
  const language = guessLanguage(text);
  const other = language === 'powershell' ? 'PowerShell' : looksLikeBatch(text) ? 'batch' : undefined;
  if (other) {
    found.report('windows-language', 'warning', first.start, first.end, { language: other });
    return { language: 'other', interpreter: '' };
  }
  return { language: language === 'python' || language === 'perl' ? 'other' : 'vb', interpreter: '' };
}

function reportCloudInit(first: Line, found: Collector): boolean {
  if (!cloudInit.test(first.text)) return false;
  found.report('cloud-init-header', 'warning', first.start, first.end, { header: first.text.trim().slice(0, 60) });
  return true;
}

function checkLine(line: Line, found: Collector): Reader {
  const interpreter = parseInterpreterLine(line.text);
  if (!interpreter) return { language: 'other', interpreter: '' };
  const { name, path, isEnv, splits, options } = interpreter;
  const language = languageOfInterpreter(name);
  if (!path.startsWith('/')) {
    reportPath(line, interpreter, found);
  } else if (language === undefined || language === 'powershell') {
    found.report('interpreter-unknown', 'warning', line.start, line.end, { interpreter: name || path });
  } else if (isEnv && !splits && options !== '') {
    const known = paths[name];
    const direct = known === undefined || known.includes('env ') ? undefined : `#!${known} ${options}`;
    const edits = direct === undefined ? undefined : [{ start: line.start, end: line.end, text: direct }];
    const args = { program: `${name} ${options}`, shebang: direct ?? '' };
    found.report('env-arguments', 'error', line.start, line.end, args, edits);
  }
  return { language: language ?? 'other', interpreter: name };
}

function reportPath(line: Line, { path, name, options }: InterpreterLine, found: Collector): void {
  const known = paths[name];
  const suits = known !== undefined && (options === '' || !known.includes('env '));
  const shebang = suits ? `#!${known}${options && ` ${options}`}` : path === '' ? '#!/bin/bash' : '';
  const edits: Edit[] | undefined = shebang ? [{ start: line.start, end: line.end, text: shebang }] : undefined;
  found.report('interpreter-path', 'error', line.start, line.end, { interpreter: path, shebang }, edits);
}

/** Moves the line to the top; blanks before it go, comments stay. */
function reportDisplaced(text: string, top: number, line: Line, found: Collector): Reader {
  const start = line.start + (line.text.length - line.text.trimStart().length);
  const isBlankBefore = text.slice(top, start).trim() === '';
  const next = Math.min(line.end + (text.startsWith('\r\n', line.end) ? 2 : 1), text.length);
  const edits: Edit[] = isBlankBefore
    ? [{ start: top, end: start, text: '' }]
    : [
        { start: top, end: top, text: `${text.slice(start, line.end)}\n` },
        { start: line.start, end: next, text: '' },
      ];
  const lineNumber = text.slice(0, line.start).split('\n').length;
  found.report('shebang-displaced', 'error', start, line.end, { line: lineNumber }, edits);
  const name = parseInterpreterLine(line.text.trim())?.name ?? '';
  return { language: languageOfInterpreter(name) ?? 'other', interpreter: name };
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
