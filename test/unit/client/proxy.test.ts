import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkedProxy } from '../../../src/client/proxy';

/** What the address says about the sign-in. */
function signIn(address: string): string | undefined {
  const value = checkedProxy(address).authorization;
  return value === undefined ? undefined : Buffer.from(value.slice('Basic '.length), 'base64').toString();
}

test('any sign may stand in the user name and the password of a proxy', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['http://user:pw%%@127.0.0.1:9', 'user:pw%%'],
    ['http://user:100%@h', 'user:100%'],
    ['http://user:p%40ss@h', 'user:p@ss'],
    ['http://user:p@ss@h', 'user:p@ss'],
    ['http://us%3Aer:p:a:s@h', 'us:er:p:a:s'],
    ['http://사용자:비밀 번호%%@h', '사용자:비밀 번호%%'],
    ['http://user:%EB%B9%84@h', 'user:비'],
    ['http://user:%EB%B9@h', 'user:%EB%B9'],
    ['http://user@h', 'user:'],
    ['http://:pw@h', ':pw'],
    ['http://h', undefined],
    ['http://@h', undefined],
  ];
  for (const [address, credentials] of cases) assert.equal(signIn(address), credentials, address);
});

test('the address of a proxy comes apart as any client takes it', () => {
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    ['http://proxy.company.kr:3128', [false, 'proxy.company.kr', 3128]],
    ['HTTP://Proxy:3128/', [false, 'proxy', 3128]],
    [' http://proxy ', [false, 'proxy', 80]],
    ['https://a:b@proxy', [true, 'proxy', 443]],
    ['http://[::1]:8080', [false, '::1', 8080]],
    ['http://a:b@[fe80::1]:8080/x', [false, 'fe80::1', 8080]],
  ];
  for (const [address, parts] of cases) {
    const { secure, host, port } = checkedProxy(address);
    assert.deepEqual([secure, host, port], parts, address);
  }
  const bad = [
    ...['', 'proxy:8080', '//proxy', 'ftp://proxy', 'socks5://127.0.0.1:1', 'socks4://h:1', 'http://', 'http://a b'],
    ...['http://h:99999', 'http://user:p/w@h', 'http://user:1?2@h', 'http://user:1#2@h', 'file:///x', 'http:proxy'],
  ];
  for (const address of bad) assert.throws(() => checkedProxy(address), { reason: 'bad-proxy' }, address);
});

test('an address that is refused says which kinds work', () => {
  assert.throws(() => checkedProxy('socks5://127.0.0.1:1080'), /http:\/\/.*https:\/\/.*socks proxies do not work here/);
});
