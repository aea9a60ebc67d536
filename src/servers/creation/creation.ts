/**
 * A creation in two halves. `prepare` finds out whether values are fit to be sent and what would be made; `carryOut`
 * sends them, once, and tells what became of it. Whoever has to be asked is asked between the two.
 */
import { ApiError, type NcloudClient, type NcloudError } from '../../client/index';
import {
  blamedField,
  type Context,
  type Environment,
  findReturnCode,
  formName,
  type ListPrice,
  type Problem,
  pricedProduct,
  roles,
  type Values,
  validate,
} from '../../reference/index';
import type { Catalog } from '../catalog';
import { listServers } from '../list';
import type { Server } from '../server';
import { createRequest, createServers, type Outcome, type Plan, planOf } from './create';
import type { Holder, Intent } from './intent';
import { keptValues } from './kept-values';
import type { Held, Ledger } from './ledger';
import { pickedRows } from './picked';

/** Where servers are made, and who answers for it. */
export interface Place {
  readonly accountId: string;
  readonly environment: Environment;
  /** `regionCode` in VPC, `regionNo` in Classic. */
  readonly region: string;
  readonly client: NcloudClient;
  readonly catalog: Pick<Catalog, 'rows'>;
  /** The list price of a product. Never rejects: a price that cannot be had stops nothing. */
  readonly price: (product: string) => Promise<ListPrice | undefined>;
}

/** What a creation reads of the servers of an account, and whom it tells of new ones; the fleet is one. */
export interface Inventory {
  /** Undefined until the account was looked at. */
  get(accountId: string): { readonly servers: readonly Server[] } | undefined;
  /** The account's whole list, as asked for at `askedAt`. */
  renew(accountId: string, servers: readonly Server[], askedAt: number): void;
  /** Takes servers that were made. */
  adopt(accountId: string, servers: readonly Server[]): void;
}

/** Why nothing was sent. `field` is the concrete wire name to blame. */
export type Obstacle =
  /** Without a name nothing could be looked up if the answer were lost. */
  | { readonly kind: 'name-missing'; readonly field: string }
  /** A picked value is not in its list any more. */
  | { readonly kind: 'withdrawn'; readonly field: string }
  | { readonly kind: 'invalid'; readonly field: string; readonly problem: Problem }
  | NameInUse
  | Failed
  | Unwritten;

/**
 * `taken`: a server has the name. `elsewhere`: one of that name is being created, perhaps by another window. `unknown`:
 * nobody knows yet whether an earlier creation has made one of that name. `recorded`: a record that cannot be understood
 * has it.
 */
export interface NameInUse extends Held {
  readonly field: string;
}

/** A look-up went wrong. */
export interface Failed {
  readonly kind: 'failed';
  readonly field?: undefined;
  readonly error: unknown;
}

/** The creation could not be written down, so nothing was sent. */
export interface Unwritten {
  readonly kind: 'unwritten';
  readonly field?: undefined;
  readonly error: unknown;
}

/** Values that are fit to be sent, and the rows of those that were picked. */
export interface Checked {
  readonly kind: 'checked';
  readonly context: Context;
}

/** All that is known before a creation. Only `carryOut` makes anything of it. */
export interface Prepared {
  readonly kind: 'prepared';
  readonly place: Place;
  readonly values: Values;
  readonly context: Context;
  readonly plan: Plan;
  /** Of one server, as far as there is one. */
  readonly price: ListPrice | undefined;
}

/** NCP refused, or the request never left. `field` is the concrete wire name to blame, as far as one is. */
export interface Rejected {
  readonly kind: 'rejected';
  readonly error: NcloudError;
  readonly field?: string;
}

/** What became of a creation. */
export type Conclusion = Exclude<Outcome, { kind: 'rejected' }> | Rejected | NameInUse | Failed | Unwritten;

export class Creations {
  /** `now` gives milliseconds since the epoch. */
  constructor(
    private readonly servers: Inventory,
    private readonly journal: Ledger,
    private readonly now: () => number = Date.now,
  ) {}

