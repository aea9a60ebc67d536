/** Reads whole lists into the model. An account is never asked for its list twice at the same time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fleet } from '../../servers/fleet';
import { listServers } from '../../servers/index';
import type { Sessions } from '../accounts/session';
import { reasonOf } from '../told';

/** A list that is older than this is read again when the view comes into sight, in milliseconds. */
const staleAfter = 60_000;

export class Lists {
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly sessions: Sessions,
    private readonly model: Fleet,
  ) {}

  /** Reads the account's list. Never rejects: what went wrong is in the model. May ask the user for the key. */
  renew(accountId: string): Promise<void> {
    let reading = this.running.get(accountId);
    if (!reading) {
      reading = this.read(accountId).finally(() => this.running.delete(accountId));
      this.running.set(accountId, reading);
    }
    return reading;
  }

  /** Reads the lists again that have become old; only those that were read before. */
  async renewOld(accountIds: readonly string[]): Promise<void> {
    const old = accountIds.filter((id) => {
      const readAt = this.model.get(id)?.readAt;
      return readAt !== undefined && Date.now() - readAt > staleAfter && this.sessions.isOpen(id);
    });
    await Promise.all(old.map((id) => this.renew(id)));
  }

  private async read(accountId: string): Promise<void> {
    const askedAt = Date.now();
    try {
      const { account, client } = await this.sessions.open(accountId);
      const servers = await listServers(client, account.environment, account.region, {
        onServers: (part) => this.model.preview(accountId, part, askedAt),
      });
      // A long list has cost its task enough; taking it in gets one of its own.
      await sleep(0);
      this.model.renew(accountId, servers, askedAt);
    } catch (error) {
      this.model.fail(accountId, reasonOf(error, this.sessions.environment(accountId), 'list'));
    }
  }
}
