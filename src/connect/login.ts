/** How one logs in at a server: where, as whom, and under which name its host key is known. */
import { isIPv4 } from 'node:net';
import type { Server } from '../servers/server';
import { isPort, type SshAddress, sshAddress } from './address';

/** What the user has chosen for a server; all else comes from the server itself. */
export interface ChosenLogin {
  readonly user?: string;
  /** Instead of 22, or of the port that Classic forwards. */
  readonly port?: number;
  /** Path of the private key that the server lets in. */
  readonly identityFile?: string;
}

export interface SshLogin extends SshAddress {
  readonly user: string;
  /** Under this name SSH keeps the host key, so that an address that comes back with another server clashes with none. */
  readonly alias: string;
  readonly identityFile?: string;
}

/** Servers of NCP take root. */
const defaultUser = 'root';

/** Undefined for a server without an address for SSH. What was chosen counts only where it is fit for an argument. */
export function loginOf(server: Server, chosen: ChosenLogin = {}): SshLogin | undefined {
  const address = sshAddress(server);
  const alias = hostKeyAlias(server.number);
  if (!address || alias === undefined) return undefined;
  const { user = defaultUser, port = address.port, identityFile } = chosen;
  return {
    host: address.host,
    port: isPort(port) ? port : address.port,
    user: isUser(user) ? user : defaultUser,
    alias,
    ...(identityFile === undefined ? {} : { identityFile }),
  };
}

/** `ncp-1234567`; undefined for what is no number of a server. */
export function hostKeyAlias(serverInstanceNo: string): string | undefined {
  return /^\d{1,20}$/.test(serverInstanceNo) ? `ncp-${serverInstanceNo}` : undefined;
}

/** Whether it is a name of a user of Linux: nothing in it means anything to SSH or to a shell. */
export function isUser(user: string): boolean {
  return /^[a-z_][a-z0-9_.-]{0,31}$/i.test(user);
}

/** Whether SSH may be sent there: an IPv4 address, nothing else. */
export function isHost(host: string): boolean {
  return isIPv4(host);
}
