// Every fault on the wire × every kind of action, over real sockets: what was sent, what was done, what was said of it.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { serve } from '../../support/fault-server';
import { needs } from '../../support/needs';
import { redirects } from './matrix/answers';
import type { FaultCase } from './matrix/case';
import { actionOf, type Column, columns, groupOf, play } from './matrix/cell';
import { elsewhere, listedFaults, wireFaults } from './matrix/listed';
import { deadEnds, type Leaks, type Lifetime, wrongHosts } from './matrix/ways';

/** How many cells are played at a time. */
const atOnce = 6;

interface Cell {
  readonly fault: FaultCase;
  readonly column: Column;
  readonly format: 'json' | 'xml';
  readonly expected: string;
}

function cellsOf(fault: FaultCase): Cell[] {
  return columns.flatMap((column) => {
    const group = groupOf[column];
    const { create } = fault.expected;
    const otherwise: Readonly<Record<string, string | undefined>> = { classic: create, bulk: bulkOf(create) };
    const key = [column, group].find((name) => name in fault.expected);
    const expected = key === undefined ? otherwise[group] : fault.expected[key];
    if (expected === undefined) return [];
    return (fault.formats ?? ['json']).map((format): Cell => ({ fault, column, format, expected }));
  });
}

/** What is expected of one server, of five. */
function bulkOf(one: string | undefined): string | undefined {
  return one?.replace('/1 ', '/5 ').replace('made 1', 'made 5 of 5');
}

async function played({ fault, column, format, expected }: Cell) {
  const { faults, isSlow = false, waits, code } = fault;
  const seen = await play(column, {
    ...fault,
    faults: faults(actionOf[column], groupOf[column]),
    isXml: format === 'xml',
    isSlow,
  });
  const told = `${seen.requests}/${seen.commits} ${seen.outcome}`;
  const isWaited = seen.waits.every((wait) => !waits || (wait >= waits[0] && wait <= waits[1]));
  const breaches = [
    ...seen.breaches,
    ...(expected.split(' or ').includes(told) ? [] : [`${told}, expected ${expected}`]),
    ...(code === undefined || seen.code === code ? [] : [`ends in ${seen.code}, expected ${code}`]),
    ...(isWaited ? [] : [`waits ${seen.waits}`]),
  ];
  const at = `${fault.id} ${fault.does}, ${column}, ${format}`;
  return { column, told, breaches: breaches.map((breach) => `${at}: ${breach}`) };
}

/** Plays all cells of the faults, prints the table, and demands that nothing else came of them than what was expected. */
async function matrix(faults: readonly FaultCase[]): Promise<void> {
  const cells = faults.flatMap(cellsOf);
  const left = [...cells];
  const told = new Map<FaultCase, Map<Column, Set<string>>>();
  const breaches: string[] = [];
  const worker = async () => {
    for (let cell = left.shift(); cell; cell = left.shift()) {
      const result = await played(cell);
      breaches.push(...result.breaches);
      const row = told.get(cell.fault) ?? new Map<Column, Set<string>>();
      told.set(cell.fault, row);
      row.set(cell.column, (row.get(cell.column) ?? new Set()).add(result.told));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const lines = faults.map((fault) => {
    const row = columns.map((column) => [...(told.get(fault)?.get(column) ?? ['–'])].join(' or '));
    return [`${fault.id} ${fault.does}`, ...row];
  });
  console.log(table([['requests/commits outcome', ...columns], ...lines]));
  console.log(`${faults.length} faults, ${cells.length} cells, ${breaches.length} violations`);
  assert.deepEqual(breaches, []);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

test('the fault matrix: whatever happens on the wire, it is sent once and told as it is', {
  timeout: 300_000,
}, async (t) => {
  // Whoever followed a redirect or the environment's proxy would come here.
  const elsewhere = await serve(t, (response) => response.end('{}'));
  const { HTTP_PROXY } = process.env;
  Object.assign(process.env, { HTTP_PROXY: elsewhere.endpoint, http_proxy: elsewhere.endpoint });
  t.after(() => {
    delete process.env.http_proxy;
    if (HTTP_PROXY === undefined) delete process.env.HTTP_PROXY;
    else process.env.HTTP_PROXY = HTTP_PROXY;
  });
  await matrix([...wireFaults, ...redirects(elsewhere.endpoint)]);
  assert.deepEqual(elsewhere.asked, []);
});

/** Lets what a part of a test has started end before its traces are looked at. */
async function during(run: (context: Lifetime) => Promise<void>): Promise<void> {
  const stops: (() => unknown)[] = [];
  try {
    await run({ after: (stop) => stops.push(stop) });
  } finally {
    for (const stop of stops) await stop();
  }
}

for (const [name, ways, wanted] of [
  ['no way to NCP', deadEnds, {}],
  ['another one in the place of NCP', wrongHosts, needs('openssl')],
] as const) {
  test(`the fault matrix: with ${name} nothing leaves`, { ...wanted, timeout: 120_000 }, async () => {
    const leaks: Leaks = { heads: [], bodies: [] };
    await during(async (context) => matrix(await ways(context, leaks)));
    assert.deepEqual(leaks.bodies, []);
    assert.ok(leaks.heads.length > 0 || ways === wrongHosts);
    for (const head of leaks.heads) assert.doesNotMatch(head, /SANDBOX|x-ncp|serverName/i);
  });
}

test('no fault of the list is without a cell, or without those who play it elsewhere', async (t) => {
  const ways = [...(await deadEnds(t, { heads: [], bodies: [] })), ...redirects('http://127.0.0.1:9')];
  const here = new Set([...wireFaults, ...ways].filter((fault) => cellsOf(fault).length > 0).map(({ id }) => id));
  const missing = listedFaults.filter((id) => !here.has(id) && !(id in elsewhere));
  const unlisted = [...here, ...Object.keys(elsewhere)].filter((id) => !listedFaults.includes(id));
  assert.deepEqual({ missing, unlisted }, { missing: [], unlisted: [] });
  for (const file of Object.values(elsewhere).flat()) assert.ok(existsSync(file), file);
  // Each kind of action is struck by most of them.
  for (const column of columns) {
    const struck = [...wireFaults, ...ways].filter((fault) => cellsOf(fault).some((cell) => cell.column === column));
    assert.ok(new Set(struck.map(({ id }) => id)).size >= 24, column);
  }
});
