import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { actions } from '../../../src/reference';
import { renderError } from '../../../src/sandbox/answer';
import { listings } from '../../../src/sandbox/handlers';
import { ask, get, post, refused, sandboxFor } from './support';

/** What a list action cannot do without. */
const needed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'vserver/getRaidList': { productTypeCode: 'LINUX' },
  'vserver/getServerProductList': { serverImageProductCode: 'SW.VSVR.OS.LNX64.UBNTU.SVR2004.B050' },
  'vserver/getServerImageDetail': { serverImageNo: '16187005' },
  'vserver/getFabricClusterPoolList': { regionCode: 'KR', zoneCode: 'KR-1', serverSpecCode: 'gp8ap56-g3' },
  'server/getServerProductList': { serverImageProductCode: 'SPSW0LINUX000046' },
  'billing/getProductPriceList': { regionCode: 'KR' },
};

test('every list action answers well in both formats', async (t) => {
  const sandbox = await sandboxFor(t);
  const groups = await ask(sandbox, 'vserver', 'getAccessControlGroupList');
  const servers = await ask(sandbox, 'vserver', 'getServerInstanceList');
  const scripts = await ask(sandbox, 'vserver', 'getInitScriptList');
  const classicGroups = await ask(sandbox, 'server', 'getAccessControlGroupList');
  const params: Record<string, Readonly<Record<string, string>>> = {
    ...needed,
    'vserver/getAccessControlGroupRuleList': {
      accessControlGroupNo: groups.accessControlGroupList[0].accessControlGroupNo,
    },
    'vserver/getServerInstanceDetail': { serverInstanceNo: servers.serverInstanceList[0].serverInstanceNo },
    'vserver/getInitScriptDetail': { initScriptNo: scripts.initScriptList[0].initScriptNo },
    'server/getAccessControlRuleList': {
      accessControlGroupConfigurationNo: classicGroups.accessControlGroupList[0].accessControlGroupConfigurationNo,
    },
  };
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name.endsWith('List') });
  for (const [key, { list, hasTotal }] of Object.entries(listings)) {
    const [service = '', action = ''] = key.split('/');
    const asked = params[key] ?? {};
    const json = await post(sandbox, service, action, { ...asked, responseFormatType: 'json' });
    assert.equal(json.status, 200, `${key}: ${json.body}`);
    assert.ok(json.body.startsWith(`{\n  "${action}Response": {\n`), key);
    assert.ok(json.body.endsWith('}'), key);
    const answer = JSON.parse(json.body)[`${action}Response`];
    assert.ok(answer[list].length > 0, `${key} is empty`);
    assert.equal(answer.totalRows, hasTotal === false ? undefined : answer[list].length, key);
    assert.equal(answer.returnCode, '0');

    const xml = await post(sandbox, service, action, asked);
    assert.equal(xml.status, 200);
    assert.equal(XMLValidator.validate(xml.body), true, key);
    const [header] = Object.keys(parser.parse(xml.body)[`${action}Response`]);
    assert.equal(header, 'requestId');
    const item = list.replace(/List$/, '');
    const found = xml.body.split(`\n    <${item}>`).length - 1;
    assert.equal(found, answer[list].length, `${key} as XML`);
  }
});

test('all actions of the reference are simulated or told as not simulated', async (t) => {
  const sandbox = await sandboxFor(t);
  for (const { service, name } of actions) {
    const { status } = await post(sandbox, service, name, { responseFormatType: 'json' });
    assert.ok([200, 400].includes(status), `${service}/${name} answers ${status}`);
  }
});

