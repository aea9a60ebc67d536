/** Rules on what a shell script opens and never closes, which swallows the rest of it. */
import type { Rule } from '../rule';

export const unterminatedQuote: Rule<{ quote: string }> = {
  id: 'unterminated-quote',
  severity: 'error',
  what: {
    en: ({ quote }) => `The quote ${quote} is never closed.`,
    ko: ({ quote }) => `닫히지 않은 따옴표(${quote})가 있습니다.`,
  },
  why: {
    en: 'The shell stops with an error. Close it; until then, commands are not checked further.',
    ko: '셸이 오류를 내고 중단됩니다. 따옴표를 닫으십시오. 그때까지 명령은 더 검사하지 않습니다.',
  },
  find: ({ fault }) =>
    fault?.kind === 'quote' ? [{ start: fault.start, end: fault.end, args: { quote: fault.expected } }] : [],
};

export const unterminatedHeredoc: Rule<{ word: string }> = {
  id: 'unterminated-heredoc',
  severity: 'warning',
  what: {
    en: ({ word }) => `This here-document has no end: no line consists of ${word || 'its end word'} alone.`,
    ko: ({ word }) =>
      word
        ? `여기서 시작한 here-document가 끝나지 않습니다. ‘${word}’만 있는 줄이 없습니다.`
        : '여기서 시작한 here-document가 끝나지 않습니다. 끝을 나타내는 줄이 없습니다.',
  },
  why: {
    en: 'The rest of the script becomes a part of its text and does not run. Write the end word alone on a line.',
    ko: '스크립트의 나머지가 모두 텍스트가 되어 실행되지 않습니다. 끝을 나타내는 단어를 한 줄에 단독으로 적으십시오.',
  },
  fix: { en: ({ word }) => `Remove the blanks around ${word}`, ko: ({ word }) => `‘${word}’ 앞뒤 공백 제거` },
  find({ fault }) {
    if (fault?.kind !== 'heredoc') return [];
    const { start, end, expected, almost } = fault;
    const edits = almost && [{ ...almost, text: expected }];
    return [{ start, end, args: { word: expected.slice(0, 80) }, edits }];
  },
};
