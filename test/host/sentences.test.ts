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
];
