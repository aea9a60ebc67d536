// Whatever windows, networks, disks and colleagues do, in whatever order: one confirmation makes at most one server a
// name, and nothing that was made is lost sight of. `npm run model -- --runs 50000` goes on for longer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fates, healths, Simulation } from '../../support/simulated-windows';
import { VirtualTime } from '../../support/virtual-time';

const runs = Number(process.env.MODEL_RUNS ?? 1000);
const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31);

const place = fc.constantFrom(0, 0, 1);
const name = fc.constantFrom('web', 'web', 'store');
const spec = fc.constantFrom(0 as const, 0 as const, 1 as const);
const pick = fc.nat(5);
const short = fc.constantFrom(0, 0, 20, 3_000, 90_000);

/** One thing that happens. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('create' as const),
      ...{ place, name, spec, think: short, count: fc.constantFrom(1, 1, 1, 3), clicks: fc.constantFrom(1, 1, 2) },
      fate: fc.constantFrom(...fates),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('both' as const), name, spec, gap: fc.constantFrom(0, 1, 10, 200) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('events' as const), count: fc.integer({ min: 1, max: 25 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), time: fc.constantFrom(500, 5_000, 70_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('sleep' as const), time: fc.constantFrom(60_000, 3_600_000) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('kill' as const), place, after: fc.nat(12) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('open' as const), place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), place }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('operate' as const),
      ...{ place, pick, operation: fc.constantFrom('stop' as const, 'terminate' as const, 'start' as const) },
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), place, pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), place, pick, spec }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stranger' as const), name, spec, after: short }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lag' as const), lag: fc.constantFrom(0, 5_000, 60_000) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lists' as const), isListed: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('disk' as const), health: fc.constantFrom(...healths) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Histories that were hard for the product or for this test once. */
const kept: [Step[], number][] = [
  // A look-alike of somebody else is listed while the server itself arrives late and is not.
  [
    [
      { kind: 'create', place: 0, name: 'web', spec: 0, think: 0, count: 1, clicks: 1, fate: 'late' },
      { kind: 'stranger', name: 'web', spec: 0, after: 0 },
      { kind: 'lag', lag: 60_000 },
      { kind: 'pass', time: 70_000 },
      { kind: 'kill', place: 0, after: 0 },
      { kind: 'pass', time: 500 },
      { kind: 'open', place: 0 },
    ],
    0,
  ],
  // The list of another creation settles what was made, and the window dies.
  [
    [
      { kind: 'create', place: 0, name: 'store', spec: 0, think: 0, count: 1, clicks: 1, fate: 'good' },
      { kind: 'create', place: 0, name: 'web', spec: 0, think: 0, count: 1, clicks: 1, fate: 'good' },
      { kind: 'pass', time: 70_000 },
      { kind: 'kill', place: 0, after: 0 },
      { kind: 'pass', time: 500 },
      { kind: 'open', place: 0 },
    ],
    202_626,
  ],
  // The disk fails between the claim and the look at the claims of others.
  [
    [
      { kind: 'create', place: 0, name: 'web', spec: 0, think: 0, count: 1, clicks: 1, fate: 'good' },
      { kind: 'events', count: 8 },
      { kind: 'disk', health: 'fails' },
      { kind: 'kill', place: 1, after: 3 },
      { kind: 'disk', health: 'good' },
      { kind: 'pass', time: 500 },
      { kind: 'create', place: 0, name: 'web', spec: 0, think: 0, count: 1, clicks: 1, fate: 'good' },
      { kind: 'create', place: 0, name: 'web', spec: 0, think: 0, count: 1, clicks: 1, fate: 'good' },
    ],
    7,
  ],
];

async function happens(simulation: Simulation, one: Step): Promise<void> {
  const { time } = simulation;
  switch (one.kind) {
    case 'create':
      simulation.planned.push(one.fate);
      simulation.watch(simulation.window(one.place).create(one.name, one.count, one.spec, one.think, one.clicks));
      return;
    case 'both':
      for (const place of [0, 1]) {
        simulation.watch(simulation.window(place).create(one.name, 1, one.spec, place * one.gap, 1));
      }
      return;
    case 'events':
      for (let count = 0; count < one.count; count += 1) await time.step();
      return;
    case 'pass':
      return time.pass(one.time);
    case 'sleep':
      return time.sleep(one.time);
    case 'kill':
      for (let count = 0; count < one.after; count += 1) await time.step();
      return simulation.kill(one.place);
    case 'open':
      return void simulation.window(one.place);
    case 'look':
      return simulation.watch(simulation.window(one.place).look());
    case 'operate':
      return simulation.watch(simulation.window(one.place).operate(one.pick, one.operation));
    case 'forget':
      return simulation.window(one.place).forget(one.pick);
    case 'again':
      return simulation.watch(simulation.window(one.place).again(one.pick, one.spec));
    case 'stranger':
      time.after(one.after, () => simulation.watch(simulation.stranger(one.name, one.spec)));
      return;
    case 'lag':
      simulation.ncp.options.listLag = one.lag;
      return;
    case 'lists':
      simulation.isListed = one.isListed;
      return;
    case 'disk':
      simulation.health = one.health;
  }
}

test(`${runs} random histories: no server is made twice, none is lost sight of, no row says what is not true`, async (t) => {
  const figures: Record<string, number> = {};
  const property = fc.asyncProperty(
    fc.array(step, { minLength: 5, maxLength: 30 }),
    fc.nat(1_000_000),
    async (steps, speed) => {
      const time = new VirtualTime();
      const inForce = time.use();
      try {
        const simulation = await Simulation.open(time, speed);
        for (const one of steps) {
          await happens(simulation, one);
          simulation.check();
        }
        await simulation.end();
        for (const [figure, count] of Object.entries(simulation.figures))
          figures[figure] = (figures[figure] ?? 0) + count;
      } finally {
        inForce.dispose();
      }
    },
  );
  t.diagnostic(`seed ${seed}`);
  await fc.assert(property, { numRuns: runs, seed, examples: kept, includeErrorInReport: true });
  t.diagnostic(JSON.stringify(figures));
  for (const [figure, count] of Object.entries(figures)) assert.ok(count > 0, `nothing was ${figure}`);
});
