/** Which language an init script is written in, as far as its text tells. */

export type ScriptLanguage = 'shellscript' | 'python' | 'perl' | 'vb' | 'powershell';

/** The operating system of an init script as the API names it. */
export type OsType = 'LNX' | 'WND';

/** The parts of an interpreter line, with their UTF-16 offsets in that line. */
export interface InterpreterLine {
  /** The path right after `#!`. */
  readonly path: string;
  /** The name of the interpreter; for `env` that of the program it looks up. */
  readonly name: string;
  /** What follows the interpreter; for `env` what follows the program. */
  readonly options: string;
  readonly isEnv: boolean;
  /** True for `env -S`, which splits its text into words. */
  readonly splits: boolean;
}

const shells = /^(?:sh|bash|dash|ash|ksh\d*|mksh|zsh|fish|csh|tcsh)$/;
const python = /^python[\d.]*$/;
const perl = /^perl[\d.]*$/;

/** Takes an interpreter line apart; nothing when the line does not start with `#!`. */
export function parseInterpreterLine(line: string): InterpreterLine | undefined {
  if (!line.startsWith('#!')) return undefined;
  const words = line
    .slice(2, 1000)
    .split(/[ \t\r]+/)
    .filter((word) => word !== '');
  const path = words.shift() ?? '';
  const isEnv = baseName(path) === 'env';
  const splits = isEnv && (words[0] === '-S' || words[0] === '--split-string');
  if (splits) words.shift();
  const name = isEnv ? baseName(words.shift() ?? '') : baseName(path);
  return { path, name, options: words.join(' '), isEnv, splits };
}

/** The language that a first line announces. */
export function languageOf(firstLine: string): ScriptLanguage | undefined {
  const line = firstLine.replace(/^\ufeff/, '');
  const interpreter = parseInterpreterLine(line);
  if (interpreter) return languageOfInterpreter(interpreter.name);
  if (/^(?:#ps1(?:_sysnative|_x86)?\b|<powershell>)/i.test(line)) return 'powershell';
  return codeLanguage([line]);
}

/** The language of an interpreter by its name (`python3.11`). */
export function languageOfInterpreter(name: string): ScriptLanguage | undefined {
  if (shells.test(name)) return 'shellscript';
  if (python.test(name)) return 'python';
  if (perl.test(name)) return 'perl';
  return name === 'pwsh' ? 'powershell' : undefined;
}

/** The operating system that a script is meant for; nothing when the text does not tell. */
export function osTypeOf(text: string): OsType | undefined {
  const lines = firstLines(text);
  if (lines.some((line) => line.trimStart().startsWith('#!'))) return 'LNX';
  const language = guessLanguage(text);
  if (language === undefined) return undefined;
  return language === 'vb' || language === 'powershell' ? 'WND' : 'LNX';
}

/** The language of a script without an interpreter line, told by words that occur in no other language. */
export function guessLanguage(text: string): ScriptLanguage | undefined {
  const lines = firstLines(text);
  const announced = lines[0] === undefined ? undefined : languageOf(lines[0]);
  return announced ?? codeLanguage(lines);
}

/** True when the text looks like a batch file of the Windows command prompt. */
export function looksLikeBatch(text: string): boolean {
  return firstLines(text).some((line) => /^\s*(?:@echo\s+off\b|::|rem\s.*\.(?:bat|cmd)\b|setlocal\b)/i.test(line));
}

function codeLanguage(lines: readonly string[]): ScriptLanguage | undefined {
  for (const line of lines) {
    if (vbCode.test(line)) return 'vb';
    if (powershellCode.test(line)) return 'powershell';
    if (pythonCode.test(line)) return 'python';
    if (perlCode.test(line)) return 'perl';
  }
  return undefined;
}

const vbCode =
  /^\s*(?:option\s+explicit\b|dim\s+\w+\s*(?:,|:|\(|$)|set\s+\w+\s*=\s*(?:createobject|getobject|wscript)\b|on\s+error\s+resume\s+next\b|wscript\.\w|const\s+\w+\s*=|sub\s+\w+\s*\(|(?:public|private)\s+(?:sub|function)\b|'[^']*$)/i;
const powershellCode =
  /^\s*(?:<powershell>|#ps1\b|#requires\b|\$[A-Za-z_][\w:.]*\s*=[^=]|param\s*\(|\[CmdletBinding|(?:Set|Get|New|Add|Write|Install|Import|Enable|Disable|Start|Stop|Restart|Remove|Invoke|Rename|Out)-[A-Z]\w+)/i;
const pythonCode =
  /^(?:import\s+[\w.]+(?:\s*,\s*[\w.]+)*\s*(?:#.*)?$|from\s+[\w.]+\s+import\s|def\s+\w+\(.*\)\s*(?:->.*)?:\s*$)/;
const perlCode = /^\s*(?:use\s+(?:strict|warnings|utf8|v?5)\b|my\s+[$@%]\w+)/;

/** Enough lines to get past a leading comment; each cut short, so that a flood costs nothing. */
function firstLines(text: string): string[] {
  const lines: string[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (lines.length < 40 && start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    lines.push(text.slice(start, Math.min(end, start + 300)).trimEnd());
    start = end + 1;
  }
  return lines;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
