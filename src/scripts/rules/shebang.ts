/** Rules on a first line that is no interpreter line. NCP documents shell, Python and Perl by `#!`. */
import type { Edit } from '../finding';
import { parseInterpreterLine } from '../first-line/interpreter-line';
import { shebangFault } from '../first-line/shebang-fault';
import { defaultShebang, startingLines } from '../first-line/shebang-remedy';
import type { Rule } from '../rule';

export const shebangMissing: Rule<{ shebang: string; isMistyped: number }> = {
  id: 'shebang-missing',
  severity: 'error',
  what: { en: 'The first line does not name an interpreter (#!).', ko: '첫 줄에 인터프리터(#!)가 없습니다.' },
  why: {
    en: 'NCP runs shell, Python and Perl scripts whose first line starts with #!. Others may be ignored without any message. Name one, as in #!/bin/bash.',
    ko: 'NCP는 첫 줄이 #!로 시작하는 셸, Python, Perl 스크립트를 실행합니다. 그 밖의 스크립트는 아무 알림 없이 무시될 수 있으므로, 첫 줄에 ‘#!/bin/bash’처럼 적으십시오.',
  },
  fix: {
    en: ({ shebang, isMistyped }) => (isMistyped ? `Change to ${shebang}` : `Insert ${shebang}`),
    ko: ({ shebang, isMistyped }) => (isMistyped ? `‘${shebang}’ 줄로 변경` : `‘${shebang}’ 추가`),
  },
  find({ osType, opening: { kind, first, language, mistyped } }) {
    if (osType !== 'LNX' || kind !== 'code') return [];
    const { start, end } = first;
    if (mistyped) {
      const lines = startingLines(mistyped);
      const edits = lines && [{ start, end, text: lines.text }];
      return [{ start, end, args: { shebang: lines?.line ?? '', isMistyped: 1 }, edits }];
    }
    // A line that is no comment and that no language reads would stay behind.
    const shebang = /^[ \t]*[!\\]\S/.test(first.text) ? '' : defaultShebang(language);
    const edits = shebang ? [{ start, end: start, text: `${shebang}\n` }] : undefined;
    return [{ start, end, args: { shebang, isMistyped: 0 }, edits }];
  },
};

/** The fix moves the line to the top, and mends it; blanks before it go, comments stay. */
export const shebangDisplaced: Rule<{ line: number }> = {
  id: 'shebang-displaced',
  severity: 'error',
  what: {
    en: ({ line }) =>
      line === 1
        ? 'Blanks stand before the interpreter line (#!).'
        : `The interpreter line (#!) is line ${line}, not the first one.`,
    ko: ({ line }) =>
      line === 1
        ? '인터프리터 줄(#!) 앞에 공백이 있습니다.'
        : `인터프리터 줄(#!)이 첫 줄이 아니라 ${line}행에 있습니다.`,
  },
  why: {
    en: 'The server only looks at the very first characters of the script. Move the line to the top.',
    ko: '서버는 스크립트의 맨 처음 문자만 확인합니다. 첫 줄의 맨 앞으로 옮기십시오.',
  },
  fix: { en: 'Move it to the top', ko: '맨 위로 이동' },
  find({ text, opening: { first, displaced: line } }) {
    if (!line) return [];
    const top = first.start;
    const start = line.start + (line.text.length - line.text.trimStart().length);
    const moved = movedLine(text.slice(start, line.end));
    const isBlankBefore = text.slice(top, start).trim() === '';
    const next = Math.min(line.end + (text.startsWith('\r\n', line.end) ? 2 : 1), text.length);
    const edits: Edit[] = isBlankBefore
      ? [{ start: top, end: line.end, text: moved ?? '' }]
      : [
          { start: top, end: top, text: `${moved}\n` },
          { start: line.start, end: next, text: '' },
        ];
    const place = { start, end: line.end, args: { line: text.slice(0, line.start).split('\n').length } };
    return [{ ...place, edits: moved === undefined ? undefined : edits }];
  },
};

/** What stands at the top once the line is there, in a form that starts; nothing where none is certain. */
function movedLine(line: string): string | undefined {
  const parts = parseInterpreterLine(line);
  return parts && shebangFault(parts) ? startingLines(parts)?.text : line;
}
