// Fleet, journal and seek against a book of the test's own: what a look says and what becomes of the rows never differ.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Intent } from '../../../../src/servers/creation/intent';
import { Seek, type Sighting } from '../../../../src/servers/creation/seek';
import { Fleet } from '../../../../src/servers/fleet';
import { type Server, toServer } from '../../../../src/servers/index';
import { ask, IntentFolder, openJournal } from '../../../support/intents';

const minute = 60_000;
const hour = 60 * minute;

interface Act {
  readonly kind: 'add' | 'lose' | 'remove' | 'restart';
  readonly name: string;
}

/** A server of a list: made when the list is read, or some hours before. */
interface Row {
  readonly number: string;
  readonly name: string;
  readonly age: number;
}

/** A list that is read, by a look for these names or for another reason. Without rows it cannot be read. */
interface Reading {
  readonly kind: 'list' | 'look';
  readonly names: readonly string[];
  readonly rows: readonly Row[] | undefined;
}

/** The name of each server that may be there: its number is its place. */
const servers = ['web-1', 'web-2', 'db', 'web-1', 'web-2', 'db', 'web-1', 'web-2', 'web-1', 'web-2', 'web-1', 'web-1'];
const names = ['web-1', 'web-2', 'db'];
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('add', 'add', 'add', 'lose', 'lose', 'lose', 'remove', 'restart'),
  name: fc.constantFrom(...names),
});
const rows: fc.Arbitrary<Row[]> = fc
  .subarray([...servers.keys()], { maxLength: 4 })
  .chain((places) =>
    fc.tuple(
      ...places.map((place) =>
        fc.constantFrom(0, 0, 3 * hour).map((age) => ({ number: String(place), name: servers[place] ?? '', age })),
      ),
    ),
  );
const reading: fc.Arbitrary<Reading> = fc.record({
  kind: fc.constantFrom('list', 'look', 'look'),
  names: fc.subarray(names, { minLength: 1 }),
  rows: fc.option(rows, { nil: undefined, freq: 8 }),
});

/** A window on a computer whose clock is `ahead` milliseconds ahead, and the book of what was asked for in it. */
class World {
  readonly tally = { hits: 0, candidates: 0, misses: 0, failed: 0 };
  /** NCP's time. */
  private time = Date.UTC(2026, 10, 25, 1);
  private readonly folder = new IntentFolder();
  private pid = 1;
  private readonly book = new Map<
    string,
    { at: number; before: readonly string[]; sent: Intent; isAwaited: boolean }
  >();
  private readonly adopted: string[] = [];
  private list: readonly Row[] | undefined = [];
  private window = this.open();

  constructor(private readonly ahead: number) {}

  async step(one: Act | Reading): Promise<void> {
    this.time += 1.5 * minute;
    if ('names' in one) await this.read(one);
    else await this.act(one);
    // What is written waits for what was written before it.
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(
      this.window.journal.list('a').map(({ name, state }) => [name, state === 'requested']),
      [...this.book].map(([name, { isAwaited }]) => [name, isAwaited]),
    );
  }

  private open() {
    const now = () => this.time + this.ahead;
    const journal = openJournal(this.folder, { pid: this.pid, now });
    const fleet = new Fleet(journal, now);
    const renew = async () => {
      if (this.list)
        fleet.renew(
          'a',
          this.list.map((row) => this.server(row)),
          now(),
        );
      else fleet.fail('a', 'offline');
    };
    const seek = new Seek(fleet, journal, { isOpen: () => true, renew }, () => undefined);
    fleet.onDidAdopt((adoption) => this.adopted.push(...adoption.servers.map(({ number }) => number)));
    return { journal, fleet, renew, seek };
  }

  private server({ number, name, age }: Row): Server {
    const createDate = `${new Date(this.time - age + 9 * hour).toISOString().slice(0, 19)}+0900`;
    return toServer('vpc', { serverInstanceNo: number, serverName: name, createDate });
  }

