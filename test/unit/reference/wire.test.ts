// The parameters of any action as they come over the wire, and the return codes for what is wrong with them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Environment,
  findAction,
  findReturnCode,
  type Problem,
  ruleReturnCode,
  sentValues,
  type Values,
  validate,
  validateParameters,
} from '../../../src/reference/index';
import { classicContext, classicValues, vpcContext, vpcValues } from './support';

const faults = (service: string, name: string, values: Values) => {
  const action = findAction(service, name);
  assert.ok(action);
  return validateParameters(action, values).map((problem) => `${problem.rule} ${problem.name}`);
};

test('parameters of an action', () => {
  assert.deepEqual(faults('vserver', 'getServerInstanceList', { regionCode: 'KR', responseFormatType: 'json' }), []);
  assert.deepEqual(faults('vserver', 'getServerInstanceList', { zoneCode: 'KR-1' }), ['unknownParameter zoneCode']);
  assert.deepEqual(faults('vserver', 'getServerInstanceList', { responseFormatType: 'yaml' }), [
    'notOneOf responseFormatType',
  ]);
  assert.deepEqual(faults('vserver', 'getServerInstanceList', { pageNo: '0', pageSize: '1001' }), ['tooMuch pageSize']);
  assert.deepEqual(faults('vserver', 'stopServerInstances', {}), ['missing serverInstanceNoList.1']);
  assert.deepEqual(faults('vserver', 'stopServerInstances', { 'serverInstanceNoList.2': '5' }), []);
  assert.deepEqual(faults('vserver', 'stopServerInstances', { 'serverInstanceNoList.0': '5' }), [
    'indexFromOne serverInstanceNoList.0',
  ]);
  assert.deepEqual(faults('vserver', 'getRootPassword', { serverInstanceNo: '' }), ['missing serverInstanceNo']);
  assert.deepEqual(faults('server', 'getServerImageProductList', { 'platformTypeCodeList.1': 'LNX' }), [
    'notOneOf platformTypeCodeList.1',
  ]);
});

test('what a good form sends is good on the wire', () => {
  const vpc = { ...sentValues(vpcValues, vpcContext), regionCode: 'KR', responseFormatType: 'json' };
  assert.deepEqual(faults('vserver', 'createServerInstances', vpc), []);
  const classic = sentValues({ ...classicValues, userData: 'x'.repeat(16383) }, classicContext);
  assert.equal(classic.userData?.length, 21844);
  assert.deepEqual(faults('server', 'createServerInstances', classic), []);
});

test('user data on the wire is base64', () => {
  assert.deepEqual(faults('server', 'createServerInstances', { userData: '#!/bin/sh' }), ['notBase64 userData']);
  assert.deepEqual(faults('server', 'createServerInstances', { userData: 'A'.repeat(21848) }), ['tooMuch userData']);
});

const refusal = (values: Values, environment: Environment, rule: string) => {
  const problem = validate(values, environment === 'vpc' ? vpcContext : classicContext).find(
    (one) => one.rule === rule,
  );
  assert.ok(problem, rule);
  return ruleReturnCode(problem, environment);
};

test('documented return codes with their documented messages', () => {
  assert.deepEqual(refusal({ ...classicValues, serverCreateCount: '21' }, 'classic', 'tooMuch'), {
    code: '10707',
    message: 'More than 20 servers are unable to be created at a time.',
    evidence: 'documented',
  });
  assert.equal(refusal({ ...classicValues, feeSystemTypeCode: 'X' }, 'classic', 'notOneOf').code, '10711');
  assert.equal(refusal({ ...classicValues, serverDescription: '가'.repeat(400) }, 'classic', 'tooMuch').code, '24300');
  assert.equal(refusal({ ...classicValues, userData: 'x'.repeat(20000) }, 'classic', 'tooMuch').code, '24301');
  assert.equal(refusal({ ...classicValues, serverCreateStartNo: '1000' }, 'classic', 'serials').code, '10706');
  assert.deepEqual(refusal({ ...classicValues, serverImageProductCode: '' }, 'classic', 'imageMissing'), {
    code: '900',
    message: 'Required field is not specified. location : serverImageProductCode or memberServerImageNo',
    evidence: 'sdk',
  });
  const notBase64: Problem = { name: 'userData', rule: 'notBase64', severity: 'error', args: {} };
  assert.equal(ruleReturnCode(notBase64, 'classic').code, '24302');
});

test('a code that nobody documents is a guess in a range of its own', () => {
  const missing = refusal({ ...vpcValues, vpcNo: '' }, 'vpc', 'missing');
  assert.deepEqual([missing.code, missing.evidence], ['9900001', 'guess']);
  assert.match(missing.message, /vpcNo/);
  assert.deepEqual(refusal({ ...vpcValues, serverName: 'X' }, 'vpc', 'wrongForm').code, '9900002');
});

test('codes belong to an environment', () => {
  assert.equal(findReturnCode('classic', '10300')?.status, 400);
  assert.equal(findReturnCode('vpc', '10300'), undefined);
  assert.equal(findReturnCode('vpc', '10712')?.blames?.vpc, 'serverImageProductCode');
  assert.equal(findReturnCode('vpc', 'toString'), undefined);
});
