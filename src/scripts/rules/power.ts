/** Commands that restart the server or switch it off in the middle of its start-up. */
import { argumentsOf, type Invocation } from '../commands/invocation';
import type { CommandCheck, Place, Rule } from '../rule';
import { type WindowsCommand, windowsCommands } from './windows-commands';

type Args = { command: string };

export const reboot: Rule<Args> = {
  id: 'reboot',
  severity: 'information',
  what: {
    en: ({ command }) => `${command} restarts the server in the middle of its start-up.`,
    ko: ({ command }) => `‘${command}’ 명령은 부팅 도중에 서버를 재시작합니다.`,
  },
  why: {
    en: 'The lines after it may not run, and the script does not run again after the restart. If it is needed, let it be the last command.',
    ko: '뒤의 명령이 실행되지 않을 수 있으며, 재시작한 뒤에는 스크립트가 다시 실행되지 않습니다. 필요하면 마지막 명령으로 두십시오.',
  },
  programs: {
    reboot: told(own),
    shutdown: told((values) => (isShutdown(values) && restarts(values) ? 'shutdown -r' : undefined)),
    'init telinit': told(([level], name) => (level === '6' ? `${name} 6` : undefined)),
    systemctl: told((values) => verb(values, 'reboot', 'kexec')),
  },
  find: (script, gathered) => [
    ...gathered,
    ...windowsCommands(script, /\bshutdown(?:\.exe)?\s+(?:[/-]\w+\s+)?[/-][rg]\b|\bRestart-Computer\b/gi).map(
      onWindows,
    ),
  ],
};

export const powerOff: Rule<Args> = {
  id: 'power-off',
  severity: 'warning',
  what: {
    en: ({ command }) => `${command} switches the server off in the middle of its start-up.`,
    ko: ({ command }) => `‘${command}’ 명령은 부팅 도중에 서버를 정지합니다.`,
  },
  why: {
    en: 'The lines after it may not run, and the server is still billed. Remove it unless this is meant.',
    ko: '뒤의 명령이 실행되지 않을 수 있으며, 서버 요금은 계속 부과됩니다. 의도한 것이 아니면 삭제하십시오.',
  },
  programs: {
    'halt poweroff': told(own),
    shutdown: told((values) => (isShutdown(values) && !restarts(values) ? 'shutdown' : undefined)),
    'init telinit': told(([level], name) => (level === '0' ? `${name} 0` : undefined)),
    systemctl: told((values) => verb(values, 'poweroff', 'halt')),
  },
  find: (script, gathered) => [
    ...gathered,
    ...windowsCommands(script, /\bshutdown(?:\.exe)?\s+(?:[/-]\w+\s+)?[/-][sp]\b|\bStop-Computer\b/gi).map(onWindows),
  ],
};

/** Tells the whole command; `commandOf` gives what to call it, if it does the thing. */
function told(commandOf: (values: readonly string[], name: string) => string | undefined): CommandCheck<Args> {
  return (invocation: Invocation) => {
    const name = commandOf(argumentsOf(invocation), invocation.name);
    if (name === undefined) return undefined;
    const { command, at } = invocation;
    return { start: command.start(at), end: command.end(command.length - 1), args: { command: name } };
  };
}

function onWindows({ start, end, command }: WindowsCommand): Place<Args> {
  return { start, end, args: { command } };
}

function own(values: readonly string[], name: string): string | undefined {
  return values.some((value) => /^(?:--help|--version|-w|--wtmp-only)$/.test(value)) ? undefined : name;
}

function isShutdown(values: readonly string[]): boolean {
  return values.length > 0 && !values.some((value) => /^(?:-\w*[ck]|--help|--show)$/.test(value));
}

function restarts(values: readonly string[]): boolean {
  return values.some((value) => /^(?:-\w*r|--reboot)/.test(value));
}

function verb(values: readonly string[], ...wanted: readonly string[]): string | undefined {
  const first = values.find((value) => !value.startsWith('-'));
  return first !== undefined && wanted.includes(first) ? `systemctl ${first}` : undefined;
}
