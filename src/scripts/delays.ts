/** Commands that keep the server in its creation, or end it: long waits, restarts, shutdowns. */
import { argumentsOf, type Invocation } from './invocation';

/** From this many seconds on a wait is worth a word. */
const longSeconds = 300;

export type Delay =
  | { readonly rule: 'long-wait'; readonly seconds: number }
  | { readonly rule: 'endless-wait' | 'reboot' | 'power-off'; readonly command: string };

const secondsOf: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

const checks: ReadonlyMap<string, (invocation: Invocation) => Delay | undefined> = new Map([
  ['sleep', sleepOf],
  ['tail', (invocation) => followOf(invocation, /^(?:-[a-zA-Z0-9]*[fF]|--follow)/, 'tail -f')],
  ['journalctl', (invocation) => followOf(invocation, /^(?:-[a-zA-Z]*f|--follow)/, 'journalctl -f')],
  ['watch', (invocation) => followOf(invocation, /^/, 'watch')],
  ['ping', pingOf],
  ['reboot', (invocation) => powerOf('reboot', invocation)],
  ['halt', (invocation) => powerOf('power-off', invocation)],
  ['poweroff', (invocation) => powerOf('power-off', invocation)],
  ['shutdown', shutdownOf],
  ['init', runLevelOf],
  ['telinit', runLevelOf],
  ['systemctl', systemctlOf],
]);

/** The programs that `delayOf` knows. */
export const delayingPrograms: readonly string[] = [...checks.keys()];

/** Tells how a command delays or ends the start-up, if it does. */
export function delayOf(invocation: Invocation): Delay | undefined {
  return checks.get(invocation.name)?.(invocation);
}

function sleepOf(invocation: Invocation): Delay | undefined {
  if (invocation.isLimited) return undefined;
  let seconds = 0;
  for (const value of argumentsOf(invocation)) {
    if (/^inf(?:inity)?$/i.test(value)) return { rule: 'endless-wait', command: 'sleep infinity' };
    const parts = /^(\d{1,12}(?:\.\d{0,9})?)([smhd]?)$/.exec(value);
    if (!parts) return undefined;
    seconds += Number(parts[1]) * (secondsOf[parts[2] ?? ''] ?? 1);
  }
  return seconds >= longSeconds ? { rule: 'long-wait', seconds } : undefined;
}

function followOf(invocation: Invocation, follows: RegExp, command: string): Delay | undefined {
  // A pipe may close early and end the program.
  if (invocation.isLimited || invocation.command.isPiped) return undefined;
  const values = argumentsOf(invocation);
  if (values.some((value) => value.startsWith('--pid'))) return undefined;
  return values.some((value) => follows.test(value)) ? { rule: 'endless-wait', command } : undefined;
}

function pingOf(invocation: Invocation): Delay | undefined {
  const values = argumentsOf(invocation);
  const ends = values.length === 0 || values.some((value) => /^-\w*[cwVh]/.test(value));
  return ends || invocation.isLimited || invocation.command.isPiped
    ? undefined
    : { rule: 'endless-wait', command: 'ping' };
}

function powerOf(rule: 'reboot' | 'power-off', invocation: Invocation): Delay | undefined {
  return argumentsOf(invocation).some((value) => /^(?:--help|--version|-w|--wtmp-only)$/.test(value))
    ? undefined
    : { rule, command: invocation.name };
}

function shutdownOf(invocation: Invocation): Delay | undefined {
  const values = argumentsOf(invocation);
  if (values.length === 0 || values.some((value) => /^(?:-\w*[ck]|--help|--show)$/.test(value))) return undefined;
  const restarts = values.some((value) => /^(?:-\w*r|--reboot)/.test(value));
  return restarts ? { rule: 'reboot', command: 'shutdown -r' } : { rule: 'power-off', command: 'shutdown' };
}

function runLevelOf(invocation: Invocation): Delay | undefined {
  const level = argumentsOf(invocation)[0];
  if (level === '6') return { rule: 'reboot', command: `${invocation.name} 6` };
  return level === '0' ? { rule: 'power-off', command: `${invocation.name} 0` } : undefined;
}

function systemctlOf(invocation: Invocation): Delay | undefined {
  const verb = argumentsOf(invocation).find((value) => !value.startsWith('-'));
  if (verb === 'reboot' || verb === 'kexec') return { rule: 'reboot', command: `systemctl ${verb}` };
  return verb === 'poweroff' || verb === 'halt' ? { rule: 'power-off', command: `systemctl ${verb}` } : undefined;
}
