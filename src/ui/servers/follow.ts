/** Waits for servers: each look at them and each change of them is judged, until there is nothing left to wait for. */
import type { Fleet } from '../../servers/fleet';
import type { Following, Poller } from '../../servers/poller';

export class Follower {
  private readonly watching = new Set<() => void>();

  constructor(
    private readonly fleet: Fleet,
    private readonly poller: Pick<Poller, 'follow'>,
  ) {}

  /** Resolves with true once `isOver` says so; with false when the watching was ended before. */
  wait(
    accountId: string,
    { numbers, isOwn }: Pick<Following, 'numbers' | 'isOwn'>,
    isOver: () => boolean,
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (isDone: boolean) => {
        subscription.dispose();
        following.stop();
        this.watching.delete(end);
        resolve(isDone);
      };
      const end = () => finish(false);
      const judge = () => {
        if (isOver()) finish(true);
      };
      const subscription = this.fleet.onDidChange((change) => {
        if (change.accountId === accountId) judge();
      });
      const following = this.poller.follow(accountId, { numbers, isOwn, looked: judge });
      this.watching.add(end);
      judge();
    });
  }

  /** Ends the watching; the servers live on. */
  dispose(): void {
    for (const end of this.watching) end();
  }
}
