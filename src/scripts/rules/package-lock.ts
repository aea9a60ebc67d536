/** Package commands that give up while another program holds the lock of the package database. */
import { argumentsOf, hasUnknownOptions, type Invocation } from '../commands/invocation';
import { type CommandCheck, figure, type Place, type Rule } from '../rule';
import type { Script } from '../script';
import { expanded } from '../shell/command';
import { aptUseOf } from './apt';

/** `updates`: 1 where the script also runs `apt-get update`, whose lock the option does not reach. */
type Args = { command: string; count: number; updates: number };

const option = '-o DPkg::Lock::Timeout=300';

/** `apt` waits two minutes by itself. `update` takes another lock, and waits for it in no case. */
const locking = new Set(
  'install reinstall remove purge upgrade dist-upgrade autoremove autopurge build-dep dselect-upgrade'.split(' '),
);

/** What a script names that waits for the lock, or for those who hold it. */
const lockFile = /(?:dpkg|lists|archives)\/lock|daily_lock/;
const holder = /(?:^|\W)(?:\[?a\]?pt(?![a-z])|\[?d\]?pkg|\[?u\]?nattended-upgr)/;
const stops = /^(?:stop|disable|mask|kill|is-active|show|list-jobs)$/;

/** All commands are one finding, at the first of them. */
export const packageLock: Rule<Args> = {
  id: 'package-lock',
  severity: 'information',
  what: {
    en: ({ command, count }) =>
      `${command} fails while another program holds the package lock${count === 1 ? '' : ` (${figure(count)} such commands)`}.`,
    ko: ({ command, count }) =>
      `${count === 1 ? `‘${command}’ 명령은` : `‘${command}’ 등 ${figure(count)}개 명령은`} 다른 프로그램이 패키지 잠금(lock)을 잡고 있으면 실패합니다.`,
  },
  why: {
    en: ({ command, updates }) =>
      `Right after the first boot, Ubuntu’s automatic updates may hold it. ${isDpkg(command) ? `dpkg cannot wait: use apt-get with ${option}.` : `apt-get waits only with ${option}.`}${updates ? ' apt-get update has a lock of its own and never waits: let the script repeat it when it fails.' : ''}`,
    ko: ({ command, updates }) =>
      `첫 부팅 직후에는 Ubuntu 자동 업데이트가 잠금을 잡고 있을 수 있습니다. ${isDpkg(command) ? `dpkg는 기다릴 수 없으므로 ‘${option}’ 옵션을 지정한 apt-get을 사용하십시오.` : `apt-get이 기다리도록 ‘${option}’ 옵션을 추가하십시오.`}${updates ? ' apt-get update는 별도의 잠금을 사용하며 기다리지 않으므로, 실패하면 다시 시도하도록 작성하십시오.' : ''}`,
  },
  fix: { en: 'Wait up to 5 minutes for the lock', ko: '잠금이 풀릴 때까지 최대 5분 대기' },
  programs: {
    'apt-get': checkAptGet,
    dpkg: checkDpkg,
    'fuser lsof rm': looking((values, { command }, script) => {
      const isNamedElsewhere = script.mentions('dpkg/lock') && command.has(command.length - 1, expanded);
      return isNamedElsewhere || values.some((value) => lockFile.test(value));
    }),
    'pgrep pidof pkill killall systemd-run': looking((values) => values.some(isHolder)),
    grep: looking((values, { command }, { text }) => {
      const start = command.start(0);
      return values.some(isHolder) && /\bps\b[^\n]*\|\s*$/.test(text.slice(Math.max(0, start - 60), start));
    }),
    systemctl: looking((values) => values.some((value) => stops.test(value)) && values.some(isHolder)),
    'cloud-init': looking((values) => values.includes('status') && values.includes('--wait')),
  },
  find(script, gathered) {
    if (gathered.some(({ args }) => args.count === 0) || isConfigured(script)) return [];
    const told = gathered.filter(({ args }) => !isDpkg(args.command));
    const [first] = told;
    const [dpkg] = gathered.filter(({ args }) => isDpkg(args.command));
    const updates = Number(script.mentions('apt-get update'));
    const places: Place<Args>[] = [];
    if (first) {
      const args = { ...first.args, count: told.length, updates };
      const isMendable = told.every(({ edits }) => edits);
      places.push({ ...first, args, edits: isMendable ? told.flatMap(({ edits = [] }) => edits) : undefined });
    }
    // Behind an apt-get that waited, the lock is free.
    const isBehind = (dpkg?.start ?? 0) > (first?.start ?? script.text.length);
    if (dpkg && !isBehind && !/lock::timeout/i.test(script.text.slice(0, dpkg.start)))
      places.push({ ...dpkg, args: { ...dpkg.args, updates } });
    return places;
  },
};

