/** Installations whose packages may ask how they are to be set up: debconf's questions. */
import { argumentsOf, type Invocation } from '../commands/invocation';
import type { Edit } from '../finding';
import type { Place, Rule } from '../rule';
import type { Script } from '../script';
import { aptUseOf } from './apt';

/** `from`: where the command gets its variables. `export` and `debconf` are no places, but answer those after them. */
type Args = { command: string; from: 'script' | 'function' | 'sudo' | 'export' | 'debconf' };

const setting = 'DEBIAN_FRONTEND=noninteractive';

const asking = new Set(
  'install reinstall upgrade dist-upgrade full-upgrade safe-upgrade build-dep dselect-upgrade'.split(' '),
);

/** All commands are one finding, at the first of them. */
export const packageQuestions: Rule<Args> = {
  id: 'package-questions',
  severity: 'information',
  what: {
    en: ({ command }) => `Packages may ask questions during ${command}.`,
    ko: ({ command }) => `‘${command}’ 명령을 실행하는 동안 패키지가 설정값을 물어볼 수 있습니다.`,
  },
  why: {
    en: ({ from }) =>
      `Nobody answers while the server starts up. With ${setting} they take their defaults.${from === 'sudo' ? ' sudo does not pass on the variables of the script: write it after sudo.' : ''}`,
    ko: ({ from }) =>
      `부팅 중에는 응답할 수 없습니다. ‘${setting}’ 변수를 설정하여 패키지가 기본값을 사용하도록 하십시오.${from === 'sudo' ? ' sudo는 스크립트의 환경 변수를 전달하지 않으므로 sudo 뒤에 적으십시오.' : ''}`,
  },
  fix: { en: `Set ${setting}`, ko: `‘${setting}’ 설정` },
  takenBackBy: 'input',
  programs: {
    'apt apt-get aptitude': checkApt,
    'export declare typeset': (invocation, script) =>
      script.mentions('DEBIAN_FRONTEND') && exportsAnswer(invocation) ? answer(invocation, 'export') : undefined,
    'debconf-set-selections': (invocation) => answer(invocation, 'debconf'),
  },
  find(script, gathered) {
    // Another language has its own ways to set a variable.
    if (script.opening.language !== 'shellscript' && script.mentions('DEBIAN_FRONTEND')) return [];
    const since = (source: Args['from']) =>
      gathered.find(({ args }) => args.from === source)?.start ?? Number.POSITIVE_INFINITY;
    const debconf = since('debconf');
    const exported = Math.min(since('export'), debconf);
    const told = gathered.filter(({ start, args: { from } }) => {
      if (from === 'sudo') return start < debconf;
      // A function may be called after what stands below it.
      if (from === 'function') return exported === Number.POSITIVE_INFINITY;
      return from === 'script' && start < exported;
    });
    const [first] = told;
    return first ? [{ ...first, edits: editsOf(told, script) }] : [];
  },
};

function checkApt(invocation: Invocation): Place<Args> | undefined {
  const { command, at, name } = invocation;
  const use = aptUseOf(invocation);
  if (!use || !asking.has(use.verb) || command.hasInput) return undefined;
  let sudo = -1;
  let isSet = false;
  for (let i = 0; i < at; i++) {
    const value = command.value(i);
    if (/^(?:.*\/)?sudo$/.test(value)) {
      sudo = i;
      isSet = false;
    } else if (/^-[a-zA-Z]*E[a-zA-Z]*$|^--preserve-env(?:$|=.*DEBIAN_FRONTEND)/.test(value)) sudo = -1;
    else if (value.startsWith('DEBIAN_FRONTEND=')) isSet = true;
  }
  if (isSet) return undefined;
  const start = command.start(at);
  const place = { start, end: use.end };
  const what = `${name} ${use.verb}`;
  if (sudo === -1) return { ...place, args: { command: what, from: command.isInFunction ? 'function' : 'script' } };
  // Only right behind sudo is an assignment one; elsewhere it takes env.
  const text = `${sudo === at - 1 ? '' : 'env '}${setting} `;
  return { ...place, args: { command: what, from: 'sudo' }, edits: [{ start, end: start, text }] };
}

function exportsAnswer(invocation: Invocation): boolean {
  const values = argumentsOf(invocation);
  const isExport = invocation.name === 'export' || values.some((value) => /^-[a-zA-Z]*x/.test(value));
  return isExport && values.some((value) => /^DEBIAN_FRONTEND(?:=|$)/.test(value));
}

function answer({ command, at, name }: Invocation, from: Args['from']): Place<Args> {
  return { start: command.start(at), end: command.end(at), args: { command: name, from } };
}

/** Each command of sudo gets the variable, all others get it from the top of the script. */
function editsOf(told: readonly Place<Args>[], { text, opening }: Script): readonly Edit[] | undefined {
  if (opening.kind !== 'interpreter' || opening.language !== 'shellscript') return undefined;
  const bySudo = told.filter(({ args }) => args.from === 'sudo');
  if (bySudo.some(({ edits }) => !edits)) return undefined;
  const edits = bySudo.flatMap(({ edits: own = [] }) => own);
  if (bySudo.length === told.length) return edits;
  const top = topOf(text, opening.first.end);
  return [{ start: top, end: top, text: `export ${setting}\n` }, ...edits];
}

/** The start of the line after `set …`, where that comes before all other commands, else after the first line. */
function topOf(text: string, firstEnd: number): number {
  const head = /^\r?\n(?:(?:[ \t]*(?:#.*)?\r?\n){0,100}set(?:[ \t]+[-+\w]+)+[ \t]*(?:#.*)?\r?\n)*/.exec(
    text.slice(firstEnd),
  );
  return firstEnd + (head?.[0].length ?? 0);
}
