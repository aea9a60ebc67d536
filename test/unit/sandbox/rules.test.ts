// The sandbox alone, fed with raw requests: it names each documented error, in the documented form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findReturnCode, type Values } from '../../../src/reference/index';
import { codeOf, type Rule, rules } from '../../../src/sandbox/rules';
import { post, sandboxFor } from './support';

/** The errors of the page of the Classic createServerInstances. */
const classicErrors: Readonly<Record<string, string>> = {
  10300: 'Instance name is already in use. please use other name.',
  10702: 'You are not allowed to create server of spec with selected image.',
  10706:
    'The starting number or the number of servers cannot be entered because the combination makes more than 3 digits.',
  10707: 'More than 20 servers are unable to be created at a time.',
  10710: 'Not found login key.',
  10711: 'Invalid fee system.',
  10712: 'Not found product. Please check your input product.',
  10714: 'Paid license software products can be purchased for a fee only server.',
  10715: 'MSSQL software product not be able to create a contract of hourly rate.',
  10716: 'Cannot create VDS(Virtual Dedicated Server) with specific price plan.',
  10721: 'Can not use global internet line. Please contract customer service center.',
  10722: 'This type of product is not available on the global internet line.',
  10724:
    "The server image contains additional storage so you can't create a server. Additional storage is not available for Micro Server.",
  10800: 'This name is already in use.',
  23003:
    'Since entire return of previous server has yet to be completed, new server cannot be created. Please try again after completing returning process.',
  23006: 'You cannot request for server return and creation at the same time. Please make one request at a time.',
  24110: 'The input parameter server image number is invalid.',
  24111: 'The input parameter zone number is invalid.',
  24124: 'The input parameter ACG configuration number is invalid.',
  24300:
    'The length constraints of the parameter description (memo) were violated. The minimum length is 0 byte, the maximum, 1,000 bytes.',
  24301:
    'The length constraints of the parameter userData were violated. The minimum length is 0 byte, the maximum, 21,847 bytes.',
  24302: 'UserData is not base64-encoded.',
  25038: 'Currently the server image is not existing normally.',
  25040: 'Unable to create server since server image is being manipulated or the server is being created from.',
};

/** The codes that the sandbox cannot be brought to, and why. */
const outOfReach: Readonly<Record<string, string>> = {
  10714: 'which images have a paid licence is not documented',
  10716: 'no look-up tells of virtual dedicated servers',
  10721: 'the parameter for the internet line is gone',
  10722: 'the parameter for the internet line is gone',
  10724: 'the own image of the account has one storage, and whether the base storage counts is not documented',
  10800: 'what sets it apart from 10300 is not documented, so that 10300 stands for both',
  23003: 'a returned server is gone at once',
  23006: 'requests are carried out one after the other',
  25038: 'own images are whole',
  25040: 'own images are idle',
};

const linux = { serverImageProductCode: 'SPSW0LINUX000139' };
const base64 = (bytes: number) => Buffer.alloc(bytes, 'a').toString('base64');

