import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftOf, draftValues, readPreset, withScript } from '../../../src/reference/index';

const servers = {
  vpcNo: '1',
  subnetNo: '2',
  serverImageNo: '3',
  serverName: 'web',
  networkInterfaceList: [{ networkInterfaceOrder: 0, accessControlGroupNoList: ['4'] }],
};

test('a preset that opens as a form means the same there', () => {
  const { values } = readPreset({ environment: 'vpc', parameters: servers }) ?? assert.fail();
  assert.deepEqual(draftValues(draftOf('vpc', values)), values);
  assert.deepEqual(draftOf('vpc', values).chosen, { image: 'serverImageNo' });
});

test('network interfaces stand in the form in their order', () => {
  const draft = draftOf('vpc', {
    'networkInterfaceList.1.networkInterfaceOrder': '1',
    'networkInterfaceList.1.subnetNo': 'second',
    'networkInterfaceList.1.accessControlGroupNoList.2': '9',
    'networkInterfaceList.2.networkInterfaceOrder': '0',
    'networkInterfaceList.2.subnetNo': 'first',
  });
  const { values } = draft;
  assert.equal(values['networkInterfaceList.1.subnetNo'], 'first');
  assert.equal(values['networkInterfaceList.2.subnetNo'], 'second');
  assert.equal(values['networkInterfaceList.2.accessControlGroupNoList.2'], '9');
});

test('values on top of a draft take the place of its own and of the alternatives that were chosen there', () => {
  const below = draftOf('classic', { serverName: 'web', serverImageProductCode: '1', serverDescription: 'x' });
  const above = draftOf('classic', { memberServerImageNo: '2', serverName: 'db' }, below);
  assert.deepEqual(above.values, { ...below.values, memberServerImageNo: '2', serverName: 'db' });
  assert.deepEqual(Object.values(above.chosen), ['memberServerImageNo']);
  assert.equal(draftValues(above).serverImageProductCode, undefined);
  assert.deepEqual(draftOf('classic', {}, below), below);
});

test('a script that is given takes the place of another one, as a file or by its number', () => {
  const file = withScript(draftOf('vpc', { serverName: 'web', initScriptNo: '7' }), 'file:///web.sh');
  assert.equal(draftValues(file).initScriptNo, undefined);
  assert.equal(draftOf('vpc', { serverName: 'db' }, file).script, 'file:///web.sh');
  const number = draftOf('vpc', { initScriptNo: '8' }, file);
  assert.deepEqual([number.script, draftValues(number).initScriptNo], [undefined, '8']);
  assert.equal(draftValues(withScript(file, undefined)).initScriptNo, '7');
});
