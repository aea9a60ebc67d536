import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Sandbox } from '../../../../src/sandbox';
import { ask, get, type Params, refused, sandboxFor } from '../support';

const create = (sandbox: Sandbox, params: Params) => ask(sandbox, 'server', 'createServerInstances', params);
const refuse = (sandbox: Sandbox, params: Params) => refused(sandbox, 'server', 'createServerInstances', params);

const classicServer = { serverImageProductCode: 'SPSW0LINUX000139', serverName: 'classic-one' };

test('a Classic server with user data, tags and an ACG', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const { accessControlGroupList } = await ask(sandbox, 'server', 'getAccessControlGroupList', {
    accessControlGroupName: 'demo-web-acg',
  });
  const userData = Buffer.from('#!/bin/bash\necho hi?>\n').toString('base64');
  const [made] = (
    await create(sandbox, {
      ...classicServer,
      userData,
      zoneNo: '3',
      'accessControlGroupConfigurationNoList.1': accessControlGroupList[0].accessControlGroupConfigurationNo,
      'instanceTagList.1.tagKey': 'team',
      'instanceTagList.1.tagValue': 'a',
    })
  ).serverInstanceList;
  assert.equal(made.serverProductCode, 'SPSVRSTAND000056');
  assert.equal(made.serverInstanceStatusName, 'init');
  assert.deepEqual([made.publicIp, made.privateIp, made.accessControlGroupList], ['', '', []]);
  assert.equal(made.loginKeyName, 'demo-classic-key');
  assert.equal(made.zone.zoneCode, 'KR-2');
  assert.equal(made.userData, '');

  const [listed] = (await ask(sandbox, 'server', 'getServerInstanceList', { zoneNo: '3' })).serverInstanceList;
  assert.equal(listed.userData, '');
  assert.equal(listed.accessControlGroupList[0].accessControlGroupName, 'demo-web-acg');
  const [asked] = (
    await ask(sandbox, 'server', 'getServerInstanceList', { 'serverInstanceNoList.1': made.serverInstanceNo })
  ).serverInstanceList;
  assert.equal(asked.userData, userData);
  const { instanceTagList } = await ask(sandbox, 'server', 'getInstanceTagList');
  assert.deepEqual(instanceTagList, [
    {
      instanceNo: made.serverInstanceNo,
      instanceType: { code: 'SVR', codeName: 'Server' },
      tagKey: 'team',
      tagValue: 'a',
    },
  ]);
});

test('user data in a query must be percent-encoded, else the signature counts as invalid', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  const userData = Buffer.from('#!/bin/bash\necho hi?>\n').toString('base64');
  assert.match(userData, /\+.*==$/);
  const query = `serverImageProductCode=SPSW0LINUX000139&userData=${userData}`;
  const raw = await get(sandbox, 'server', 'createServerInstances', query);
  assert.equal(raw.status, 401);
  assert.match(raw.body, /Invalid authentication information\./);
  const encoded = query.replace(userData, encodeURIComponent(userData));
  assert.equal((await get(sandbox, 'server', 'createServerInstances', encoded)).status, 200);
});

test('Classic refusals carry the documented codes', async (t) => {
  const sandbox = await sandboxFor(t);
  const cases: [Params, string][] = [
    [{ ...classicServer, serverName: 'demo-web' }, '10300'],
    [{ ...classicServer, serverName: 'demo-web', serverCreateCount: 21 }, '10707'],
    [{ ...classicServer, serverProductCode: 'SPSVRSTAND000004A' }, '10702'],
    [{ ...classicServer, serverCreateCount: 2, serverCreateStartNo: 999 }, '10706'],
    [{ ...classicServer, loginKeyName: 'no-such-key' }, '10710'],
    [{ ...classicServer, feeSystemTypeCode: 'OTHER' }, '10711'],
    [{ ...classicServer, serverProductCode: 'SPSVRNONE' }, '10712'],
    [{ ...classicServer, serverImageProductCode: 'SPSWNONE' }, '10712'],
    [{ serverImageProductCode: 'SPSW0WINNTEN0047A' }, '10715'],
    [{ memberServerImageNo: '1' }, '24110'],
    [{ ...classicServer, zoneNo: '99' }, '24111'],
    [{ ...classicServer, 'accessControlGroupConfigurationNoList.1': '1' }, '24124'],
    [{ ...classicServer, serverDescription: '가'.repeat(334) }, '24300'],
    [{ ...classicServer, userData: Buffer.alloc(16_384).toString('base64') }, '24301'],
    [{ ...classicServer, userData: 'not base64!' }, '24302'],
    [{ serverName: 'no-image' }, '900'],
  ];
  for (const [params, code] of cases) {
    assert.equal((await refuse(sandbox, params)).returnCode, code, JSON.stringify(params));
  }
  assert.deepEqual(sandbox.commits, []);
  const longest = { ...classicServer, userData: Buffer.alloc(16_383, 'a').toString('base64') };
  await create(sandbox, longest);
});

test('the quota counts what is there', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 2, quota: 3 });
  assert.equal((await refuse(sandbox, { ...classicServer, serverCreateCount: 2 })).returnCode, '10102');
  await create(sandbox, classicServer);
  assert.equal((await refuse(sandbox, { ...classicServer, serverName: 'one-more' })).returnCode, '10102');
});

test('a new server shows up late when lists lag', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0, listLag: 5000 });
  await create(sandbox, classicServer);
  assert.equal((await ask(sandbox, 'server', 'getServerInstanceList')).totalRows, 0);
  sandbox.advance(5000);
  assert.equal((await ask(sandbox, 'server', 'getServerInstanceList')).totalRows, 1);
});
