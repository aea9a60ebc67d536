/** What a complete list tells of creations whose outcome is not known. Pure: nobody is asked, nothing is kept. */
import type { Server } from '../server';
import type { Intent } from './intent';
import { type Asking, isInTime, isMade } from './match';

/** A creation that was written down. `isAwaited`: its answer may still come, and tells more than any list. */
export interface Sought extends Pick<Intent, 'id' | 'stage' | 'names' | 'params' | 'timestamp' | 'before' | 'made'> {
  readonly isAwaited?: boolean;
}

/** What a list tells of one name that was asked for. */
export interface Finding {
  /** Of the intent. */
  readonly id: string;
  readonly name: string;
  /** The server that was made, beyond doubt. */
  readonly server?: Server;
  /** New servers of that name of which nobody can tell whether this creation has made them. Empty beside `server`. */
  readonly candidates: readonly Server[];
}

interface Want {
  readonly intent: Sought;
  readonly name: string;
  /** New servers of that name. */
  readonly fresh: readonly Server[];
  /** Those of them that are all that was asked for. */
  readonly sure: readonly Server[];
}

/**
 * What these servers, a complete list, tell of each name of these intents, all of one environment and region. A server
 * is told as made when NCP has told its number, or when it alone can have come of one creation alone: new, created when
 * that was asked for, and as it was asked for. It is never told as made by two. Nothing is said of what was not sent,
 * and of what is awaited only so much that its servers are nobody else's.
 */
export function findings(intents: readonly Sought[], servers: readonly Server[]): Finding[] {
  const sent = intents.filter(({ stage }) => stage === 'sent');
  const wanted = new Set(sent.flatMap(({ names }) => names));
  const named = new Map<string, Server[]>();
  for (const server of servers) {
    if (wanted.has(server.name)) named.set(server.name, [...(named.get(server.name) ?? []), server]);
  }
  const told = new Set(sent.flatMap(({ made }) => Object.values(made)));
  const isTold = ({ intent, name }: Pick<Want, 'intent' | 'name'>) => Object.hasOwn(intent.made, name);
  const wants = sent.flatMap((intent) => intent.names.map((name) => want(intent, name, named.get(name) ?? [], told)));
  const found = new Map<Want, Server>();
  for (const one of wants.filter(isTold)) {
    const server = servers.find(({ number }) => number === one.intent.made[one.name]);
    if (server) found.set(one, server);
  }
  assign(
    wants.filter((one) => !isTold(one)),
    found,
  );
  const numbers = new Set([...found.values()].map(({ number }) => number));
  return wants.flatMap((one): Finding[] => {
    const { intent, name, fresh } = one;
    if (intent.isAwaited) return [];
    const server = found.get(one);
    const rest = server || isTold(one) ? [] : fresh.filter(({ number }) => !numbers.has(number));
    return [{ id: intent.id, name, ...(server && { server }), candidates: rest }];
  });
}

function want(intent: Sought, name: string, named: readonly Server[], told: ReadonlySet<string>): Want {
  const { params, timestamp } = intent;
  const asking: Asking = { params, askedAt: timestamp, before: new Set(intent.before) };
  const fresh = named.filter(({ number }) => !asking.before?.has(number) && !told.has(number));
  const sure = fresh.filter((one) => isMade(one, name, asking) && isInTime(one.createDate, timestamp) === true);
  return { intent, name, fresh, sure };
}

/** Gives each creation the only server that it can have made, as long as no other may have made it; then looks again. */
function assign(wants: readonly Want[], found: Map<Want, Server>): void {
  let open = wants;
  for (;;) {
    const taken = new Set([...found.values()].map(({ number }) => number));
    open = open.filter((one) => !found.has(one));
    const only = open.flatMap((one) => {
      const [server, ...others] = one.sure.filter(({ number }) => !taken.has(number));
      return server && others.length === 0 ? [{ one, server }] : [];
    });
    const clear = only.filter(
      ({ one, server }) => !one.intent.isAwaited && only.filter((other) => other.server === server).length === 1,
    );
    if (clear.length === 0) return;
    for (const { one, server } of clear) found.set(one, server);
  }
}
