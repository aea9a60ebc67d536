/** Codes with the names that NCP gives them. Names that no source shows are the sandbox's guesses. */
import type { Row } from '../reference/types';

/** A coded value of an answer. `codeName` is localised by NCP and must never be compared. */
export interface Code {
  readonly code: string;
  readonly codeName: string;
}

/** The language of an account, in which NCP names codes. Names of a server's status as a whole stay English. */
export type Language = 'en' | 'ko';

const names: Readonly<Record<string, string>> = {
  // kinds of server
  STAND: 'Standard',
  HICPU: 'High CPU',
  CPU: 'CPU Intensive',
  HIMEM: 'High Memory',
  GPU: 'GPU',
  BM: 'BareMetal',
  MICRO: 'Micro Server',
  COMPT: 'Compact Server',
  // platforms
  LNX32: 'Linux 32 Bit',
  LNX64: 'Linux 64 Bit',
  UBS64: 'Ubuntu Server 64 Bit',
  UBD64: 'Ubuntu Desktop 64 Bit',
  WND64: 'Windows 64 Bit',
  LINUX: 'Linux',
  WINNT: 'Windows NT',
  WINDOWS: 'Windows',
  UBUNTU: 'Ubuntu',
  ROCKY: 'Rocky Linux',
  RHEL: 'Red Hat Enterprise Linux',
  LNX: 'LINUX',
  WND: 'WINDOWS',
  X86_64: 'x86 64bit',
  // storage and images
  NET: 'Network Storage',
  LOCAL: 'Local storage',
  BASIC: 'Basic BS',
  SVRBS: 'Server BS',
  ATTAC: 'Block storage ATTACHED state',
  CREAT: 'created',
  // network and firewalls
  GEN: 'General',
  LOADB: 'LoadBalancer Only',
  NATGW: 'NAT Gateway Only',
  DFLT: 'Default',
  PUBLIC: 'Public',
  PRIVATE: 'Private',
  RUN: 'run',
  INIT: 'init',
  SET: 'set',
  USED: 'used',
  NOTUSED: 'not used',
  VSVR: 'Server (VPC)',
  INBND: 'Inbound',
  OTBND: 'Outbound',
  AA: 'Anti-Affinity',
  NULL: 'NULL OP',
  // prices
  SVR: 'Server',
  SW: 'Software',
  COMPUTE: 'Compute',
  MTRAT: 'Meter rate',
  FXSUM: 'Monthly flat rate',
  TIME: 'Time',
  POINT: 'Point',
  USAGE_HH: 'Usage time (per hour)',
};

/** A code with its name, or with the code itself where it has none (`SSD`, `XEN`, `TCP`). */
export function code(value: string, codeName = names[value] ?? value): Code {
  return { code: value, codeName };
}

/** What Classic answers hold for a code that has no value. */
export const noCode = {} as const;

/** The Korean names that were seen, by the English one. */
const koreanNames: Readonly<Record<string, string>> = {
  'Network Storage': '네트웍 스토리지',
  Linux: '리눅스',
};

/** A code as an account of that language reads it; a name that was never seen in Korean stays English. */
export function spoken(named: Row, language: Language): Row {
  const { codeName } = named;
  if (language === 'en' || typeof codeName !== 'string') return named;
  const korean =
    koreanNames[codeName] ??
    codeName.replace(/^Server (.+) state$/i, '서버 $1 상태').replace(/^Server (.+) OP$/, '서버 $1 OP');
  return { ...named, codeName: korean };
}

/** A public IP as an account of that language reads it: the name of its status is Korean too, unlike that of servers. */
export function spokenPublicIp(address: Row, language: Language): Row {
  if (language === 'en' || address.publicIpInstanceStatusName !== 'running') return address;
  return { ...address, publicIpInstanceStatusName: '운영중' };
}
