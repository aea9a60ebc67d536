/** Programs that ask a question or need a terminal: while a server starts up nobody answers. */
import type { Edit } from './finding';
import { argumentsOf, hasUnknownOptions, type Invocation } from './invocation';

/** `option`: what keeps the command from asking, where there is such a thing. `start` and `end` are UTF-16 offsets. */
export interface Wait {
  readonly rule: 'waits-for-input' | 'needs-terminal';
  readonly start: number;
  readonly end: number;
  readonly command: string;
  readonly option: string;
  readonly edits?: readonly Edit[];
}

const aptCommands = new Set(
  'install reinstall remove purge upgrade dist-upgrade full-upgrade safe-upgrade autoremove autopurge build-dep'.split(
    ' ',
  ),
);
const yumCommands = new Set(
  'install reinstall localinstall groupinstall update upgrade downgrade remove erase autoremove groupremove swap distro-sync'.split(
    ' ',
  ),
);

type Check = (invocation: Invocation) => Wait | undefined;

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ...['apt', 'apt-get', 'aptitude'].map((name) => [name, checkApt] as const),
  ...['yum', 'dnf'].map((name) => [name, checkYum] as const),
  ...['pip', 'pip2', 'pip3'].map((name) => [name, checkPip] as const),
  ['read', checkRead],
  ['select', (invocation) => ask(invocation, '')],
  ['passwd', checkPasswd],
  ['mysql_secure_installation', (invocation) => unless(invocation, /^--use-default$/, '--use-default')],
  ['ssh-keygen', checkSshKeygen],
  ['dpkg-reconfigure', checkDpkgReconfigure],
  ...['mysql', 'mysqldump', 'mysqladmin', 'mariadb'].map((name) => [name, checkMysql] as const),
  ['fdisk', (invocation) => unless(invocation, /^(?:-[lsVvhx]|--(?:list|help|version).*)$/, '')],
  ...['vi', 'vim', 'nvim'].map((name) => [name, checkVi] as const),
  ...['nano', 'pico', 'emacs', 'less', 'more', 'htop', 'mc', 'vipw', 'cfdisk'].map(
    (name) => [name, checkScreen] as const,
  ),
  ['top', (invocation) => terminalUnless(invocation, /^-\w*b|^--batch/)],
  ['visudo', (invocation) => terminalUnless(invocation, /^-\w*[cfV]|^--(?:check|file|version)/)],
  ['crontab', checkCrontab],
]);

/** The programs that `waitOf` knows. */
export const waitingPrograms: readonly string[] = [...checks.keys()];

/** Tells what a command waits for, if it does. */
export function waitOf(invocation: Invocation): Wait | undefined {
  return checks.get(invocation.name)?.(invocation);
}

function checkApt(invocation: Invocation): Wait | undefined {
  const answered =
    /^(?:--(?:yes|assume-yes|assume-no|force-yes|trivial-only|simulate|just-print|dry-run|no-act|recon|print-uris|help)|-q=\d|-[a-zA-Z]*[ys][a-zA-Z]*|-[a-zA-Z]*q[a-zA-Z]*q[a-zA-Z]*|.*assume-yes.*)$/i;
  return checkPackages(invocation, aptCommands, answered, 'otc');
}

function checkYum(invocation: Invocation): Wait | undefined {
  const answered = /^(?:--(?:assumeyes|assumeno|help)|--setopt=\W?assumeyes.*|-[a-zA-Z]*[yh][a-zA-Z]*)$/;
  return checkPackages(invocation, yumCommands, answered, 'cxRde');
}

function checkPip(invocation: Invocation): Wait | undefined {
  return checkPackages(invocation, new Set(['uninstall']), /^(?:--yes|-[a-z]*y[a-z]*|--help)$/, '');
}

