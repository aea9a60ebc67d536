/** The life cycle: what NCP's status and operation codes mean. */
import type { ServerState } from './server';

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
