/** Where SSH reaches a server, how one connects, and what it runs there to follow the log of the first boot. */
import { isIPv4 } from 'node:net';
import type { Server } from './server';

/**
 * What is written at the first boot of a Linux server, the most telling file last: by cloud-init, by NCP's own agent,
 * and by our templates. No page of NCP names its file; others do.
 */
export const bootLogs = [
  '/var/log/cloud-init-output.log',
  '/var/log/ncloud-init.log',
  '/var/log/init-script.log',
] as const;

/** Where a Windows server keeps what its agent writes, as others tell. */
export const windowsBootLogs = 'C:\\Program Files (x86)\\NBP\\ncloud-init\\logs';

/** An IPv4 address and a port that SSH goes to. */
export interface SshAddress {
  readonly host: string;
  readonly port: number;
}

const sshPort = 22;

/** The server's own public address, or Classic's shared one. Anything but an IPv4 address is none; nor has Windows one. */
export function sshAddress({
  os,
  publicIp,
  portForwarding,
}: Pick<Server, 'os' | 'publicIp' | 'portForwarding'>): SshAddress | undefined {
  if (os === 'windows') return undefined;
  if (publicIp !== undefined && isIPv4(publicIp)) return { host: publicIp, port: sshPort };
  if (portForwarding?.internalPort !== sshPort || !isIPv4(portForwarding.ip)) return undefined;
  const { ip, externalPort } = portForwarding;
  return Number.isInteger(externalPort) && externalPort > 0 && externalPort < 65_536
    ? { host: ip, port: externalPort }
    : undefined;
}

/** Whether SSH reaches a server now. */
export function takesSsh(server: Server): boolean {
  return server.state === 'running' && sshAddress(server) !== undefined;
}

/**
 * What one types to connect: `ssh root@203.0.113.10`, of another port `ssh root@198.51.100.7 -p 1025`. Undefined for a
 * server without an address for SSH.
 */
export function sshCommand(server: Server): string | undefined {
  const { host, port } = sshAddress(server) ?? {};
  if (host === undefined) return undefined;
  return port === sshPort ? `ssh root@${host}` : `ssh root@${host} -p ${port}`;
}

/**
 * The arguments for `ssh`. No shell of this computer reads them; that of the server gets the last ones as one line, so
 * they hold nothing that a shell would change. `tail` names the file before its lines and waits for those that are
 * missing.
 */
export function bootLogArguments({ host, port }: SshAddress, logs: readonly string[] = bootLogs): string[] {
  return ['-p', String(port), '-l', 'root', '--', host, 'tail', '-n', '+1', '-F', ...logs];
}
