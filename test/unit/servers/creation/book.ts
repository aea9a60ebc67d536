/** The account of one creation: what is known of it and what is written down, in order, beside a sandbox. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { NcloudClient } from '../../../../src/client/index';
import type { Values } from '../../../../src/reference/index';
import { startSandbox } from '../../../../src/sandbox/index';
import type { Holder, Intent } from '../../../../src/servers/creation/intent';
import type { Asked } from '../../../../src/servers/creation/ledger';
import {
  Catalog,
  type Conclusion,
  Creations,
  type Held,
  type Inventory,
  type Ledger,
  type Obstacle,
  type Place,
  type Prepared,
  type Server,
} from '../../../../src/servers/index';
import { valuesFor } from '../../../support/vpc-values';

/** The calls that make servers and read the list of them. */
export const create = 'createServerInstances';
export const list = 'getServerInstanceList';
const environment = 'vpc';

/** What is known of one account, and all that was written down about it, in order. */
class Book implements Inventory, Ledger {
  readonly lines: string[] = [];
  readonly adopted: string[] = [];
  private names: { readonly name: string; isKnown: boolean }[] = [];
  private servers: readonly Server[] | undefined;
  /** Servers that are known whatever a list says. */
  known: readonly Server[] = [];
  /** Runs before names are kept. */
  beforeKeeping: (what: 'claim' | 'send') => Promise<void> = async () => undefined;

  get = () => this.servers && { servers: this.servers };
  list = () => this.names;

  renew(_: string, servers: readonly Server[]): void {
    this.servers = [...servers, ...this.known];
    this.lines.push('read');
  }

  held(_: Holder, names: readonly string[]): Held | undefined {
    const held = names.flatMap((name) => this.names.filter((one) => one.name === name))[0];
    return held && { kind: held.isKnown ? 'name-unknown' : 'name-elsewhere', name: held.name };
  }

  async claim(holder: Holder, { names, timestamp }: Asked): Promise<Intent | Held> {
    const held = this.held(holder, names);
    if (held) return held;
    this.names.push(...names.map((name) => ({ name, isKnown: false })));
    this.lines.push(`claim ${names}`);
    const { beforeKeeping } = this;
    await beforeKeeping('claim').catch(async (error: unknown) => {
      this.remove(names);
      throw error;
    });
    return {
      ...{ version: 1, id: String(names), owner: { pid: 1, host: 'here' }, stage: 'claimed', ...holder },
      ...{ names, params: {}, askedAt: 1_000, timestamp, before: [], made: {} },
    };
  }

  async send(claim: Intent): Promise<Intent> {
    this.lines.push(`send ${claim.names}`);
    await this.beforeKeeping('send');
    return claim;
  }

  async abandon({ names }: Intent): Promise<void> {
    this.remove(names);
  }

  async conclude(_: Intent, made: Readonly<Record<string, string>>, missing: readonly string[]): Promise<void> {
    const numbers = new Map(this.servers?.map(({ number, name }) => [number, name]));
    assert.ok(
      Object.values(made).every((number) => number !== '' && !numbers.has(number)),
      'told before it is shown',
    );
    this.names = this.names.filter(({ name }) => !Object.hasOwn(made, name));
    for (const one of this.names) if (missing.includes(one.name)) one.isKnown = true;
    if (Object.keys(made).length > 0) this.lines.push(`made ${Object.keys(made)}`);
    if (missing.length > 0) this.lines.push(`lose ${missing}`);
  }

  remove(names: readonly string[]): void {
    this.names = this.names.filter(({ name }) => !names.includes(name));
    this.lines.push(`forget ${names}`);
  }

  adopt(_: string, servers: readonly Server[]): void {
    this.servers = [...(this.servers ?? []), ...servers];
    this.adopted.push(...servers.map(({ name }) => name));
    this.lines.push(`adopt ${servers.map(({ name }) => name)}`);
  }
}

/** A sandbox, and a book that nothing is written in yet. */
export async function open(t: TestContext) {
  const sandbox = await startSandbox();
  t.after(() => sandbox.stop());
  const { endpoint, accessKey, secretKey } = sandbox;
  const deadlines = { connect: 10_000, read: 10_000, mutation: 1500 };
  const client = new NcloudClient({ endpoint, accessKey, secretKey, deadlines });
  const catalog = new Catalog(client, environment, 'KR');
  const priced: string[] = [];
  const place: Place = {
    accountId: 'a',
    environment,
    region: 'KR',
    client,
    catalog,
    price: async (product) => {
      priced.push(product);
      return { hourly: 100, day: '2026-11-30', isSample: true };
    },
  };
  const book = new Book();
  const creations = new Creations(book, book, () => 1_000);
  const values = await valuesFor(client, 'lost-one');
  const asked = (action: string) => sandbox.requests.filter((request) => request.action === action).length;
  const prepare = async (more: Values = {}): Promise<Prepared> => {
    const prepared = await creations.prepare(place, { ...values, ...more });
    assert.ok(prepared.kind === 'prepared', prepared.kind);
    return prepared;
  };
  const made = async (more: Values = {}): Promise<Conclusion> => creations.carryOut(await prepare(more));
  const refused = async (more: Values): Promise<Exclude<Obstacle, { kind: 'failed' }>> => {
    const obstacle = await creations.prepare(place, { ...values, ...more });
    assert.ok(obstacle.kind !== 'prepared' && obstacle.kind !== 'failed', obstacle.kind);
    return obstacle;
  };
  return { sandbox, place, book, creations, values, priced, asked, prepare, made, refused };
}

export const names = ({ book }: Awaited<ReturnType<typeof open>>) => book.list().map(({ name }) => name);
export const namesOf = (servers: readonly Server[]) => servers.map(({ name }) => name);