/** For each code the requests that it refuses; beside them stand the nearest ones that it lets through. */
const provoked: Readonly<Record<string, { readonly refused: readonly Values[]; readonly near?: Values }>> = {
  10300: { refused: [{ ...linux, serverName: 'demo-web' }], near: { ...linux, serverName: 'demo-web-9' } },
  10702: {
    refused: [
      { ...linux, serverProductCode: 'SPSVRSTAND000004A' },
      { serverImageProductCode: 'SPSW0WINNTEN0016A', serverProductCode: 'SPSVRSTAND000004' },
    ],
    near: { ...linux, serverProductCode: 'SPSVRSTAND000004' },
  },
  10706: {
    refused: [
      { ...linux, serverCreateCount: '2', serverCreateStartNo: '999' },
      { ...linux, serverCreateCount: '1', serverCreateStartNo: '1000' },
    ],
    near: { ...linux, serverCreateCount: '2', serverCreateStartNo: '998' },
  },
  10707: { refused: [{ ...linux, serverCreateCount: '21' }], near: { ...linux, serverCreateCount: '20' } },
  10710: { refused: [{ ...linux, loginKeyName: 'no-such-key' }], near: { ...linux, loginKeyName: 'demo-classic-key' } },
  10711: {
    refused: [
      { ...linux, feeSystemTypeCode: 'OTHER' },
      { ...linux, feeSystemTypeCode: 'mtrat' },
    ],
    near: { ...linux, feeSystemTypeCode: 'FXSUM' },
  },
  10712: {
    refused: [{ serverImageProductCode: 'SPSWNONE' }, { ...linux, serverProductCode: 'SPSVRNONE' }],
    near: linux,
  },
  10715: {
    refused: [
      { serverImageProductCode: 'SPSW0WINNTEN0047A' },
      { serverImageProductCode: 'SPSW0WINNTEN0047A', feeSystemTypeCode: 'MTRAT' },
    ],
    near: { serverImageProductCode: 'SPSW0WINNTEN0047A', feeSystemTypeCode: 'FXSUM' },
  },
  24110: { refused: [{ memberServerImageNo: '1' }] },
  24111: { refused: [{ ...linux, zoneNo: '99' }], near: { ...linux, zoneNo: '3' } },
  24124: {
    refused: [
      { ...linux, 'accessControlGroupConfigurationNoList.1': '1' },
      Object.fromEntries([
        ...Object.entries(linux),
        ...[1, 2, 3, 4, 5, 6].map((place) => [`accessControlGroupConfigurationNoList.${place}`, '1']),
      ]),
    ],
  },
  24300: {
    refused: [
      { ...linux, serverDescription: '가'.repeat(334) },
      { ...linux, serverDescription: 'x'.repeat(1001) },
    ],
    near: { ...linux, serverDescription: `${'가'.repeat(333)}x` },
  },
  24301: { refused: [{ ...linux, userData: base64(16_384) }], near: { ...linux, userData: base64(16_383) } },
  24302: {
    refused: [
      { ...linux, userData: '#!/bin/bash' },
      { ...linux, userData: 'YQ' },
    ],
    near: { ...linux, userData: 'YQ==' },
  },
};

test('every documented error of Classic can be provoked, or it is said why not', () => {
  const codes = [...Object.keys(provoked), ...Object.keys(outOfReach)].sort();
  assert.deepEqual(codes, Object.keys(classicErrors).sort());
  assert.equal(new Set(codes).size, codes.length);
  const ownCodes = Object.values<Rule>(rules).flatMap((rule) => codeOf(rule, 'classic') ?? []);
  assert.deepEqual(
    ownCodes.filter((code) => Object.hasOwn(outOfReach, code)),
    [],
  );
  for (const [code, message] of Object.entries(classicErrors)) {
    const known = findReturnCode('classic', code);
    assert.deepEqual([known?.status, known?.message, known?.evidence], [400, message, 'documented'], code);
  }
});

for (const [code, { refused, near }] of Object.entries(provoked)) {
  test(`a raw Classic request is refused with ${code}, in both formats, and its neighbour is not`, async (t) => {
    const sandbox = await sandboxFor(t);
    const message = classicErrors[code] ?? '';
    for (const values of refused) {
      for (const [responseFormatType, body] of [
        ['json', { responseError: { returnCode: code, returnMessage: message } }],
        ['xml', xmlError(code, message)],
      ] as const) {
        const reply = await post(sandbox, 'server', 'createServerInstances', { ...values, responseFormatType });
        assert.equal(reply.status, 400, JSON.stringify(values));
        assert.match(reply.headers['content-type'] ?? '', new RegExp(responseFormatType));
        assert.deepEqual(responseFormatType === 'json' ? JSON.parse(reply.body) : reply.body, body);
      }
    }
    assert.deepEqual(sandbox.commits, []);
    if (near) assert.equal((await post(sandbox, 'server', 'createServerInstances', near)).status, 200);
  });
}

/** The documented error as XML, which is what comes when no format is asked for. */
function xmlError(code: string, message: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<responseError>',
    `  <returnCode>${code}</returnCode>`,
    `  <returnMessage>${message}</returnMessage>`,
    '</responseError>',
  ].join('\n');
}

test('a refusal whose code is not documented says that the sandbox made it up, in both formats', async (t) => {
  const sandbox = await sandboxFor(t);
  const values = { serverImageNo: '23214590' };
  const asJson = await post(sandbox, 'vserver', 'createServerInstances', { ...values, responseFormatType: 'json' });
  assert.equal(asJson.status, 400);
  const { responseError, ...rest } = JSON.parse(asJson.body);
  assert.deepEqual(rest, {});
  assert.deepEqual(Object.keys(responseError), ['returnCode', 'returnMessage']);
  assert.match(responseError.returnCode, /^99\d{5}$/);
  assert.match(responseError.returnMessage, /^\[sandbox\] /);
  const asXml = await post(sandbox, 'vserver', 'createServerInstances', values);
  assert.deepEqual([asXml.status, asXml.body], [400, xmlError(responseError.returnCode, responseError.returnMessage)]);
});