test('the bytes of a JSON list', async (t) => {
  const sandbox = await sandboxFor(t);
  const { body, headers } = await get(sandbox, 'vserver', 'getZoneList', 'regionCode=KR&responseFormatType=json');
  const requestId = JSON.parse(body).getZoneListResponse.requestId;
  assert.match(requestId, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(headers['content-type'], 'application/json;charset=UTF-8');
  assert.equal(
    body,
    `{
  "getZoneListResponse": {
    "totalRows": 2,
    "zoneList": [
      {
        "zoneName": "KR-1",
        "zoneCode": "KR-1",
        "regionCode": "KR",
        "zoneDescription": "가산 zone"
      },
      {
        "zoneName": "KR-2",
        "zoneCode": "KR-2",
        "regionCode": "KR",
        "zoneDescription": "평촌 zone"
      }
    ],
    "requestId": "${requestId}",
    "returnCode": "0",
    "returnMessage": "success"
  }
}`,
  );
});

test('the bytes of an XML list, which is the default', async (t) => {
  const sandbox = await sandboxFor(t);
  const { body } = await get(sandbox, 'vserver', 'getRaidList', 'productTypeCode=WINNT');
  const requestId = /<requestId>(.*)<\/requestId>/.exec(body)?.[1];
  const raid = (type: string, name: string) => `    <raid>
      <raidTypeName>${type}</raidTypeName>
      <raidName>${name}</raidName>
      <productType>
        <code>WINNT</code>
        <codeName>Windows NT</codeName>
      </productType>
    </raid>
`;
  assert.equal(
    body,
    `<?xml version="1.0" encoding="UTF-8"?>
<getRaidListResponse>
  <requestId>${requestId}</requestId>
  <returnCode>0</returnCode>
  <returnMessage>success</returnMessage>
  <totalRows>2</totalRows>
  <raidList>
${raid('5', 'RAID 5')}${raid('1', 'RAID 1+0')}  </raidList>
</getRaidListResponse>`,
  );
});

test('the Classic zone list has no totalRows, and its empty lists are self-closed', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 0 });
  assert.deepEqual(Object.keys(await ask(sandbox, 'server', 'getZoneList')), [
    'requestId',
    'returnCode',
    'returnMessage',
    'zoneList',
  ]);
  const classic = await get(sandbox, 'server', 'getServerInstanceList');
  assert.match(classic.body, /<totalRows>0<\/totalRows>\n {2}<serverInstanceList\/>\n/);
  const vpc = await get(sandbox, 'vserver', 'getServerInstanceList');
  assert.match(vpc.body, /<totalRows>0<\/totalRows>\n {2}<serverInstanceList><\/serverInstanceList>\n/);
});

