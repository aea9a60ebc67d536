/** Follows servers that were created here until they run, and says so once. */
import * as vscode from 'vscode';
import type { Adoption, Fleet } from '../../servers/fleet';
import { type CreateVerdict, judgeCreated, type Server } from '../../servers/index';
import type { Poller } from '../../servers/poller';
import * as tell from '../tell';
import { visibleName } from '../text';
import { Follower } from './follow';
import { names, tellRunning } from './running';
import { stateWord } from './words';

/** `gone`: lists lack it for good, and nobody has taken it away. */
type Verdict = CreateVerdict | 'gone';
type Verdicts = readonly (readonly [number: string, Verdict])[];

export class Announcer implements vscode.Disposable {
  private readonly follower: Follower;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly fleet: Fleet,
    poller: Pick<Poller, 'follow'>,
    private readonly now: () => number = Date.now,
    /** Whether the account is one of the sandbox. */
    private readonly isSandbox: (accountId: string) => boolean = () => false,
  ) {
    this.follower = new Follower(fleet, poller);
    this.subscription = fleet.onDidAdopt((adoption) => {
      void tell.during('', () => this.follow(adoption), { viewId: 'ncloud.servers' });
    });
  }

  /** Ends the watching; the servers live on. */
  dispose(): void {
    this.subscription.dispose();
    this.follower.dispose();
  }

  private async follow(adoption: Adoption): Promise<void> {
    const { accountId, servers } = adoption;
    const verdicts = await this.verdicts(adoption);
    if (!verdicts) return;
    const of = (wanted: Verdict) =>
      verdicts.flatMap(([number, verdict]) => (verdict === wanted ? this.last(accountId, servers, number) : []));
    const running = of('running');
    // A step of the walkthrough waits for it.
    if (running.length > 0) void vscode.commands.executeCommand('setContext', 'ncloud.hasCreated', true);
    tellRunning(accountId, running, this.isSandbox(accountId));
    announceOthers(of('failed'), of('late'), of('gone'));
  }

  /**
   * Resolves when nothing is left to wait for; with undefined when the watching was ended. Time counts up to the last
   * look that found the server: what nobody has looked at is not late.
   */
  private async verdicts({ accountId, servers, isOwn }: Adoption): Promise<Verdicts | undefined> {
    const startedAt = this.now();
    const numbers = servers.map(({ number }) => number);
    let verdicts: Verdicts = [];
    const isOver = () => {
      verdicts = numbers.map((number) => {
        if (this.fleet.isLost(accountId, number)) return [number, 'gone'] as const;
        const passed = (this.fleet.seenAt(accountId, number) ?? startedAt) - startedAt;
        return [number, judgeCreated(this.fleet.server(accountId, number), passed)] as const;
      });
      return verdicts.every(([, verdict]) => verdict !== 'wait');
    };
    return (await this.follower.wait(accountId, { numbers, isOwn }, isOver)) ? verdicts : undefined;
  }

  private last(accountId: string, servers: readonly Server[], number: string): Server[] {
    const last = this.fleet.server(accountId, number) ?? servers.find((server) => server.number === number);
    return last ? [last] : [];
  }
}

function announceOthers(broken: readonly Server[], late: readonly Server[], gone: readonly Server[]): void {
  for (const server of broken) {
    void tell.error(
      vscode.l10n.t(
        '{0} was made but does not run: {1}. It is billed until it is terminated.',
        visibleName(server),
        stateWord(server),
      ),
    );
  }
  if (late.length > 0) {
    void tell.warn(
      vscode.l10n.t(
        'Still not running after 60 minutes: {0}. We stop watching; they live on and are billed.',
        names(late),
      ),
    );
  }
  if (gone.length > 0) {
    void tell.warn(
      vscode.l10n.t(
        'NCP made these servers, but its list lacks them now, and they never ran: {0}. They may be billed all the same. Look for them in the NCP console.',
        names(gone),
      ),
    );
  }
}