function checkAptGet(invocation: Invocation, script: Script): Place<Args> | undefined {
  const use = aptUseOf(invocation);
  if (!use || !locking.has(use.verb) || use.values.some((value) => /lock::timeout/i.test(value))) return undefined;
  const mayWait = hasUnknownOptions(invocation) && script.mentions('Lock::Timeout');
  if (mayWait || isRepeated(invocation, script)) return undefined;
  const { command, at, name } = invocation;
  for (let i = 0; i < at; i++) if (/^(?:.*\/)?flock$/.test(command.value(i))) return undefined;
  const end = command.end(at);
  return {
    start: command.start(at),
    end: use.end,
    args: { command: `${name} ${use.verb}`, count: 1, updates: 0 },
    edits: [{ start: end, end, text: ` ${option}` }],
  };
}

function checkDpkg(invocation: Invocation, script: Script): Place<Args> | undefined {
  const values = argumentsOf(invocation);
  const action = values.findIndex((value) => /^(?:-[A-Z]*[ir]|-P|--(?:install|remove|purge|configure))$/.test(value));
  const isTried = values.some((value) => /^--(?:dry-run|no-act|simulate|help)$|^-s$/.test(value));
  if (action === -1 || isTried || isRepeated(invocation, script)) return undefined;
  const { command, at } = invocation;
  const end = command.end(at + 1 + action);
  return { start: command.start(at), end, args: { command: `dpkg ${values[action]}`, count: 1, updates: 0 } };
}

/** A command that looks for the lock: it counts as no place, and speaks for all that are. */
function looking(
  looks: (values: readonly string[], invocation: Invocation, script: Script) => boolean,
): CommandCheck<Args> {
  return (invocation, script) => {
    if (!script.mentions('apt-get') && !script.mentions('dpkg')) return undefined;
    const values = argumentsOf(invocation).map((value) => value.slice(0, 200));
    if (!looks(values, invocation, script)) return undefined;
    const { command, at, name } = invocation;
    return { start: command.start(at), end: command.end(at), args: { command: name, count: 0, updates: 0 } };
  };
}

function isHolder(value: string): boolean {
  return holder.test(value);
}

/** The condition of a loop, a command that leaves one when it is done, or one that gets a second try. */
function isRepeated({ command }: Invocation, { text }: Script): boolean {
  const start = command.start(0);
  const end = command.end(command.length - 1);
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 200);
  return (
    /\b(?:until|while)\s+(?:!\s+)?$|\|\|[^\n]*\bsleep\s+\d+\w*\s*(?:;|&&)\s*$/.test(before) ||
    /^[^\n;|]*(?:&&|;\s*then)\s+(?:break|return)\b|^[^\n;|]*\|\|\s*[({]?\s*sleep\b/.test(after)
  );
}

/** A file of apt's configuration, written by the script, has a blank where an option has `=`. */
function isConfigured(script: Script): boolean {
  return script.mentions('Lock::Timeout') && /lock::timeout["']?[ \t]+\\?["']?-?\d/i.test(script.text);
}

function isDpkg(command: string): boolean {
  return command.startsWith('dpkg');
}
