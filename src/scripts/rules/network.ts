/** Commands that fetch something from the internet. */
import { argumentsOf, type Invocation } from '../commands/invocation';
import { type TakesValue, taking } from '../commands/options';
import { type CommandCheck, figure, type Rule } from '../rule';
import { expanded } from '../shell/command';
import { takesComposeValue, takesContainerValue } from './container-options';
import { areLocal, isPath } from './network-addresses';
import { takesAptValue, takesCondaValue, takesYumValue, takesZypperValue } from './package-options';

type Args = { command: string; count: number; reach: string };

const takesDockerValue: TakesValue = (option) => takesContainerValue(option) || takesComposeValue(option);
const takesCloudValue = taking('--profile --region --output --endpoint-url');

/**
 * Uses of the network by programs that need one of these words for it, as a user names them (`apt-get install`); of two
 * words the second says what it does with the first (`compose/up`), and `-` stands for no word. Then the options whose value is the next word.
 */
const programs: Readonly<Record<string, CommandCheck<Args>>> = {
  apt: verbs('install update upgrade full-upgrade dist-upgrade reinstall build-dep download source', takesAptValue),
  'apt-get': verbs('install update upgrade dist-upgrade reinstall build-dep download source', takesAptValue),
  aptitude: verbs('install update upgrade safe-upgrade full-upgrade download', takesAptValue),
  yum: verbs(
    'install update upgrade reinstall localinstall groupinstall group/install makecache check-update distro-sync',
    takesYumValue,
  ),
  'dnf microdnf': verbs(
    `install update upgrade reinstall groupinstall group/install group/update group/upgrade module/install module/enable
    module/update module/switch-to makecache check-update distro-sync download builddep`,
    takesYumValue,
  ),
  zypper: verbs('install in update up refresh ref patch dup dist-upgrade source-install si download', takesZypperValue),
  apk: verbs('add update upgrade fetch', taking('-p --root -X --repository')),
  pacman: use(({ name }, values) => values.find((value) => /^-S(?!.*[cgilps])/.test(value))?.replace(/^/, `${name} `)),
  rpm: use(({ name }, values) => (values.some((value) => /^(?:https?|ftp):/.test(value)) ? name : undefined)),
  git: verbs(
    'clone fetch pull ls-remote submodule/update submodule/add remote/update lfs/pull lfs/fetch',
    taking('-C -c --git-dir --work-tree'),
  ),
  svn: verbs('checkout co update up export', taking('--username --password')),
  'pip pip2 pip3 pipx': verbs('install download', taking('--proxy --log --cache-dir --python')),
  'conda mamba micromamba': verbs('install create update env/create env/update', takesCondaValue),
  poetry: verbs('install add update', taking('-C --directory -P --project')),
  npm: verbs('install i ci update exec', taking('--prefix -C -w --workspace')),
  yarn: verbs('- install add global/add', taking('--cwd')),
  pnpm: verbs('install i add', taking('-C --dir --filter')),
  docker: verbs(
    'pull run login build compose/up compose/pull compose/build compose/run compose/create image/pull buildx/build stack/deploy',
    takesDockerValue,
  ),
  'docker-compose': verbs('up pull build run create', takesComposeValue),
  podman: verbs('pull run login build', takesContainerValue),
  snap: verbs('install refresh'),
  gem: verbs('install update'),
  bundle: verbs('- install update'),
  go: verbs('get install mod/download', taking('-C')),
  cargo: verbs('install'),
  composer: verbs('install update require create-project', taking('-d --working-dir')),
  helm: verbs(
    'install upgrade pull repo/add repo/update dependency/update dependency/build',
    taking('-n --namespace --kube-context --kubeconfig'),
  ),
  'ansible-galaxy': verbs('install collection/install role/install'),
  'amazon-linux-extras': verbs('install'),
  terraform: verbs('init'),
  'aws ncloud': use((invocation, values) => {
    const verb = plainWords(invocation, takesCloudValue)[0];
    const isLocal = verb === undefined || verb === 'configure' || verb === 'help' || values.includes('help');
    return isLocal ? undefined : `${invocation.name} ${verb}`;
  }),
  certbot: use(({ name }, values) =>
    values.some((value) => /^(?:certificates|delete|plugins|unregister)$/.test(value)) ? undefined : name,
  ),
  'curl wget add-apt-repository ansible-pull npx': use(({ name }, values) => (values.length > 0 ? name : undefined)),
  'python python2 python3': use((_, values) => pipModuleUse(values)),
};

