import { codePointName, timesOf } from '../characters';
import type { Place, Rule } from '../rule';

type Args = { codePoint: string; length: number };

export const controlCharacter: Rule<Args> = {
  id: 'control-character',
  severity: 'warning',
  what: {
    en: ({ codePoint }) => `There is an invisible control character here (${codePoint}).`,
    ko: ({ codePoint }) => `보이지 않는 제어 문자(${codePoint})가 있습니다.`,
  },
  why: {
    en: 'It is not seen in the editor, and shells stop at it or skip it. Remove it.',
    ko: '편집기에는 보이지 않지만 셸은 이 문자에서 멈추거나 문자를 건너뜁니다. 삭제하십시오.',
  },
  fix: { en: 'Remove the character', ko: '문자 제거' },
  find: ({ text, characters: { controls } }) =>
    controls.first.map(({ start, end }, index): Place<Args> => {
      const args = { codePoint: codePointName(text.charCodeAt(start)), length: end - start };
      const severity = text.slice(start, end).includes('\0') ? 'error' : 'warning';
      return {
        start,
        end,
        args,
        severity,
        edits: [{ start, end, text: '' }],
        times: timesOf(controls.first, controls.count, index),
      };
    }),
};
