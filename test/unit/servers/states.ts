// Each pair of codes that a server can have, and what it means.
import { type Server, toServer } from '../../../src/servers/index';

export const server = (status: string, operation: string, more: object = {}): Server =>
  toServer('vpc', {
    serverInstanceNo: '1',
    serverInstanceStatus: { code: status, codeName: '' },
    serverInstanceOperation: { code: operation, codeName: '' },
    ...more,
  });

export const table = [
  ['INIT', 'NULL', 'creating', true],
  ['CREAT', 'SETUP', 'creating', true],
  ['CREAT', 'START', 'creating', true],
  ['RUN', 'NULL', 'running', false],
  ['RUN', '', 'running', false],
  ['RUN', 'SHTDN', 'stopping', true],
  ['RUN', 'HSHTD', 'stopping', true],
  ['RUN', 'RESTA', 'rebooting', true],
  ['RUN', 'HREST', 'rebooting', true],
  ['RUN', 'SETUP', 'changing', true],
  ['NSTOP', 'NULL', 'stopped', false],
  ['NSTOP', 'START', 'starting', true],
  ['NSTOP', 'CHNG', 'changing', true],
  ['NSTOP', 'TERMT', 'terminating', true],
  ['TERMT', 'NULL', 'terminating', true],
  ['FSTOP', 'NULL', 'failed', false],
  ['SD_FL', 'NULL', 'failed', false],
  ['RS_FL', 'NULL', 'failed', false],
  ['ST_FL', 'NULL', 'failed', false],
  ['RUN', 'BRANDNEW', 'other', true],
  ['BRANDNEW', 'NULL', 'other', false],
  ['', '', 'other', false],
] as const;
