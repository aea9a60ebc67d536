/** Programs other than package managers that ask, and the options that answer. */
import { argumentsOf, hasUnknownOptions, type Invocation } from '../../commands/invocation';
import type { CommandCheck } from '../../rule';
import type { Script } from '../../script';
import { addOption, ask, askUnless, told, type Wait, type WaitArgs } from './waiting';

/** Patterns on the arguments of a program, joined by blanks. */
interface Question {
  readonly asks: RegExp;
  readonly answered?: RegExp;
  /** What answers; empty where nothing does. */
  readonly option: string;
  /** After how many arguments the option can be put. */
  readonly fixedAfter?: number;
}

/** Longer argument lists are cut off here. */
const longest = 1_000;

const always = /^/;
const yes = /(?:^| )(?:-y|--yes)\b/;
/** Any argument; but for the answers it does not matter which. */
const some = /^(?=.)/;
const django = { asks: /^(?:createsuperuser|flush)\b/, answered: /--no-?input/, option: '--noinput' };

export const questions: Readonly<Record<string, CommandCheck<WaitArgs>>> = {
  passwd: (invocation) => askUnless(invocation, /^(?:-[a-zA-Z]*[ludeSahVnxwir][a-zA-Z]*|--(?!root).+)$/, ''),
  'chpasswd htdigest tzselect': (invocation) => ask(invocation, ''),
  vncpasswd: question({ asks: always, answered: /(?:^| )-f\b/, option: '-f' }),
  htpasswd: question({ asks: some, answered: /(?:^| )-\w*[biDv]/, option: '-b' }),
  smbpasswd: question({ asks: /(?:^| )-\w*a/, answered: /(?:^| )-\w*s/, option: '-s -a' }),
  'mysql_secure_installation mariadb-secure-installation': (invocation) =>
    askUnless(invocation, /^--use-default$/, '--use-default'),
  'mysql mysqldump mysqladmin mariadb': checkMysql,
  createuser: question({ asks: /(?:^| )(?:-\w*[PW]|--pwprompt|--interactive|--password)(?: |$)/, option: '' }),
  'psql pg_dump pg_restore createdb': question({ asks: /(?:^| )(?:-W|--password)(?: |$)/, option: '--no-password' }),
  'ssh-keygen': checkSshKeygen,
  'gpg gpg2': question({
    asks: /(?:^| )(?:--(?:full-)?gen(?:erate)?-key|--edit-key|--symmetric|-c)(?: |$)/,
    answered: /--(?:batch|passphrase|command-fd|quick)/,
    option: '--batch',
  }),
  openssl: checkOpenssl,
  easyrsa: checkEasyrsa,
  certbot: checkCertbot,
  'update-alternatives alternatives': question({ asks: /(?:^| )--(?:config|all)\b/, option: '' }),
  'dpkg-reconfigure': checkDpkgReconfigure,
  'do-release-upgrade': question({
    asks: always,
    answered: /(?:^| )(?:-[fchV]|--(?:frontend|check-dist|help|version))/,
    option: '-f DistUpgradeViewNonInteractive',
  }),
  adduser: checkAdduser,
  'fdisk gdisk': (invocation) => askUnless(invocation, /^(?:-[lsVvhx]|--(?:list|help|version).*)$/, ''),
  parted: question({ asks: /^(?:\/\S+)?$/, option: '' }),
  'lvremove vgremove pvremove': question({
    asks: some,
    answered: /(?:^| )(?:-\w*[yfth]|--(?:yes|force|test|help))/,
    option: '-y',
    fixedAfter: 0,
  }),
  ufw: question({ asks: /^reset\b/, option: '--force', fixedAfter: 0 }),
  aws: question({ asks: /(?:^| )configure(?: (?:--|sso)|$)/, option: '' }),
  ncloud: question({ asks: /^configure(?: |$)/, answered: /--help/, option: '' }),
  gh: question({ asks: /^auth login\b/, answered: /--with-token/, option: '--with-token' }),
  gcloud: question({ asks: /^(?:init|auth login)\b/, answered: /--(?:cred-file|quiet)|(?:^| )-q\b/, option: '' }),
  az: question({
    asks: /^login\b/,
    answered: /(?:^| )(?:-[iu]|--(?:identity|service-principal|username|federated-token|help))\b/,
    option: '--identity',
  }),
  'docker podman': firstOf(
    question({
      asks: /^(?:system|container|image|volume|network|builder) prune\b/,
      answered: /(?:^| )(?:-\w*[fh]|--(?:force|help))/,
      option: '-f',
      fixedAfter: 2,
    }),
    question({
      asks: /^login\b/,
      answered: /(?:^| )(?:-\w*p|--password|--identity-token|--get-login|--help)/,
      option: '--password-stdin',
    }),
  ),
  npm: question({ asks: /^init(?: -|$)/, answered: /(?:^| )(?:-[yf]|--yes|--force)\b/, option: '-y', fixedAfter: 1 }),
  yarn: question({ asks: /^init(?: -|$)/, answered: yes, option: '-y', fixedAfter: 1 }),
  kubeadm: question({
    asks: /^reset\b/,
    answered: /(?:^| )(?:-f|--force|--dry-run|--help)\b/,
    option: '-f',
    fixedAfter: 1,
  }),
  'terraform tofu': question({
    asks: /^(?:-chdir=\S+ )?(?:apply|destroy)(?: -[^ ]+(?: \w+=[^ ]*)?)*$/,
    answered: /-(?:auto-approve|help)/,
    option: '-auto-approve',
  }),
  lxd: question({ asks: /^init\b/, answered: /--(?:auto|preseed|minimal|dump|help)/, option: '--auto', fixedAfter: 1 }),
  'ansible ansible-playbook': question({ asks: /(?:^| )(?:-[kK]|--ask-\S+)(?: |$)/, option: '' }),
  'manage.py django-admin': question(django),
  'python python2 python3': question({ ...django, asks: /^(?:\S*\/)?manage\.py (?:createsuperuser|flush)\b/ }),
  'rustup-init rustup-init.sh': question({
    asks: always,
    answered: /(?:^| )-\w*[yhV]|--help/,
    option: '-y',
    fixedAfter: 0,
  }),
  'curl wget': checkPipedInstaller,
  'bash sh zsh': question({
    asks: /^(?:-\w+ )*(?:\S*\/)?(?:Mini(?:conda|forge)|Mambaforge|Anaconda)\S*\.sh\b/i,
    answered: /(?:^| )-\w*[bh]/,
    option: '-b',
  }),
};