test('empty values are opened and closed, and one Classic field is misspelt in XML answers of changes', async (t) => {
  const sandbox = await sandboxFor(t);
  const vpc = await get(sandbox, 'vserver', 'getServerInstanceList');
  assert.match(vpc.body, /<initScriptNo><\/initScriptNo>/);
  assert.match(vpc.body, /<baseBlockStorageDiskDetailType>/);
  const classic = await get(sandbox, 'server', 'getServerInstanceList');
  assert.match(classic.body, /<baseBlockStorageDiskDetailType>/);
  const [server] = (await ask(sandbox, 'server', 'getServerInstanceList')).serverInstanceList;
  assert.equal(server.baseBlockStorageDiskDetailType.code, 'HDD');
  const number = { 'serverInstanceNoList.1': server.serverInstanceNo };
  for (const params of [number, { ...number, responseFormatType: 'json' }]) {
    const { status, body } = await post(sandbox, 'server', 'stopServerInstances', params);
    assert.equal(status, 200);
    assert.match(body, 'responseFormatType' in params ? /"baseBlockStorageDisk/ : /<baseBlockStroageDiskDetailType>/);
    await post(sandbox, 'server', 'startServerInstances', number);
  }
});

test('markup and control characters are escaped', async (t) => {
  const sandbox = await sandboxFor(t);
  const content = '#!/bin/bash\r\nif [ 1 < 2 ] && echo ">" ; then\techo \'<&amp;>\'; fi\n';
  const { initScriptList } = await ask(sandbox, 'vserver', 'createInitScript', {
    initScriptContent: content,
    initScriptDescription: '한글 <b>&"\u0001',
  });
  const { body } = await get(
    sandbox,
    'vserver',
    'getInitScriptDetail',
    `initScriptNo=${initScriptList[0].initScriptNo}`,
  );
  assert.equal(XMLValidator.validate(body), true);
  const [, shown = ''] = /<initScriptContent>([\s\S]*)<\/initScriptContent>/.exec(body) ?? [];
  const decoded = shown
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#13;', '\r')
    .replaceAll('&amp;', '&');
  assert.equal(decoded, content);
  assert.match(body, /<initScriptDescription>한글 &lt;b&gt;&amp;"\ufffd<\/initScriptDescription>/);
});

test('errors of the server API in both formats', async (t) => {
  const sandbox = await sandboxFor(t);
  const json = await get(sandbox, 'server', 'getServerProductList', 'responseFormatType=json');
  assert.equal(json.status, 400);
  assert.equal(
    json.body,
    `{
  "responseError": {
    "returnCode": "900",
    "returnMessage": "Required field is not specified. location : serverImageProductCode or memberServerImageNo."
  }
}`,
  );
  const xml = await get(sandbox, 'server', 'getServerProductList', 'serverImageProductCode=SPSWNONE');
  assert.equal(xml.status, 400);
  assert.equal(xml.body, renderError('10712', 'Not found product. Please check your input product.', 'xml'));
  assert.match(xml.body, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<responseError>\n {2}<returnCode>10712</);
});

test('what no source documents is refused with a code of a fake range', async (t) => {
  const sandbox = await sandboxFor(t);
  const cases = [
    ['getServerInstanceList', { serverInstanceStatusCode: 'WRONG' }],
    ['getServerInstanceList', { 'serverInstanceNoList.0': '1' }],
    ['getServerInstanceList', { 'serverInstanceNoList.2': '1' }],
    ['getServerInstanceList', { pageNo: '1' }],
    ['getServerInstanceList', { pageNo: '1', pageSize: '1001' }],
    ['getServerInstanceList', { sortedBy: 'cpuCount' }],
    ['getServerInstanceList', { regionCode: 'XX' }],
    ['getServerInstanceDetail', {}],
    ['getServerInstanceList', { responseFormatType: 'JSON' }],
  ] as const;
  for (const [action, params] of cases) {
    const { returnCode, returnMessage } = await refused(sandbox, 'vserver', action, params);
    assert.match(returnCode, /^99\d{5}$/, JSON.stringify(params));
    assert.match(returnMessage, /^\[sandbox\] /);
  }
  const twice = await get(sandbox, 'vserver', 'getServerInstanceList', 'serverName=a&serverName=b');
  assert.equal(twice.status, 400);
});

test('pages 0 and 1 are the first one and totalRows counts all', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 7 });
  const page = async (pageNo: number) => {
    const answer = await ask(sandbox, 'vserver', 'getServerInstanceList', { pageNo, pageSize: 3 });
    assert.equal(answer.totalRows, 7);
    return answer.serverInstanceList.map((row: { serverName: string }) => row.serverName);
  };
  const all = (await ask(sandbox, 'vserver', 'getServerInstanceList')).serverInstanceList.map(
    (row: { serverName: string }) => row.serverName,
  );
  assert.equal(all.length, 7);
  assert.deepEqual(await page(0), all.slice(0, 3));
  assert.deepEqual(await page(1), all.slice(0, 3));
  assert.deepEqual(await page(3), all.slice(6));
  assert.deepEqual(await page(4), []);
});

