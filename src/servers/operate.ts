/** Asks for an operation: always after a look at the server as it is now, and never twice in the dark. */
import { BadAnswerError, type NcloudClient, NcloudError } from '../client/index';
import { type Row, serverServices } from '../reference/index';
import { readServers } from './list';
import { allows, isOnlyProtected, isReached, type Operation, operations } from './operations';
import type { Server } from './server';
import { toServer } from './translate';

/** Why nothing was done: another operation runs, the state forbids it, the protection is on, the server is gone, NCP said no. */
export type Refusal = 'busy' | 'state' | 'protected' | 'gone' | 'api';

/**
 * What became of it. `server` is the last we know of it, undefined when it no longer exists; it has the number of the
 * target in any case, but may have got another name. `unknown`: it was asked for, and nothing shows whether it is done.
 */
export type OperateOutcome =
  | { readonly kind: 'done'; readonly server: Server | undefined }
  | { readonly kind: 'refused'; readonly reason: Exclude<Refusal, 'api'>; readonly server: Server | undefined }
  | { readonly kind: 'refused'; readonly reason: 'api'; readonly server: Server; readonly error: NcloudError }
  | { readonly kind: 'unknown'; readonly server: Server | undefined; readonly error: NcloudError };

/**
 * Reads the server, and asks for the operation when its state allows it. A goal that is reached already is a success.
 * An answer counts only when it tells of this very server, and that NCP is at work on it; otherwise the server is read
 * again. The request is sent once.
 * @throws NcloudError when the state could not be read; nothing was sent then.
 */
export async function operateServer(
  client: NcloudClient,
  target: Server,
  operation: Operation,
): Promise<OperateOutcome> {
  const [server] = await readServers(client, [target]);
  if (!server) {
    return operations[operation].removes
      ? { kind: 'done', server: undefined }
      : { kind: 'refused', reason: 'gone', server: undefined };
  }
  if (isReached(server, operation)) return { kind: 'done', server };
  if (!allows(server, operation)) return { kind: 'refused', reason: refusal(server, operation), server };
  try {
    return { kind: 'done', server: await ask(client, target, operation) };
  } catch (error) {
    if (!(error instanceof NcloudError)) throw error;
    if (error.outcome === 'rejected') return { kind: 'refused', reason: 'api', server, error };
    return lookAgain(client, server, operation, error);
  }
}

function refusal(server: Server, operation: Operation): 'busy' | 'state' | 'protected' {
  if (isOnlyProtected(server, operation)) return 'protected';
  return server.isChanging ? 'busy' : 'state';
}

/**
 * The server as the answer tells it.
 * @throws NcloudError, unknown in its outcome when the answer is about another one, or tells nothing of the operation.
 */
async function ask(client: NcloudClient, target: Server, operation: Operation): Promise<Server> {
  const { environment, region, number } = target;
  const service = serverServices[environment];
  const { action, parameters } = operations[operation];
  const answer = await client.call(service, action, {
    ...(environment === 'vpc' && region !== '' ? { regionCode: region } : {}),
    ...parameters(number),
  });
  const rows = (answer.serverInstanceList ?? []) as readonly Row[];
  const [server, ...others] = rows.map((row) => toServer(environment, row));
  if (server?.number !== number || others.length > 0) throw new BadAnswerError('wrong-root');
  // As documented each operation shows at once, if not always under its own code: a reboot has come as a shutdown.
  if (!server.isChanging && !isReached(server, operation)) throw new BadAnswerError('wrong-root');
  return server;
}

async function lookAgain(
  client: NcloudClient,
  before: Server,
  operation: Operation,
  error: NcloudError,
): Promise<OperateOutcome> {
  let after: Server | undefined;
  try {
    [after] = await readServers(client, [before]);
  } catch {
    return { kind: 'unknown', server: before, error };
  }
  const { removes, wasDone } = operations[operation];
  if (!after && removes) return { kind: 'done', server: undefined };
  if (after && (isReached(after, operation) || wasDone?.(before, after))) return { kind: 'done', server: after };
  return { kind: 'unknown', server: after, error };
}
