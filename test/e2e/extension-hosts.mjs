// The extension hosts of an editor, as the system's processes.
import { execFileSync } from 'node:child_process';

/**
 * The process numbers of all extension hosts that an editor has.
 * @param {number} editor its process
 * @returns {number[]}
 */
export function extensionHosts(editor) {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,args=']).toString().split('\n');
  const processes = lines.flatMap((line) => {
    const [, pid, parent, command] = /^ *(\d+) +(\d+) +(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const isInside = (pid) => pid === editor || (parents.has(pid) && isInside(parents.get(pid)));
  return processes
    .filter(({ pid, command }) => command.includes('--type=extensionHost') && isInside(pid))
    .map(({ pid }) => pid);
}
