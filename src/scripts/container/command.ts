/** What is asked of `docker` or `podman`: plain arguments, read by no shell of this computer. */

/** A run of a script in a container. */
export interface Trial {
  /** Of the container, so that it can be stopped. */
  readonly name: string;
  /** With its registry: `docker.io/library/ubuntu:22.04`. */
  readonly image: string;
  readonly hasNetwork: boolean;
  readonly script: string;
  /** Milliseconds that the script may take. */
  readonly limit: number;
}

/** Where the script lies in the container; what its shell says of it begins with this. */
export const scriptPath = '/init-script';

/** The line after which all output is that of the script. */
export const startMark = 'ncloud: the script starts';

/** How a line begins that stands for a command that was left out. */
export const leftOutMark = 'ncloud: left out: ';

/** What needs a systemd, a kernel or a clock of its own. Under `set -e` one of them would end the script. */
export const leftOut =
  'systemctl service hostnamectl timedatectl localectl loginctl journalctl sysctl modprobe swapon swapoff reboot shutdown poweroff halt';

/** Milliseconds for which a container whose editor is gone outlives the limit. */
const grace = 60_000;

/**
 * Run by `sh` in the container. The script is read from the input, so that it lies in no file of this computer. It gets
 * what a first boot has: root, no terminal, an empty input, neither HOME nor USER.
 */
const start = `cat >${scriptPath} && chmod 700 ${scriptPath} || exit
exec 2>&1
limit=$1
shift
(: >>/proc/1/fd/1) 2>/dev/null && for log; do ln -s /proc/1/fd/1 "$log"; done
cd /usr/local/sbin
printf '%s\\n' '#!/bin/sh' 'echo "${leftOutMark}\${0##*/} $*"' >left-out
for program in ${leftOut}; do ln -s left-out $program; done
command -v sudo >/dev/null || cat >sudo <<'END'
#!/bin/sh
while [ $# -gt 0 ]; do
  case $1 in
    --user=*) user=\${1#*=} ;;
    --user | -u | -[!-]*u) user=$2; shift ;;
    --group | -[gpChDTR]) shift ;;
    --) shift; break ;;
    -*) ;;
    *=*) export "$1" ;;
    *) break ;;
  esac
  shift
done
[ $# -gt 0 ] || set -- sh
[ "\${user:-root}" = root ] && exec "$@"
exec runuser -u "$user" -- "$@"
END
chmod 755 left-out sudo
cd /
echo '${startMark}'
exec env -i PATH="$PATH" timeout --kill-after=10 "$limit" ${scriptPath} </dev/null`;

/** The arguments of `docker` or `podman`; the script is its input. */
export function runArguments({ name, image, hasNetwork, script, limit }: Trial): string[] {
  const network = hasNetwork ? [] : ['--network', 'none'];
  const seconds = String(Math.ceil((limit + grace) / 1000));
  const options = ['--rm', '-i', '--name', name, '--pull', 'missing', ...network, '--entrypoint', 'sh'];
  return ['run', ...options, image, '-c', start, 'sh', seconds, ...logsOf(script)];
}

/** The arguments that end it at once. */
export function stopArguments({ name }: Pick<Trial, 'name'>): string[] {
  return ['kill', name];
}

const redirection = /^[ \t]*exec[ \t]+[12&]?>>?[ \t]*["']?(?:(\/[\w./-]+)|\$\{?(\w+)\}?)/gm;

/** No real script has more; each is sought in all of it. */
const mostLogs = 20;

/** The files into which a script sends all of its output: there nobody would see it. */
function logsOf(script: string): string[] {
  const found = [...script.matchAll(redirection)].slice(0, mostLogs);
  const files = found.map(([, path, name = '']) => path ?? pathIn(script, name));
  return [...new Set(files)].filter((file): file is string => file !== undefined && !file.startsWith('/dev/'));
}

/** The path that a variable is set to. */
function pathIn(script: string, variable: string): string | undefined {
  const assignment = new RegExp(`^[ \\t]*(?:(?:export|readonly|declare)[ \\t]+)?${variable}=["']?(/[\\w./-]+)`, 'm');
  return assignment.exec(script)?.[1];
}
