/** Which language an init script is written in, as far as its text tells. */
import { mistypedInterpreterLine, parseInterpreterLine } from './first-line/interpreter-line';

export type ScriptLanguage = 'shellscript' | 'python' | 'perl' | 'vb' | 'powershell';

/** The operating system of an init script as the API names it. */
export type OsType = 'LNX' | 'WND';

const shells = /^(?:sh|bash|dash|ash|ksh\d*|mksh|zsh|fish|csh|tcsh)$/;
const python = /^python[\d.]*$/;
const perl = /^perl[\d.]*$/;

/** The language that a first line announces. */
export function languageOf(firstLine: string): ScriptLanguage | undefined {
  const line = firstLine.replace(/^\ufeff/, '');
  const interpreter = parseInterpreterLine(line) ?? mistypedInterpreterLine(line);
  if (interpreter) return languageOfInterpreter(interpreter.name);
  if (/^(?:#ps1(?:_sysnative|_x86)?\b|<powershell>)/i.test(line)) return 'powershell';
  const language = toldBy(line);
  return language === 'batch' ? undefined : language;
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
  if (firstLines(text).some((line) => line.trimStart().startsWith('#!'))) return 'LNX';
  const language = guess(text);
  if (language === undefined) return undefined;
  return language === 'vb' || language === 'powershell' || language === 'batch' ? 'WND' : 'LNX';
}

/** The language of a script without an interpreter line, told by words that occur in no other language. */
export function guessLanguage(text: string): ScriptLanguage | undefined {
  const language = guess(text);
  return language === 'batch' ? undefined : language;
}

/** True when the text looks like a batch file of the Windows command prompt. */
export function looksLikeBatch(text: string): boolean {
  return guess(text) === 'batch';
}

/**
 * True when the text is of no language that an interpreter runs: it has comments and settings only, or its first line
 * beside them is one of YAML, JSON, XML, an INI file, a crontab or a Dockerfile.
 */
export function isData(text: string): boolean {
  const line = firstLines(text).find((candidate) => !/^\s*(?:#|$)/.test(candidate) && !idle.test(candidate));
  return line === undefined || data.test(line);
}

/** The first line that tells a language decides; the text of a here-document tells none. */
function guess(text: string): ScriptLanguage | 'batch' | undefined {
  const lines = firstLines(text);
  const announced = lines[0] === undefined ? undefined : languageOf(lines[0]);
  if (announced) return announced;
  let awaited: string | undefined;
  for (const line of lines) {
    if (awaited !== undefined) {
      if (line.trim() === awaited) awaited = undefined;
      continue;
    }
    const language = toldBy(line);
    if (language) return language;
    awaited = /(?<!<)<<-?[ \t]*(?:(["'])([^"']+)\1|\\?([A-Za-z_]\w*))/.exec(line)?.slice(2).find(Boolean);
  }
  return undefined;
}

function toldBy(line: string): ScriptLanguage | 'batch' | undefined {
  return code.find(([, form]) => form.test(line))?.[0];
}

/** How a line of code begins, by language; the first that fits counts. */
const code: readonly (readonly [language: ScriptLanguage | 'batch', form: RegExp])[] = [
  [
    'shellscript',
    begins('\\s*', '', [
      /(?:sudo|apt|apt-get|yum|dnf|systemctl|useradd|usermod|groupadd|export|source|fi|esac|done)(?=[\s;]|$)/,
      /set\s+[-+][a-z]/,
      /if\s+!?\s*\[/,
      /(?:for|while|until|if)\s.*;\s*(?:do|then)\b/,
      /[\w-]+\s*\(\)\s*\{/,
      /\w+=(?:"?\$[({\w]|`)/,
      /python3?\s+-c\s/,
    ]),
  ],
  [
    'batch',
    begins('\\s*', 'i', [
      /@(?:echo|setlocal|rem|set|if|cd|call|powershell)\b/,
      /::/,
      /<script>/,
      /setlocal\b/,
      /set\s+(?:\/[ap]\s+)?"?\w+=.*%/,
      /rem\s.*\.(?:bat|cmd)\b/,
      /goto\s+:?\w/,
      /call\s+:\w/,
      /exit\s+\/b/,
      /if\s+(?:not\s+)?(?:exist|errorlevel|defined)\s/,
      /for\s.*%%\w/,
    ]),
  ],
  [
    'vb',
    begins('\\s*', 'i', [
      /option\s+explicit\b/,
      /dim\s+\w+\s*(?:,|:|\(|$)/,
      /set\s+\w+\s*=\s*(?:createobject|getobject|wscript)\b/,
      /on\s+error\s+resume\s+next\b/,
      /wscript\.\w/,
      /const\s+\w+\s*=/,
      /sub\s+\w+\s*\(/,
      /(?:public|private)\s+(?:sub|function)\b/,
      /'\s*[^\s'";|)&>}][^']*$/,
    ]),
  ],
  [
    'powershell',
    begins('\\s*', 'i', [
      /<powershell>/,
      /#ps1\b/,
      /#requires\b/,
      /\$[A-Za-z_][\w:.]*\s*=[^=](?!.*;\s*(?:#.*)?$)/,
      /param\s*\(/,
      /\[CmdletBinding/,
      /choco\s+(?:install|upgrade)\s/,
      /(?:Set|Get|New|Add|Write|Install|Import|Enable|Disable|Start|Stop|Restart|Remove|Invoke|Rename|Out)-[A-Z]\w+/,
    ]),
  ],
  [
    'python',
    begins('', '', [
      /import\s+[\w.]+(?:\s*,\s*[\w.]+)*\s*(?:#.*)?$/,
      /from\s+[\w.]+\s+import\s/,
      /def\s+\w+\(.*\)\s*(?:->.*)?:\s*$/,
    ]),
  ],
  ['perl', begins('\\s*', '', [/use\s+(?:strict|warnings|utf8|v?5)\b/, /my\s+[$@%]\w+/])],
];

/** Lines that run nothing: settings as a shell and others write them, and the mark that opens a document of YAML. */
const idle = /^(?:[A-Za-z_]\w*=(?:"[^"$`]*"|'[^']*'|[^\s"'$`]*)|---)$/;
const data = begins('', '', [
  // YAML, JSON, a section of an INI file, XML, a Dockerfile, a crontab
  /(?!try:)["$]?[A-Za-z_][\w.-]*"?:(?:\s|$)/,
  /-\s+\w/,
  /[[{]\s*"/,
  /\[[A-Za-z][\w .:-]*\]$/,
  /<[?!A-Za-z]/,
  /FROM\s+\S/,
  /@(?:reboot|yearly|annually|monthly|weekly|daily|midnight|hourly)\s/,
  /(?:[\d*,/-]+\s+){4}[\w*,/-]+\s+\S/,
]);

/** A line that begins with one of these forms, behind such a margin. */
function begins(margin: string, flags: string, forms: readonly RegExp[]): RegExp {
  return new RegExp(`^${margin}(?:${forms.map(({ source }) => source).join('|')})`, flags);
}

/** Enough lines to get past a leading comment; each cut short, so that a flood costs nothing. */
function firstLines(text: string): string[] {
  const lines: string[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let left = 40;
  while (left > 0 && lines.length < 200 && start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + 300)).trimEnd();
    lines.push(line);
    if (line !== '' && !line.startsWith('#')) left--;
    start = end + 1;
  }
  return lines;
}
