// A fleet that is polled beside a sandbox, as a hidden view has it.
import assert from 'node:assert/strict';
import { NcloudClient } from '../../src/client/index';
import { type Sandbox, startSandbox } from '../../src/sandbox/index';
import { Fleet } from '../../src/servers/fleet';
import { listServers, readServers, type Server, toServer } from '../../src/servers/index';
import { Poller } from '../../src/servers/poller';
import { IntentFolder, openJournal } from './intents';

/** A fleet with the VPC servers of account `a`, whose poller looks each tenth of a second. */
export async function openFleet(sandbox: Sandbox, folder = new IntentFolder()) {
  const { endpoint, accessKey, secretKey } = sandbox;
  const client = new NcloudClient({ endpoint, accessKey, secretKey });
  /** The numbers that each list of servers was asked for. */
  const calls: string[] = [];
  const own = client.list.bind(client);
  client.list = (service, action, params = {}, options = {}) => {
    if (action === 'getServerInstanceList') calls.push(String(params.serverInstanceNoList ?? 'all'));
    return own(service, action, params, options);
  };
  const journal = openJournal(folder);
  const fleet = new Fleet(journal);
  const renewed: string[] = [];
  const reader = {
    isOpen: () => true,
    read: (_: string, servers: readonly Server[]) => readServers(client, servers),
    renew: async (accountId: string) => void renewed.push(accountId),
  };
  const poller = new Poller(fleet, reader, () => 100);
  const read = async () => {
    const askedAt = Date.now();
    fleet.renew('a', await listServers(client, 'vpc', 'KR'), askedAt);
    calls.length = 0;
  };
  /** Asks NCP to stop a server that runs, past everything that would tell the poller. */
  const stopOne = async () => {
    const running = fleet.get('a')?.servers.find(({ state }) => state === 'running');
    assert.ok(running, 'nothing runs');
    await client.call('vserver', 'stopServerInstances', { regionCode: 'KR', serverInstanceNoList: [running.number] });
    await read();
    assert.equal(fleet.server('a', running.number)?.state, 'stopping');
    return running.number;
  };
  const close = () => {
    for (const part of [poller, fleet, journal]) part.dispose();
  };
  return { client, fleet, journal, reader, poller, calls, renewed, read, stopOne, close };
}

export type PolledFleet = Awaited<ReturnType<typeof openFleet>>;

/** Runs beside a sandbox of its own, whose world runs so many times faster. */
export async function withFleet(speed: number, run: (polled: PolledFleet) => Promise<void>) {
  const sandbox = await startSandbox({ speed });
  const polled = await openFleet(sandbox);
  try {
    await polled.read();
    await run(polled);
  } finally {
    polled.close();
    await sandbox.stop();
  }
}

/** A server that was created a moment ago. */
export function creating(number: string): Server {
  return toServer('vpc', {
    serverInstanceNo: number,
    serverName: `web-${number}`,
    serverInstanceStatus: { code: 'CREAT' },
    serverInstanceOperation: { code: 'SETUP' },
  });
}
