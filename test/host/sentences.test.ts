// What the confirmations say will happen, as far as it is known without another call.
import assert from 'node:assert/strict';
import type { Server } from '../../src/servers/index';
import { question } from '../../src/ui/servers/commands/sentences';
import { openSandbox, vpc } from './extension';
import type { HostTest } from './index';

export const tests: readonly HostTest[] = [
  {
    name: 'the question before a termination tells what stays billed and what NCP refuses, by environment',
    async run() {
      const api = await openSandbox();
      const [server] = (api.model.get(vpc)?.servers ?? []).filter(({ publicIp }) => publicIp);
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
    },
  },
  {
    name: 'a confirmation fits on the screen, however many servers are chosen and left',
    async run() {
      const api = await openSandbox();
      const [server] = (api.model.get(vpc)?.servers ?? []).filter(({ publicIp }) => publicIp);
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
    },
  },
];
