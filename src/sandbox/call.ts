/** One request to an action of the simulated account. */
import { type Action, type Environment, fieldText, type Row } from '../reference/index';
import type { Answer } from './answer';
import type { DueFaults } from './faults';
import type { Params } from './parameters';
import { refuse } from './rules';
import { regions } from './seed/regions';
import type { World } from './world';

export interface Call {
  readonly action: Action;
  readonly environment: Environment;
  readonly params: Params;
  readonly world: World;
  readonly faults: DueFaults;
}

/** What an action does. @throws Refusal before anything is changed, or not at all. */
export type Handler = (call: Call) => Answer;

/** The regionCode (VPC, billing) or regionNo (Classic) that is asked for, or the first one. @throws Refusal */
export function regionOf({ params, environment, action }: Call): string {
  const isNumbered = environment === 'classic' && action.service === 'server';
  const known = regions.map((region) => (isNumbered ? region.regionNo : region.regionCode));
  const asked = params.text(isNumbered ? 'regionNo' : 'regionCode') ?? known[0] ?? '';
  if (!known.includes(asked)) refuse('region', environment, { value: asked });
  return asked;
}

/** The first zone of a Classic region, where documented as the default, or the one that is asked for. @throws Refusal */
export function zoneNoOf(call: Call): string | undefined {
  const asked = call.params.text('zoneNo');
  if (asked !== undefined && !regions.some(({ zones }) => zones.some(({ zoneNo }) => zoneNo === asked))) {
    refuse('zone', call.environment, { value: asked });
  }
  return asked;
}

/** True when a field (dotted) of the row has this value. */
export const has = (row: Row, field: string, value: string): boolean => fieldText(row, field) === value;
