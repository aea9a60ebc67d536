/** Reads the lists of servers into the fleet. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fleet } from '../../servers/fleet';
import { listServers } from '../../servers/index';
import { AccountList } from '../account-list';
import type { Session, Sessions } from '../accounts/session';
import { note } from '../told';

export class Lists extends AccountList<Session> {
  constructor(
    sessions: Sessions,
    private readonly fleet: Fleet,
  ) {
    super(sessions, fleet, 'list');
  }

  protected async read({ account, client }: Session): Promise<void> {
    const askedAt = Date.now();
    const { id: accountId, environment, region } = account;
    const opening = this.fleet
      .open({ accountId, fingerprint: client.fingerprint, environment, region })
      .catch((error: unknown) => note(error, 'creations'));
    const servers = await listServers(client, environment, region, {
      onServers: (part) => this.fleet.preview(accountId, part, askedAt),
    });
    // What another window has asked for is settled by this list, too.
    await opening;
    // A long list has cost its task enough; taking it in gets one of its own.
    await sleep(0);
    this.fleet.renew(accountId, servers, askedAt);
  }
}
