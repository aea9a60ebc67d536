/** What can be chosen for one value of a new server, given the others that it depends on. */
import {
  type Environment,
  findCreateParameter,
  genericName,
  lookupParams,
  type Row,
  rowOf,
  type Values,
} from '../reference/index';
import type { Catalog } from './catalog';

/** Rows to choose from, or the wire names of the values that must be chosen before. */
export type Choices = { readonly rows: readonly Row[] } | { readonly waitsFor: readonly string[] };

/**
 * Reads what can be chosen for the value of a concrete wire name, and before it the rows that its look-up asks about.
 * Undefined when nothing is picked there.
 * @throws {NcloudError} when a look-up goes wrong.
 */
export async function choicesFor(
  catalog: Pick<Catalog, 'rows' | 'known'>,
  environment: Environment,
  values: Values,
  name: string,
): Promise<Choices | undefined> {
  const parameter = findCreateParameter(environment, genericName(name));
  if (!parameter?.source) return undefined;
  const rows: Record<string, Row> = {};
  const context = { environment, rows };
  for (const [other, value] of Object.entries(values)) {
    const row = catalog.known(genericName(other), value);
    if (row) rows[other] = row;
  }
  const { needs = {}, narrowedBy = {} } = parameter.source;
  const asked = [...Object.values(needs), ...Object.values(narrowedBy)].filter((from) => from.includes('@'));
  for (const from of asked) {
    const [other = ''] = from.split('@');
    const value = values[other];
    const picked = findCreateParameter(environment, other);
    if (!value || !picked || rows[other]) continue;
    const found = await choicesFor(catalog, environment, values, other);
    const row = found && 'rows' in found ? rowOf(found.rows, picked, value) : undefined;
    if (row) rows[other] = row;
  }
  const params = lookupParams(parameter, values, context);
  if (params) return { rows: await catalog.rows(parameter.name, params) };
  const wanted = [...(parameter.with ?? []), ...Object.values(needs).map((from) => from.split('@')[0] ?? '')];
  return { waitsFor: [...new Set(wanted)].filter((other) => !values[other]) };
}
