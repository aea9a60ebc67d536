/** Shells that a script opens for itself: the lines after them do not run in them. */
import { argumentsOf, type Invocation } from '../commands/invocation';
import { readOptions, type TakesValue, taking } from '../commands/options';
import type { Place, Rule } from '../rule';
import type { Script } from '../script';

type Args = { command: string; isReplaced: 0 | 1 };

/** A longer command is called by its program. */
const longestShown = 40;

const takesCommand = /^(?:-\w*c|--(?:session-)?command|--version|--help)/;

/** A line that runs nothing: blank, a comment, or the end of a branch. */
const idle = /^\s*(?:#.*|(?:(?:fi|done|esac|\}|\)|;;)[\s;]*)*)$/;

export const interactiveShell: Rule<Args> = {
  id: 'interactive-shell',
  severity: 'warning',
  what: {
    en: ({ command }) => `${command} opens another shell; the lines after it do not run in that shell.`,
    ko: ({ command }) => `‘${command}’ 명령은 다른 셸을 열며, 뒤의 명령은 그 셸에서 실행되지 않습니다.`,
  },
  why: {
    en: ({ isReplaced }) =>
      isReplaced
        ? 'They never run. Remove the line; to read a profile again, use source.'
        : 'They run as before once that shell has ended, or never. Hand the commands over: sudo -u USER COMMAND, or a here-document (<<).',
    ko: ({ isReplaced }) =>
      isReplaced
        ? '뒤의 명령은 실행되지 않습니다. 이 줄을 삭제하고, 프로필을 다시 읽어야 하면 source를 사용하십시오.'
        : '뒤의 명령은 그 셸이 끝난 뒤 원래 사용자로 실행되거나, 아예 실행되지 않습니다. ‘sudo -u 사용자 명령’ 형식이나 here-document(<<)로 명령을 전달하십시오.',
  },
  fix: { en: 'Remove the line', ko: '줄 삭제' },
  takenBackBy: 'input',
  programs: {
    su: (invocation, script) => check(invocation, script, 1, taking('-s --shell -g -G --group -w')),
    newgrp: (invocation, script) => check(invocation, script, 1, taking('')),
    'bash sh dash ash zsh ksh fish $SHELL ${SHELL}': (invocation, script) =>
      check(invocation, script, 0, taking('-o -O --rcfile --init-file')),
    'sudo chroot': (invocation, script) => {
      const values = argumentsOf(invocation);
      const opens =
        invocation.name === 'chroot'
          ? values.length > 0
          : values.some((value) => /^-\w*[is]|^--(?:login|shell)$/.test(value));
      return opens ? told(invocation, script) : undefined;
    },
    script: (invocation, script) =>
      argumentsOf(invocation).some((value) => takesCommand.test(value)) ? undefined : told(invocation, script),
  },
  find: (script, gathered) => {
    const last = lastCommandLine(script.text);
    return gathered.filter(
      ({ end }) => end < last || /^[ \t]*(?:&&|\|\||;)[ \t]*[^\s#;]/.test(script.text.slice(end, end + 40)),
    );
  },
};

/** `names`: how many plain words it may have; the next one would be what it runs. */
function check(invocation: Invocation, script: Script, names: number, takesValue: TakesValue): Place<Args> | undefined {
  const values = argumentsOf(invocation);
  if (values.some((value) => takesCommand.test(value))) return undefined;
  let plain = 0;
  for (let i = 0; i < values.length; i++) {
    i = readOptions(values, i, takesValue).next;
    if (i < values.length && values[i] !== '-') plain++;
  }
  return plain <= names ? told(invocation, script) : undefined;
}

function told({ command, name }: Invocation, { text }: Script): Place<Args> | undefined {
  // A function may be called with its input redirected.
  if (command.hasInput || command.isPiped || command.isInFunction) return undefined;
  const start = command.start(0);
  const end = command.end(command.length - 1);
  const source = text.slice(start, Math.min(end, start + longestShown + 1));
  const isShown = source.length <= longestShown && !source.includes('\n');
  const args = { command: isShown ? source : name, isReplaced: command.value(0) === 'exec' ? 1 : 0 } as const;
  const isOwnLine = (text[start - 1] ?? '\n') === '\n' && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 20));
  const opensBlock = /(?:\b(?:do|then|else)|[{(])\s*$/.test(text.slice(Math.max(0, start - 20), start));
  const staysRoot = /^(?:sudo )?(?:su(?: -l?)?|sudo (?:-i|-s)|su(?: -| -l)? root)$/.test(source);
  const isFixed = staysRoot && isOwnLine && !opensBlock && !command.isConditional;
  if (!isFixed) return { start, end, args };
  const lineEnd = text.indexOf('\n', end);
  return { start, end, args, edits: [{ start, end: lineEnd === -1 ? text.length : lineEnd + 1, text: '' }] };
}

/** Where the last line starts that runs something. */
function lastCommandLine(text: string): number {
  let end = text.length;
  while (end > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (!idle.test(text.slice(start, Math.min(end, start + 200)))) return start;
    end = start - 1;
  }
  return 0;
}
