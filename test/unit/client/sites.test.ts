import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NcloudClient, NotSentError, sites } from '../../../src/client';

const keys = { accessKey: 'access', secretKey: 'secret' };

function refusedFor(reason: string) {
  return (error: unknown) => error instanceof NotSentError && error.reason === reason;
}

test('the endpoints of the three sites are accepted', () => {
  for (const { endpoint, billingEndpoint } of Object.values(sites)) {
    assert.ok(new NcloudClient({ ...keys, endpoint, ...(billingEndpoint ? { billingEndpoint } : {}) }));
  }
});

test('each site has hosts of its own for calls, prices and the console, and regions by their codes', () => {
  const domains = { public: 'ntruss.com', government: 'gov-ntruss.com', finance: 'fin-ntruss.com' } as const;
  const hosts = Object.entries(sites).flatMap(([name, { endpoint, billingEndpoint, console }]) => {
    for (const address of [endpoint, billingEndpoint ?? endpoint]) {
      assert.ok(address.endsWith(`.apigw.${domains[name as keyof typeof domains]}`), address);
    }
    assert.match(console, /^https:\/\/console\.(?:\w+-)?ncloud\.com$/);
    return [endpoint, billingEndpoint ?? name, console];
  });
  assert.equal(new Set(hosts).size, 9);
  const regions = Object.values(sites).flatMap((site) => site.regions);
  assert.equal(new Set(regions).size, 7, 'KR is at two sites');
  for (const region of regions) assert.match(region, /^[A-Z]{2,4}$/);
});

for (const endpoint of [
  'http://127.0.0.1:8080',
  'http://localhost:1',
  'http://[::1]:9/',
  'https://nks.apigw.ntruss.com',
]) {
  test(`${endpoint} may get signed calls`, () => {
    assert.ok(new NcloudClient({ ...keys, endpoint }));
  });
}

const foreign = [
  '',
  'ncloud.apigw.ntruss.com',
  'http://ncloud.apigw.ntruss.com',
  'https://ntruss.com',
  'https://evil-ntruss.com',
  'https://ncloud.apigw.ntruss.com.evil.example',
  'https://ncloud.apigw.ntruss.com@evil.example',
  'https://user:word@ncloud.apigw.ntruss.com',
  'https://ncloud.apigw.ntruss.com/path',
  'https://ncloud.apigw.ntruss.com/?a=1',
  'http://192.0.2.1',
  'http://127.0.0.1.evil.example',
  'http://0.0.0.0:80',
  'ftp://127.0.0.1',
  'file:///etc/hosts',
];
for (const endpoint of foreign) {
  test(`"${endpoint}" gets no signed call`, () => {
    assert.throws(() => new NcloudClient({ ...keys, endpoint }), refusedFor('bad-endpoint'));
    const home = sites.public.endpoint;
    assert.throws(
      () => new NcloudClient({ ...keys, endpoint: home, billingEndpoint: endpoint }),
      refusedFor('bad-endpoint'),
    );
  });
}

test('keys with blanks, line ends or nothing at all are refused', () => {
  for (const accessKey of ['', 'a b', 'a\r\nx-other: 1', '키', undefined as never]) {
    assert.throws(
      () => new NcloudClient({ endpoint: sites.public.endpoint, accessKey, secretKey: 's' }),
      refusedFor('bad-key'),
    );
    assert.throws(
      () => new NcloudClient({ endpoint: sites.public.endpoint, accessKey: 's', secretKey: accessKey }),
      refusedFor('bad-key'),
    );
  }
});

test('a proxy must be an http or https address', () => {
  for (const proxy of ['', 'proxy:8080', 'socks5://127.0.0.1:1']) {
    assert.throws(() => new NcloudClient({ ...keys, endpoint: sites.public.endpoint, proxy }), refusedFor('bad-proxy'));
  }
});
