/** Loops that wait until a command succeeds, however long that takes. */
import type { Rule } from '../rule';

/** Longer loops do more than wait. */
const longest = 2_000;

/** A loop that goes on as long as something is missing. */
const waiting =
  /^(?:until\s|while\s+(?:!|\[\[?\s+!|test\s+!|(?:\[\[?|test)\s+-z\s|(?:\[\[?|test)\s[^\n;]*?\s(?:!=|-ne)\s))/;

/** A counter, a clock, or a program that gives up. */
const bounded = /\(\(|\$\[|\blet\b|\bexpr\b|\btimeout\b|\bSECONDS\b|\bdate\b|\+=|\bread\b/;

export const unboundedWait: Rule<{ keyword: string }> = {
  id: 'unbounded-wait',
  severity: 'information',
  what: {
    en: ({ keyword }) => `This ${keyword} loop may never end: nothing limits its attempts.`,
    ko: ({ keyword }) => `이 ‘${keyword}’ 반복문은 시도 횟수에 제한이 없어 끝나지 않을 수 있습니다.`,
  },
  why: {
    en: 'The server may show “creating” until the script has ended. Count the attempts and give up at some point.',
    ko: '스크립트가 끝날 때까지 서버가 ‘생성 중’으로 표시될 수 있습니다. 시도 횟수를 제한하십시오.',
  },
  takenBackBy: 'background',
  waitingLoop(text, start, end, close) {
    const loop = text.slice(start, Math.min(close, start + longest));
    const isLimited = /\btimeout\b[^\n]*$/.test(text.slice(Math.max(0, start - 200), start));
    const isWaiting = close - start <= longest && waiting.test(loop) && !bounded.test(loop) && !isLimited;
    return isWaiting ? { start, end, args: { keyword: text.slice(start, end) } } : undefined;
  },
};
