/** What every export starts from: the create request exactly as the extension would send it. */
import {
  actionPath,
  type Context,
  type Environment,
  fieldText,
  findAction,
  serverServices,
  type Values,
} from '../../reference';
import { createRequest } from '../creation/create';

export interface ExportRequest {
  readonly environment: Environment;
  /** Gateway address without a path, for example of the site of the account. */
  readonly endpoint: string;
  /** What is sent, wire names to text, as `sentValues` gives it and with the region. */
  readonly values: Values;
  /** The names of the servers that will result. */
  readonly names: readonly string[];
  /** Code of the zone, as far as it is known: `KR-1`. The request holds its number (Classic) or a subnet in it. */
  readonly zoneCode?: string;
}

/** What a script that creates these servers says of itself. */
export function creationNote({ names }: ExportRequest): string {
  return names.length === 1
    ? 'Creates 1 server. Running it twice creates another one, and both are billed.'
    : `Creates ${names.length} servers. Running it twice creates as many again, and all are billed.`;
}

/** The request that `createServers` would send for the same values. `region` is the `regionCode`. */
export function exportRequest(
  environment: Environment,
  endpoint: string,
  region: string,
  values: Values,
  context: Context,
): ExportRequest {
  const { params, names } = createRequest(environment, region, values, context);
  const zoneCode = fieldText(context.rows.zoneNo ?? context.rows.subnetNo, 'zoneCode');
  return { environment, endpoint, values: params, names, ...(zoneCode === '' ? {} : { zoneCode }) };
}

/** Path of the create action of the environment, for example `/vserver/v2/createServerInstances`. */
export function createPath(environment: Environment): string {
  const service = serverServices[environment];
  const action = findAction(service, 'createServerInstances');
  if (!action) throw new Error(`The reference has no createServerInstances for ${service}`);
  return actionPath(action);
}

/** The pairs of the form body in the order in which the client sends them. */
export function bodyPairs(request: ExportRequest): readonly (readonly [string, string])[] {
  return [['responseFormatType', 'json'], ...Object.entries(request.values)];
}
