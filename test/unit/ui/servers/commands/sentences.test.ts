// What the confirmations say will happen, as far as it is known without another call, and what has to be typed.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Server, toServer } from '../../../../../src/servers/index';
import { question, typedName } from '../../../../../src/ui/servers/commands/sentences';
import { sandboxServers } from './sandbox-servers';

test('the question before a termination tells what stays billed and what NCP refuses, by environment', async (t) => {
  const [server] = (await sandboxServers(t)).filter(({ publicIp }) => publicIp);
  assert.ok(server?.publicIp);
  const classic: Server = { ...server, environment: 'classic', name: 'old' };
  const storages =
    /^Storages that were added \((VPC|Classic)\) stay and are billed\. .*NCP refuses the termination until they are detached\.$/;
  const told = (...servers: Server[]) =>
    question('terminate', servers, [])
      .detail.split('\n')
      .flatMap((line) => storages.exec(line)?.[1] ?? []);
  assert.deepEqual(told(server), ['VPC']);
  assert.deepEqual(told(server, { ...server, name: 'other' }), ['VPC']);
  assert.deepEqual(told(classic), ['Classic']);
  assert.deepEqual(told(classic, server), ['VPC', 'Classic']);
  const { detail } = question('terminate', [server], []);
  assert.ok(detail.includes(server.name) && detail.includes(server.publicIp));
  for (const operation of ['start', 'stop', 'reboot'] as const) {
    assert.doesNotMatch(question(operation, [server, classic], []).detail, /Storages that were added/);
  }
});

test('a confirmation fits on the screen, however many servers are chosen and left', async (t) => {
  const [server] = (await sandboxServers(t)).filter(({ publicIp }) => publicIp);
  assert.ok(server?.publicIp);
  const many = (count: number, prefix: string): Server[] =>
    Array.from({ length: count }, (_, index) => ({
      ...server,
      environment: index % 2 === 0 ? 'vpc' : 'classic',
      name: `${prefix}${index}`.padEnd(30, 'x'),
      publicIp: `203.0.113.${index % 256}`,
    }));
  for (const operation of ['start', 'stop', 'reboot', 'terminate'] as const) {
    for (const [chosen, left] of [
      [1, 500],
      [2, 2],
      [6, 6],
      [7, 7],
      [500, 0],
      [10_000, 10_000],
    ] as const) {
      const { detail, title } = question(operation, many(chosen, 'c'), many(left, 'l'));
      const drawn = detail.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 55), 0);
      assert.ok(drawn <= 45, `${operation} ${chosen} ${left}: ${drawn} lines`);
      if (chosen > 1) assert.ok(title.includes(String(chosen)) && detail.includes('c1x'));
      if (chosen > 20) assert.match(detail, new RegExp(`\\D${chosen - 19}\\D`));
    }
  }
});

test('the question about several servers names the public IPs that there are', async (t) => {
  const servers = (await sandboxServers(t)).filter(({ state }) => state === 'running');
  const [open] = servers.filter(({ publicIp }) => publicIp);
  const closed = servers.filter(({ publicIp }) => !publicIp);
  assert.ok(open?.publicIp && closed[0]);
  const detail = (...asked: Server[]) => question('stop', asked, []).detail;
  assert.ok(detail(open, closed[0]).includes(open.publicIp));
  assert.ok(detail(open).includes(open.publicIp));
  const ip = /public IP/;
  assert.doesNotMatch(detail(closed[0]), ip);
  assert.doesNotMatch(detail(closed[0], closed[0]), ip);
  assert.match(detail(open, closed[0]), /on them/);
});

test('what has to be typed can be seen and typed', () => {
  const typed = (serverName: string) => typedName(toServer('vpc', { serverInstanceNo: '7', serverName }));
  for (const name of ['web-1', '서버 1', 'a', 'é', ' web ', 'web\u200b', '(주) web']) {
    assert.equal(typed(name), name.replaceAll('\u200b', '').trim(), JSON.stringify(name));
  }
  const unseen = [
    '',
    ' ',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\u00ad',
    '\u3164',
    '\u115f',
    '\uffa0',
    '\u2800',
    '\u180e',
    '\u0301',
    '\ufe0f',
    '\u{e0041}',
    '\ue000',
  ];
  const odd = ['we\u00adb', 'we  b', 'we\u00a0b', 'web\ufe0f', 'e\u0301', ...unseen, unseen.join('')];
  for (const name of odd) assert.equal(typed(name), '7', JSON.stringify(name));
  const mixed = fc.array(fc.oneof(fc.constantFrom(...unseen), fc.string({ unit: 'binary', maxLength: 2 })));
  fc.assert(
    fc.property(mixed, (parts) => {
      const text = typed(parts.join(''));
      assert.match(text, /[\p{L}\p{N}\p{P}\p{S}]/u);
      assert.doesNotMatch(text, /[\p{Default_Ignorable_Code_Point}\p{C}\u2800]|^ | $|[^\S ]/u);
      assert.equal(text, text.normalize());
    }),
    { numRuns: 500 },
  );
});