/** `withValue`: one-letter options that take the next word. */
function checkPackages(
  invocation: Invocation,
  subcommands: ReadonlySet<string>,
  answered: RegExp,
  withValue: string,
): Wait | undefined {
  const { command, at, name } = invocation;
  const values = argumentsOf(invocation);
  let index = 0;
  while (values[index]?.startsWith('-')) {
    const option = values[index] ?? '';
    index += option.length === 2 && withValue.includes(option.charAt(1)) ? 2 : 1;
  }
  const subcommand = values[index] ?? '';
  if (!subcommands.has(subcommand) || command.hasInput) return undefined;
  if (values.some((value) => value.length < 200 && answered.test(value)) || hasUnknownOptions(invocation))
    return undefined;
  const end = command.end(at + 1 + index);
  return {
    rule: 'waits-for-input',
    start: command.start(at),
    end,
    command: `${name} ${subcommand}`,
    option: '-y',
    edits: [{ start: end, end, text: ' -y' }],
  };
}

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
  return command.isInFunction && !hasPrompt ? undefined : ask(invocation, '-t');
}

function checkPasswd(invocation: Invocation): Wait | undefined {
  return unless(invocation, /^(?:-[a-zA-Z]*[ludeSahVnxwir][a-zA-Z]*|--(?!root).+)$/, '');
}

/** Making a key asks for the file without `-f` and for the passphrase without `-N`; other modes are left alone. */
function checkSshKeygen(invocation: Invocation): Wait | undefined {
  const values = argumentsOf(invocation);
  if (values.some((value) => /^-[^-]*[lRFyeiAHDsLBKMQrgkTUYIpcG]/.test(value) && !/^-[tbCNfOqZaVmw]/.test(value)))
    return undefined;
  const has = (letter: string) => values.some((value) => new RegExp(`^-q?${letter}`).test(value));
  return has('f') && has('N') ? undefined : ask(invocation, "-f … -N ''");
}

function checkDpkgReconfigure(invocation: Invocation): Wait | undefined {
  const { command, at } = invocation;
  for (let i = 0; i < at; i++) if (command.value(i).startsWith('DEBIAN_FRONTEND=')) return undefined;
  return unless(invocation, /^(?:-f\w*|--frontend.*)$/, '-f noninteractive');
}

/** `-p` without a value asks at the terminal, whatever is fed to the program. */
function checkMysql(invocation: Invocation): Wait | undefined {
  const asks = argumentsOf(invocation).some((value) => value === '-p' || value === '--password');
  return asks ? told(invocation, 'waits-for-input', `${invocation.name} -p`, '--defaults-extra-file') : undefined;
}

function checkVi(invocation: Invocation): Wait | undefined {
  return terminalUnless(invocation, /^(?:-[cesEyS]\w*|--cmd|--headless|\+.+|--version|--help)/);
}

function checkScreen(invocation: Invocation): Wait | undefined {
  return terminalUnless(invocation, /^--?(?:batch|version|help|V$)/);
}

function checkCrontab(invocation: Invocation): Wait | undefined {
  for (let i = 0; i < invocation.at; i++) if (invocation.command.value(i).startsWith('EDITOR=')) return undefined;
  return argumentsOf(invocation).includes('-e') ? told(invocation, 'needs-terminal', 'crontab -e', '') : undefined;
}

function unless(invocation: Invocation, answered: RegExp, option: string): Wait | undefined {
  return argumentsOf(invocation).some((value) => answered.test(value.slice(0, 200))) || hasUnknownOptions(invocation)
    ? undefined
    : ask(invocation, option);
}

function terminalUnless(invocation: Invocation, batch: RegExp): Wait | undefined {
  const isBatch = argumentsOf(invocation).some((value) => batch.test(value.slice(0, 200)));
  return isBatch || invocation.command.hasInput ? undefined : told(invocation, 'needs-terminal', invocation.name, '');
}

function ask(invocation: Invocation, option: string): Wait | undefined {
  return invocation.command.hasInput ? undefined : told(invocation, 'waits-for-input', invocation.name, option);
}

function told({ command, at }: Invocation, rule: Wait['rule'], name: string, option: string): Wait {
  return { rule, start: command.start(at), end: command.end(at), command: name, option };
}
