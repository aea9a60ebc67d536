/** A rule on variables that a login sets: at the first boot nobody has logged in. */
import type { Edit } from '../finding';
import { isInBody, type Span } from '../grammar';
import { isCode, linePrefix } from '../line';
import type { Rule } from '../rule';
import type { ReadScript } from '../script';

/** `effect`: set -u ends the script; the variable is empty; a tilde is no folder. */
type Args = { variable: string; effect: 'ends' | 'empty' | 'stays' };

const names = ['HOME', 'USER', 'LOGNAME'];

export const bootEnvironment: Rule<Args> = {
  id: 'boot-environment',
  severity: 'information',
  what: {
    en: ({ variable, effect }) =>
      effect === 'stays'
        ? 'HOME is not set at the first boot, and ~ stays as it is.'
        : `${variable} is not set at the first boot${effect === 'ends' ? ', and set -u ends the script here' : ' and is empty here'}.`,
    ko: ({ variable, effect }) =>
      effect === 'stays'
        ? '첫 부팅 때는 ‘HOME’ 변수가 없어 ‘~’ 문자가 그대로 남습니다.'
        : `첫 부팅 때는 ‘${variable}’ 변수가 없어 ${effect === 'ends' ? 'set -u 때문에 스크립트가 여기서 종료됩니다' : '여기서 빈 값이 됩니다'}.`,
  },
  why: {
    en: ({ variable }) =>
      isHome(variable)
        ? 'A login sets it, and init scripts run as root without one. Set it first, or write /root.'
        : 'A login sets it, and init scripts run as root without one. Write the user’s name instead.',
    ko: ({ variable }) =>
      `이 변수는 로그인할 때 설정되지만, 초기화 스크립트는 로그인 없이 root로 실행됩니다. ${isHome(variable) ? '먼저 값을 지정하거나 ‘/root’ 경로를 직접 적으십시오.' : '사용자 이름을 직접 적으십시오.'}`,
  },
  fix: { en: 'Insert export HOME=/root', ko: '‘export HOME=/root’ 추가' },
  find(script) {
    const { grammar } = script;
    if (!grammar) return [];
    const uses = names.flatMap((name) => {
      const use = grammar.uses.get(name);
      if (!use || use.isGuarded || grammar.sets(name)) return [];
      const effect = use.start > grammar.strictFrom ? 'ends' : 'empty';
      return [{ use, variable: `$${name}`, effect } as const];
    });
    const tilde = uses.some(({ variable }) => isHome(variable)) ? undefined : tildeOf(script);
    const all = tilde ? [...uses, { use: tilde, variable: '~', effect: 'stays' } as const] : uses;
    return all.map(({ use: { start, end }, variable, effect }) => ({
      start,
      end,
      args: { variable, effect },
      severity: effect === 'ends' ? 'warning' : 'information',
      edits: isHome(variable) ? homeSet(script, start) : undefined,
    }));
  },
};

function isHome(variable: string): boolean {
  return variable === '$HOME' || variable === '~';
}

/** Bash asks the system for the folder of the user; dash does not. */
function tildeOf({ text, grammar, opening: { interpreter } }: ReadScript): Span | undefined {
  if ((interpreter !== 'sh' && interpreter !== 'dash') || !grammar || grammar.sets('HOME')) return undefined;
  let looks = 0;
  for (const { index } of text.matchAll(/\s~(?=[/\s]|$)|=~(?=\/[.\w])/g)) {
    if (++looks > 100) return undefined;
    const start = index + 1;
    if (isCode(linePrefix(text, start)) && !isInBody(grammar, start)) return { start, end: start + 1 };
  }
  return undefined;
}

function homeSet({ text, opening: { kind, first } }: ReadScript, start: number): Edit[] | undefined {
  const next = text.indexOf('\n', first.start) + 1;
  if (kind !== 'interpreter' || next === 0 || next > start) return undefined;
  return [{ start: next, end: next, text: `export HOME=/root${text.slice(first.end, next)}` }];
}
