// What is asked before servers are made, and why none are: with whole lines, and with the item that is to blame.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Values } from '../../../../src/reference/index';
import { planOf } from '../../../../src/servers/index';
import type { Account } from '../../../../src/ui/accounts/account';
import { createQuestion } from '../../../../src/ui/create/question';
import { refusalSentence } from '../../../../src/ui/create/refusal';

const account: Account = { id: 'a', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };

function asked(values: Values, rows = {}): string[] {
  const plan = planOf({ serverName: 'web', ...values }, { environment: 'vpc', rows });
  return createQuestion(account, plan, '₩ 94 / hour').detail.split('\n');
}

test('the question has a line for each storage and interface, and the names of what was picked', () => {
  const rows = {
    subnetNo: { subnetName: 'public-a' },
    'networkInterfaceList.2.subnetNo': { subnetName: 'private-a' },
    'networkInterfaceList.1.accessControlGroupNoList.1': { accessControlGroupName: 'default-acg' },
  };
  const lines = asked(
    {
      serverImageNo: '1',
      serverCreateCount: '2',
      subnetNo: '2',
      isProtectServerTermination: 'true',
      'networkInterfaceList.1.networkInterfaceOrder': '0',
      'networkInterfaceList.1.accessControlGroupNoList.1': '3',
      'networkInterfaceList.2.networkInterfaceOrder': '1',
      'networkInterfaceList.2.subnetNo': '5',
      'networkInterfaceList.2.accessControlGroupNoList.1': '3',
      'networkInterfaceList.2.accessControlGroupNoList.2': '4',
      'blockStorageMappingList.1.order': '1',
      'blockStorageMappingList.1.blockStorageSize': '55',
      'blockStorageMappingList.1.blockStorageVolumeTypeCode': 'CB1',
      'blockStorageMappingList.2.order': '2',
    },
    rows,
  );
  assert.deepEqual(lines.slice(3, -3), [
    'Server image: 1',
    'Subnet: public-a',
    'Firewall (ACG): default-acg',
    'eth1: private-a, 2 firewalls',
    'Termination protection: yes',
    'Storage 1: 55 GB CB1',
    'Storage 2: size not given',
  ]);
});

test('marks in a value change nothing in the question', () => {
  const lines = asked({ serverImageNo: '1', serverDescription: 'a\u202eb' });
  assert.ok(lines.includes('Description: ab'), lines.join('\n'));
});

test('a refusal names the item that is to blame', () => {
  const name = 'blockStorageMappingList.2.blockStorageSize';
  const problem = { name, rule: 'storageSteps', severity: 'error', args: { limit: 10 } } as const;
  assert.match(refusalSentence({ kind: 'invalid', field: name, problem }, 'vpc'), /^Storage 2 – size: Better enter/);
  const type = 'blockStorageMappingList.2.blockStorageVolumeTypeCode';
  assert.match(refusalSentence({ kind: 'withdrawn', field: type }, 'vpc'), /^Storage 2 – volume type: /);
});
