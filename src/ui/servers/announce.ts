/** Follows servers that were created here until they run, and says so once. */
import * as vscode from 'vscode';
import type { Adoption, Fleet } from '../../servers/fleet';
import { type CreateVerdict, judgeCreated, type Server } from '../../servers/index';
import type { Poller } from '../../servers/poller';
import * as tell from '../tell';
import { plain, visibleName } from '../text';
import { stateWord } from './words';

export class Announcer implements vscode.Disposable {
  private readonly watching = new Set<() => void>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly fleet: Fleet,
    private readonly poller: Pick<Poller, 'follow'>,
    private readonly now: () => number = Date.now,
  ) {
    this.subscription = fleet.onDidAdopt((adoption) => {
      void tell.during('', () => this.follow(adoption), { viewId: 'ncloud.servers' });
    });
  }

  /** Ends the watching; the servers live on. */
  dispose(): void {
    this.subscription.dispose();
    for (const end of this.watching) end();
  }

  private async follow(adoption: Adoption): Promise<void> {
    const { accountId, servers } = adoption;
    const verdicts = await this.verdicts(adoption);
    if (!verdicts) return;
    announce(
      accountId,
      verdicts.map(([number, verdict]) => [this.last(accountId, servers, number), verdict]),
    );
  }

  /**
   * Resolves when nothing is left to wait for; with undefined when the watching was ended. Time counts up to the last
   * look that found the server: what nobody has looked at is not late.
   */
  private verdicts({
    accountId,
    servers,
    isOwn,
  }: Adoption): Promise<(readonly [number: string, CreateVerdict])[] | undefined> {
    const startedAt = this.now();
    const numbers = servers.map(({ number }) => number);
    return new Promise((resolve) => {
      const finish = (verdicts?: (readonly [string, CreateVerdict])[]) => {
        subscription.dispose();
        following.stop();
        this.watching.delete(finish);
        resolve(verdicts);
      };
      const judge = () => {
        const verdicts = numbers.map((number) => {
          const passed = (this.fleet.seenAt(accountId, number) ?? startedAt) - startedAt;
          return [number, judgeCreated(this.fleet.server(accountId, number), passed)] as const;
        });
        if (verdicts.every(([, verdict]) => verdict !== 'wait')) finish(verdicts);
      };
      const subscription = this.fleet.onDidChange((change) => {
        if (change.accountId === accountId) judge();
      });
      const following = this.poller.follow(accountId, { numbers, isOwn, looked: judge });
      this.watching.add(finish);
      judge();
    });
  }

  private last(accountId: string, servers: readonly Server[], number: string): Server | undefined {
    return this.fleet.server(accountId, number) ?? servers.find((server) => server.number === number);
  }
}

function announce(accountId: string, verdicts: readonly (readonly [Server | undefined, CreateVerdict])[]): void {
  const of = (wanted: CreateVerdict) =>
    verdicts.flatMap(([server, verdict]) => (server && verdict === wanted ? [server] : []));
  announceRunning(accountId, of('running'));
  for (const server of of('failed')) {
    void tell.error(
      vscode.l10n.t(
        '{0} was made but does not run: {1}. It is billed until it is terminated.',
        visibleName(server),
        stateWord(server),
      ),
    );
  }
  const late = of('late');
  if (late.length > 0) {
    void tell.warn(
      vscode.l10n.t(
        'Still not running after 60 minutes: {0}. We stop watching; they live on and are billed.',
        names(late),
      ),
    );
  }
}

function announceRunning(accountId: string, servers: readonly Server[]): void {
  const [first] = servers;
  if (!first) return;
  // A step of the walkthrough waits for it.
  void vscode.commands.executeCommand('setContext', 'ncloud.hasCreated', true);
  if (servers.length > 1) {
    void tell.info(vscode.l10n.t('{0} servers are running: {1}', servers.length, names(servers)));
    return;
  }
  void announceOne(accountId, first);
}

async function announceOne(accountId: string, server: Server): Promise<void> {
  const { number, publicIp, os } = server;
  const name = visibleName(server);
  if (!publicIp) {
    void tell.info(vscode.l10n.t('{0} is running', name));
    return;
  }
  const copy = vscode.l10n.t('Copy IP');
  const follow = vscode.l10n.t('Follow Boot Log');
  const choice = await tell.info(
    vscode.l10n.t('{0} is running ({1})', name, plain(publicIp)),
    ...(os === 'windows' ? [copy] : [copy, follow]),
  );
  if (choice === copy) await vscode.env.clipboard.writeText(publicIp);
  if (choice === follow) await vscode.commands.executeCommand('ncloud.followBootLog', { accountId, number });
}

function names(servers: readonly Server[]): string {
  return servers.map(visibleName).join(', ');
}
