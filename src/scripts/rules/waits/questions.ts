/** Programs of all kinds that ask, and the options that answer. */
import { argumentsOf, hasUnknownOptions, type Invocation } from '../../commands/invocation';
import type { CommandCheck } from '../../rule';
import type { Script } from '../../script';
import { firstOf, question } from './question';
import { addOption, ask, askUnless, told, type Wait, type WaitArgs } from './waiting';

const always = /^/;
const yes = /(?:^| )(?:-y|--yes)\b/;
/** Any argument; but for the answers it does not matter which. */
const some = /^(?=.)/;
const django = { asks: /^(?:createsuperuser|flush)\b/, answered: /--no-?input/, option: '--noinput' };

export const questions: Readonly<Record<string, CommandCheck<WaitArgs>>> = {
  passwd: (invocation) => askUnless(invocation, /^(?:-[a-zA-Z]*[ludeSahVnxwir][a-zA-Z]*|--(?!root).+)$/, ''),
  'chpasswd htdigest tzselect': (invocation) => ask(invocation, ''),
  vncpasswd: question({ asks: always, answered: /(?:^| )-f\b/, option: '-f' }),
  htpasswd: question({ asks: some, answered: /(?:^| )-\w*[biD]/, option: '-b' }),
  smbpasswd: question({ asks: always, answered: /(?:^| )-\w*[sxdenhw]/, option: '-s' }),
  'mysql_secure_installation mariadb-secure-installation': (invocation) =>
    askUnless(invocation, /^--use-default$/, '--use-default'),
  'mysql mysqldump mysqladmin mariadb': checkMysql,
  createuser: question({ asks: /(?:^| )(?:-\w*[PW]|--pwprompt|--interactive|--password)(?: |$)/, option: '' }),
  'psql pg_dump pg_restore createdb': question({ asks: /(?:^| )(?:-W|--password)(?: |$)/, option: '--no-password' }),
  'update-alternatives alternatives': question({ asks: /(?:^| )--(?:config|all)\b/, option: '' }),
  'redis-cli': question({ asks: /--cluster (?:create|fix)\b/, answered: /--cluster-yes\b/, option: '--cluster-yes' }),
  'dpkg-reconfigure': checkDpkgReconfigure,
  'do-release-upgrade': question({
    asks: always,
    answered: /(?:^| )(?:-[fchV]|--(?:frontend|check-dist|help|version))/,
    option: '-f DistUpgradeViewNonInteractive',
  }),
  adduser: checkAdduser,
  'fdisk gdisk': (invocation) => askUnless(invocation, /^(?:-[lsVvhx]|--(?:list|help|version).*)$/, ''),
  parted: question({ asks: /^(?=(?:\/\S+)?$)/, option: '' }),
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
    answered: /(?:^| )(?:-[ip]|--(?:identity|service-principal|password|federated-token|help))\b/,
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
};

/** `-p` without a value asks at the terminal, whatever is fed to the program. */
function checkMysql(invocation: Invocation): Wait | undefined {
  const asks = argumentsOf(invocation).some((value) => value === '-p' || value === '--password');
  return asks ? told(invocation, `${invocation.name} -p`, '--defaults-extra-file') : undefined;
}

function checkDpkgReconfigure(invocation: Invocation, script: Script): Wait | undefined {
  const { command, at } = invocation;
  if (script.mentions('export DEBIAN_FRONTEND')) return undefined;
  for (let i = 0; i < at; i++) if (command.value(i).startsWith('DEBIAN_FRONTEND=')) return undefined;
  return askUnless(invocation, /^(?:-f\w*|--frontend.*)$/, '-f noninteractive');
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
