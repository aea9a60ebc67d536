/**
 * The sandbox: a local simulator of the NCP server API over real HTTP, built from public docs and SDK sources and not
 * compared with the live service. It knows no real account, keeps everything in memory and binds 127.0.0.1 only.
 */
import { makeKeys } from './auth';
import { Clock, type Speed } from './clock';
import type { Language } from './codes';
import { type Commit, CommitLog, type CommitSink } from './commits';
import { FaultPlan } from './faults';
import { Gateway, type Seen } from './gateway';
import { LocalServer } from './http';
import { Random } from './random';
import { seedAccount } from './seed/account';
import { World } from './world';

export type { Speed } from './clock';
export type { Language } from './codes';
export type { Commit } from './commits';
export { type EvidenceKind, type EvidenceShare, share } from './evidence';
export type {
  Ahead,
  Broken,
  BrokenHead,
  Fate,
  Fated,
  Fault,
  FaultKind,
  FaultMoment,
  FaultPlan,
  Hidden,
  Instead,
  Spoiled,
  Unheard,
} from './faults';
export type { Seen } from './gateway';

export interface SandboxOptions {
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  /** How fast servers change; `instant` by default: every change is done by the next request. */
  readonly speed?: Speed;
  /** How many servers each environment starts with, up to 10,000; 4 by default. */
  readonly servers?: number;
  /** Where each change goes at once. */
  readonly commitLog?: CommitSink;
  /** The same seed and the same requests at the same times give the same bytes; 1 by default. Keys are always random. */
  readonly seed?: number;
  /** The wall clock in milliseconds; for tests of clock differences. */
  readonly now?: () => number;
  /** The most servers in each environment; unlimited by default. */
  readonly quota?: number;
  /** Milliseconds until a new server shows up in lists; 0 by default. */
  readonly listLag?: number;
  /** Refuses parameters that the reference does not know; NCP passes them over, and so does the sandbox by default. */
  readonly strict?: boolean;
  /** The account's language, in which codes are named; English by default. */
  readonly language?: Language;
}

export interface Sandbox {
  /** `http://127.0.0.1:port`, for all services including the price list. */
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Faults to come; set up in-process or by a file, never over HTTP. */
  readonly faults: FaultPlan;
  /** What really happened to servers, oldest first. */
  readonly commits: readonly Commit[];
  /** Every request that got as far as the gateway, oldest first. */
  readonly requests: readonly Seen[];
  /** Moves the world's clock ahead by so many milliseconds. */
  advance(milliseconds: number): void;
  /** Breaks all connections and frees the port. */
  stop(): Promise<void>;
}

/** Starts a sandbox. @throws when the port is taken or the commit log cannot be written. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, speed = 'instant', servers = 4, seed = 1, now = Date.now } = options;
  const clock = new Clock(now, speed);
  const commits = new CommitLog(options.commitLog);
  const world = new World(clock, new Random(seed), commits, options);
  await seedAccount(world, servers);
  const keys = makeKeys();
  const faults = new FaultPlan();
  const { strict: isStrict = false, language = 'en' } = options;
  const gateway = new Gateway({ keys, clock, world, faults, seed, language, isStrict });
  const server = new LocalServer(gateway.handle, now, () => faults.connect());
  const endpoint = await server.listen(port);
  return {
    endpoint,
    ...keys,
    faults,
    commits: commits.entries,
    requests: gateway.requests,
    advance: (milliseconds) => clock.advance(milliseconds),
    stop: () => server.close(),
  };
}
