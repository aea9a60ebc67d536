/** Commands and loops that keep the server in its creation. */
import { argumentsOf, hasUnknownOptions, type Invocation } from '../commands/invocation';
import { type CommandCheck, figure, type Place, type Rule } from '../rule';
import { endlessOf, foregroundPrograms } from './waits/foreground';

/** From this many seconds on a wait is worth a word. */
const longSeconds = 300;

const secondsOf: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

const endlessLoops: Readonly<Record<string, string>> = {
  while: 'while true',
  until: 'until false',
  for: 'for ((;;))',
};

export const longWait: Rule<{ seconds: number }> = {
  id: 'long-wait',
  severity: 'warning',
  what: {
    en: ({ seconds }) => `The script waits ${duration(seconds, ' minutes', ' seconds')} here.`,
    ko: ({ seconds }) => `여기서 ${duration(seconds, '분', '초')} 동안 대기합니다.`,
  },
  why: {
    en: 'The server may show “creating” until the script has ended. Ask at short intervals for what the script needs, or wait in the background.',
    ko: '스크립트가 끝날 때까지 서버가 ‘생성 중’으로 표시될 수 있습니다. 필요한 것이 준비되었는지 짧은 간격으로 확인하거나 백그라운드에서 기다리십시오.',
  },
  takenBackBy: 'background',
  programs: {
    sleep(invocation) {
      const seconds = sleepOf(invocation);
      return seconds >= longSeconds && Number.isFinite(seconds) ? told(invocation, { seconds }) : undefined;
    },
  },
};

/** `isGuess`: only the name of the program, or of its file, tells so. */
type EndlessArgs = { command: string; isGuess: 0 | 1 };

export const endlessWait: Rule<EndlessArgs> = {
  id: 'endless-wait',
  severity: 'warning',
  what: {
    en: ({ command, isGuess }) =>
      `${isLoop(command) ? `The loop “${command}”` : command} ${isGuess ? 'may never end' : 'never ends by itself'}.`,
    ko: ({ command, isGuess }) =>
      `‘${command}’ ${isLoop(command) ? '반복문은' : '명령은'} ${isGuess ? '종료되지 않을 수 있습니다' : '종료되지 않습니다'}.`,
  },
  why: {
    en: 'The server may show “creating” until the script has ended. Run it in the background or as a service.',
    ko: '스크립트가 끝날 때까지 서버가 ‘생성 중’으로 표시될 수 있습니다. 백그라운드나 서비스로 실행하십시오.',
  },
  fix: { en: 'Run it in the background', ko: '백그라운드로 실행' },
  takenBackBy: 'background',
  programs: {
    sleep: (invocation) =>
      sleepOf(invocation) === Number.POSITIVE_INFINITY ? never(invocation, 'sleep infinity') : undefined,
    tail: follow('tail -f', /^(?:-[a-zA-Z0-9]*[fF]|--follow)/),
    journalctl: follow('journalctl -f', /^(?:-[a-zA-Z]*f|--follow)/),
    watch: follow('watch', /^/),
    ping(invocation) {
      const values = argumentsOf(invocation);
      const ends = values.length === 0 || values.some((value) => /^-\w*[cwVh]/.test(value));
      return ends || isEnded(invocation) ? undefined : never(invocation, 'ping');
    },
    [foregroundPrograms]: checkForeground,
  },
  endlessLoop: (keyword) => ({ command: endlessLoops[keyword] ?? keyword, isGuess: 0 }),
  // Of commands that stand in for each other only the first one runs.
  find: ({ text }, gathered) =>
    gathered.filter(({ start }, i) => {
      const before = gathered[i - 1];
      return (
        !before ||
        !/^[^\n;&]{0,100}\|\|\s{0,100}(?:exec )?$/.test(text.slice(before.end, Math.min(start, before.end + 300)))
      );
    }),
};

function isLoop(command: string): boolean {
  return Object.values(endlessLoops).includes(command);
}

function duration(value: number, minutes: string, seconds: string): string {
  return value % 60 === 0 ? `${figure(value / 60)}${minutes}` : `${figure(value)}${seconds}`;
}

/** The seconds of all its arguments, without end where one says so; `NaN` when they are not known. */
function sleepOf(invocation: Invocation): number {
  if (invocation.isLimited) return Number.NaN;
  let seconds = 0;
  for (const value of argumentsOf(invocation)) {
    if (/^inf(?:inity)?$/i.test(value)) return Number.POSITIVE_INFINITY;
    const parts = /^(\d{1,12}(?:\.\d{0,9})?)([smhd]?)$/.exec(value);
    if (!parts) return Number.NaN;
    seconds += Number(parts[1]) * (secondsOf[parts[2] ?? ''] ?? 1);
  }
  return seconds;
}

/** A program that follows what is written to a file, with such an option. */
function follow(command: string, option: RegExp): CommandCheck<EndlessArgs> {
  return (invocation) => {
    const values = argumentsOf(invocation);
    if (isEnded(invocation) || values.some((value) => value.startsWith('--pid'))) return undefined;
    return values.some((value) => option.test(value)) ? never(invocation, command) : undefined;
  };
}

function checkForeground(invocation: Invocation): Place<EndlessArgs> | undefined {
  const { command, at, name, isLimited } = invocation;
  if (isLimited || isDetached(invocation) || hasUnknownOptions(invocation)) return undefined;
  const endless = endlessOf(name, argumentsOf(invocation));
  if (!endless || (endless.isFollowing && command.isPiped)) return undefined;
  const end = command.end(at + (endless.detach?.after ?? 0));
  // What is in a function may be called in the background.
  const isGuess = endless.isGuess || command.isInFunction ? 1 : 0;
  return {
    ...told(invocation, { command: endless.command, isGuess }),
    ...(isGuess && { severity: 'information' }),
    ...(endless.detach && { edits: [{ start: end, end, text: ` ${endless.detach.option}` }] }),
  };
}

/** By an option of `sudo` or `setsid`. */
function isDetached({ command, at }: Invocation): boolean {
  for (let i = 0; i < at; i++) if (/^(?:-[a-zA-Z]*b|--background|-f|--fork)$/.test(command.value(i))) return true;
  return false;
}

function never(invocation: Invocation, command: string): Place<EndlessArgs> {
  return told(invocation, { command, isGuess: 0 });
}

/** By `timeout` or a pipe that closes early; or nothing waits for its end. */
function isEnded(invocation: Invocation): boolean {
  return invocation.isLimited || invocation.command.isPiped || isDetached(invocation);
}

function told<Args extends { seconds: number } | EndlessArgs>({ command, at }: Invocation, args: Args): Place<Args> {
  return { start: command.start(at), end: command.end(command.length - 1), args };
}
