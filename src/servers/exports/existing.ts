/** A server that exists, as another tool can take it over. */
import type { NcloudClient } from '../../client/index';
import { type Environment, fieldText, interfaceList, type Row, type Values } from '../../reference';
import type { Server } from '../server';
import { inOrder, readServer, valuesOfServer } from '../values';

/** A server that exists, with the values that are known of it; concrete wire names as in a create request. */
export interface ExistingServer {
  readonly number: string;
  readonly name: string;
  readonly values: Values;
  /** Code of its zone; Classic only: `KR-1`. */
  readonly zoneCode?: string;
}

/** What the API tells of the server now, with the interfaces that it has; of one that is gone only its name. @throws NcloudError */
export async function existingServer(client: Pick<NcloudClient, 'list'>, server: Server): Promise<ExistingServer> {
  const { environment, number, name, zone } = server;
  const told = await readServer(client, server);
  const values = told ? knownValues(environment, told.row, told.interfaces) : {};
  return { number, name, values, ...(environment === 'classic' && zone !== '' ? { zoneCode: zone } : {}) };
}

function knownValues(environment: Environment, row: Row, interfaces: readonly Row[]): Values {
  const own = inOrder(interfaces).map((one, place) => [
    `${interfaceList}.${place + 1}.networkInterfaceNo`,
    fieldText(one, 'networkInterfaceNo'),
  ]);
  return { ...valuesOfServer(environment, row, interfaces), ...Object.fromEntries(own) };
}
