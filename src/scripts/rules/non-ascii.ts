/** Lines that hold more than ASCII: in VPC, NCP takes nothing else. */
import type { Localized } from '../../reference/types';
import { codePointName, type Run, timesOf } from '../characters';
import type { Edit } from '../finding';
import { isInBody } from '../grammar';
import { linePrefix, openQuote } from '../line';
import type { Place, Rule } from '../rule';
import type { ReadScript } from '../script';
import { asciiFor } from './replacements';

type Args = {
  /** The first of the characters, empty where it cannot be quoted. */
  character: string;
  codePoint: string;
  /** Where the characters stand in the line: `9`, or `3–4, 6`. */
  columns: string;
  mend?: Mend;
  /** What the fix puts there, where that is one and the same text. */
  replacement?: string;
};

/** What a fix does, to a line or to all comments. */
const mends = {
  remove: { en: 'Remove the characters', ko: '문자 제거' },
  replace: { en: 'Replace by ASCII characters', ko: 'ASCII 문자로 변경' },
  both: { en: 'Replace or remove the characters', ko: '문자 변경 또는 제거' },
  removeAll: { en: 'Remove from all comments', ko: '모든 주석에서 문자 제거' },
  replaceAll: { en: 'Replace by ASCII characters in all comments', ko: '모든 주석에서 ASCII 문자로 변경' },
  bothAll: { en: 'Replace or remove in all comments', ko: '모든 주석에서 문자 변경 또는 제거' },
} as const satisfies Readonly<Record<string, Localized>>;
type Mend = keyof typeof mends;

/** The runs of one line. */
interface Line {
  readonly first: Run;
  last: Run;
  readonly runs: Run[];
  isComment: boolean;
}

/** A longer run is a text of its own, not a slip of the keyboard. */
const longestReplaced = 200;

/** More lines are only counted. */
const mostLines = 101;

/** More places of a line are not named. */
const mostColumns = 5;

/** VPC documents ASCII only for init scripts (createInitScript). */
export const nonAscii: Rule<Args> = {
  id: 'non-ascii',
  severity: 'error',
  what: {
    en: ({ character, codePoint, columns }) => {
      if (!isSeveral(columns))
        return `${character ? `${character} (${codePoint}, column ${columns})` : `${codePoint} (column ${columns})`} is not an ASCII character.`;
      return `${character ? `${character} (${codePoint})` : codePoint} and others in columns ${columns} are not ASCII characters.`;
    },
    ko: ({ character, codePoint, columns }) => {
      const named = `${character ? `${character}, ` : ''}${codePoint}`;
      return isSeveral(columns)
        ? `영문(ASCII)이 아닌 문자(${named} 등)가 ${columns.replaceAll('–', '~')}열에 있습니다.`
        : `영문(ASCII)이 아닌 문자(${named}, ${columns}열)가 있습니다.`;
    },
  },
  why: {
    en: 'In VPC, NCP takes init scripts in English (ASCII) only, comments included. Remove or replace them.',
    ko: 'VPC 환경의 초기화 스크립트는 주석을 포함하여 영문(ASCII)만 사용할 수 있습니다. 삭제하거나 영문으로 바꾸십시오.',
  },
  fix: {
    en: ({ mend = 'both', replacement }) =>
      replacement === undefined
        ? mends[mend].en
        : replacement === ' '
          ? 'Replace by a space'
          : `Replace by ${replacement}`,
    ko: ({ mend = 'both', replacement }) =>
      replacement === undefined
        ? mends[mend].ko
        : replacement === ' '
          ? '공백으로 변경'
          : `‘${replacement}’ 문자로 변경`,
  },
  find(script) {
    const {
      text,
      environment,
      characters: { others },
    } = script;
    if (environment !== 'vpc') return [];
    const lines = linesOf(others.first).slice(0, mostLines);
    const ofComments = others.first.filter(({ inComment }) => inComment);
    const isOneLine = ofComments[0]?.line === ofComments.at(-1)?.line;
    const inComments = isOneLine ? undefined : editsOf(script, ofComments);
    return lines.map((line, index): Place<Args> => {
      const { first, last, runs, isComment } = line;
      const shared = isComment ? inComments : undefined;
      const edits = shared ?? editsOf(script, runs);
      const args = { ...describe(text, line), ...(edits && mending(edits, shared !== undefined)) };
      return { start: first.start, end: last.end, args, edits, times: timesOf(lines, others.lines, index) };
    });
  },
};