  /** Judges values by what NCP offers now. Reads pick lists and nothing else. Never throws. */
  async check({ environment, catalog }: Place, values: Values): Promise<Checked | Obstacle> {
    if (!values[roles.name]) return { kind: 'name-missing', field: roles.name };
    try {
      const { context, withdrawn } = await pickedRows(catalog, environment, values);
      const [gone] = withdrawn;
      if (gone !== undefined) return { kind: 'withdrawn', field: gone };
      const problem = validate(values, context).find(({ severity }) => severity === 'error');
      return problem ? { kind: 'invalid', field: problem.name, problem } : { kind: 'checked', context };
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  /** The first half: checks the values, reads the list of servers, plans. Makes and keeps nothing. Never throws. */
  async prepare(place: Place, values: Values): Promise<Prepared | Obstacle> {
    const checked = await this.check(place, values);
    if (checked.kind !== 'checked') return checked;
    const { context } = checked;
    try {
      await this.readAll(place);
      const plan = planOf(values, context);
      const product = pricedProduct(values, context);
      return (
        this.inUse(place, plan.names) ?? {
          kind: 'prepared',
          place,
          values,
          context,
          plan,
          price: product === undefined ? undefined : await place.price(product),
        }
      );
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  /**
   * The second half: claims the names, reads the list once more, writes down that the request leaves, sends it once and
   * only once, and concludes. A name that has come into use since `prepare`, here or in any other window, is an obstacle
   * here as well, so that nothing is carried out twice. Never throws.
   */
  async carryOut({ place, values, context, plan: { names } }: Prepared): Promise<Conclusion> {
    const { environment, region, client } = place;
    const obstacle = this.inUse(place, names);
    if (obstacle) return obstacle;
    const { params } = createRequest(environment, region, values, context);
    const asked = { names, params: keptValues(environment, params), timestamp: client.timestamp() };
    const claim = await orUnwritten(() => this.journal.claim(holderOf(place), asked));
    if ('kind' in claim) return claim.kind === 'unwritten' ? claim : { ...claim, field: roles.name };
    const servers = await this.freeOf(place, names);
    if ('kind' in servers) return this.giveUp(claim, servers);
    const sent = await orUnwritten(() => this.journal.send(claim, { before: [], timestamp: client.timestamp() }));
    if ('kind' in sent) return this.giveUp(claim, sent);
    const before = servers.map(({ number }) => number);
    const outcome = await createServers(client, environment, region, values, context, { before });
    await this.conclude(sent, outcome);
    if (outcome.kind !== 'rejected') return outcome;
    const field = blamed(outcome.error, values, context);
    return { ...outcome, ...(field === undefined ? {} : { field }) };
  }

  private async giveUp<T>(claim: Intent, reason: T): Promise<T> {
    await this.journal.abandon(claim);
    return reason;
  }

  /** The account's servers by a list that is read now, unless one of them has one of the names. */
  private async freeOf(place: Place, names: readonly string[]): Promise<readonly Server[] | NameInUse | Failed> {
    try {
      const servers = await this.readAll(place);
      const name = names.find((one) => servers.some((server) => server.name === one));
      return name === undefined ? servers : { kind: 'name-taken', field: roles.name, name };
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  /** The account's servers by a list that is read now, with those that are known although it lacks them. */
  private async readAll({ accountId, environment, region, client }: Place): Promise<readonly Server[]> {
    const askedAt = this.now();
    const servers = await listServers(client, environment, region);
    this.servers.renew(accountId, servers, askedAt);
    const numbers = new Set(servers.map(({ number }) => number));
    const others = this.servers.get(accountId)?.servers.filter(({ number }) => !numbers.has(number)) ?? [];
    return [...servers, ...others];
  }

  /** The first of these names that cannot be had. */
  private inUse(place: Place, names: readonly string[]): NameInUse | undefined {
    const held = this.journal.held(holderOf(place), names);
    if (held) return { ...held, field: roles.name };
    const taken = new Set(this.servers.get(place.accountId)?.servers.map(({ name }) => name));
    const name = names.find((one) => taken.has(one));
    return name === undefined ? undefined : { kind: 'name-taken', field: roles.name, name };
  }

  private async conclude(sent: Intent, outcome: Outcome): Promise<void> {
    const { accountId, names } = sent;
    if (outcome.kind === 'rejected') return this.journal.abandon(sent);
    if (outcome.kind === 'unknown') return this.journal.conclude(sent, {}, names);
    const { servers, renamed, missing } = outcome;
    const askedAs = new Map(renamed.map(({ asked, server }) => [server.number, asked]));
    const made = servers.map(({ number, name }) => [askedAs.get(number) ?? name, number] as const);
    const written = this.journal.conclude(sent, Object.fromEntries(made), missing);
    this.servers.adopt(accountId, servers);
    return written;
  }
}

async function orUnwritten<T>(write: () => Promise<T>): Promise<T | Unwritten> {
  try {
    return await write();
  } catch (error) {
    return { kind: 'unwritten', error };
  }
}

function holderOf({ accountId, environment, region, client: { fingerprint } }: Place): Holder {
  return { accountId, fingerprint, environment, region };
}

/** The field that a refusal speaks of: what the message names, else what the code stands for; of a list its first item. */
function blamed(error: NcloudError, values: Values, context: Context): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const { environment } = context;
  const byCode = findReturnCode(environment, error.returnCode)?.blames?.[environment];
  const name = blamedField(error.returnMessage, environment) ?? byCode?.replaceAll('.N', '.1');
  return name && formName(name, values, context);
}
