/** How the arguments of a program tell that it goes on until it is stopped. */
import { readOptions, taking } from '../../commands/options';
import { takesComposeValue, takesContainerValue, takesRunValue } from '../container-options';

/** A program that does not end by itself. */
export interface Endless {
  /** As a user names it. */
  readonly command: string;
  /** Only a name tells so. */
  readonly isGuess?: boolean;
  /** It ends when nobody reads any more what it writes. */
  readonly isFollowing?: boolean;
  /** The option that sends it to the background, and after how many arguments it can be put. */
  readonly detach?: { readonly option: string; readonly after: number };
}

/** Gives what goes on for ever when the program runs with these arguments. */
export type Form = (values: readonly string[], name: string) => Endless | undefined;

const help = /^--(?:help|version)/;
const follows = /^(?:-\w{0,20}f\w{0,20}|--follow(?:=true)?)$/;

const takesValueBeforeVerb = taking(
  '-H --host -c --context --config -p --port --profile --env-file -n --namespace --kubeconfig --prefix --cwd -C -w --workspace --filter --app -A --workdir -b --broker --settings',
);

/** Images of services, which need no command. */
const services = new Set(
  'nginx httpd caddy traefik haproxy redis memcached mysql mariadb postgres mongo rabbitmq elasticsearch grafana prometheus jenkins registry wordpress ghost nextcloud tomcat'.split(
    ' ',
  ),
);

/** Whatever its arguments, but for such a one. */
export function unless(ends: RegExp = help, more: Partial<Endless> = {}): Form {
  return (values, name) =>
    values.some((value) => ends.test(value) || help.test(value)) ? undefined : { command: name, ...more };
}

/** Where such an argument is given; the option is added to the name. */
export function when(argument: RegExp, option: string, more: Partial<Endless> = {}): Form {
  return (values, name) =>
    values.some((value) => argument.test(value.slice(0, 200))) ? { command: `${name} ${option}`, ...more } : undefined;
}

/** With one of these verbs as the first plain word. */
export function verb(verbs: string, ends: RegExp = help, more: Partial<Endless> = {}): Form {
  const known = new Set(verbs.split(' '));
  return (values, name) => {
    const found = values[readOptions(values, 0, takesValueBeforeVerb).next] ?? '';
    const isEnding = values.some((value) => ends.test(value) || help.test(value));
    return isEnding || !known.has(found) ? undefined : { command: `${name} ${found}`, ...more };
  };
}

/** `logs` that are followed; an `f` in another word is part of a value, as in `-nflux`. */
export function followedLogs(values: readonly string[], name: string): Endless | undefined {
  const isFollowed = values.some((value) => /^(?:-f|--follow(?:=true)?)$/.test(value));
  return isFollowed ? verb('logs', help, { command: `${name} logs -f`, isFollowing: true })(values, name) : undefined;
}

/** The first form that says something. */
export function either(...forms: readonly Form[]): Form {
  return (values, name) => {
    for (const form of forms) {
      const endless = form(values, name);
      if (endless) return endless;
    }
    return undefined;
  };
}

export function container(values: readonly string[], name: string): Endless | undefined {
  let at = readOptions(values, 0, takesContainerValue).next;
  if (values[at] === 'compose') return compose(values, `${name} compose`, at + 1);
  if (values[at] === 'container' || values[at] === 'service') at++;
  const rest = values.slice(at + 1);
  const command = `${name} ${values[at]}`;
  const isEnded = (option: RegExp) => rest.some((value) => option.test(value) || help.test(value));
  switch (values[at]) {
    case 'logs':
      return rest.some((value) => follows.test(value)) ? { command: `${command} -f`, isFollowing: true } : undefined;
    case 'events':
      return isEnded(/^--until/) ? undefined : { command, isFollowing: true };
    case 'stats':
      return isEnded(/^--no-stream/) ? undefined : { command, isFollowing: true };
    case 'attach':
      return isEnded(help) ? undefined : { command };
    case 'run':
      return servesImage(rest) ? { command, isGuess: true } : undefined;
    default:
      return undefined;
  }
}

/** `from`: where the options of Compose begin. */
export function compose(values: readonly string[], name: string, from = 0): Endless | undefined {
  const at = readOptions(values, from, takesComposeValue).next;
  const rest = values.slice(at + 1);
  const command = `${name} ${values[at]}`;
  switch (values[at]) {
    case 'up': {
      const ends =
        /^(?:-\w*[dh]\w*|--(?:detach|wait|no-start|abort-on-container-exit|abort-on-container-failure|exit-code-from|dry-run|help)(?:=.*)?)$/;
      return rest.some((value) => ends.test(value)) ? undefined : { command, detach: { option: '-d', after: at + 1 } };
    }
    case 'logs':
      return rest.some((value) => follows.test(value)) ? { command: `${command} -f`, isFollowing: true } : undefined;
    case 'watch':
    case 'attach':
    case 'events':
      return rest.some((value) => help.test(value)) ? undefined : { command };
    default:
      return undefined;
  }
}

/** The scripts of a package; only npm's own `start` goes without `run`. */
export function packageScript(values: readonly string[], name: string): Endless | undefined {
  let at = readOptions(values, 0, takesValueBeforeVerb).next;
  const isRun = values[at] === 'run' || values[at] === 'run-script';
  if (isRun) at = readOptions(values, at + 1, takesValueBeforeVerb).next;
  const script = values[at] ?? '';
  const isServing = /^(?:start|dev|serve|watch)(?::[\w:-]+)?$/.test(script.slice(0, 100));
  const isScript = isRun || name !== 'npm' || script === 'start';
  return isServing && isScript ? { command: `${name} ${isRun ? 'run ' : ''}${script}` } : undefined;
}

/** A tool or an installer ends by itself. */
export function java(values: readonly string[], name: string): Endless | undefined {
  const at = values.indexOf('-jar');
  const [jar = '', ...rest] = values.slice(at + 1);
  if (at === -1 || jar === '') return undefined;
  const isTool = /install|\bcli\b|tool|generat|convert|migrat|compil|plantuml|sign/i.test(jar.slice(0, 200));
  const isTask = rest.some((value) => /^(?:-h$|-*(?:help|version|generate|migrate|install))/i.test(value));
  return isTool || isTask ? undefined : { command: `${name} -jar`, isGuess: true };
}

/** One connection ends it, if it ever comes, unless it goes on listening. */
export function netcat(values: readonly string[], name: string): Endless | undefined {
  const { given } = readOptions(values, 0, taking('-p -s -w -q -i -e -c -I -O -T -V -x -X -P'));
  if (!given.has('-l') && !given.has('--listen')) return undefined;
  const isKept = given.has('-k') || given.has('--keep-open');
  return isKept ? { command: `${name} -lk` } : { command: `${name} -l`, isGuess: true };
}

export function tunnel(values: readonly string[], name: string): Endless | undefined {
  const { given } = readOptions(values, 0, taking('-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w'));
  return given.has('-N') && !given.has('-f')
    ? { command: `${name} -N`, detach: { option: '-f', after: 0 } }
    : undefined;
}

/** An image of a service without a command, or one whose port is published. */
function servesImage(values: readonly string[]): boolean {
  const { given, next } = readOptions(values, 0, takesRunValue);
  if (['-d', '--detach', '--help'].some((option) => given.has(option))) return false;
  const isPublished = ['-p', '--publish', '-P', '--publish-all'].some((option) => given.has(option));
  const image = (values[next] ?? '').replace(/^.*\//s, '').replace(/[:@].*/s, '');
  return isPublished || (services.has(image) && next === values.length - 1);
}
