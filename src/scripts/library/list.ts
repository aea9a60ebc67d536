/** The init scripts that are kept at NCP: list, read, find again, and who refers to them. */
import { ApiError, type NcloudClient } from '../../client/index';
import type { Environment, Row } from '../../reference/index';
import type { OsType } from '../language';

/** A script at NCP. Its text is asked for apart: VPC lists leave it out. */
export interface InitScript {
  readonly environment: Environment;
  /** `initScriptNo`: unique in its account and environment. */
  readonly number: string;
  readonly name: string;
  readonly description: string;
  /** Left out when NCP says something that we do not know. */
  readonly osType?: OsType;
  /** As given: `2024-05-03T10:00:00+0900`. */
  readonly createDate: string;
}

/** A script with its text. */
export interface ScriptText extends InitScript {
  readonly content: string;
}

/** Where scripts are looked for: an account in one environment and one region. */
export interface ScriptPlace {
  readonly client: NcloudClient;
  readonly environment: Environment;
  /** `regionCode`; Classic, whose scripts belong to no region, does not use it. */
  readonly region: string;
}

/** A server that was created with a script. */
export interface ScriptUser {
  readonly number: string;
  readonly name: string;
}

/** Detail calls that are on their way at the same time. */
const readsAtOnce = 4;

/** All scripts of the place, in NCP's order. @throws NcloudError */
export async function listScripts(place: ScriptPlace): Promise<InitScript[]> {
  return (await scriptRows(place)).map((row) => toScript(place.environment, row));
}

/**
 * A script with its text; undefined when there is no such script.
 * @see https://api.ncloud-docs.com/docs/compute-vserver-initscript-getinitscriptdetail
 * @throws NcloudError
 */
export async function readScript(place: ScriptPlace, number: string): Promise<ScriptText | undefined> {
  const { client, environment, region } = place;
  if (environment === 'classic') return textIn(environment, await scriptRows(place), number);
  try {
    const params = { regionCode: region, initScriptNo: number };
    return textIn(environment, await client.list('vserver', 'getInitScriptDetail', params), number);
  } catch (error) {
    // How NCP answers for a number that is gone is not documented; the list tells it apart from other refusals.
    if (!(error instanceof ApiError) || error.outcome !== 'rejected') throw error;
    if ((await listScripts(place)).some((script) => script.number === number)) throw error;
    return undefined;
  }
}

/**
 * The first of `scripts` whose text is `content`. Those that bear `name` are read first, since one often suffices.
 * @throws NcloudError
 */
export async function findSame(
  place: ScriptPlace,
  scripts: readonly InitScript[],
  { content, osType, name }: { readonly content: string; readonly osType: OsType; readonly name: string },
): Promise<InitScript | undefined> {
  const candidates = scripts
    .filter((script) => (script.osType ?? osType) === osType)
    .sort((a, b) => Number(b.name.startsWith(name)) - Number(a.name.startsWith(name)));
  for (let start = 0; start < candidates.length; start += readsAtOnce) {
    const some = candidates.slice(start, start + readsAtOnce);
    const texts = await Promise.all(some.map(({ number }) => readScript(place, number)));
    const index = texts.findIndex((text) => text !== undefined && isSameText(text.content, content));
    if (index !== -1) return some[index];
  }
  return undefined;
}

/** Whether two texts do the same: what follows the last line does not count, as it may get lost on the way. */
export function isSameText(a: string, b: string): boolean {
  return a.trimEnd() === b.trimEnd();
}

/**
 * The servers of the region that were created with the script. Classic does not tell. Launch configurations of Auto
 * Scaling may refer to it as well; they belong to another API.
 * @throws NcloudError
 */
export async function usersOfScript({ client, region }: ScriptPlace, number: string): Promise<ScriptUser[]> {
  const rows = await client.list('vserver', 'getServerInstanceList', { regionCode: region });
  return rows
    .filter((row) => textOf(row, 'initScriptNo') === number)
    .map((row) => ({ number: textOf(row, 'serverInstanceNo'), name: textOf(row, 'serverName') }));
}

/** Reads a row of `initScriptList`. */
export function toScript(environment: Environment, row: Row): InitScript {
  const { osType } = row;
  const code = typeof osType === 'object' && osType !== null ? textOf(osType as Row, 'code') : '';
  return {
    environment,
    number: textOf(row, 'initScriptNo'),
    name: textOf(row, 'initScriptName'),
    description: textOf(row, 'initScriptDescription'),
    ...(code === 'LNX' || code === 'WND' ? { osType: code } : {}),
    createDate: textOf(row, 'createDate'),
  };
}

function scriptRows({ client, environment, region }: ScriptPlace): Promise<Row[]> {
  return environment === 'vpc'
    ? client.list('vserver', 'getInitScriptList', { regionCode: region })
    : client.list('server', 'getInitScriptList');
}

function textIn(environment: Environment, rows: readonly Row[], number: string): ScriptText | undefined {
  const row = rows.find((one) => textOf(one, 'initScriptNo') === number);
  return row && { ...toScript(environment, row), content: textOf(row, 'initScriptContent') };
}

function textOf(row: Row, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
