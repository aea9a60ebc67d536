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
import { createServers, type Outcome, type Plan, planOf } from './create';
import type { Sending } from './journal';
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

/** Where a creation is written down before it is sent; the journal is one. */
export interface Ledger {
  /** The creations whose outcome is not known. */
  list(accountId: string): readonly { readonly name: string }[];
  /**
   * Notes names that are about to be asked for, which are in the list from the call on. Resolves when they are kept for
   * the next start.
   * @throws when they cannot be kept.
   */
  add(accountId: string, names: readonly string[], sending: Sending): Promise<void>;
  /** The outcome of these creations is known. */
  remove(accountId: string, names: readonly string[]): void;
  /** The outcome of these creations will stay unknown until somebody looks. */
  lose(accountId: string, names: readonly string[]): void;
}

/** Why nothing was sent. `field` is the concrete wire name to blame. */
export type Obstacle =
  /** Without a name nothing could be looked up if the answer were lost. */
  | { readonly kind: 'name-missing'; readonly field: string }
  /** A picked value is not in its list any more. */
  | { readonly kind: 'withdrawn'; readonly field: string }
  | { readonly kind: 'invalid'; readonly field: string; readonly problem: Problem }
  | NameInUse
  | Failed;

/** `taken`: a server has the name. `unknown`: nobody knows yet whether an earlier creation has made one of that name. */
export interface NameInUse {
  readonly kind: 'name-taken' | 'name-unknown';
  readonly field: string;
  readonly name: string;
}

/** A look-up went wrong, or the names could not be written down. */
export interface Failed {
  readonly kind: 'failed';
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
export type Conclusion = Exclude<Outcome, { kind: 'rejected' }> | Rejected | NameInUse | Failed;

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
    const { accountId, environment, region, client } = place;
    const checked = await this.check(place, values);
    if (checked.kind !== 'checked') return checked;
    const { context } = checked;
    try {
      const askedAt = this.now();
      this.servers.renew(accountId, await listServers(client, environment, region), askedAt);
      const plan = planOf(values, context);
      const product = pricedProduct(values, context);
      return (
        this.inUse(accountId, plan.names) ?? {
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
   * The second half: writes the names down, sends the request once and only once, and concludes. A name that has come
   * into use since `prepare` is an obstacle here as well, so that nothing is carried out twice. Never throws.
   */
  async carryOut({ place, values, context, plan: { names } }: Prepared): Promise<Conclusion> {
    const { accountId, environment, region, client } = place;
    const obstacle = this.inUse(accountId, names);
    if (obstacle) return obstacle;
    const servers = this.servers.get(accountId)?.servers ?? [];
    try {
      // Kept before anything is sent, so that it is looked up even when the program ends before the answer comes.
      await this.journal.add(accountId, names, { servers, timestamp: client.timestamp() });
    } catch (error) {
      return { kind: 'failed', error };
    }
    const before = servers.map(({ number }) => number);
    const outcome = await createServers(client, environment, region, values, context, { before });
    this.settle(accountId, names, outcome);
    if (outcome.kind !== 'rejected') return outcome;
    const field = blamed(outcome.error, values, context);
    return { ...outcome, ...(field === undefined ? {} : { field }) };
  }

  /** The first of these names that cannot be had. */
  private inUse(accountId: string, names: readonly string[]): NameInUse | undefined {
    const unknown = new Set(this.journal.list(accountId).map(({ name }) => name));
    const taken = new Set(this.servers.get(accountId)?.servers.map(({ name }) => name));
    const name = names.find((one) => unknown.has(one) || taken.has(one));
    if (name === undefined) return undefined;
    return { kind: unknown.has(name) ? 'name-unknown' : 'name-taken', field: roles.name, name };
  }

  private settle(accountId: string, names: readonly string[], outcome: Outcome): void {
    const unknown = outcome.kind === 'created' ? outcome.missing : outcome.kind === 'unknown' ? names : [];
    const settled = names.filter((name) => !unknown.includes(name));
    if (settled.length > 0) this.journal.remove(accountId, settled);
    if (outcome.kind === 'created') this.servers.adopt(accountId, outcome.servers);
    if (unknown.length > 0) this.journal.lose(accountId, unknown);
  }
}

/** The field that a refusal speaks of: what the message names, else what the code stands for; of a list its first item. */
function blamed(error: NcloudError, values: Values, context: Context): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const { environment } = context;
  const byCode = findReturnCode(environment, error.returnCode)?.blames?.[environment];
  const name = blamedField(error.returnMessage, environment) ?? byCode?.replaceAll('.N', '.1');
  return name && formName(name, values, context);
}
