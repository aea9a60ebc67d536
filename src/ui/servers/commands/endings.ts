/** Follows what the user asked of servers to its end, and says so in a word; what comes next is offered with it. */
import * as vscode from 'vscode';
import type { Fleet } from '../../../servers/fleet';
import { type Operation, operations, type Server } from '../../../servers/index';
import type { Poller } from '../../../servers/poller';
import * as tell from '../../tell';
import { shortNames, visibleName } from '../../text';
import { Follower } from '../follow';
import { tellRunning } from '../running';
import { stateWord } from '../words';
import { words } from './words';

/** What took longer than this has let the user look elsewhere, so its end is a notification. Milliseconds. */
const longerThan = 15_000;

export class Endings implements vscode.Disposable {
  private readonly follower: Follower;

  constructor(
    private readonly fleet: Fleet,
    poller: Pick<Poller, 'follow'>,
    private readonly isSandbox: (accountId: string) => boolean,
    private readonly now: () => number = Date.now,
  ) {
    this.follower = new Follower(fleet, poller);
  }

  /**
   * Says when the operation on these servers of one account has ended. Resolves with those that are as it wanted them,
   * as they are now.
   * @param isQuiet whether somebody else says so of those
   */
  async follow(
    accountId: string,
    servers: readonly Server[],
    operation: Operation,
    isQuiet = false,
  ): Promise<readonly Server[]> {
    const startedAt = this.now();
    const last = () => servers.map((server) => ({ server, now: this.fleet.server(accountId, server.number) }));
    const numbers = servers.map(({ number }) => number);
    const recovered = new Set<string>();
    const end = ({ server: { number, state }, now }: { readonly server: Server; readonly now: Server | undefined }) => {
      if (now && now.state !== 'failed' && now.state !== 'terminating') recovered.add(number);
      // One that had failed before is as it was before, until it was seen to live.
      const hasFailed = now?.state === 'failed' && !now.isChanging && (state !== 'failed' || recovered.has(number));
      return hasFailed ? 'fault' : endOf(operation, now);
    };
    const isOver = () => last().every((one) => end(one) !== undefined);
    if (!(await this.follower.wait(accountId, { numbers, isOwn: true }, isOver))) return [];
    const of = (wanted: End) => last().flatMap((one) => (end(one) === wanted ? (one.now ?? one.server) : []));
    const reached = of('reached');
    for (const server of of('fault')) {
      void tell.warn(
        vscode.l10n.t(
          '“{0}” did not end as it should: {1} is now {2}.',
          words[operation].command,
          visibleName(server),
          stateWord(server),
        ),
      );
    }
    if (!isQuiet && reached.length > 0) this.say(accountId, operation, reached, this.now() - startedAt > longerThan);
    return reached;
  }

  /** Ends the watching; the servers live on. */
  dispose(): void {
    this.follower.dispose();
  }

  private say(accountId: string, operation: Operation, servers: readonly Server[], isLong: boolean): void {
    if (isLong && operation === 'start') {
      tellRunning(accountId, servers, this.isSandbox(accountId));
      return;
    }
    const sentence = endedSentence(operation, servers);
    if (isLong) void tell.info(sentence);
    else tell.brief(sentence);
  }
}

/** `elsewhere`: another hand has ended it. */
type End = 'reached' | 'fault' | 'elsewhere';

/** How it ended without a fault; undefined while it has not. A list may lag behind an answer, so a server as it was before is waited on. */
function endOf(operation: Operation, now: Server | undefined): End | undefined {
  const { removes, endsIn } = operations[operation];
  if (!now) return removes ? 'reached' : 'elsewhere';
  if (now.state === 'terminating' && !removes) return 'elsewhere';
  return !now.isChanging && now.state === endsIn ? 'reached' : undefined;
}

/** Says that it is done. */
export function endedSentence(operation: Operation, servers: readonly Server[]): string {
  const { ended, endedAll } = words[operation];
  const [only, another] = servers;
  return only && !another ? ended(visibleName(only)) : endedAll(servers.length, shortNames(servers.map(visibleName)));
}
