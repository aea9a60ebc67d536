// What simulated creations are put together from, and what may become of their one request.
import assert from 'node:assert/strict';
import type { Row, Values } from '../../src/reference/index';
import type { Fault } from '../../src/sandbox/faults';
import { Journal } from '../../src/servers/creation/journal';
import { Fleet } from '../../src/servers/fleet';
import { Catalog, Creations } from '../../src/servers/index';
import { IntentFolder, ownerOf } from './intents';
import type { VirtualTime } from './virtual-time';
import { valuesFor } from './vpc-values';
import { type Ncp, untroubled } from './wired-client';

const create = 'createServerInstances';
const minute = 60_000;

/** What may become of the one request of a creation. */
export const fates = [
  'good',
  'slow',
  'late',
  'unreachable',
  'lost',
  'reset before',
  'reset after',
  'hang before',
  'hang after',
  'cut',
  'refused',
  'broken before',
  'broken after',
  'partial',
] as const;
export type Fate = (typeof fates)[number];

/** Two specs of which one differs from the other in all that a row tells. */
export type Spec = 0 | 1;
const specs = ['SVR.VSVR.STAND.C002.M008.NET.SSD.B050.G002', 'SVR.VSVR.STAND.C004.M016.NET.SSD.B050.G002'] as const;

/** The values of a creation and the rows of what they are picked from; the same in every simulated account. */
let offer: { readonly values: Values; readonly rows: Map<string, readonly Row[]> } | undefined;

/** Reads once what creations are put together from. */
export async function readOffer(time: VirtualTime, ncp: Ncp): Promise<void> {
  offer ??= await read(time, ncp);
}

export function valuesOf(name: string, count: number, spec: Spec): Values {
  const several: Values = count === 1 ? {} : { serverCreateCount: String(count), serverCreateStartNo: '1' };
  return { ...offer?.values, serverName: name, serverProductCode: specs[spec], ...several };
}

export function offeredRows(parameter: string, params: object): readonly Row[] {
  const key = JSON.stringify([parameter, params]);
  const rows = offer?.rows.get(key);
  assert.ok(rows, `nothing is known of ${key}`);
  return rows;
}

/** Reads once what all creations are put together from. */
async function read(time: VirtualTime, ncp: Ncp) {
  const client = ncp.client(untroubled);
  const catalog = new Catalog(client, 'vpc', 'KR');
  const rows = new Map<string, readonly Row[]>();
  const recording = {
    rows: async (parameter: string, params: Readonly<Record<string, string>>) => {
      const read = await catalog.rows(parameter, params);
      rows.set(JSON.stringify([parameter, params]), read);
      return read;
    },
  };
  const reading = (async () => {
    const values = await valuesFor(client, 'any');
    const fleet = new Fleet(new Journal(new IntentFolder().store(1), { self: ownerOf(1), isAlive: () => true }));
    const creations = new Creations(fleet, { held: () => undefined } as never);
    for (const serverProductCode of specs) {
      const place = { accountId: 'a', environment: 'vpc', region: 'KR', client, catalog: recording } as const;
      const checked = await creations.check(
        { ...place, price: async () => undefined },
        { ...values, serverProductCode },
      );
      assert.equal(checked.kind, 'checked', JSON.stringify(checked));
    }
    return { values, rows };
  })();
  await time.pass(minute);
  return reading;
}

const refusal = JSON.stringify({ responseError: { returnCode: '1002003', returnMessage: 'quota' } });

/** What becomes of a creation that has such a fate. */
export function faultOf(fate: Fate): Fault | undefined {
  const fault = (where: 'before-commit' | 'after-commit', what: 'reset' | 'hang' | { status: number; body: string }) =>
    ({ action: create, where, what }) as Fault;
  const broken = { status: 503, body: JSON.stringify({ error: { errorCode: '500', message: 'Endpoint Error' } }) };
  switch (fate) {
    case 'reset before':
      return fault('before-commit', 'reset');
    case 'reset after':
      return fault('after-commit', 'reset');
    case 'hang before':
      return fault('before-commit', 'hang');
    case 'hang after':
      return fault('after-commit', 'hang');
    case 'refused':
      return fault('before-commit', { status: 400, body: refusal });
    case 'broken before':
      return fault('before-commit', broken);
    case 'broken after':
      return fault('after-commit', broken);
    case 'cut':
      return { action: create, where: 'in-body', what: { cut: 200, length: 'short' } };
    case 'partial':
      return { action: create, where: 'before-commit', what: { fate: 'partial', servers: 1 } };
    default:
      return undefined;
  }
}
