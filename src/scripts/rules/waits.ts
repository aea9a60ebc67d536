/** Programs that ask a question or need a terminal: while a server starts up nobody answers. */
import { argumentsOf, type Invocation } from '../commands/invocation';
import type { Rule } from '../rule';
import { installers } from './waits/installers';
import { keys } from './waits/keys';
import { packageManagers } from './waits/package-managers';
import { questions } from './waits/questions';
import { terminals } from './waits/terminals';
import { ask, type Wait, type WaitArgs } from './waits/waiting';
import { windowsCommands } from './windows-commands';

export const waitsForInput: Rule<WaitArgs> = {
  id: 'waits-for-input',
  severity: 'warning',
  what: {
    en: ({ command, isCall }) => `${isCall ? `“${command}”` : command} waits for an answer.`,
    ko: ({ command, isCall }) =>
      isCall ? `‘${command}’에서 입력을 기다립니다.` : `‘${command}’ 명령은 입력을 기다립니다.`,
  },
  why: {
    en: ({ option }) =>
      `${option ? `Use ${option}` : 'Give it a value or remove it'}: nobody answers while the server starts up, and the script stops here or goes wrong.`,
    ko: ({ option, isCall }) =>
      `부팅 중에는 응답할 수 없어 스크립트가 중단되거나 오동작합니다. ${option ? `‘${option}’ 옵션을 추가하십시오.` : `값을 스크립트에 직접 지정하거나 ${isCall ? '호출을' : '명령을'} 삭제하십시오.`}`,
  },
  fix: { en: ({ option }) => `Add ${option}`, ko: ({ option }) => `‘${option}’ 추가` },
  takenBackBy: 'input',
  programs: {
    ...packageManagers,
    ...installers,
    ...keys,
    ...questions,
    read: checkRead,
    select: askHere,
  },
  find: (script, gathered) => [
    ...gathered,
    ...script.calls.map(({ start, end, name }) => ({
      start,
      end,
      args: { command: name, option: '', isCall: 1 as const },
    })),
    ...windowsCommands(script, /(?<=\bcmd(?:\.exe)?\s+\/c\s+"{0,4})pause\b/gi).map(({ start, end, command }) => ({
      start,
      end,
      args: { command, option: '' },
    })),
  ],
};

/** What keeps a command from wanting a terminal. */
const withoutTerminal = {
  en: ({ option }: WaitArgs) => (option === '-t' ? 'Remove -t' : `Add ${option}`),
  ko: ({ option }: WaitArgs) => (option === '-t' ? '‘-t’ 삭제' : `‘${option}’ 추가`),
};

export const needsTerminal: Rule<WaitArgs> = {
  id: 'needs-terminal',
  severity: 'warning',
  what: {
    en: ({ command }) => `${command} needs a terminal.`,
    ko: ({ command }) => `‘${command}’ 명령에는 터미널(TTY)이 필요합니다.`,
  },
  why: {
    en: (args) =>
      `There is none while the server starts up: the command fails or never ends. ${args.option ? withoutTerminal.en(args) : 'Remove it, or use one that works without a terminal'}.`,
    ko: ({ option }) =>
      `부팅 중에는 터미널이 없어 명령이 실패하거나 끝나지 않습니다. ${option ? `‘${option}’ 옵션을 ${option === '-t' ? '삭제' : '추가'}하십시오.` : '삭제하거나 터미널 없이 동작하는 명령으로 바꾸십시오.'}`,
  },
  fix: withoutTerminal,
  takenBackBy: 'input',
  programs: terminals,
};

function checkRead(invocation: Invocation): Wait | undefined {
  const { command } = invocation;
  if (command.hasInput) return undefined;
  let hasPrompt = false;
  const values = argumentsOf(invocation);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? '';
    if (!value.startsWith('-') || value === '--') break;
    const taker = value.slice(0, 100).search(/[adinNptu]/);
    if (taker === -1) continue;
    const letter = value.charAt(taker);
    if (letter === 't' || letter === 'u') return undefined;
    hasPrompt ||= letter === 'p';
    if (taker === value.length - 1) i++;
  }
  // A function may be called with its input redirected, but only a person reads a prompt.
  return command.isInFunction && !hasPrompt ? undefined : askHere(invocation);
}

/** A question that an automatic mode may pass over is no more than a hint. */
function askHere(invocation: Invocation): Wait | undefined {
  const wait = ask(invocation, '');
  return wait && invocation.command.isConditional ? { ...wait, severity: 'information' } : wait;
}
