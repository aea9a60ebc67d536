/** The life cycle: what NCP's status and operation codes mean, and what may be asked of a server in each state. */
import type { Operation, Server, ServerState } from './server';

const failures = new Set(['FSTOP', 'SD_FL', 'RS_FL', 'ST_FL']);
const idle = new Set(['', 'NULL']);

const running: Readonly<Record<string, ServerState>> = {
  SHTDN: 'stopping',
  HSHTD: 'stopping',
  RESTA: 'rebooting',
  HREST: 'rebooting',
  SETUP: 'changing',
  MIGRA: 'changing',
  COPY: 'changing',
};
const stopped: Readonly<Record<string, ServerState>> = {
  START: 'starting',
  CHNG: 'changing',
  MIGRA: 'changing',
  COPY: 'changing',
  SETUP: 'changing',
};

/**
 * The state that a pair of `serverInstanceStatus.code` and `serverInstanceOperation.code` stands for.
 * Codes that the docs do not list give `other`.
 */
export function serverState(status: string, operation: string): ServerState {
  if (status === 'TERMT' || operation === 'TERMT') return 'terminating';
  if (failures.has(status)) return 'failed';
  if (status === 'INIT' || status === 'CREAT') return 'creating';
  if (status === 'RUN') return idle.has(operation) ? 'running' : (running[operation] ?? 'other');
  if (status === 'NSTOP') return idle.has(operation) ? 'stopped' : (stopped[operation] ?? 'other');
  return 'other';
}

/** Whether NCP is at work: in every state on the way to another one, and whenever an operation is named. */
export function isBusy(state: ServerState, operation: string): boolean {
  if (state === 'creating' || state === 'terminating') return true;
  return !idle.has(operation);
}

/**
 * Whether the state allows the operation. Termination also wants the protection off. The docs say nothing of servers
 * that were stopped by a fault, and they are billed, so everything may be tried on them: NCP decides.
 */
export function allows(server: Server, operation: Operation): boolean {
  if (server.state === 'failed') return operation !== 'terminate' || !server.isProtected;
  switch (operation) {
    case 'start':
      return server.state === 'stopped';
    case 'stop':
    case 'reboot':
      return server.state === 'running';
    case 'terminate':
      return server.state === 'stopped' && !server.isProtected;
  }
}

/** Whether the operation would be allowed if the server were not protected against termination. */
export function isOnlyProtected(server: Server, operation: Operation): boolean {
  return !allows(server, operation) && allows({ ...server, isProtected: false }, operation);
}

/** Whether what the operation wants is there already or on its way. */
export function isReached(server: Server, operation: Operation): boolean {
  switch (operation) {
    case 'start':
      return server.state === 'running' || server.state === 'starting';
    case 'stop':
      return server.state === 'stopped' || server.state === 'stopping';
    case 'reboot':
      return server.state === 'rebooting';
    case 'terminate':
      return server.state === 'terminating';
  }
}
