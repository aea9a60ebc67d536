/** What a server is for us, VPC and Classic in one shape: list, watch, operate, create. */
export * from './catalog';
export * from './choices';
export * from './creation/create';
export * from './creation/creation';
export type { Held, Ledger } from './creation/ledger';
export type { Renamed } from './creation/made';
export { knownNames } from './known-names';
export { type ListOptions, listServers, readServers } from './list';
export {
  createLoginKey,
  importLoginKey,
  type KeyPlace,
  keyNameProblem,
  loginKeyNames,
  type PublicKey,
  readPublicKey,
} from './login-keys';
export { type OperateOutcome, operateServer, type Refusal } from './operate';
export { allows, isOnlyProtected, isReached, type Operation, operationNames, operations } from './operations';
export { PriceList } from './price';
export { readPrivateIp } from './private-ip';
export type { Server, ServerState } from './server';
export { toServer } from './translate';
export { type CreateVerdict, createLimit, judgeCreated, pollDelay, seekDelay } from './watch';
