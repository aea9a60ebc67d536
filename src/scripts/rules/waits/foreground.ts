/** Programs that go on until they are stopped. */
import { readOptions, taking } from '../../commands/options';
import {
  compose,
  container,
  type Endless,
  either,
  type Form,
  followedLogs,
  java,
  netcat,
  packageScript,
  tunnel,
  unless,
  verb,
  when,
} from './foreground-forms';

/** Files that are started to serve. */
const serverFile = /^(?:app|server|main|index|bot|www)(?:\.[cm]?js)?$/;
const serverScript = /^(?:app|server|main|bot|run)\.py$/;

const artisan = verb(
  'serve schedule:work horizon queue:work queue:listen octane:start reverb:start',
  /^--(?:once|stop-when-empty|max-time|max-jobs)/,
);
const notebook = /^(?:list|stop|password|build|clean|extension|labextension|workspaces|--generate-config)$/;

/** By program, with blanks between those that are alike. */
const forms: Readonly<Record<string, Form>> = {
  'python python2 python3 python3.8 python3.9 python3.10 python3.11 python3.12 python3.13': python,
  'http.server SimpleHTTPServer uvicorn hypercorn daphne waitress-serve': unless(),
  gunicorn: unless(/^-(?:[Dhv]|-daemon|-check-config|-print-config)/),
  'manage.py django-admin': verb('runserver'),
  'flask streamlit catalina.sh caddy': verb('run'),
  celery: verb('worker beat flower', /^-(?:D|-detach)/),
  jupyter: verb('notebook lab server', notebook),
  'jupyter-notebook jupyter-lab': unless(notebook),
  'jupyterhub tensorboard code-server mysqld_safe': unless(),
  'ollama vllm hugo mkdocs mlflow': verb('serve server ui'),
  airflow: verb('webserver scheduler standalone triggerer api-server', /^-(?:D|-daemon)/),
  'node nodejs': node,
  'nodemon pm2-runtime pm2-docker http-server live-server json-server': unless(),
  'npm yarn pnpm bun': packageScript,
  next: verb('dev start serve preview'),
  vite: either(verb('dev serve preview'), (values, name) => (values.length === 0 ? { command: name } : undefined)),
  pm2: verb('logs log monit attach', /^--nostream/, { isFollowing: true }),
  'npx bunx': runner(''),
  bundle: runner('exec'),
  'poetry pipenv uv': runner('run'),
  'docker podman nerdctl': container,
  'docker-compose podman-compose': compose,
  kubectl: either(verb('port-forward proxy'), followedLogs),
  java,
  'mvn mvnw': either(
    when(/spring-boot:run/, 'spring-boot:run'),
    when(/jetty:run/, 'jetty:run'),
    when(/quarkus:dev/, 'quarkus:dev'),
  ),
  'gradle gradlew': when(/(?:^|:)bootRun$/, 'bootRun'),
  'kafka-server-start.sh zookeeper-server-start.sh': unless(/^-daemon/),
  dotnet: verb('run watch'),
  php: either(when(/^-S/, '-S'), (values, name) =>
    /(?:^|\/)artisan$/.test(values[0] ?? '') ? artisan(values.slice(1), `${name} artisan`) : undefined,
  ),
  artisan,
  'php-fpm': when(/^-(?:F|-nodaemonize)/, '-F'),
  symfony: verb('serve server:start', /^-(?:d|-daemon)/),
  rails: verb('server s', /^-(?:[dh]|-daemon)/),
  'puma rackup sidekiq': unless(/^-(?:[dDhvV]|-daemon)/),
  jekyll: verb('serve server s', /^-(?:B|-detach)/),
  nginx: when(/daemon\s+off/, "-g 'daemon off;'"),
  sshd: when(/^-\w*D/, '-D'),
  'httpd apache2 apachectl apache2ctl': when(/^(?:-D)?FOREGROUND$/, '-DFOREGROUND'),
  'cron crond': when(/^-[fn]/, '-f'),
  supervisord: when(/^-(?:n|-nodaemon)/, '-n'),
  'redis-server': redis,
  mongod: unless(/^-(?:[fh]|-(?:fork|config|shutdown)\b)/, { isGuess: true }),
  openvpn: unless(/^--(?:daemon|genkey|mktun|rmtun|show-)/),
  'vault consul nomad minio k3s': verb('server agent'),
  ngrok: verb('http tcp tls start'),
  tcpdump: unless(/^(?:-\w*[crD]\d*|-G|-h|--list-interfaces)$/, { isFollowing: true }),
  inotifywait: when(/^(?:-\w*m\w*|--monitor)$/, '-m', { isFollowing: true }),
  dmesg: when(/^-(?:[^\WfFlns]*[wW]|-follow)/, '-w', { isFollowing: true }),
  'nc ncat netcat': netcat,
  socat: when(/-LISTEN:.*\bfork\b/i, 'LISTEN'),
  ssh: tunnel,
};

const byName = new Map(
  Object.entries(forms).flatMap(([names, form]) => names.split(' ').map((name) => [name, form] as const)),
);

/** The names of these programs, with blanks between them. */
export const foregroundPrograms = [...byName.keys()].join(' ');

/** What goes on for ever when this program runs with these arguments; nothing when it ends. */
export function endlessOf(name: string, values: readonly string[]): Endless | undefined {
  return byName.get(name)?.(values, name);
}

function python(values: readonly string[], name: string): Endless | undefined {
  const { given, next } = readOptions(values, 0, taking('-W -X'));
  const [first = '', ...rest] = values.slice(next);
  return given.has('-m') ? wrapped(first, rest, `${name} -m`) : program(first, rest, name, serverScript);
}

function node(values: readonly string[], name: string): Endless | undefined {
  const { given, next } = readOptions(values, 0, taking('-r --require --import --loader'));
  const isOther = ['-e', '-p', '-c', '--eval', '--print', '--check', '--test'].some((option) => given.has(option));
  return isOther ? undefined : program(values[next] ?? '', values.slice(next + 1), name, serverFile);
}

/** A file of settings may send it to the background. */
function redis(values: readonly string[], name: string): Endless | undefined {
  return /^[^-]/.test(values[0] ?? '')
    ? undefined
    : unless(/^-(?:[hv]|-daemonize|-include|-test-memory)/, { isGuess: true })(values, name);
}

/** The file that an interpreter runs. With a task as its first argument it does that and ends. */
function program(path: string, values: readonly string[], name: string, server: RegExp): Endless | undefined {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const known = wrapped(file, values, name);
  if (known) return known;
  const [task = ''] = values;
  const isTask = /^[a-z][\w:-]*$/i.test(task) && !/^(?:start|serve|run|runserver|dev|prod(?:uction)?)$/.test(task);
  const isEnding =
    isTask || values.some((value) => /^(?:-h|--(?:help|version|check|once|dry-run|test|init))$/.test(value));
  return isEnding || !server.test(file) ? undefined : { command: `${name} ${file}`, isGuess: true };
}

/** A program that runs the one after `word`. */
function runner(word: string): Form {
  return (values, name) => {
    const after = word === '' ? 0 : values.indexOf(word) + 1;
    const at = readOptions(values, after, taking('-p --package --with')).next;
    if (word !== '' && after === 0) return undefined;
    const path = values[at] ?? '';
    return wrapped(path.slice(path.lastIndexOf('/') + 1), values.slice(at + 1), word ? `${name} ${word}` : name);
  };
}

function wrapped(name: string, values: readonly string[], before: string): Endless | undefined {
  const endless = endlessOf(name, values);
  return endless && { command: `${before} ${endless.command}`, isGuess: endless.isGuess === true };
}
