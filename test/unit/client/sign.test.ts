import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sign } from '../../../src/client';

const official = { timestamp: 1668407407855, accessKey: 'access', secretKey: 'secret' };
const computed = {
  timestamp: '1700000000000',
  accessKey: 'ACCESSKEYACCESSKEYAC',
  secretKey: 'SECRETKEYSECRETKEYSECRETKEYSECRETKEYSECR',
};

const vectors = [
  { ...official, method: 'GET', url: '/cluster/kubeconfig', signature: 'LTJli9+OKT2KvUXxiKslMfu5FIOmDN83avehOvgUFp0=' },
  {
    ...official,
    method: 'GET',
    url: '/iam/krs-v1/user?clusterUuid=D11328F1-ECA9-4F1B-BA22-921F61D9C5FF',
    signature: 'emeahfW4CmzsxIQ5ip0cd9yqERXJ+ZJsRfQpGNmKdXk=',
  },
  {
    ...computed,
    method: 'GET',
    url: '/server/v2/getServerInstanceList?responseFormatType=json',
    signature: 'Z3OtmafBAecojOs/6wE1pP+IJSNGQad9VveeZJNG6/4=',
  },
  {
    ...computed,
    method: 'POST',
    url: '/server/v2/getServerInstanceList',
    signature: 'UFRbn4XW0HppXInKMP/MI+5Xr9qYOucmWa/GOa02VFI=',
  },
  {
    ...computed,
    method: 'GET',
    url: '/server/v2/createServerInstances?serverImageProductCode=SPSW0LINUX000046&userData=IyEvYmluL2Jhc2gKZWNobyBoaT8%2BCg%3D%3D',
    signature: 'J33PtwDa4vJbjX2S7VoCcf+qCUzL9IYPuUZjcfycjzY=',
  },
  {
    ...computed,
    method: 'GET',
    url: '/billing/v1/product/getProductPriceList?regionCode=KR&productItemKindCode=VSVR',
    signature: 'g86Tr4dl0P61XfQMUkCvFUGvnAMht/4BYvjaymNzJwU=',
  },
];

for (const { signature, ...input } of vectors) {
  test(`signs ${input.method} ${input.url}`, () => {
    assert.equal(sign(input), signature);
    assert.equal(sign({ ...input, url: `https://ncloud.apigw.ntruss.com:8443${input.url}#part` }), signature);
    assert.equal(sign({ ...input, method: input.method.toLowerCase() }), signature);
    assert.equal(sign({ ...input, timestamp: Number(input.timestamp) }), signature);
  });
}

test('every signed part changes the signature', () => {
  const input = { ...computed, method: 'POST', url: '/vserver/v2/getServerInstanceList' };
  const changes = [
    { method: 'GET' },
    { url: '/vserver/v2/getServerInstanceList?' },
    { timestamp: '1700000000001' },
    { accessKey: 'B' },
    { secretKey: 'C' },
  ];
  assert.equal(new Set([input, ...changes.map((change) => ({ ...input, ...change }))].map(sign)).size, 6);
});

test('a URL without a path is signed as /', () => {
  const input = { ...computed, method: 'GET' };
  assert.equal(sign({ ...input, url: 'https://host' }), sign({ ...input, url: '/' }));
});

test('a missing part is named, and no value is told', () => {
  const input: Record<string, unknown> = { ...computed, method: 'GET', url: '/' };
  assert.throws(() => sign({} as never), { name: 'TypeError', message: /\bmethod\b/ });
  for (const name of Object.keys(input)) {
    assert.throws(() => sign({ ...input, [name]: undefined } as never), {
      name: 'TypeError',
      message: `sign: ${name} must be a string, but is undefined`,
    });
  }
});
