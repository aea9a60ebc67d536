/** Commands that fetch something from the internet. */
import { argumentsOf, type Invocation } from '../invocation';
import { type CommandCheck, figure, type Rule } from '../rule';

const localAddress =
  /^(?:\w+:\/\/)?(?:[^/@]*@)?(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\])/;

type Args = { command: string; count: number; reach: string };

/** Uses of the network by programs that need one of these words for it, as a user names them (`apt-get install`). */
const programs: Readonly<Record<string, CommandCheck<Args>>> = {
  apt: verbs('install update upgrade full-upgrade dist-upgrade reinstall build-dep download source'),
  'apt-get': verbs('install update upgrade dist-upgrade reinstall build-dep download source'),
  aptitude: verbs('install update upgrade safe-upgrade full-upgrade download'),
  yum: verbs('install update upgrade reinstall localinstall groupinstall makecache check-update distro-sync'),
  dnf: verbs('install update upgrade reinstall groupinstall group module makecache check-update distro-sync'),
  git: verbs('clone fetch pull submodule ls-remote'),
  'pip pip2 pip3': verbs('install download'),
  npm: verbs('install i ci update exec'),
  yarn: verbs('install add global'),
  pnpm: verbs('install i add'),
  docker: verbs('pull run login build compose'),
  podman: verbs('pull run login build'),
  snap: verbs('install refresh'),
  gem: verbs('install update'),
  go: verbs('get install'),
  cargo: verbs('install'),
  composer: verbs('install update require create-project'),
  helm: verbs('repo install upgrade pull'),
  'add-apt-repository npx docker-compose': use(({ name }) => name),
  'curl wget': use((invocation) => (isRemote(argumentsOf(invocation)) ? invocation.name : undefined)),
  'python python2 python3': use((invocation) => pipModuleUse(argumentsOf(invocation))),
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
      const commands = count === 1 ? `‘${command}’ 명령` : `‘${command}’ 등 명령 ${figure(count)}개`;
      return reach === 'none'
        ? `${commands}에는 인터넷이 필요하지만, 이 서버는 인터넷에 연결되지 않습니다.`
        : `${commands}에는 인터넷이 필요하지만, 이 서버는 NAT Gateway를 통해서만 인터넷에 연결됩니다.`;
    },
  },
  why: {
    en: ({ reach }) =>
      `No public IP is asked for at creation, and one that is attached later comes too late for the script.${reach === 'none' ? ' A private subnet with a NAT gateway would do as well.' : ''}`,
    ko: ({ reach }) =>
      `생성할 때 공인 IP를 할당하지 않으며, 나중에 할당하는 공인 IP는 스크립트가 실행된 뒤에 연결됩니다.${reach === 'none' ? ' NAT Gateway가 있는 Private Subnet에서도 인터넷에 연결됩니다.' : ''}`,
  },
  programs,
  isToldOnce: true,
  find: (_, gathered) =>
    gathered.map(({ times = 1, ...first }) => ({ ...first, args: { ...first.args, count: times } })),
};

function use(commandOf: (invocation: Invocation) => string | undefined): CommandCheck<Args> {
  return (invocation, { reach }) => {
    if (reach !== 'none' && reach !== 'nat') return undefined;
    const command = commandOf(invocation);
    if (command === undefined) return undefined;
    const { command: words, at } = invocation;
    return { start: words.start(at), end: words.end(at), args: { command, count: 1, reach } };
  };
}

function verbs(words: string): CommandCheck<Args> {
  const fetching = new Set(words.split(' '));
  return use((invocation) => {
    const verb = argumentsOf(invocation).find((value) => fetching.has(value));
    return verb === undefined ? undefined : `${invocation.name} ${verb}`;
  });
}

function pipModuleUse(values: readonly string[]): string | undefined {
  const isInstall = values[0] === '-m' && values[1] === 'pip' && values.includes('install');
  return isInstall ? 'pip install' : undefined;
}

function isRemote(values: readonly string[]): boolean {
  const addresses = values.filter((value) => /^\w+:\/\//.test(value) || localAddress.test(value));
  const asksNothing = values.length === 0 || values.every((value) => /^--?(?:version|help|V|h)$/.test(value));
  return !asksNothing && (addresses.length === 0 || addresses.some((value) => !localAddress.test(value)));
}
