/** What the numbers in the row of a server are called, as far as lists that were read have told. Asks for nothing. */
import type { Catalog } from './catalog';
import type { Server } from './server';

export interface KnownNames {
  readonly image?: string | undefined;
  readonly vpc?: string | undefined;
  readonly subnet?: string | undefined;
}

export function knownNames(server: Server, catalog: Pick<Catalog, 'nameOf'> | undefined): KnownNames {
  const { image, imageNumber, imageProduct, vpcNumber, subnetNumber } = server;
  const called = (parameter: string, value: string | undefined) =>
    value === undefined ? undefined : catalog?.nameOf(parameter, value);
  return {
    image: image ?? called('serverImageNo', imageNumber) ?? called('serverImageProductCode', imageProduct),
    vpc: called('vpcNo', vpcNumber),
    subnet: called('subnetNo', subnetNumber),
  };
}
