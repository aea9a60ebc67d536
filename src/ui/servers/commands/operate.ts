/** Start, stop, reboot and terminate servers: one confirmation for all of them, one operation at a time for each. */
import * as vscode from 'vscode';
import type { NcloudError } from '../../../client/index';
import { allows, type Operation, operateServer, type Server } from '../../../servers/index';
import { confirm, confirmTyped } from '../../confirm';
import { explain } from '../../explain';
import type { Log } from '../../log';
import type { Sessions } from '../../session';
import * as tell from '../../tell';
import { plain, visibleName } from '../../text';
import { showError, showFault } from '../../told';
import type { ServersModel } from '../model';
import { pointToConsole } from './console';
import { commandTitle, question, refusalSentence, unknownSentence } from './sentences';
import type { Target, Targets } from './targets';

export class Operations {
  private readonly inFlight = new Set<string>();

  constructor(
    private readonly targets: Targets,
    private readonly sessions: Sessions,
    private readonly model: ServersModel,
    private readonly log: Log,
  ) {}

  /** Handles the command of `operation` with the arguments that it was called with. */
  async run(operation: Operation, args: readonly unknown[]): Promise<void> {
    const chosen = await this.targets.choose(args, commandTitle(operation), (server) => allows(server, operation));
    const [ready, others] = this.split(chosen, operation);
    if (ready.length === 0) {
      for (const { server } of others) say(refusalSentence(server, operation));
      return;
    }
    if (!(await ask(operation, ready, others))) return;
    await Promise.all(ready.map((target) => this.operate(operation, target)));
  }

  private split(chosen: readonly Target[], operation: Operation): [ready: Target[], others: Target[]] {
    const isReady = ({ server }: Target) => allows(server, operation);
    return [chosen.filter(isReady), chosen.filter((target) => !isReady(target))];
  }

  private async operate(operation: Operation, { account, server }: Target): Promise<void> {
    const key = `${account.id}/${server.number}`;
    if (this.inFlight.has(key)) {
      say(vscode.l10n.t('Another operation on {0} is under way. Wait until it is done.', plain(server.name)));
      return;
    }
    this.inFlight.add(key);
    try {
      await this.send(operation, { account, server });
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      const about = visibleName(server.name, server.number);
      void showError(error, account.environment, { about, tried: commandTitle(operation), isWarning: true });
    } finally {
      this.inFlight.delete(key);
    }
  }

  private async send(operation: Operation, { account, server }: Target): Promise<void> {
    const { client } = await this.sessions.open(account.id);
    const outcome = await operateServer(client, server, operation);
    this.log.info(`${operation} ${server.number}: ${outcome.kind}`);
    this.model.renewSome(account.id, [server.number], outcome.server ? [outcome.server] : [], Date.now());
    if (outcome.kind === 'unknown') {
      const sentence = unknownSentence(outcome.server, operation, outcome.error);
      void showFault(sentence, outcome.error, { tried: commandTitle(operation), isWarning: true });
    }
    if (outcome.kind !== 'refused') return;
    if (outcome.reason === 'api') refused({ account, server: outcome.server }, operation, outcome.error);
    else if (outcome.reason === 'gone') say(vscode.l10n.t('{0} no longer exists.', plain(server.name)));
    else say(refusalSentence(outcome.server ?? server, operation));
  }
}

function ask(operation: Operation, ready: readonly Target[], others: readonly Target[]): Promise<boolean> {
  const servers = ready.map(({ server }) => server);
  const asked = question(
    operation,
    servers,
    others.map(({ server }) => server),
  );
  return operation === 'terminate' ? confirmTyped(asked, expected(servers)) : confirm(asked);
}

/** What has to be typed: the name of one server, the number of several. */
function expected(servers: readonly Server[]): string {
  const [only] = servers;
  return servers.length === 1 && only ? plain(only.name) : String(servers.length);
}

/** NCP's refusal. What it lets one do with a server that was stopped by a fault is in no document, so its console is named. */
function refused({ account, server }: Target, operation: Operation, error: NcloudError): void {
  const about = visibleName(server.name, server.number);
  const telling = { tried: commandTitle(operation), isWarning: true };
  if (server.state !== 'failed') void showError(error, account.environment, { about, ...telling });
  else void pointToConsole(`${about}: ${explain(error, account.environment)}`, account, error, telling);
}

function say(sentence: string): void {
  void tell.warn(sentence);
}
