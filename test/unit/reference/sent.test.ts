import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  chosenValues,
  createParameters,
  findCreateParameter,
  lookupParams,
  possibleKinds,
  receivedValues,
  sentValues,
  unsentNames,
} from '../../../src/reference/index';
import {
  classicContext,
  classicValues,
  code,
  metalValues,
  productValues,
  vpcContext,
  vpcValues,
  withRow,
} from './support';

test('empties stay out and the order is that of the reference', () => {
  const values = { serverName: 'web-1', placementGroupNo: '', ...vpcValues };
  const names = Object.keys(sentValues(values, vpcContext));
  assert.equal(names.includes('placementGroupNo'), false);
  assert.deepEqual(names.slice(0, 4), ['serverImageNo', 'serverSpecCode', 'vpcNo', 'subnetNo']);
  assert.deepEqual(unsentNames(values, vpcContext), []);
});

for (const environment of ['vpc', 'classic'] as const) {
  for (const { name } of createParameters[environment].filter(({ supplied }) => supplied)) {
    test(`${environment}: ${name} never comes from the values`, () => {
      const [base, context] = environment === 'vpc' ? [vpcValues, vpcContext] : [classicValues, classicContext];
      for (const value of ['SGN', 'xml', 'json', '1']) {
        assert.deepEqual(sentValues({ ...base, [name]: value }, context), sentValues(base, context));
        assert.deepEqual(unsentNames({ ...base, [name]: value }, context), [name]);
        assert.deepEqual(receivedValues(environment, { ...base, [name]: value }), base);
      }
    });
  }
}

test('items of a list stay together and are numbered without gaps', () => {
  const sent = sentValues(
    {
      ...vpcValues,
      'networkInterfaceList.3.networkInterfaceOrder': '1',
      'networkInterfaceList.3.subnetNo': '2002',
      'networkInterfaceList.3.accessControlGroupNoList.2': '3002',
      'networkInterfaceList.3.accessControlGroupNoList.7': '3003',
    },
    vpcContext,
  );
  assert.deepEqual(
    Object.entries(sent).filter(([name]) => name.startsWith('networkInterfaceList')),
    [
      ['networkInterfaceList.1.networkInterfaceOrder', '0'],
      ['networkInterfaceList.1.accessControlGroupNoList.1', '3001'],
      ['networkInterfaceList.2.networkInterfaceOrder', '1'],
      ['networkInterfaceList.2.subnetNo', '2002'],
      ['networkInterfaceList.2.accessControlGroupNoList.1', '3002'],
      ['networkInterfaceList.2.accessControlGroupNoList.2', '3003'],
    ],
  );
});

test('what the image makes meaningless is kept but not sent', () => {
  const values = {
    ...vpcValues,
    serverProductCode: 'SVR.X',
    raidTypeName: '5',
    isEncryptedBaseBlockStorageVolume: 'true',
    'blockStorageMappingList.1.order': '1',
  };
  assert.deepEqual(unsentNames(values, vpcContext), [
    'serverProductCode',
    'raidTypeName',
    'isEncryptedBaseBlockStorageVolume',
  ]);
  const xen = withRow(vpcContext, 'serverImageNo', { hypervisorType: code('XEN') });
  assert.ok(unsentNames(values, xen).includes('blockStorageMappingList.1.order'));
});

test('an existing interface brings its own address and firewalls', () => {
  const values = {
    ...vpcValues,
    'networkInterfaceList.1.networkInterfaceNo': '9',
    'networkInterfaceList.1.ip': '10.0.1.5',
  };
  assert.deepEqual(unsentNames(values, vpcContext).sort(), [
    'networkInterfaceList.1.accessControlGroupNoList.1',
    'networkInterfaceList.1.ip',
  ]);
});

test('Classic user data goes as base64 of UTF-8 and comes back', () => {
  const userData = '#!/bin/bash\necho 안녕 😀\n';
  const sent = sentValues({ ...classicValues, userData }, classicContext);
  assert.equal(sent.userData, Buffer.from(userData, 'utf8').toString('base64'));
  assert.equal(receivedValues('classic', sent).userData, userData);
});

test('an init script goes before user data', () => {
  const values = { ...classicValues, userData: '#!/bin/sh', initScriptNo: '7' };
  assert.equal(sentValues(values, classicContext).userData, undefined);
  assert.deepEqual(unsentNames(values, classicContext), ['userData']);
});

test('antivirus only for what may be Windows on bare metal', () => {
  const values = { ...classicValues, isVaccineInstall: 'true' };
  const linux = { ...classicContext, rows: { serverImageProductCode: { productType: code('LINUX') } } };
  assert.deepEqual(unsentNames(values, linux), ['isVaccineInstall']);
  const standard = { ...classicContext, rows: { serverProductCode: { productType: code('STAND') } } };
  assert.deepEqual(unsentNames(values, standard), ['isVaccineInstall']);
});

test('kinds narrow as far as it is certain', () => {
  assert.deepEqual(possibleKinds(vpcValues, vpcContext), ['KVM']);
  assert.deepEqual(possibleKinds(productValues, { environment: 'vpc', rows: {} }), ['XEN', 'RHV']);
  assert.deepEqual(possibleKinds(metalValues, { environment: 'vpc', rows: {} }), ['BM']);
  assert.deepEqual(
    possibleKinds({ serverImageProductCode: 'SW.VSVR.OS.LNX64.RHEL.0810.B050.H001' }, { environment: 'vpc', rows: {} }),
    ['RHV'],
  );
  assert.equal(possibleKinds({}, { environment: 'vpc', rows: {} }).length, 4);
});

test('look-ups wait for what they need and take what narrows them', () => {
  const params = (name: string, values = vpcValues, context = vpcContext) => {
    const parameter = findCreateParameter(context.environment, name);
    assert.ok(parameter);
    return lookupParams(parameter, values, context);
  };
  assert.deepEqual(params('vpcNo'), {});
  assert.deepEqual(params('subnetNo'), { usageTypeCode: 'GEN', vpcNo: '1001' });
  assert.deepEqual(params('subnetNo', metalValues, { environment: 'vpc', rows: {} }), {
    usageTypeCode: 'BM',
    vpcNo: '1001',
  });
  assert.equal(params('subnetNo', { ...vpcValues, vpcNo: '' }), undefined);
  assert.deepEqual(params('serverSpecCode'), { serverImageNo: '23214590', zoneCode: 'KR-1' });
  assert.equal(params('serverProductCode'), undefined);
  assert.deepEqual(params('fabricClusterPoolNo'), { zoneCode: 'KR-1', serverSpecCode: 's2-g3' });
  assert.equal(params('serverName'), undefined);
  assert.deepEqual(params('serverProductCode', classicValues, classicContext), {
    serverImageProductCode: 'SPSW0LINUX000139',
    zoneNo: '2',
  });
});

test('of a group only the chosen member stays', () => {
  const values = {
    serverImageNo: '1',
    serverImageProductCode: 'SW.X',
    memberServerImageInstanceNo: '',
    serverName: 'web',
  };
  assert.deepEqual(chosenValues('vpc', values, { image: 'serverImageProductCode' }), {
    serverImageProductCode: 'SW.X',
    serverName: 'web',
  });
  assert.deepEqual(chosenValues('vpc', values, {}), values);
});
