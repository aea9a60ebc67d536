/** What is written at the first boot of a server, and how it is read over SSH. */
import { sshArguments } from './arguments';
import type { SshLogin } from './login';

/**
 * Those of a Linux server, the most telling file last: by cloud-init, by NCP's own agent, and by our templates. No page
 * of NCP names its file; others do.
 */
export const bootLogs = [
  '/var/log/cloud-init-output.log',
  '/var/log/ncloud-init.log',
  '/var/log/init-script.log',
] as const;

/** Where a Windows server keeps what its agent writes, as others tell. */
export const windowsBootLogs = 'C:\\Program Files (x86)\\NBP\\ncloud-init\\logs';

/**
 * The arguments for `ssh`. `tail` names the file before its lines and waits for those that are missing.
 */
export function bootLogArguments(login: SshLogin, logs: readonly string[] = bootLogs): string[] {
  return sshArguments(login, { command: ['tail', '-n', '+1', '-F', ...logs] });
}
