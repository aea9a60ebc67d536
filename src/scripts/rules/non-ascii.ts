import { codePointName, type Run, timesOf } from '../characters';
import type { Edit } from '../finding';
import type { Place, Rule } from '../rule';
import { asciiFor } from './replacements';

type Args = {
  character: string;
  codePoint: string;
  length: number;
  line: number;
  column: number;
  replacement?: string;
};

/** A longer run is a text of its own, not a slip of the keyboard. */
const longestReplaced = 200;

/** VPC documents ASCII only for init scripts (createInitScript). */
export const nonAscii: Rule<Args> = {
  id: 'non-ascii',
  severity: 'error',
  what: {
    en: ({ character, codePoint, column }) =>
      `${character ? `“${character}” (${codePoint}, column ${column})` : `${codePoint} (column ${column})`} is not an ASCII character.`,
    ko: ({ character, codePoint, column }) =>
      `영문(ASCII)이 아닌 문자(${character ? `${character}, ` : ''}${codePoint}, ${column}열)가 있습니다.`,
  },
  why: {
    en: 'In VPC, NCP takes init scripts in English (ASCII) only, comments included.',
    ko: 'VPC 환경의 초기화 스크립트는 주석을 포함하여 영문(ASCII)만 사용할 수 있습니다.',
  },
  fix: {
    en: ({ replacement }) =>
      replacement === ''
        ? 'Remove the characters'
        : replacement === ' '
          ? 'Replace by a space'
          : `Replace by ${replacement}`,
    ko: ({ replacement }) =>
      replacement === '' ? '문자 제거' : replacement === ' ' ? '공백으로 변경' : `‘${replacement}’ 문자로 변경`,
  },
  find({ text, environment, characters: { others } }) {
    if (environment !== 'vpc') return [];
    const runs = others.first;
    const edits = runs.map((run) => editOf(text, run));
    return runs.map(({ start, end, line, column }, index): Place<Args> => {
      const codePoint = text.codePointAt(start) ?? 0;
      const character = String.fromCodePoint(codePoint);
      const edit = edits[index];
      const args = {
        // A combining, invisible or direction-changing character would garble the sentence that quotes it.
        character: /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : '',
        codePoint: codePointName(codePoint),
        length: end - start,
        line,
        column,
        ...(edit && { replacement: edit.text }),
      };
      // One quote alone would leave its partner open.
      const partners = (other: Edit | undefined, at: number) => isQuote(other) && runs[at]?.line === line;
      const together = isQuote(edit) ? edits.filter(partners).filter((other) => other !== undefined) : edit && [edit];
      return { start, end, args, edits: together, times: timesOf(others, index) };
    });
  },
};

/** Replaces the characters that have an ASCII stand-in, and removes all others from comments. */
function editOf(text: string, { start, end, inComment }: Run): Edit | undefined {
  const ascii = end - start <= longestReplaced ? asciiFor(text.slice(start, end)) : undefined;
  if (ascii === undefined && !inComment) return undefined;
  return { start, end, text: ascii ?? '' };
}

function isQuote(edit: Edit | undefined): boolean {
  return edit !== undefined && /["']/.test(edit.text);
}
