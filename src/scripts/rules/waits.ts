/** Programs that ask a question or need a terminal: while a server starts up nobody answers. */
import { argumentsOf, hasUnknownOptions, type Invocation } from '../invocation';
import type { CommandCheck, Place, Rule } from '../rule';

/** `option`: what keeps the command from asking; empty where only a value, or no such command, helps. */
type Args = { command: string; option: string };
type Wait = Place<Args>;

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

export const waitsForInput: Rule<Args> = {
  id: 'waits-for-input',
  severity: 'warning',
  what: {
    en: ({ command }) => `${command} waits for an answer.`,
    ko: ({ command }) => `‘${command}’ 명령은 입력을 기다립니다.`,
  },
  why: {
    en: ({ option }) =>
      `${option ? `Use ${option}` : 'Give it a value or remove it'}: nobody answers while the server starts up, and the script stops here or goes wrong.`,
    ko: ({ option }) =>
      `부팅 중에는 응답할 수 없어 스크립트가 중단되거나 오동작합니다. ${option ? `‘${option}’ 옵션을 추가하십시오.` : '값을 스크립트에 직접 지정하거나 명령을 삭제하십시오.'}`,
  },
  fix: { en: 'Add -y', ko: '‘-y’ 추가' },
  takenBackBy: 'input',
  programs: {
    'apt apt-get aptitude': unlessSet('::Assume-Yes', checkApt),
    'yum dnf': unlessSet('assumeyes=', checkYum),
    'pip pip2 pip3': checkPip,
    read: checkRead,
    select: (invocation) => ask(invocation, ''),
    passwd: checkPasswd,
    mysql_secure_installation: (invocation) => unless(invocation, /^--use-default$/, '--use-default'),
    'ssh-keygen': checkSshKeygen,
    'dpkg-reconfigure': checkDpkgReconfigure,
    'mysql mysqldump mysqladmin mariadb': checkMysql,
    fdisk: (invocation) => unless(invocation, /^(?:-[lsVvhx]|--(?:list|help|version).*)$/, ''),
  },
  find: ({ calls }, gathered) => [
    ...gathered,
    ...calls.map(({ start, end, name }) => ({ start, end, args: { command: name, option: '' } })),
  ],
};

export const needsTerminal: Rule<Args> = {
  id: 'needs-terminal',
  severity: 'warning',
  what: {
    en: ({ command }) => `${command} needs a screen and a keyboard.`,
    ko: ({ command }) => `‘${command}’ 명령에는 화면과 키보드가 필요합니다.`,
  },
  why: {
    en: 'There is no terminal while the server starts up: the command fails or never ends.',
    ko: '부팅 중에는 터미널이 없어 명령이 실패하거나 끝나지 않습니다.',
  },
  takenBackBy: 'input',
  programs: {
    'vi vim nvim': checkVi,
    'nano pico emacs less more htop mc vipw cfdisk': checkScreen,
    top: (invocation) => terminalUnless(invocation, /^-\w*b|^--batch/),
    visudo: (invocation) => terminalUnless(invocation, /^-\w*[cfV]|^--(?:check|file|version)/),
    crontab: checkCrontab,
  },
};

/** The package managers can be told in a configuration file not to ask. */
function unlessSet(setting: string, check: CommandCheck<Args>): CommandCheck<Args> {
  return (invocation, script) => {
    const wait = check(invocation, script);
    return wait && !script.mentions(setting) ? wait : undefined;
  };
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
    start: command.start(at),
    end,
    args: { command: `${name} ${subcommand}`, option: '-y' },
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
  return command.isInFunction && !hasPrompt ? undefined : ask(invocation, '');
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
  return asks ? told(invocation, `${invocation.name} -p`, '--defaults-extra-file') : undefined;
}

function checkVi(invocation: Invocation): Wait | undefined {
  return terminalUnless(invocation, /^(?:-[cesEyS]\w*|--cmd|--headless|\+.+|--version|--help)/);
}

function checkScreen(invocation: Invocation): Wait | undefined {
  return terminalUnless(invocation, /^--?(?:batch|version|help|V$)/);
}

function checkCrontab(invocation: Invocation): Wait | undefined {
  for (let i = 0; i < invocation.at; i++) if (invocation.command.value(i).startsWith('EDITOR=')) return undefined;
  return argumentsOf(invocation).includes('-e') ? told(invocation, 'crontab -e', '') : undefined;
}

function unless(invocation: Invocation, answered: RegExp, option: string): Wait | undefined {
  return argumentsOf(invocation).some((value) => answered.test(value.slice(0, 200))) || hasUnknownOptions(invocation)
    ? undefined
    : ask(invocation, option);
}

function terminalUnless(invocation: Invocation, batch: RegExp): Wait | undefined {
  const isBatch = argumentsOf(invocation).some((value) => batch.test(value.slice(0, 200)));
  return isBatch || invocation.command.hasInput ? undefined : told(invocation, invocation.name, '');
}

function ask(invocation: Invocation, option: string): Wait | undefined {
  return invocation.command.hasInput ? undefined : told(invocation, invocation.name, option);
}

function told({ command, at }: Invocation, name: string, option: string): Wait {
  return { start: command.start(at), end: command.end(at), args: { command: name, option } };
}