test('filters, sorting and Classic search', async (t) => {
  const sandbox = await sandboxFor(t, { servers: 6 });
  const names = async (service: string, params: Record<string, string>) =>
    (await ask(sandbox, service, 'getServerInstanceList', params)).serverInstanceList.map(
      (row: { serverName: string }) => row.serverName,
    );
  assert.deepEqual(await names('vserver', { serverInstanceStatusCode: 'NSTOP' }), ['demo-batch']);
  assert.deepEqual(await names('vserver', { 'hypervisorTypeCodeList.1': 'KVM' }), ['demo-batch', 'demo-build']);
  const [web] = (await ask(sandbox, 'vserver', 'getServerInstanceList', { serverName: 'demo-web' })).serverInstanceList;
  assert.deepEqual(await names('vserver', { ip: web.publicIp }), ['demo-web']);
  const { networkInterfaceList } = await ask(sandbox, 'vserver', 'getNetworkInterfaceList', {
    instanceNo: web.serverInstanceNo,
  });
  assert.deepEqual(
    networkInterfaceList.map((nic: { networkInterfaceNo: string }) => nic.networkInterfaceNo),
    [...web.networkInterfaceNoList],
  );
  assert.deepEqual(await names('vserver', { ip: networkInterfaceList[0].ip }), ['demo-web']);
  const sorted = await names('vserver', { sortedBy: 'serverName', sortingOrder: 'DESC' });
  assert.deepEqual(sorted, ['demo-web-2', 'demo-web', 'demo-old', 'demo-db', 'demo-build', 'demo-batch']);

  const first = await names('server', {});
  assert.equal(first.length, 6);
  assert.deepEqual(await names('server', { searchFilterName: 'serverName', searchFilterValue: 'DEMO-D' }), ['demo-db']);
  assert.deepEqual(await names('server', { 'tagValueList.1': 'web' }), ['demo-web', 'demo-web-2']);
  assert.deepEqual(await names('server', { sortedBy: 'serverName', sortingOrder: 'descending' }), [
    'demo-web-2',
    'demo-web',
    'demo-old',
    'demo-db',
    'demo-build',
    'demo-batch',
  ]);
  assert.equal((await refused(sandbox, 'server', 'getServerInstanceList', { zoneNo: '1' })).returnCode, '24111');
});

test('without a zone Classic lists the first one', async (t) => {
  const sandbox = await sandboxFor(t);
  const names = async (params: Record<string, string>) =>
    (await ask(sandbox, 'server', 'getServerInstanceList', params)).serverInstanceList.map(
      (row: { serverName: string }) => row.serverName,
    );
  assert.deepEqual(await names({ zoneNo: '3' }), ['demo-batch']);
  assert.deepEqual(await names({}), await names({ zoneNo: '2' }));
  assert.equal((await names({})).length, 3);
});

test('specs and products only fit images of their hypervisor', async (t) => {
  const sandbox = await sandboxFor(t);
  const all = await ask(sandbox, 'vserver', 'getServerSpecList');
  assert.ok(all.totalRows >= 150, `${all.totalRows} specs`);
  const codes = all.serverSpecList.map((spec: { serverSpecCode: string }) => spec.serverSpecCode);
  assert.equal(new Set(codes).size, codes.length);
  for (const [serverImageNo, hypervisor] of [
    ['16187005', 'XEN'],
    ['23214590', 'KVM'],
    ['99000006', 'RHV'],
  ]) {
    const { serverSpecList } = await ask(sandbox, 'vserver', 'getServerSpecList', {
      serverImageNo: serverImageNo ?? '',
    });
    assert.ok(serverSpecList.length > 0);
    for (const spec of serverSpecList) assert.equal(spec.hypervisorType.code, hypervisor);
  }
  const windows = await ask(sandbox, 'vserver', 'getServerProductList', {
    serverImageProductCode: 'SW.VSVR.OS.WND64.WND.SVR2019EN.B100',
  });
  for (const product of windows.productList) assert.equal(product.baseBlockStorageSize, 100 * 1024 ** 3);
  const classic = await ask(sandbox, 'server', 'getServerProductList', {
    serverImageProductCode: 'SPSW0WINNTEN0016A',
  });
  for (const product of classic.productList) assert.match(product.productCode, /A$/);
});

test('prices are labelled as samples and cover every product', async (t) => {
  const sandbox = await sandboxFor(t);
  const { productPriceList, totalRows } = await ask(sandbox, 'billing', 'getProductPriceList', {
    regionCode: 'KR',
    payCurrencyCode: 'KRW',
    productCode: 'SVR.VSVR.STAND.C002.M008.G003',
  });
  assert.equal(totalRows, 1);
  const [hour, month] = productPriceList[0].priceList;
  assert.deepEqual([hour.priceType.code, month.priceType.code], ['MTRAT', 'FXSUM']);
  assert.equal(month.price, 720 * hour.price);
  for (const { priceDescription } of [hour, month]) assert.match(priceDescription, /^SANDBOX SAMPLE/);
  assert.match(productPriceList[0].productDescription, /SANDBOX SAMPLE/);
});
