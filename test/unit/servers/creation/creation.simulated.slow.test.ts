// Thousands of creations with double clicks, time-outs, reloads and crashes: none is made twice, none is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fate, Simulation } from '../../../support/simulated-windows';
import { VirtualTime } from '../../../support/virtual-time';

const wanted = Number(process.env.MODEL_CREATIONS ?? 3_000);

/** What becomes of requests: every second one is answered in time. */
const mix: readonly Fate[] = [
  ...(['good', 'good', 'good', 'good', 'good', 'good', 'good', 'good', 'slow', 'slow'] as const),
  ...(['hang before', 'hang after', 'hang after', 'reset after', 'reset before', 'broken after', 'cut'] as const),
  ...(['late', 'lost', 'refused', 'unreachable'] as const),
];

/** So many creations in two windows, under names of which few are asked for twice. */
async function year(simulation: Simulation, creations: number): Promise<void> {
  const { random, time } = simulation;
  const one = <T>(some: readonly T[]): T => some[random.integer(0, some.length - 1)] as T;
  for (let count = 0; count < creations; count += 1) {
    const place = random.integer(0, 1);
    const name = `web-${random.integer(1, 40)}`;
    const isBoth = random.next() < 0.1;
    for (const asking of isBoth ? [0, 1] : [place]) {
      simulation.planned.push(one(mix));
      const clicks = one([1, 1, 2, 3]);
      simulation.watch(simulation.window(asking).create(name, 1, 0, one([0, 40, 2_000]), clicks));
    }
    // A window is reloaded or dies at any moment of every third creation; the next one opens at once, or with the next use.
    const isCut = random.next() < 0.35;
    for (let events = isCut ? random.integer(0, 30) : 0; events > 0; events -= 1) await time.step();
    if (isCut) simulation.kill(place);
    if (isCut && random.next() < 0.7) simulation.window(place);
    await time.pass(one([50, 1_000, 20_000, 70_000]));
    simulation.check();
  }
  await simulation.end();
}

test(`${wanted} creations with double clicks, time-outs, reloads and crashes: 0 double, 0 lost`, async (t) => {
  const figures: Record<string, number> = {};
  for (let seed = 1; (figures.confirmations ?? 0) < wanted; seed += 1) {
    const time = new VirtualTime();
    const inForce = time.use();
    try {
      const simulation = await Simulation.open(time, seed);
      simulation.ncp.options.listLag = [0, 5_000, 60_000][seed % 3] ?? 0;
      await year(simulation, 10);
      for (const [figure, count] of Object.entries(simulation.figures))
        figures[figure] = (figures[figure] ?? 0) + count;
    } catch (error) {
      t.diagnostic(`seed ${seed}`);
      throw error;
    } finally {
      inForce.dispose();
    }
  }
  t.diagnostic(JSON.stringify({ ...figures, double: 0, lost: 0 }));
  assert.ok((figures.requests ?? 0) <= (figures.confirmations ?? 0));
  assert.ok((figures.commits ?? 0) <= (figures.requests ?? 0));
  for (const kind of ['created', 'rejected', 'unknown', 'found', 'kills', 'left'])
    assert.ok((figures[kind] ?? 0) > 50, kind);
});
