import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { NcloudClient, NcloudError } from '../../../src/client/index';
import { type Context, pricedProduct, priceLine, priceSum } from '../../../src/reference/index';
import { startSandbox } from '../../../src/sandbox/index';
import { PriceList } from '../../../src/servers/index';
import { serve } from '../../support/fault-server';

const day = 24 * 60 * 60_000;

function price(type: string, amount: number, more = {}) {
  return {
    priceType: { code: type },
    price: amount,
    region: { regionNo: 1, regionCode: 'KR' },
    ratingUnitType: { code: 'POINT' },
    chargingUnitType: { code: 'TIME' },
    payCurrency: { code: 'KRW' },
    ...more,
  };
}

async function open(t: TestContext, rows: () => readonly object[], status = () => 200) {
  const server = await serve(t, (response) => {
    const productPriceList = rows();
    const body = { returnCode: '0', totalRows: productPriceList.length, productPriceList };
    response.writeHead(status(), { 'content-type': 'application/json' });
    response.end(
      status() === 200
        ? JSON.stringify({ getProductPriceListResponse: body })
        : JSON.stringify({ error: { errorCode: '210', message: 'Permission Denied', details: '' } }),
    );
  });
  const client = new NcloudClient({ endpoint: server.endpoint, accessKey: 'access', secretKey: 'secret' });
  let time = new Date(2026, 10, 21, 10).getTime();
  const list = new PriceList(client, false, () => time);
  return {
    server,
    list,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

const one = (...priceList: readonly object[]) => [{ productCode: 'SVR.1', priceList }];

test('hourly and monthly prices of the region are read, and asked for in won', async (t) => {
  const { list, server } = await open(t, () =>
    one(
      price('MTRAT', 94),
      price('FXSUM', 67_680),
      price('FREE', 0),
      price('MTRAT', 300, { region: { regionCode: 'JPN' } }),
    ),
  );
  const found = await list.price('KR', 'SVR.1');
  assert.deepEqual(found, { hourly: 94, monthly: 67_680, day: '2026-11-21', isSample: false });
  const asked = new URLSearchParams(server.asked[0]?.body);
  assert.equal(server.asked[0]?.url, '/billing/v1/product/getProductPriceList');
  assert.deepEqual(
    [asked.get('regionCode'), asked.get('productCode'), asked.get('payCurrencyCode')],
    ['KR', 'SVR.1', 'KRW'],
  );
});

test('what is no plain price above zero is no price, never free', async (t) => {
  const cases: readonly (readonly object[])[] = [
    [],
    one(),
    one(price('MTRAT', 0), price('FXSUM', 0)),
    one(price('MTRAT', 94, { payCurrency: { code: 'USD' } })),
    one(price('MTRAT', 94, { ratingUnitType: { code: 'SECT' } })),
    one(price('MTRAT', 94, { chargingUnitType: { code: 'TMCU' } })),
    one(price('MTRAT', 94), price('MTRAT', 95)),
    [{ productCode: 'SVR.10', priceList: [price('MTRAT', 94)] }],
    [{ productCode: 'SVR.1' }],
  ];
  let rows: readonly object[] = [];
  const { list, pass } = await open(t, () => rows);
  for (rows of cases) {
    pass(2 * day);
    assert.equal(await list.price('KR', 'SVR.1'), undefined, JSON.stringify(rows));
  }
});

test('an answer is kept for a day for each product, an error is not', async (t) => {
  let status = 401;
  const { list, server, pass } = await open(
    t,
    () => one(price('MTRAT', 94)),
    () => status,
  );
  await assert.rejects(list.price('KR', 'SVR.1'), NcloudError);
  status = 200;
  const asked = server.asked.length;
  await Promise.all([list.price('KR', 'SVR.1'), list.price('KR', 'SVR.1')]);
  pass(day - 1);
  await list.price('KR', 'SVR.1');
  assert.equal(server.asked.length, asked + 1);
  await list.price('KR', 'SVR.2');
  pass(1);
  await list.price('KR', 'SVR.1');
  assert.equal(server.asked.length, asked + 3);
});

test('every spec of the sandbox has a sample price, by the product code of its row', async () => {
  const sandbox = await startSandbox();
  try {
    const client = new NcloudClient(sandbox);
    const list = new PriceList(client, true);
    const [image] = await client.list('vserver', 'getServerImageList', { regionCode: 'KR' });
    const serverImageNo = String(image?.serverImageNo);
    const [spec] = await client.list('vserver', 'getServerSpecList', { regionCode: 'KR', serverImageNo });
    const values = { serverImageNo, serverSpecCode: String(spec?.serverSpecCode) };
    const context: Context = { environment: 'vpc', rows: { serverSpecCode: spec ?? {} } };
    const found = await list.price('KR', pricedProduct(values, context) ?? '');
    assert.ok(found?.isSample && (found.hourly ?? 0) > 0);
    const [os] = await client.list('server', 'getServerImageProductList', { regionNo: '1' });
    const serverImageProductCode = String(os?.productCode);
    const [product] = await client.list('server', 'getServerProductList', { regionNo: '1', serverImageProductCode });
    const classic = { serverImageProductCode, serverProductCode: String(product?.productCode) };
    const code = pricedProduct(classic, { environment: 'classic', rows: {} });
    assert.ok(((await list.price('KR', code ?? ''))?.monthly ?? 0) > 0);
  } finally {
    await sandbox.stop();
  }
});

test('no spec, no product to ask for', () => {
  const context: Context = { environment: 'vpc', rows: {} };
  assert.equal(pricedProduct({ serverSpecCode: 's2-g3' }, context), undefined);
  assert.equal(pricedProduct({ serverImageNo: '1', serverSpecCode: 's2-g3' }, context), undefined);
  assert.equal(pricedProduct({ serverProductCode: 'SVR.1' }, context), undefined);
});

test('the line says what it is, for one and for several, by plan and language', () => {
  const known = { hourly: 94, monthly: 67_680, day: '2026-11-21', isSample: false };
  assert.equal(priceLine(known, 1, 'MTRAT', 'en'), '≈ ₩ 94 / hour · list price, server only (2026-11-21)');
  assert.equal(
    priceLine(known, 3, 'FXSUM', 'en'),
    '≈ ₩ 67,680 / month each, ₩ 203,040 / month for 3 · list price, server only (2026-11-21)',
  );
  assert.equal(
    priceLine(known, 2, 'MTRAT', 'ko'),
    '≈ 서버당 ₩ 94 / 시간, 2대 ₩ 188 / 시간 · 정가, 서버 요금만 (2026-11-21)',
  );
  assert.match(priceLine({ ...known, isSample: true }, 1, 'MTRAT', 'en') ?? '', /sample price/);
  assert.match(priceLine({ ...known, isSample: true }, 1, 'MTRAT', 'ko') ?? '', /예시 가격/);
  assert.equal(priceLine({ hourly: 94, day: '2026-11-21', isSample: false }, 1, 'FXSUM', 'en'), undefined);
});

test('the sum is for all servers, by plan and language', () => {
  const known = { hourly: 94, monthly: 67_680, day: '2026-11-21', isSample: false };
  assert.equal(priceSum(known, 2, 'MTRAT', 'en'), '≈ ₩ 188 / hour');
  assert.equal(priceSum(known, 1, 'FXSUM', 'ko'), '≈ ₩ 67,680 / 월');
  assert.equal(priceSum({ hourly: 94, day: '2026-11-21', isSample: false }, 1, 'FXSUM', 'en'), undefined);
});