/** All uses are one finding, at the first of them, and only where the server is known not to get to the internet. */
export const networkUnreachable: Rule<Args> = {
  id: 'network-unreachable',
  severity: 'warning',
  what: {
    en: ({ command, count, reach }) => {
      const such = count === 1 ? '' : ` (${figure(count)} such commands)`;
      return reach === 'none'
        ? `${command} needs the internet, which this server cannot reach${such}.`
        : `${command} needs the internet, which this server reaches only through a NAT gateway${such}.`;
    },
    ko: ({ command, count, reach }) => {
      const commands = count === 1 ? `‘${command}’ 명령` : `‘${command}’ 등 ${figure(count)}개 명령`;
      return reach === 'none'
        ? `${commands}에는 인터넷이 필요하지만, 이 서버는 인터넷에 연결되지 않습니다.`
        : `${commands}에는 인터넷이 필요하지만, 이 서버는 NAT Gateway를 통해서만 인터넷에 연결됩니다.`;
    },
  },
  why: {
    en: ({ reach }) =>
      `No public IP is asked for at creation, and one that is attached later comes too late for the script. ${reach === 'none' ? 'Ask for one, or choose a private subnet with a NAT gateway.' : 'Make sure that there is a NAT gateway.'}`,
    ko: ({ reach }) =>
      `생성할 때 공인 IP를 할당하지 않으며, 나중에 할당하는 공인 IP는 스크립트가 실행된 뒤에 연결됩니다. ${reach === 'none' ? '생성할 때 할당하거나 NAT Gateway가 있는 Private Subnet을 선택하십시오.' : 'NAT Gateway가 있는지 확인하십시오.'}`,
  },
  programs,
  isToldOnce: true,
  find: (_, gathered) =>
    gathered.map(({ times = 1, ...first }) => ({ ...first, args: { ...first.args, count: times } })),
};

/** Options with which a program takes what is on the server already, or only tells of itself. */
const offline = /^--(?:offline|no-index|cacheonly|no-download|no-network|pull=never|disablerepo=\*)$/;

/** Uses whose words are addresses even without a scheme, and those whose addresses are for the program inside. */
const takesAddress = /^(?:curl|wget|git|svn|ansible-pull|(?:docker|podman) (?:pull|login))\b/;
const runsContainer = /^(?:docker|podman) (?:run|compose run)$/;
const telling = /^(?:--?(?:version|help)|-[Vh])$/;

/** `commandOf` names the use, given the words after the program. */
function use(commandOf: (invocation: Invocation, values: readonly string[]) => string | undefined): CommandCheck<Args> {
  return (invocation, script) => {
    const { reach } = script;
    if (reach !== 'none' && reach !== 'nat') return undefined;
    const values = argumentsOf(invocation);
    const asksNothing = values.length > 0 && values.every((value) => telling.test(value));
    const takesHere = values.some(
      (value, i) => offline.test(value) || (value === 'never' && values[i - 1] === '--pull'),
    );
    if (asksNothing || takesHere) return undefined;
    const command = commandOf(invocation, values);
    if (command === undefined) return undefined;
    const addresses = takesAddress.test(command) ? values : values.filter((value) => value.includes('://'));
    if (!runsContainer.test(command) && areLocal(addresses, script)) return undefined;
    const { command: words, at } = invocation;
    return { start: words.start(at), end: words.end(at), args: { command, count: 1, reach } };
  };
}

function verbs(words: string, takesValue: TakesValue = () => false): CommandCheck<Args> {
  const fetching = new Set(words.split(/\s+/));
  return use((invocation) => {
    const [first = '-', second = ''] = plainWords(invocation, takesValue);
    if (fetching.has(`${first}/${second}`)) return `${invocation.name} ${first} ${second}`;
    // Of `git clone` the next word is what is cloned.
    if (!fetching.has(first) || (first === 'clone' && isPath(second))) return undefined;
    return first === '-' ? invocation.name : `${invocation.name} ${first}`;
  });
}

/** The words that are no options, nor the values of these ones, nor known only when the script runs. */
function plainWords({ command, at }: Invocation, takesValue: TakesValue): string[] {
  const plain: string[] = [];
  for (let i = at + 1; i < command.length; i++) {
    const value = command.value(i);
    if (takesValue(value)) i++;
    else if (!/^[-+]/.test(value) && !command.has(i, expanded)) plain.push(value);
  }
  return plain;
}

function pipModuleUse(values: readonly string[]): string | undefined {
  const isInstall = values[0] === '-m' && values[1] === 'pip' && values.includes('install');
  return isInstall ? 'pip install' : undefined;
}
