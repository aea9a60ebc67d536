/** Where SSH reaches a server. */
import { isIPv4 } from 'node:net';
import type { Server } from '../servers/server';

/** An IPv4 address and a port that SSH goes to. */
export interface SshAddress {
  readonly host: string;
  readonly port: number;
}

export const sshPort = 22;

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
  return isPort(externalPort) ? { host: ip, port: externalPort } : undefined;
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

/** Whether a number is one of a port. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port > 0 && port < 65_536;
}
