import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Row } from '../../../../src/reference/index';
import { existingServer } from '../../../../src/servers/exports/existing';
import { toServer } from '../../../../src/servers/index';

const rows: Readonly<Record<string, Row[]>> = {
  getServerInstanceList: [{ serverInstanceNo: '100', subnetNo: '2', loginKeyName: 'demo-key' }],
  getNetworkInterfaceList: [
    { deviceName: 'eth1', networkInterfaceNo: '71', subnetNo: '8' },
    { deviceName: 'eth0', networkInterfaceNo: '70', subnetNo: '2' },
  ],
};
const list = async (_service: string, action: string): Promise<Row[]> => rows[action] ?? [];

test('a server that exists is told with the interfaces that it has, in the order of their devices', async () => {
  const server = toServer('vpc', { serverInstanceNo: '100', serverName: 'web', zoneCode: 'KR-1' });
  assert.deepEqual(await existingServer({ list }, server), {
    number: '100',
    name: 'web',
    values: {
      subnetNo: '2',
      loginKeyName: 'demo-key',
      'networkInterfaceList.1.networkInterfaceOrder': '0',
      'networkInterfaceList.1.networkInterfaceNo': '70',
      'networkInterfaceList.2.networkInterfaceOrder': '1',
      'networkInterfaceList.2.networkInterfaceNo': '71',
      'networkInterfaceList.2.subnetNo': '8',
    },
  });
});

test('of a server that is gone there is its name, and the code of its zone in Classic', async () => {
  const row = { serverInstanceNo: '101', serverName: 'old', zone: { zoneNo: '2', zoneCode: 'KR-1' } };
  const gone = await existingServer({ list }, toServer('classic', row));
  assert.deepEqual(gone, { number: '101', name: 'old', values: {}, zoneCode: 'KR-1' });
});
