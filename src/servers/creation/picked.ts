/** Looks up the rows of all values that were picked from lists, so that the host judges by what NCP says and not by the page. */
import {
  type Context,
  type Environment,
  fieldText,
  findCreateParameter,
  genericName,
  lookupParams,
  type Row,
  type Values,
} from '../../reference/index';
import type { Catalog } from '../catalog';

/** A picked row may be needed to look another one up, and that one for a third. */
const passes = 3;

/** The rows of the picked values, and the concrete names of those values that their list does not offer. */
export interface Picked {
  readonly context: Context;
  readonly withdrawn: readonly string[];
}

/**
 * Finds the row of each picked value. A kept list that lacks a value is asked for again: the value may be newer.
 * @throws {NcloudError} when a look-up goes wrong.
 */
export async function pickedRows(
  catalog: Pick<Catalog, 'rows'>,
  environment: Environment,
  values: Values,
): Promise<Picked> {
  const rows: Record<string, Row> = {};
  const context = { environment, rows };
  let withdrawn: string[] = [];
  for (let pass = 0; pass < passes; pass++) {
    withdrawn = [];
    for (const [name, value] of Object.entries(values)) {
      const parameter = findCreateParameter(environment, genericName(name));
      const params = parameter && lookupParams(parameter, values, context);
      if (!params) continue;
      const find = async (fresh: boolean) =>
        (await catalog.rows(parameter.name, params, { fresh })).find(
          (row) => fieldText(row, parameter.source?.value ?? '') === value,
        );
      const row = (await find(false)) ?? (pass === passes - 1 ? await find(true) : undefined);
      if (row) rows[name] = row;
      else withdrawn.push(name);
    }
  }
  return { context, withdrawn };
}
