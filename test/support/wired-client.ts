// A client and a simulated NCP without sockets between them: signature, form, decoding and the table of errors are the
// product's, the gateway is the sandbox's, and the line between them is as slow and as bad as a test wants it.
import { type Answer, Decoder } from '../../src/client/decode';
import { failureError } from '../../src/client/failure';
import type { Failure, Reply } from '../../src/client/http';
import { type CallOptions, NcloudClient, NcloudError, type Params, sign } from '../../src/client/index';
import { Lists } from '../../src/client/list';
import { formBody } from '../../src/client/params';
import { RetryBudget } from '../../src/client/retry';
import { actionPath, findAction, type Row, type Service } from '../../src/reference/index';
import { type Keys, makeKeys } from '../../src/sandbox/auth';
import { Clock } from '../../src/sandbox/clock';
import { CommitLog } from '../../src/sandbox/commits';
import { type Fault, FaultPlan } from '../../src/sandbox/faults';
import { Gateway } from '../../src/sandbox/gateway';
import type { Reply as GatewayReply } from '../../src/sandbox/http';
import { Random } from '../../src/sandbox/random';
import { seedAccount } from '../../src/sandbox/seed/account';
import { World } from '../../src/sandbox/world';
import type { VirtualTime } from './virtual-time';

/** What becomes of one call on its way. */
export interface Trip {
  /** Milliseconds until the request is there, and until its answer is back. */
  readonly out: number;
  readonly back: number;
  /** `unreachable`: no connection stands; `lost`: the request never arrives and nothing comes back. */
  readonly line?: 'unreachable' | 'lost';
  /** What the gateway does wrong. */
  readonly fault?: Fault;
}

/** Who calls. What a dead one has sent arrives all the same, but it hears of no answer. */
export interface Caller {
  readonly isDead: boolean;
  /** What becomes of its next call of that action. */
  trip(action: string): Trip;
  /** Called when NCP has carried out a call of it. */
  committed?(numbers: readonly string[]): void;
}

/** A simulated account on a virtual time. */
export class Ncp {
  readonly keys: Keys = makeKeys();
  readonly gateway: Gateway;
  /** `listLag`: milliseconds until a new server shows up in lists; may change. */
  readonly options = { listLag: 0 };
  private readonly faults = new FaultPlan();

  private constructor(
    readonly time: VirtualTime,
    readonly world: World,
    clock: Clock,
    readonly commits: CommitLog,
  ) {
    const { keys, faults } = this;
    this.gateway = new Gateway({ keys, clock, world, faults, seed: 1, language: 'en', isStrict: true });
    world.settle();
  }

  /** An account with so many servers in each environment. */
  static async open(time: VirtualTime, servers: number): Promise<Ncp> {
    const clock = new Clock(time.now, 'real');
    const commits = new CommitLog();
    const options = { listLag: 0 };
    const world = new World(clock, new Random(1), commits, options);
    await seedAccount(world, servers);
    const ncp = new Ncp(time, world, clock, commits);
    Object.defineProperty(options, 'listLag', { get: () => ncp.options.listLag });
    return ncp;
  }

  /** A client of the account. */
  client(caller: Caller): NcloudClient {
    return new WiredClient(this, caller);
  }

  /** Sends a request on its way. Never rejects. */
  send(caller: Caller, action: string, deadline: number, request: Request): Promise<Reply | Failure> {
    const { out, back, line, fault } = caller.trip(action);
    return new Promise((resolve) => {
      const stop = this.time.after(deadline, () => answer({ kind: 'failure', code: 'DEADLINE', phase: 'sent' }));
      const answer = (what: Reply | Failure) => {
        stop();
        if (!caller.isDead) resolve(what);
      };
      if (line === 'unreachable') {
        const refused = { kind: 'failure', code: 'ECONNREFUSED', syscall: 'connect', phase: 'connect' } as const;
        this.time.after(out, () => answer(refused));
      } else if (line === undefined) {
        this.time.after(out, () => {
          const reply = received(this.handle(caller, request, fault));
          if (reply) this.time.after(back, () => answer(reply));
        });
      }
    });
  }

  private handle(caller: Caller, { path, headers, body }: Request, fault: Fault | undefined): GatewayReply {
    const before = this.commits.entries.length;
    if (fault) this.faults.add(fault);
    const reply = this.gateway.handle({ method: 'POST', target: path, headers, body: Buffer.from(body) });
    this.faults.clear();
    const made = this.commits.entries.slice(before).filter(({ action }) => action === 'createServerInstances');
    if (made.length > 0) caller.committed?.(made.map(({ serverInstanceNo }) => serverInstanceNo));
    return reply;
  }
}

interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What arrives of a reply; undefined when nothing ever does. */
function received({ status, headers, body, fault }: GatewayReply): Reply | Failure | undefined {
  const text = typeof body === 'string' ? body : [...body].join('');
  const broken: Failure = { kind: 'failure', code: 'ECONNRESET', syscall: 'read', phase: 'sent' };
  const what = fault?.what;
  if (what === 'hang') return undefined;
  if (what === 'reset') return broken;
  if (what !== undefined && 'status' in what) {
    return { kind: 'reply', status: what.status, headers: {}, body: String(what.body) };
  }
  if (what !== undefined && 'cut' in what) {
    const isShort = 'length' in what && what.length === 'short';
    return isShort ? { kind: 'reply', status, headers, body: text.slice(0, what.cut) } : broken;
  }
  return { kind: 'reply', status, headers, body: text };
}

class WiredClient extends NcloudClient {
  private readonly decoder = new Decoder();
  private readonly lists = new Lists();
  private readonly retries = new RetryBudget();

  constructor(
    private readonly ncp: Ncp,
    private readonly caller: Caller,
  ) {
    super({ endpoint: 'http://127.0.0.1:1', ...ncp.keys, now: ncp.time.now });
  }

  override async call(service: Service, action: string, params: Params = {}): Promise<Answer> {
    const isRead = findAction(service, action)?.class === 'read';
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await this.attempt(service, action, params, isRead ? 30_000 : 60_000);
        this.retries.earn();
        return answer;
      } catch (error) {
        const delay = isRead && error instanceof NcloudError && this.retries.delay(error, attempt, undefined, 0.5);
        if (typeof delay !== 'number') throw error;
        await new Promise<void>((resolve) => void this.ncp.time.after(delay, resolve));
      }
    }
  }

  override async list(
    service: Service,
    action: string,
    params: Params = {},
    options: CallOptions = {},
  ): Promise<Row[]> {
    const ask = (asked: Params) => this.call(service, action, asked);
    return this.lists.read({ service, action, params, ask, onRows: options.onRows });
  }

  private async attempt(service: Service, action: string, params: Params, deadline: number): Promise<Answer> {
    const url = actionPath({ service, name: action });
    const timestamp = String(this.timestamp());
    const { keys } = this.ncp;
    const headers = {
      'x-ncp-apigw-timestamp': timestamp,
      'x-ncp-iam-access-key': keys.accessKey,
      'x-ncp-apigw-signature-v2': sign({ method: 'POST', url, timestamp, ...keys }),
    };
    const request = { path: url, headers, body: formBody(params, 'json') };
    const reply = await this.ncp.send(this.caller, action, deadline, request);
    if (reply.kind === 'failure') throw failureError(reply);
    const { status, headers: told, body } = reply;
    return this.decoder.decode({ service, action, status, headers: told, body, secrets: [] });
  }
}

/** A caller whose calls all arrive, at once. */
export const untroubled: Caller = { isDead: false, trip: () => ({ out: 0, back: 0 }) };