  private async act({ kind, name }: Act): Promise<void> {
    const { journal, fleet } = this.window;
    const entry = this.book.get(name);
    if (kind === 'restart') {
      this.folder.kill(this.pid++);
      this.window = this.open();
      await this.window.journal.load();
      for (const one of this.book.values()) one.isAwaited = false;
    } else if (kind === 'add' && !entry) {
      const known = fleet.get('a')?.servers ?? [];
      const before = known.filter((one) => one.name === name).map(({ number }) => number);
      const sent = await ask(journal, 'a', [name], { before, timestamp: this.time });
      this.book.set(name, { at: this.time, before, sent, isAwaited: true });
    } else if (kind === 'lose' && entry?.isAwaited) {
      await journal.conclude(entry.sent, {}, [name]);
      entry.isAwaited = false;
    } else if (kind === 'remove' && entry && !entry.isAwaited) {
      journal.remove('a', [name]);
      this.book.delete(name);
    }
  }

  private async read({ kind, names, rows }: Reading): Promise<void> {
    const { fleet, renew, seek } = this.window;
    this.list = rows;
    this.adopted.length = 0;
    const expected = [...this.book]
      .filter(([, { isAwaited }]) => !isAwaited)
      .map(([name, entry]) => [name, this.told(name, entry, rows ?? [])] as const);
    if (kind === 'list') await renew();
    else {
      const sought = this.window.journal.list('a').filter(({ name }) => names.includes(name));
      const sightings = await seek.look('a', sought);
      assert.deepEqual(
        sightings?.map(({ name, isMade }) => [name, isMade]),
        rows && expected.filter(([name]) => names.includes(name)).map(([name, { made }]) => [name, made !== undefined]),
      );
      for (const { name, candidates } of sightings ?? []) {
        const mine = expected.find(([other]) => other === name)?.[1].candidates ?? [];
        assert.deepEqual(candidates.map(({ number }) => number).sort(), [...mine].sort());
      }
      this.count(sightings);
    }
    const all = expected.flatMap(([, { made }]) => made ?? []);
    assert.deepEqual([...this.adopted].sort(), all.sort());
    assert.ok(all.every((number) => fleet.server('a', number) !== undefined));
    for (const [name, { made }] of expected) if (made !== undefined) this.book.delete(name);
  }

  /** The number that a creation of that name has made, or those of which nobody can say so. */
  private told(
    asked: string,
    { at, before }: { at: number; before: readonly string[] },
    rows: readonly Row[],
  ): { readonly made?: string; readonly candidates: readonly string[] } {
    const fresh = rows.filter(({ number, name }) => name === asked && !before.includes(number));
    const [only, another] = fresh.filter(({ age }) => Math.abs(this.time - age - at - minute / 2) <= 6.5 * minute);
    if (only && !another) return { made: only.number, candidates: [] };
    return { candidates: fresh.map(({ number }) => number) };
  }

  private count(sightings: readonly Sighting[] | undefined): void {
    if (!sightings) this.tally.failed += 1;
    for (const { isMade, candidates } of sightings ?? [])
      this.tally[isMade ? 'hits' : candidates.length > 0 ? 'candidates' : 'misses'] += 1;
  }
}

test('what a look says and what becomes of the rows never differ, whatever lists tell and any clock shows', async (t) => {
  const tally: Record<string, number> = {};
  const property = fc.asyncProperty(
    fc.array(fc.oneof(act, reading), { minLength: 10, maxLength: 40 }),
    fc.constantFrom(-2 * hour, 0, 2 * hour),
    async (steps, ahead) => {
      const world = new World(ahead);
      for (const one of steps) await world.step(one);
      for (const [kind, count] of Object.entries(world.tally)) tally[kind] = (tally[kind] ?? 0) + count;
    },
  );
  await fc.assert(property, { numRuns: 300, includeErrorInReport: true });
  t.diagnostic(JSON.stringify(tally));
  for (const count of Object.values(tally)) assert.ok(count > 3, JSON.stringify(tally));
});
