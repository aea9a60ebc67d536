/** A rule on variables that a login sets: at the first boot nobody has logged in. */
import type { Rule } from '../rule';

const names = ['HOME', 'USER', 'LOGNAME'];

export const bootEnvironment: Rule<{ variable: string; ends: number }> = {
  id: 'boot-environment',
  severity: 'information',
  what: {
    en: ({ variable, ends }) =>
      ends
        ? `${variable} is not set at the first boot, and set -u ends the script here.`
        : `${variable} is not set at the first boot and is empty here.`,
    ko: ({ variable, ends }) =>
      ends
        ? `첫 부팅에는 ‘${variable}’ 변수가 없어, set -u에 따라 여기서 스크립트가 종료됩니다.`
        : `첫 부팅에는 ‘${variable}’ 변수가 없어, 여기서 빈 값이 됩니다.`,
  },
  why: {
    en: ({ variable }) =>
      variable === '$HOME'
        ? 'A login sets it, and init scripts run as root without one. Set it first, or write /root.'
        : 'A login sets it, and init scripts run as root without one. Write the name of the user.',
    ko: ({ variable }) =>
      `이 변수는 로그인할 때 지정되지만, 초기화 스크립트는 로그인 없이 root로 실행됩니다. ${variable === '$HOME' ? '먼저 값을 지정하거나 /root로 적으십시오.' : '사용자 이름을 직접 적으십시오.'}`,
  },
  fix: { en: 'Insert export HOME=/root', ko: '‘export HOME=/root’ 추가' },
  find({ text, grammar, opening: { kind, first } }) {
    return names.flatMap((name) => {
      const use = grammar?.uses.get(name);
      if (!grammar || !use || use.isGuarded || grammar.sets(name)) return [];
      const { start, end } = use;
      const isEnd = start > grammar.strictFrom;
      const next = text.indexOf('\n', first.start) + 1;
      const lineEnd = text.slice(first.end, next);
      const isFixed = name === 'HOME' && kind === 'interpreter' && next > 0 && next <= start;
      return [
        {
          start,
          end,
          args: { variable: `$${name}`, ends: Number(isEnd) },
          severity: isEnd ? 'warning' : 'information',
          edits: isFixed ? [{ start: next, end: next, text: `export HOME=/root${lineEnd}` }] : undefined,
        } as const,
      ];
    });
  },
};