/** Looks at the arguments as one line. */
function question({ asks, answered, option, fixedAfter }: Question): CommandCheck<WaitArgs> {
  return (invocation) => {
    const line = argumentsOf(invocation).join(' ').slice(0, longest);
    const found = asks.exec(line)?.[0];
    if (found === undefined || answered?.test(line) || hasUnknownOptions(invocation)) return undefined;
    const verbs = found.split(' ').map((word) => word.slice(word.lastIndexOf('/') + 1));
    const name = [invocation.name, ...verbs.filter((word) => /^\w[\w.-]*$/.test(word))].join(' ');
    return fixedAfter === undefined
      ? ask(invocation, option, name)
      : addOption(invocation, name, fixedAfter - 1, option);
  };
}

function firstOf(...checks: readonly CommandCheck<WaitArgs>[]): CommandCheck<WaitArgs> {
  return (invocation, script) => {
    for (const check of checks) {
      const wait = check(invocation, script);
      if (wait) return wait;
    }
    return undefined;
  };
}

/** `-p` without a value asks at the terminal, whatever is fed to the program. */
function checkMysql(invocation: Invocation): Wait | undefined {
  const asks = argumentsOf(invocation).some((value) => value === '-p' || value === '--password');
  return asks ? told(invocation, `${invocation.name} -p`, '--defaults-extra-file') : undefined;
}

/** Making a key asks for the file without `-f` and for the passphrase without `-N` or `-P`; other modes are left alone. */
function checkSshKeygen(invocation: Invocation): Wait | undefined {
  const values = argumentsOf(invocation);
  if (values.some((value) => /^-[^-]*[lRFyeiAHDsLBKMQrgkTUYIpcG]/.test(value) && !/^-[tbCNPfOqZaVmw]/.test(value)))
    return undefined;
  const has = (letters: string) => values.some((value) => new RegExp(`^-q?[${letters}]`).test(value));
  return has('f') && has('NP') ? undefined : ask(invocation, "-f … -N ''");
}

function checkDpkgReconfigure(invocation: Invocation): Wait | undefined {
  const { command, at } = invocation;
  for (let i = 0; i < at; i++) if (command.value(i).startsWith('DEBIAN_FRONTEND=')) return undefined;
  return askUnless(invocation, /^(?:-f\w*|--frontend.*)$/, '-f noninteractive');
}

/** A request asks for the names in it, a new key for its passphrase. A configuration file may answer both. */
function checkOpenssl(invocation: Invocation): Wait | undefined {
  const values = argumentsOf(invocation);
  const has = (option: RegExp) => values.some((value) => option.test(value.slice(0, 100)));
  const [verb = ''] = values;
  const missing: string[] = [];
  if (verb === 'req' && has(/^-(?:new|x509|newkey)$/) && !has(/^-config$/)) {
    if (!has(/^-(?:subj|batch|in)$/)) missing.push('-subj');
    const makesKey = has(/^-newkey$/) || !has(/^-(?:key|in)$/);
    if (makesKey && !has(/^-(?:nodes|noenc|passout)$/)) missing.push('-nodes');
  } else if (/^gen(?:rsa|pkey)$/.test(verb) && has(/^-(?:aes|des|camellia|aria)/) && !has(/^-pass(?:out)?$/))
    missing.push(verb === 'genrsa' ? '-passout' : '-pass');
  else if (verb === 'pkcs12' && has(/^-export$/) && !has(/^-pass(?:out|word)?$/)) missing.push('-passout');
  else if (verb === 'passwd' && !values.slice(1).some((value) => /^(?:[^-]|-(?:in|stdin|help)$)/.test(value)))
    missing.push('-stdin');
  if (missing.length === 0 || hasUnknownOptions(invocation)) return undefined;
  return ask(invocation, missing.join(' '), `openssl ${verb}`);
}

