import assert from 'node:assert/strict';
import test from 'node:test';
import { sites } from '../../../src/client/index';
import { readConfigure, readEnvironment } from '../../../src/ui/accounts/configure';

const section = (name: string, url = 'https://ncloud.apigw.ntruss.com') =>
  `[${name}]\nncloud_access_key_id = ACCESS${name}\nncloud_secret_access_key=SECRET${name}\nncloud_api_url = ${url}\n`;

test('reads the sections of the command line, each with its site', () => {
  const text = section('DEFAULT') + section('gov', 'https://ncloud.apigw.gov-ntruss.com/');
  assert.deepEqual(
    readConfigure(text, sites).found.map(({ name, accessKey, secretKey, site }) => [name, accessKey, secretKey, site]),
    [
      ['DEFAULT', 'ACCESSDEFAULT', 'SECRETDEFAULT', 'public'],
      ['gov', 'ACCESSgov', 'SECRETgov', 'government'],
    ],
  );
});

test('reads a file without sections, with blanks, CRLF and a byte order mark', () => {
  const text = '\ufeffncloud_access_key_id = A1\r\nncloud_secret_access_key = S=1\r\n';
  assert.deepEqual(readConfigure(text, sites).found, [
    { name: undefined, accessKey: 'A1', secretKey: 'S=1', address: '', site: 'public' },
  ]);
});

test('a section name may have a dot', () => {
  assert.deepEqual(
    readConfigure(section('team.a'), sites).found.map(({ name }) => name),
    ['team.a'],
  );
});

test('leaves half a key out and tells of it', () => {
  assert.deepEqual(readConfigure('[x]\nncloud_access_key_id = A\n', sites), { found: [], halves: ['x'] });
  assert.deepEqual(readConfigure('ncloud_secret_access_key = S\n', sites), { found: [], halves: [undefined] });
  assert.deepEqual(readConfigure('[y]\nncloud_api_url = https://ncloud.apigw.ntruss.com\n', sites).halves, []);
  assert.deepEqual(readConfigure('', sites), { found: [], halves: [] });
});

test('an address that is not of a known site gets no key', () => {
  for (const url of [
    'https://evil.example',
    'http://ncloud.apigw.ntruss.com',
    'https://ncloud.apigw.ntruss.com.evil.example',
    'https://user@ncloud.apigw.ntruss.com',
    'https://ncloud.apigw.ntruss.com/path',
    'nonsense',
  ]) {
    const [found] = readConfigure(section('x', url), sites).found;
    assert.equal(found?.site, undefined, url);
    assert.equal(found?.address, url);
  }
});

test('the environment counts only with both halves, in the order of the tools', () => {
  assert.equal(readEnvironment({ NCLOUD_ACCESS_KEY: 'A' }, sites), undefined);
  const found = readEnvironment(
    {
      NCLOUD_ACCESS_KEY: 'A2',
      NCLOUD_ACCESS_KEY_ID: 'A1',
      NCLOUD_SECRET_KEY: 'S2',
      NCLOUD_SECRET_ACCESS_KEY: '',
      NCLOUD_API_GW: 'https://fin-ncloud.apigw.fin-ntruss.com',
    },
    sites,
  );
  assert.deepEqual([found?.accessKey, found?.secretKey, found?.site], ['A1', 'S2', 'finance']);
});
