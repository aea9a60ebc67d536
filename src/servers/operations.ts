/** What can be asked of a server that exists: one entry an operation. All that differs between them is read from here. */
import type { Params } from '../client/params';
import type { Server, ServerState } from './server';

interface Facts<Name extends string> {
  /** The action of the API. It has the same name in VPC and in Classic. */
  readonly action: string;
  /** What the action takes to be about the server of that number; the region comes with it. */
  readonly parameters: (number: string) => Params;
  /** The states in which the docs allow it. */
  readonly from: readonly ServerState[];
  /** Whether it wants the protection against termination off. */
  readonly needsNoProtection?: true;
  /** Whether what it wants is there already or on its way. */
  readonly isReached: (server: Server) => boolean;
  /** The state that it leads to, where the server stays. */
  readonly endsIn?: ServerState;
  /** Whether a later look shows that it was done, where the goal itself does not last. */
  readonly wasDone?: (before: Server, after: Server) => boolean;
  /** The server is no more once it is done. */
  readonly removes?: true;
  /** Nobody can bring back what it takes away, so that a click is not enough to confirm it. */
  readonly isIrreversible?: true;
  /** The operation that gets a server to where this one is allowed, offered with a refusal. */
  readonly first?: Name;
}

/** One entry an operation; the flags of a server's row stand in this order. */
export const operations = table({
  start: {
    action: 'startServerInstances',
    parameters: listed,
    from: ['stopped'],
    isReached: ({ state }) => state === 'running' || state === 'starting',
    endsIn: 'running',
  },
  stop: {
    action: 'stopServerInstances',
    parameters: listed,
    from: ['running'],
    isReached: ({ state }) => state === 'stopped' || state === 'stopping',
    endsIn: 'stopped',
  },
  reboot: {
    action: 'rebootServerInstances',
    parameters: listed,
    from: ['running'],
    isReached: ({ state }) => state === 'rebooting',
    endsIn: 'running',
    // A row without the time tells nothing.
    wasDone: (before, after) => before.uptime !== '' && after.uptime !== '' && before.uptime !== after.uptime,
  },
  terminate: {
    action: 'terminateServerInstances',
    parameters: listed,
    from: ['stopped'],
    needsNoProtection: true,
    isReached: ({ state }) => state === 'terminating',
    removes: true,
    isIrreversible: true,
    first: 'stop',
  },
});

export type Operation = keyof typeof operations;

export const operationNames = Object.keys(operations) as readonly Operation[];

/**
 * Whether the operation may be asked of the server as it is: `may` as the docs say. They say nothing of servers that were
 * stopped by a fault, and these are billed, so everything may be tried on them: NCP decides.
 */
export function permission(server: Server, operation: Operation): 'may' | 'try' | undefined {
  const { from, needsNoProtection, isReached } = operations[operation];
  if ((needsNoProtection && server.isProtected) || isReached(server)) return undefined;
  if (server.state === 'failed') return 'try';
  return from.includes(server.state) ? 'may' : undefined;
}

/** Whether the operation may be asked of the server as it is, be it for a try. */
export function allows(server: Server, operation: Operation): boolean {
  return permission(server, operation) !== undefined;
}

/** Whether the operation would be allowed if the server were not protected against termination. */
export function isOnlyProtected(server: Server, operation: Operation): boolean {
  const { needsNoProtection = false } = operations[operation];
  return needsNoProtection && server.isProtected && allows({ ...server, isProtected: false }, operation);
}

/** Whether what the operation wants is there already or on its way. */
export function isReached(server: Server, operation: Operation): boolean {
  return operations[operation].isReached(server);
}

function listed(number: string): Params {
  return { serverInstanceNoList: [number] };
}

function table<Name extends string>(facts: Readonly<Record<Name, Facts<NoInfer<Name>>>>): typeof facts {
  return facts;
}
