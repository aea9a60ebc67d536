// Runs in the extension host: lists very many servers of a sandbox in another process through the extension's own model
// and view, and prints how long it took, what was asked and what was drawn.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { NcloudClient } from '../../src/client/index';
import type { Api } from '../../src/extension';
import { readServers } from '../../src/servers/index';
import { Poller } from '../../src/servers/poller';
import type { Sessions } from '../../src/ui/accounts/session';
import { Lists } from '../../src/ui/servers/refresh';
import { longestTask } from '../support/longest-task.cjs';

const accountId = 'sandbox-vpc';

async function until(check: () => boolean, why: () => unknown, limit = 60_000) {
  for (const end = Date.now() + limit; !check(); ) {
    if (Date.now() > end) throw new Error(`The list does not come: ${why()}`);
    await pause(20);
  }
}

export async function run() {
  const input = JSON.parse(readFileSync(process.env.NCLOUD_TEST_INPUT ?? '', 'utf8'));
  const extension = vscode.extensions.getExtension<Api>('ncloud-servers.ncloud-servers');
  if (!extension) throw new Error('not installed');
  const { model, tree, accounts } = await extension.activate();
  const account = accounts.get(accountId);
  let calls = 0;
  const client = new NcloudClient({
    ...input.sandbox,
    onAttempt: ({ action }) => {
      if (action === 'getServerInstanceList') calls += 1;
    },
  });
  const sessions = { open: async () => ({ account, client }), isOpen: () => true, environment: () => 'vpc' };
  const lists = new Lists(sessions as unknown as Sessions, model);
  // The account of the view is read from the other process.
  Reflect.set(tree, 'load', (id: string) => lists.renew(id));
  new Poller(model, {
    isOpen: () => true,
    read: (_, servers) => readServers(client, servers),
    renew: (id) => lists.renew(id),
  }).setVisible(true);
  // What loads with the first call is measured elsewhere.
  await client.list('vserver', 'getRegionList');
  await vscode.commands.executeCommand('ncloud.servers.focus');
  await pause(2000);

  let firstPageAt: number | undefined;
  let redraws = 0;
  model.onDidChange(() => {
    firstPageAt ??= Date.now();
  });
  tree.onDidChangeTreeData(() => {
    redraws += 1;
  });
  const servers = () => model.get(accountId)?.servers ?? [];
  const first = await longestTask(async () => {
    console.log('scale: open the account');
    await until(
      () => model.get(accountId)?.readAt !== undefined,
      () => model.get(accountId)?.problem,
    );
    await pause(2000);
  });
  if (servers().length !== input.servers) throw new Error(`${servers().length} servers were listed`);

  [calls, redraws] = [0, 0];
  const refresh = await longestTask(async () => {
    await lists.renew(accountId);
    await pause(1500);
  });
  const unchanged = { refresh, calls, redraws };

  const [gone] = servers();
  const change = await longestTask(async () => {
    if (gone) model.renewSome(accountId, [gone.number], [], Date.now());
    await pause(2000);
  });
  if (redraws === 0) throw new Error('a server that goes is not seen');
  console.log(JSON.stringify({ scale: { firstPageAt, first, change, ...unchanged } }));
}