function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  for (const run of runs) {
    const line = lines.at(-1);
    if (line?.first.line !== run.line) lines.push({ first: run, last: run, runs: [run], isComment: run.inComment });
    else {
      line.last = run;
      line.runs.push(run);
      line.isComment &&= run.inComment;
    }
  }
  return lines;
}

/**
 * Replaces the characters that have an ASCII stand-in and removes all others from comments; nothing when a text would
 * stay. All runs of a line go together: one quote alone would leave its partner open.
 */
function editsOf(script: ReadScript, runs: readonly Run[]): Edit[] | undefined {
  const edits: Edit[] = [];
  let opened = '';
  for (const run of runs) {
    const { start, end, inComment } = run;
    const ascii = end - start <= longestReplaced ? asciiFor(script.text.slice(start, end)) : undefined;
    if (ascii === undefined && !inComment) return undefined;
    const around = ascii && /["']/.test(ascii) ? quoteAround(script, run) : 'free';
    const text =
      around === 'script' ? ascii?.replace(/["']/g, '') : around === '"' ? ascii?.replaceAll('"', "'") : ascii;
    if (around === "'" && text?.includes("'")) return undefined;
    if (around === '') for (const character of text?.match(/["']/g) ?? []) opened = nextOpen(opened, character);
    edits.push({ start, end, text: text ?? '' });
  }
  return opened === '' ? edits : undefined;
}

/** What a quote there must not close: the text or the script around it. `free`: it closes nothing; empty: it opens or closes a text itself. */
function quoteAround(
  { text, grammar }: ReadScript,
  { start, inComment, isNested }: Run,
): '"' | "'" | 'script' | 'free' | '' {
  if (inComment) return isNested ? 'script' : 'free';
  return isInBody(grammar, start) ? 'free' : openQuote(linePrefix(text, start));
}

function nextOpen(opened: string, quote: string): string {
  if (opened === '') return quote;
  return opened === quote ? '' : opened;
}

function mending(edits: readonly Edit[], isOfAll: boolean): Pick<Args, 'mend' | 'replacement'> {
  const texts = [...new Set(edits.map(({ text }) => text))];
  const [only] = texts;
  if (!texts.includes('')) {
    if (isOfAll) return { mend: 'replaceAll' };
    const isShown = only !== undefined && texts.length === 1 && /^(?: |\S{1,20})$/.test(only);
    return { mend: 'replace', ...(isShown && { replacement: only }) };
  }
  if (texts.length === 1) return { mend: isOfAll ? 'removeAll' : 'remove' };
  return { mend: isOfAll ? 'bothAll' : 'both' };
}

function describe(text: string, { first, runs }: Line): Pick<Args, 'character' | 'codePoint' | 'columns'> {
  const codePoint = text.codePointAt(first.start) ?? 0;
  const character = String.fromCodePoint(codePoint);
  const isOne = runs.length === 1 && first.end - first.start === character.length;
  const places = runs
    .slice(0, mostColumns)
    .map(({ start, end, column }) => (end - start === 1 ? `${column}` : `${column}–${column + end - start - 1}`));
  return {
    // A combining, invisible or direction-changing character would garble the sentence that quotes it.
    character: /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : '',
    codePoint: codePointName(codePoint),
    columns: isOne ? `${first.column}` : `${places.join(', ')}${runs.length > mostColumns ? ' …' : ''}`,
  };
}

function isSeveral(columns: string): boolean {
  return /[–,]/.test(columns);
}
