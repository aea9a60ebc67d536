/** Commands that fetch something from the internet. */
import { argumentsOf, type Invocation } from './invocation';

/** Programs that use the network only with one of these words. */
const fetching: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    apt: 'install update upgrade full-upgrade dist-upgrade reinstall build-dep download source',
    'apt-get': 'install update upgrade dist-upgrade reinstall build-dep download source',
    aptitude: 'install update upgrade safe-upgrade full-upgrade download',
    yum: 'install update upgrade reinstall localinstall groupinstall makecache check-update distro-sync',
    dnf: 'install update upgrade reinstall groupinstall group module makecache check-update distro-sync',
    git: 'clone fetch pull submodule ls-remote',
    pip: 'install download',
    pip2: 'install download',
    pip3: 'install download',
    npm: 'install i ci update exec',
    yarn: 'install add global',
    pnpm: 'install i add',
    docker: 'pull run login build compose',
    podman: 'pull run login build',
    snap: 'install refresh',
    gem: 'install update',
    go: 'get install',
    cargo: 'install',
    composer: 'install update require create-project',
    helm: 'repo install upgrade pull',
  }).map(([name, words]) => [name, new Set(words.split(' '))]),
);

const always = new Set(['add-apt-repository', 'npx', 'docker-compose']);
const transfers = new Set(['curl', 'wget']);
const pythons = new Set(['python', 'python2', 'python3']);

/** The programs that `networkUseOf` knows. */
export const networkPrograms: readonly string[] = [...fetching.keys(), ...always, ...transfers, ...pythons];

const localAddress =
  /^(?:\w+:\/\/)?(?:[^/@]*@)?(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\])/;

/** Gives the command as a user names it (`apt-get install`) when it needs the internet. */
export function networkUseOf(invocation: Invocation): string | undefined {
  const { name } = invocation;
  if (always.has(name)) return name;
  if (transfers.has(name)) return isRemote(argumentsOf(invocation)) ? name : undefined;
  if (pythons.has(name)) return pipModuleUse(argumentsOf(invocation));
  const words = fetching.get(name);
  if (!words) return undefined;
  const verb = argumentsOf(invocation).find((value) => words.has(value));
  return verb === undefined ? undefined : `${name} ${verb}`;
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
