/** Package managers that ask before they do something. */
import { argumentsOf, type Invocation } from '../../commands/invocation';
import { readOptions, type TakesValue } from '../../commands/options';
import type { CommandCheck } from '../../rule';
import { takesAptValue, takesCondaValue, takesYumValue, takesZypperValue } from '../package-options';
import { addOption, type Wait, type WaitArgs } from './waiting';

interface Manager {
  /** The commands that ask, some of two words. */
  readonly asking: ReadonlySet<string>;
  /** The options after which it does not ask. */
  readonly answered: RegExp;
  readonly takesValue?: TakesValue;
}

/** `groups` are written as `group:install,remove`. */
function words(single: string, ...groups: readonly string[]): ReadonlySet<string> {
  const double = groups.flatMap((group) => {
    const [names = '', verbs = ''] = group.split(':');
    return names.split(' ').flatMap((name) => verbs.split(' ').map((verb) => `${name} ${verb}`));
  });
  return new Set([...single.split(' '), ...double]);
}

const apt: Manager = {
  asking: words(
    'install reinstall remove purge upgrade dist-upgrade full-upgrade safe-upgrade autoremove autopurge build-dep',
  ),
  answered:
    /^(?:--(?:yes|assume-yes|assume-no|force-yes|trivial-only|simulate|just-print|dry-run|no-act|recon|print-uris|help)|-q=\d|-[a-zA-Z]*[ys][a-zA-Z]*|-[a-zA-Z]*q[a-zA-Z]*q[a-zA-Z]*|.*assume-yes.*)$/i,
  takesValue: takesAptValue,
};

const yum: Manager = {
  asking: words(
    'install reinstall localinstall localupdate groupinstall groupupdate update upgrade upgrade-minimal update-minimal downgrade remove erase autoremove groupremove swap distro-sync builddep',
    'module:install enable disable reset remove switch-to update',
    'group groups:install update upgrade remove',
    'copr:enable disable remove',
    'history:undo redo rollback',
    'system-upgrade:download',
  ),
  answered: /^(?:--(?:assumeyes|assumeno|help)|--setopt=\W?assumeyes.*|-[a-zA-Z]*[yh][a-zA-Z]*)$/,
  takesValue: takesYumValue,
};

const zypper: Manager = {
  asking: words('install in remove rm update up patch dist-upgrade dup source-install si'),
  answered: /^(?:--(?:non-interactive|no-confirm|help)|-[a-zA-Z]*[nyh][a-zA-Z]*)$/,
  takesValue: takesZypperValue,
};

const conda: Manager = {
  asking: words('install create update upgrade remove uninstall clean'),
  answered: /^(?:--(?:yes|json|help|dry-run)|-[a-zA-Z]*y[a-zA-Z]*|-[dh])$/,
  takesValue: takesCondaValue,
};

const pip: Manager = { asking: words('uninstall'), answered: /^(?:--yes|-[a-z]*y[a-z]*|--help)$/ };

const flatpak: Manager = {
  asking: words('install update upgrade uninstall remove'),
  answered: /^(?:--(?:assumeyes|noninteractive|help)|-[a-zA-Z]*y[a-zA-Z]*)$/,
};

const amazonExtras: Manager = { asking: words('install'), answered: /^-y$/ };

/** The checks of their commands, by program. */
export const packageManagers: Readonly<Record<string, CommandCheck<WaitArgs>>> = {
  'apt apt-get aptitude nala': asking(apt, '::Assume-Yes'),
  'yum dnf dnf5': asking(yum, 'assumeyes='),
  zypper: asking(zypper),
  'conda mamba micromamba': asking(conda, 'always_yes', 'ALWAYS_YES'),
  'pip pip2 pip3': asking(pip),
  flatpak: asking(flatpak),
  'amazon-linux-extras': asking(amazonExtras),
  'pacman yay paru': checkPacman,
};

/** `settings`: what tells it in a configuration file, or in the environment, not to ask. */
function asking(
  { asking: verbs, answered, takesValue = () => false }: Manager,
  ...settings: readonly string[]
): CommandCheck<WaitArgs> {
  return (invocation, script) => {
    const values = argumentsOf(invocation);
    const index = readOptions(values, 0, takesValue).next;
    const verb = values[index] ?? '';
    const both = `${verb} ${values[index + 1] ?? ''}`;
    const isDouble = verbs.has(both);
    if (!isDouble && !verbs.has(verb)) return undefined;
    if (values.some((value) => value.length < 200 && answered.test(value))) return undefined;
    const asked = `${invocation.name} ${isDouble ? both : verb}`;
    const wait = addOption(invocation, asked, isDouble ? index + 1 : index, '-y');
    return wait && !settings.some((setting) => script.mentions(setting)) ? wait : undefined;
  };
}

/** `-S` with names or `-u`, `-R` and `-U` ask; a search, a mere refresh and what is only printed do not. */
function checkPacman(invocation: Invocation): Wait | undefined {
  const values = argumentsOf(invocation);
  const index = values.findIndex((value) => /^-[a-z]*[SRU][a-z]*$/.test(value));
  const operation = values[index] ?? '';
  const tellsOnly = operation.includes('S') ? /[silgph]/ : /[ph]/;
  const isAnswered = values.some((value) => /^(?:-p|--print|--noconfirm)$/.test(value));
  if (index === -1 || tellsOnly.test(operation) || isAnswered) return undefined;
  const isRefresh = !operation.includes('u') && values.every((value) => value.startsWith('-'));
  return isRefresh ? undefined : addOption(invocation, `${invocation.name} ${operation}`, index, '--noconfirm');
}