function checkEasyrsa(invocation: Invocation, script: Script): Wait | undefined {
  const values = argumentsOf(invocation);
  const verb = values.find((value) =>
    /^(?:build-ca|gen-req|sign-req|build-(?:server|client)-full|revoke)$/.test(value),
  );
  if (
    verb === undefined ||
    values.some((value) => /^--(?:batch|req-cn)/.test(value)) ||
    script.mentions('EASYRSA_BATCH')
  )
    return undefined;
  return addOption(invocation, `easyrsa ${verb}`, -1, '--batch');
}

/** Without a terminal it takes its answers from these options, or gives up. */
function checkCertbot(invocation: Invocation): Wait | undefined {
  const line = argumentsOf(invocation).join(' ').slice(0, longest);
  const asks = /^(?:run|certonly|register)\b|(?:^| )--(?:nginx|apache|standalone|webroot|manual)\b/.test(line);
  if (!asks || /^(?:renew|install|plugins|certificates|reconfigure)\b/.test(line) || hasUnknownOptions(invocation))
    return undefined;
  const isAnswered =
    /(?:^| )(?:-[a-z]*n[a-z]*|--non-?interactive|--help|--version)(?: |$)/.test(line) ||
    (/--agree-tos/.test(line) && /(?:^| )(?:-m|--email|--register-unsafely)/.test(line));
  return isAnswered ? undefined : ask(invocation, '-n --agree-tos -m');
}

/** On Debian and Ubuntu it asks for a password and a full name; elsewhere it is another name of `useradd`. */
function checkAdduser(invocation: Invocation, script: Script): Wait | undefined {
  const values = argumentsOf(invocation);
  const isOther = values.some((value) => /^(?:-[^-]|--(?:system|group|help|version)$)/.test(value));
  const has = (option: RegExp) => values.some((value) => option.test(value));
  const missing = [
    ...(has(/^--disabled-/) ? [] : ['--disabled-password']),
    ...(has(/^--(?:gecos|comment)/) ? [] : ["--gecos ''"]),
  ];
  if (isOther || values.length === 0 || missing.length === 0) return undefined;
  if (script.mentions('yum ') || script.mentions('dnf ') || script.mentions('apk ')) return undefined;
  const takers = /^--(?:home|shell|uid|gid|ingroup|gecos|comment|conf|firstuid|lastuid|firstgid|lastgid)$/;
  const plain = values.filter((value, i) => !value.startsWith('-') && !takers.test(values[i - 1] ?? ''));
  // With a second name it adds a user to a group.
  if (plain.length !== 1 || hasUnknownOptions(invocation)) return undefined;
  const wait = addOption(invocation, 'adduser', -1, missing.join(' '));
  return wait && !script.mentions('apt') ? { ...wait, severity: 'information' } : wait;
}

/** Installers that a pipe feeds to a shell and that ask unless that shell hands on an answer. */
function checkPipedInstaller(invocation: Invocation, { text }: Script): Wait | undefined {
  const { command } = invocation;
  if (!command.isPiped) return undefined;
  const installer = argumentsOf(invocation)
    .map((value) => /^(?:https:\/\/)?(sh\.rustup\.rs|sdk\.cloud\.google\.com)\/?$/.exec(value)?.[1])
    .find((address) => address !== undefined);
  if (installer === undefined) return undefined;
  const from = command.end(command.length - 1);
  const rest = /^[^|\n;]{0,100}\|\s*(?:sudo )?(?:\S*\/)?(?:ba|da|z)?sh\b([^|;&#\n]{0,200})/.exec(
    text.slice(from, from + 400),
  );
  const option = installer === 'sh.rustup.rs' ? '-y' : '--disable-prompts';
  if (
    !rest ||
    / (?:-y|-qy|--disable-prompts)\b/.test(rest[1] ?? '') ||
    text.slice(command.start(0), from + rest[0].length).includes('DISABLE_PROMPTS')
  )
    return undefined;
  const end = from + rest[0].length - (rest[1] ?? '').length;
  const place = told(invocation, `${invocation.name} ${installer} | sh`, `-s -- ${option}`);
  const isBare = (rest[1] ?? '').trim() === '';
  return {
    ...place,
    end,
    ...(isBare && { edits: [{ start: end, end, text: ` -s -- ${option}` }] }),
  };
}
