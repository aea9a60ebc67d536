import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { NcloudClient } from '../../../src/client/index';
import { Catalog } from '../../../src/servers/index';
import { serve } from '../../support/fault-server';

const pause = async () => undefined;

async function open(t: TestContext, environment: 'vpc' | 'classic', broken: () => boolean = () => false) {
  const server = await serve(t, (response, asked, count) => {
    const action = asked.url.split('/').at(-1) ?? '';
    const list =
      {
        getVpcList: 'vpcList',
        getSubnetList: 'subnetList',
        getZoneList: 'zoneList',
        getServerImageProductList: 'productList',
      }[action] ?? 'loginKeyList';
    const body = {
      returnCode: '0',
      totalRows: 1,
      [list]: [{ vpcNo: String(count), subnetNo: '2', zoneNo: '2', keyName: 'k', productCode: String(count) }],
    };
    response.writeHead(broken() ? 500 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ [`${action}Response`]: body }));
  });
  const client = new NcloudClient({ endpoint: server.endpoint, accessKey: 'a', secretKey: 's', pause });
  const forms = () => server.asked.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
  const clock = { now: 0 };
  const answers = { count: 0 };
  const catalog = new Catalog(
    client,
    environment,
    environment === 'vpc' ? 'KR' : '1',
    () => clock.now,
    () => answers.count++,
  );
  return { server, forms, catalog, clock, answers };
}

test('equal questions share one call, also while it is under way, and its answer', async (t) => {
  const { catalog, server } = await open(t, 'vpc');
  const [first, second] = await Promise.all([catalog.rows('vpcNo', {}), catalog.rows('vpcNo', {})]);
  assert.equal(first, second);
  assert.equal(await catalog.rows('vpcNo', {}), first);
  assert.equal(server.asked.length, 1);
});

test('a fresh question is asked again and its answer kept', async (t) => {
  const { catalog, server } = await open(t, 'vpc');
  await catalog.rows('vpcNo', {});
  const fresh = await catalog.rows('vpcNo', {}, { fresh: true });
  assert.equal(fresh[0]?.vpcNo, '2');
  assert.equal(await catalog.rows('vpcNo', {}), fresh);
  assert.equal(server.asked.length, 2);
});

test('an answer is kept for a minute, and until it is to be forgotten', async (t) => {
  const { catalog, server, clock } = await open(t, 'vpc');
  await catalog.rows('vpcNo', {});
  clock.now = 59_999;
  await catalog.rows('vpcNo', {});
  assert.equal(server.asked.length, 1);
  clock.now = 60_000;
  await catalog.rows('vpcNo', {});
  assert.equal(server.asked.length, 2);
  catalog.forget();
  await catalog.rows('vpcNo', {});
  assert.equal(server.asked.length, 3);
});

test('what was read has a name as long as the account is open, and the name asks for nothing', async (t) => {
  const { catalog, server, clock, answers } = await open(t, 'vpc');
  assert.equal(catalog.known('subnetNo', '2'), undefined);
  await catalog.rows('subnetNo', { vpcNo: '7' });
  clock.now = 3_600_000;
  catalog.forget();
  assert.equal(catalog.known('subnetNo', '2')?.subnetNo, '2');
  assert.equal(catalog.known('networkInterfaceList.N.subnetNo', '2')?.subnetNo, '2');
  for (const [parameter, value] of [
    ['subnetNo', '3'],
    ['vpcNo', '2'],
    ['serverName', '2'],
    ['nonsense', '2'],
  ] as const) {
    assert.equal(catalog.known(parameter, value), undefined, parameter);
  }
  assert.deepEqual([server.asked.length, answers.count], [1, 1]);
});

test('what the plain list leaves out is asked for besides, as one list', async (t) => {
  const { catalog, forms } = await open(t, 'classic');
  assert.equal((await catalog.rows('serverImageProductCode', {})).length, 2);
  assert.deepEqual(
    forms().map(({ infraResourceDetailTypeCode }) => infraResourceDetailTypeCode),
    [undefined, 'BM'],
  );
});

test('the region and the fixed parameters of the source are filled in', async (t) => {
  const { catalog, forms } = await open(t, 'vpc');
  await catalog.rows('subnetNo', { vpcNo: '7', usageTypeCode: 'GEN' });
  assert.deepEqual(forms(), [{ responseFormatType: 'json', regionCode: 'KR', usageTypeCode: 'GEN', vpcNo: '7' }]);
  const classic = await open(t, 'classic');
  await classic.catalog.rows('zoneNo', {});
  assert.equal(classic.forms()[0]?.regionNo, '1');
});

test('another answer to the same parameter is another question', async (t) => {
  const { catalog, server } = await open(t, 'vpc');
  await catalog.rows('subnetNo', { vpcNo: '7' });
  await catalog.rows('subnetNo', { vpcNo: '8' });
  assert.equal(server.asked.length, 2);
});

test('a look-up that went wrong is not kept', async (t) => {
  let broken = true;
  const { catalog } = await open(t, 'vpc', () => broken);
  await assert.rejects(catalog.rows('vpcNo', {}));
  broken = false;
  assert.equal((await catalog.rows('vpcNo', {})).length, 1);
});

test('only what the reference names can be asked', async (t) => {
  const { catalog, server } = await open(t, 'vpc');
  await assert.rejects(catalog.rows('serverName', {}), RangeError);
  await assert.rejects(catalog.rows('getServerInstanceList', {}), RangeError);
  await assert.rejects(catalog.rows('subnetNo', {}), RangeError);
  await assert.rejects(catalog.rows('subnetNo', { vpcNo: '7', regionCode: 'SGN' }), RangeError);
  await assert.rejects(catalog.rows('subnetNo', { vpcNo: '7', usageTypeCode: 'LOADB' }), RangeError);
  assert.equal(server.asked.length, 0);
});
