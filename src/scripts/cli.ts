/** The checks as a program without an editor, for CI: `dist/check.cjs`, which scripts may also load for its functions. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Environment, Locale } from '../reference/types';
import { checkScript as checkFor } from './check';
import type { Finding } from './finding';
import { type OsType, osTypeOf } from './language';
import type { CheckOptions } from './script';
import { findingText } from './text';

export { applyFix } from './finding';
export { findingText, osTypeOf };

const usage =
  'Usage: check [--environment vpc|classic] [--os linux|windows] [--reach none|nat|public] [--locale en|ko] FILE… (- is the standard input)';

const environments = { vpc: 'vpc', classic: 'classic' } as const;
const systems = { linux: 'LNX', windows: 'WND' } as const;
const reaches = { none: 'none', nat: 'nat', public: 'public-ip' } as const;
const locales = { en: 'en', ko: 'ko' } as const;

/** What stands in place of the findings of a file that cannot be read, by the code of the system. */
const unreadable: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    ENOENT: 'There is no such file.',
    pattern: 'There is no such file. The shell that starts this program expands patterns, if it can.',
    EISDIR: 'This is a folder. Name the scripts in it.',
    other: 'The file cannot be read',
  },
  ko: {
    ENOENT: '파일이 없습니다.',
    pattern: '파일이 없습니다. 와일드카드는 이 프로그램을 실행하는 셸에서 처리합니다.',
    EISDIR: '폴더입니다. 폴더 안의 스크립트를 지정하십시오.',
    other: '파일을 읽을 수 없습니다',
  },
};

interface Wish {
  readonly environment: Environment;
  /** Left out, each file tells by itself. */
  readonly osType: OsType | undefined;
  readonly reach: CheckOptions['reach'];
  readonly locale: Locale;
  readonly files: readonly string[];
}

/** @throws RangeError, or TypeError of `parseArgs`, with a sentence about the argument that is wrong. */
function readArguments(args: readonly string[]): Wish {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      environment: { type: 'string', default: 'vpc' },
      os: { type: 'string' },
      reach: { type: 'string' },
      locale: { type: 'string', default: 'en' },
    },
  });
  if (files.length === 0) throw new RangeError('Name at least one script, or - for the standard input.');
  return {
    environment: oneOf('environment', environments, values.environment),
    osType: values.os === undefined ? undefined : oneOf('os', systems, values.os),
    reach: values.reach === undefined ? undefined : oneOf('reach', reaches, values.reach),
    locale: oneOf('locale', locales, values.locale),
    files,
  };
}

function oneOf<Value>(flag: string, choices: Readonly<Record<string, Value>>, text: string): Value {
  const choice = Object.entries(choices).find(([name]) => name === text);
  if (choice) return choice[1];
  throw new RangeError(`--${flag} takes ${Object.keys(choices).join(' or ')}, not ${printed(text)}.`);
}

/**
 * The findings in a script, in the order of its text; throws nothing. What is left out is as for the program: `vpc`, and
 * the system that the script tells.
 */
export function checkScript(script: string | Uint8Array, options: Partial<CheckOptions> = {}): Finding[] {
  const { environment = 'vpc', osType, reach } = options;
  const text = typeof script === 'string' ? script : textOf(script);
  return checkFor(script, { environment, osType: osType ?? systemOf('', text), reach });
}

/** The lines about one file, and whether there is an error among them. */
function report(file: string, { environment, osType, reach, locale }: Wish) {
  const line = (place: string, ...words: readonly string[]) => `${printed(file)}:${place} ${printed(words.join(' '))}`;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    return { lines: [line('1:1', 'error', 'unreadable', whyUnreadable(file, error, locale))], hasError: true };
  }
  const text = textOf(bytes);
  const findings = checkScript(bytes, { environment, osType: osType ?? systemOf(file, text), reach });
  const lines = findings.map((finding) => {
    const { what, why } = findingText(finding, locale);
    return line(placeOf(text, finding.start), finding.severity, finding.rule, what, why);
  });
  return { lines, hasError: findings.some(({ severity }) => severity === 'error') };
}

function whyUnreadable(file: string, error: unknown, locale: Locale): string {
  const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
  const { [code === 'ENOENT' && /[*?]/.test(file) ? 'pattern' : code]: sentence, other } = unreadable[locale];
  return sentence ?? `${other} (${code}).`;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** As in the editor: what the text tells, or else the language that the name of the file stands for. */
function systemOf(file: string, text: string): OsType {
  return osTypeOf(text) ?? (/\.(?:ps[dm]?1|vbs?|bas)$/i.test(file) ? 'WND' : 'LNX');
}

/** `LINE:COLUMN`, from 1, as the editor counts: in UTF-16 units, without a byte-order mark, a lone CR ends a line too. */
function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const [mark, last = ''] = [text.startsWith('\ufeff') && lines.length === 1 ? 1 : 0, lines.at(-1)];
  return `${lines.length}:${Math.max(last.length - mark, 0) + 1}`;
}

/** On one line, and without characters that steer a terminal. */
function printed(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
}

function main(args: readonly string[]): void {
  let wish: Wish;
  try {
    wish = readArguments(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  for (const file of wish.files) {
    const { lines, hasError } = report(file, wish);
    for (const line of lines) console.log(line);
    if (hasError) process.exitCode = 1;
  }
}

if (require.main === module) main(process.argv.slice(2));
