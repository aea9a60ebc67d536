// Lists that are spoiled on their way: what is not complete and about what was asked is an error, never a shorter list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NcloudClient, NcloudError } from '../../../src/client/index';
import type { Environment } from '../../../src/reference/index';
import { startSandbox } from '../../../src/sandbox/index';
import { listServers, readServers } from '../../../src/servers/index';
import { actionOf, between, breaks, type Change, setRows } from '../../support/between';

const list = 'getServerInstanceList';
const places: readonly (readonly [Environment, string])[] = [
  ['vpc', 'KR'],
  ['classic', '1'],
];

/** A list that is true in all that counts. */
const harmless: Readonly<Record<string, Change>> = {
  honest: undefined,
  reversed: (body) => setRows(body, [...body.rows].reverse()),
};

/** What a row tells of where it is, made to tell of another region. */
const elsewhere: Readonly<Record<string, Change>> = {
  'of another region': (body) =>
    setRows(
      body,
      [...body.rows, { serverInstanceNo: '8' }].map((row) => ({
        ...row,
        regionCode: 'JPN',
        region: { regionNo: '8' },
      })),
    ),
  'with one of another region': (body) =>
    setRows(body, [
      ...body.rows,
      { ...body.rows[0], serverInstanceNo: '9', regionCode: 'JPN', zone: { regionNo: '8' } },
    ]),
};

const numbers = (servers: readonly { readonly number: string }[]) => servers.map(({ number }) => number).sort();

async function open(t: Parameters<typeof between>[0]) {
  const sandbox = await startSandbox({ servers: 12 });
  t.after(() => sandbox.stop());
  let changes: Change[] = [];
  const { endpoint } = await between(
    t,
    () => sandbox,
    (asked) => (actionOf(asked) === list ? changes.shift() : undefined),
  );
  const client = () => new NcloudClient({ ...sandbox, endpoint, pause: async () => undefined });
  const plan = (next: readonly Change[]) => {
    changes = [...next];
  };
  return { direct: new NcloudClient(sandbox), client, plan };
}

const seed = Date.now() & 0x7fffffff;

test('whatever happens to its answers, a list is whole or an error', { timeout: 60_000 }, async (t) => {
  const { direct, client, plan } = await open(t);
  const tally = { runs: 0, whole: 0, errors: 0 };
  const kinds = { ...harmless, ...breaks, ...elsewhere };
  for (const [environment, region] of places) {
    const truth = numbers(await listServers(direct, environment, region));
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom(...Object.keys(kinds)), { minLength: 1, maxLength: 4 }),
      async (names) => {
        plan(names.map((name) => kinds[name]));
        tally.runs += 1;
        const parts = new Set<string>();
        const onServers = (servers: readonly { readonly number: string }[]) => {
          for (const { number } of servers) parts.add(number);
        };
        try {
          assert.deepEqual(numbers(await listServers(client(), environment, region, { onServers })), truth);
          assert.deepEqual([...parts].sort(), truth);
          tally.whole += 1;
        } catch (error) {
          assert.ok(error instanceof NcloudError, String(error));
          tally.errors += 1;
        }
        for (const number of parts) assert.ok(truth.includes(number), `a part tells of ${number}`);
      },
    );
    await fc.assert(property, { seed, numRuns: 150, includeErrorInReport: true });
  }
  t.diagnostic(`seed ${seed}: ${tally.runs} lists, ${tally.whole} whole, ${tally.errors} errors, 0 shorter`);
  assert.ok(tally.whole > 5 && tally.errors > 100, JSON.stringify(tally));
});

test('whatever happens to its answers, reading some again gives just those, or an error', {
  timeout: 60_000,
}, async (t) => {
  const { direct, client, plan } = await open(t);
  const tally = { runs: 0, read: 0, errors: 0 };
  for (const [environment, region] of places) {
    const all = await listServers(direct, environment, region);
    const service = environment === 'vpc' ? 'vserver' : 'server';
    const rows = await direct.list(service, list, environment === 'vpc' ? { regionCode: region } : {});
    const kinds: Readonly<Record<string, Change>> = {
      ...harmless,
      ...breaks,
      ...elsewhere,
      'the filter is not honoured': (body) => setRows(body, [...rows]),
      'another one': (body) => setRows(body, [{ ...body.rows[0], serverInstanceNo: '7' }, ...body.rows.slice(1)]),
      'nothing, once': (body) => setRows(body, []),
      'one less, once': (body) => setRows(body, body.rows.slice(1)),
    };
    const property = fc.asyncProperty(
      fc.subarray(all, { minLength: 1 }),
      fc.array(fc.constantFrom(...Object.keys(kinds)), { minLength: 1, maxLength: 3 }),
      async (asked, names) => {
        // An answer that lacks servers is believed when the next one that can be read lacks them as well.
        const first = names.findIndex((name) => /once/.test(name));
        const believable = names.filter((name, place) => !/once/.test(name) || place === first);
        plan(believable.map((name) => kinds[name]));
        tally.runs += 1;
        try {
          assert.deepEqual(numbers(await readServers(client(), asked)), numbers(asked));
          tally.read += 1;
        } catch (error) {
          assert.ok(error instanceof NcloudError, String(error));
          tally.errors += 1;
        }
      },
    );
    await fc.assert(property, { seed, numRuns: 150, includeErrorInReport: true });
  }
  t.diagnostic(`seed ${seed}: ${tally.runs} reads, ${tally.read} of just those, ${tally.errors} errors, 0 others`);
  assert.ok(tally.read > 5 && tally.errors > 100, JSON.stringify(tally));
});
