/** Reads the lists of servers into the fleet. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fleet } from '../../servers/fleet';
import { listServers } from '../../servers/index';
import { AccountList } from '../account-list';
import type { Session, Sessions } from '../accounts/session';

export class Lists extends AccountList<Session> {
  constructor(
    sessions: Sessions,
    private readonly fleet: Fleet,
  ) {
    super(sessions, fleet, 'list');
  }

  protected async read({ account, client }: Session): Promise<void> {
    const askedAt = Date.now();
    const servers = await listServers(client, account.environment, account.region, {
      onServers: (part) => this.fleet.preview(account.id, part, askedAt),
    });
    // A long list has cost its task enough; taking it in gets one of its own.
    await sleep(0);
    this.fleet.renew(account.id, servers, askedAt);
  }
}
