/** What a server that exists was made with, as far as the API tells it. */
import { type Environment, field, fieldText, type Row, type Values } from '../reference/index';

const classicFields = ['serverImageProductCode', 'serverProductCode', 'loginKeyName', 'serverDescription'];

/**
 * The values that make another server like this one. Left out is what only one server can have (its name, its private
 * addresses), what the API does not tell (price plan, RAID, Classic's init script), and Classic's user data, which may
 * hold secrets.
 * @param row of `serverInstanceList`
 * @param interfaces the server's rows of `networkInterfaceList`; VPC only
 */
export function valuesOfServer(environment: Environment, row: Row, interfaces: readonly Row[] = []): Values {
  const values: Record<string, string> = {};
  const take = (name: string, value: string) => {
    if (value !== '') values[name] = value;
  };
  for (const name of environment === 'vpc' ? vpcFields(row) : classicFields) take(name, fieldText(row, name));
  if (fieldText(row, 'isProtectServerTermination') === 'true') take('isProtectServerTermination', 'true');
  rowsOf(row, 'blockDevicePartitionList').forEach((partition, place) => {
    for (const name of ['mountPoint', 'partitionSize']) {
      take(`blockDevicePartitionList.${place + 1}.${name}`, fieldText(partition, name));
    }
  });
  if (environment === 'vpc') {
    if (fieldText(row, 'publicIp') !== '') take('associateWithPublicIp', 'true');
    if (fieldText(row, 'isPreInstallGpuDriver') === 'true') take('isPreInstallGpuDriver', 'true');
    takeInterfaces(row, interfaces, take);
    return values;
  }
  take('zoneNo', fieldText(row, 'zone.zoneNo'));
  rowsOf(row, 'accessControlGroupList').forEach((group, place) => {
    const name = 'accessControlGroupConfigurationNo';
    take(`${name}List.${place + 1}`, fieldText(group, name));
  });
  rowsOf(row, 'instanceTagList').forEach((tag, place) => {
    for (const name of ['tagKey', 'tagValue']) take(`instanceTagList.${place + 1}.${name}`, fieldText(tag, name));
  });
  return values;
}

function vpcFields(row: Row): readonly string[] {
  return [
    ...imageFields(row),
    'vpcNo',
    'subnetNo',
    'loginKeyName',
    'initScriptNo',
    'placementGroupNo',
    'serverDescription',
    'fabricClusterPoolNo',
  ];
}

/** A server's row may name its image in more than one way; a request may not. */
function imageFields(row: Row): readonly string[] {
  if (fieldText(row, 'memberServerImageInstanceNo') !== '') return ['memberServerImageInstanceNo', 'serverProductCode'];
  if (fieldText(row, 'serverImageNo') !== '' && fieldText(row, 'serverSpecCode') !== '') {
    return ['serverImageNo', 'serverSpecCode'];
  }
  return ['serverImageProductCode', 'serverProductCode'];
}

function takeInterfaces(server: Row, interfaces: readonly Row[], take: (name: string, value: string) => void): void {
  const device = (row: Row) => Number(/^eth(\d)$/.exec(fieldText(row, 'deviceName'))?.[1] ?? 9);
  [...interfaces]
    .sort((a, b) => device(a) - device(b))
    .forEach((row, place) => {
      const item = `networkInterfaceList.${place + 1}`;
      const subnetNo = fieldText(row, 'subnetNo');
      take(`${item}.networkInterfaceOrder`, String(place));
      if (place > 0 || subnetNo !== fieldText(server, 'subnetNo')) take(`${item}.subnetNo`, subnetNo);
      const groups = field(row, 'accessControlGroupNoList');
      (Array.isArray(groups) ? groups : []).forEach((group, index) => {
        take(`${item}.accessControlGroupNoList.${index + 1}`, String(group));
      });
    });
}

function rowsOf(row: Row, list: string): readonly Row[] {
  const rows = field(row, list);
  return Array.isArray(rows) ? rows : [];
}
