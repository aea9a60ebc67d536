/** What scripts get as `dist/client.cjs`: the client, and the four functions that know what a server is. No editor. */
export * from './client/index';
export type { Context, Environment, Row, Values } from './reference/index';
export {
  createServers,
  listServers,
  type OperateOutcome,
  type Operation,
  type Outcome,
  operateServer,
  type Refusal,
  readServers,
  type Server,
} from './servers/index';
