/** Carries out operations on servers: one look and one confirmation for all, one operation at a time for each. */
import * as vscode from 'vscode';
import type { NcloudError } from '../../../client/index';
import type { Fleet } from '../../../servers/fleet';
import {
  allows,
  type Operation,
  operateServer,
  operationNames,
  operations,
  readServers,
  type Server,
} from '../../../servers/index';
import type { Account } from '../../accounts/account';
import type { Sessions } from '../../accounts/session';
import { commandOf, type Handlers, type OperationCommand } from '../../commands';
import { confirm, confirmTyped } from '../../confirm';
import { explain } from '../../explain';
import { atOnce, inTurns } from '../../in-turns';
import type { Log } from '../../log';
import * as tell from '../../tell';
import { shortNames, visibleName } from '../../text';
import { showError, showFault } from '../../told';
import { pointToConsole } from './console';
import { costLine } from './cost';
import { type Endings, endedSentence } from './endings';
import {
  goneSentence,
  question,
  refusalOfAll,
  refusalSentence,
  renamedSentence,
  typing,
  unknownSentence,
} from './sentences';
import { byAccount, menuArguments, type Target, type Targets } from './targets';
import { words } from './words';

/** More notifications than these would cover one another. */
const mostRefusals = 2;

export class Operations {
  private readonly inFlight = new Set<string>();

  constructor(
    private readonly targets: Targets,
    private readonly sessions: Sessions,
    private readonly fleet: Fleet,
    private readonly log: Log,
    private readonly endings: Endings,
  ) {}

  /** What the commands of all operations do. */
  handlers(): Pick<Handlers, OperationCommand> {
    const handlers = operationNames.map((operation) => [
      commandOf(operation),
      (...args: readonly unknown[]) => this.run(operation, args),
    ]);
    return Object.fromEntries(handlers);
  }

  /**
   * Carries `operation` out on the servers that its command was called on. `then` is what it makes possible, and what is
   * offered when it has ended: that asks anew.
   */
  private async run(operation: Operation, args: readonly unknown[], then?: Operation): Promise<void> {
    const suits = (server: Server) => allows(server, operation);
    const chosen = await this.targets.choose(args, words[operation].command, suits, { asks: true });
    const [ready, others] = this.split(await this.renewed(chosen, operation), operation);
    if (ready.length === 0) {
      this.refuseAll(operation, others);
      return;
    }
    const price = operation === 'start' ? await costLine(ready, this.sessions, this.log) : undefined;
    const more = [
      ...(price === undefined ? [] : [price]),
      ...(then === undefined ? [] : [vscode.l10n.t('“{0}” asks again, once this is done.', words[then].command)]),
    ];
    if (!(await ask(operation, ready, others, more))) return;
    const sent = await inTurns(ready, atOnce, (target) => this.operate(operation, target));
    const begun = ready.filter((_, place) => sent[place]);
    for (const { account, servers } of byAccount(begun)) void this.conclude(operation, account, servers, then);
  }

  /** Waits for the end, and offers then what it was for. */
  private async conclude(
    operation: Operation,
    account: Account,
    servers: readonly Server[],
    then: Operation | undefined,
  ): Promise<void> {
    const ended = await this.endings.follow(account.id, servers, operation, then !== undefined);
    if (then === undefined || ended.length === 0) return;
    const choice = await tell.info(endedSentence(operation, ended), words[then].command);
    if (choice !== undefined) await this.run(then, menuArguments(ended.map((server) => ({ account, server }))));
  }

  /**
   * The servers as they are now: what the view shows may be old, and the question must rest on the truth. Those that are
   * gone, and those that cannot be read, are told of and left out.
   */
  private async renewed(chosen: readonly Target[], operation: Operation): Promise<Target[]> {
    if (chosen.length === 0) return [];
    const title = vscode.l10n.t(
      'Reading the state of {0}…',
      shortNames(chosen.map(({ server }) => visibleName(server))),
    );
    const readAll = () =>
      Promise.all(
        byAccount(chosen).map(async ({ account, servers }) =>
          (await this.read(account, servers, operation)).map((server) => ({ account, server })),
        ),
      );
    const read = await tell.during(title, readAll, vscode.ProgressLocation.Window);
    const all = read.flat();
    return chosen.flatMap(({ account, server: { number } }) =>
      all.filter((target) => target.account.id === account.id && target.server.number === number),
    );
  }

  private async read(account: Account, servers: readonly Server[], operation: Operation): Promise<Server[]> {
    const askedAt = Date.now();
    try {
      const { client } = await this.sessions.open(account.id);
      const found = await readServers(client, servers);
      const numbers = servers.map(({ number }) => number);
      this.fleet.renewSome(account.id, numbers, found, askedAt);
      for (const server of servers) {
        if (!found.some(({ number }) => number === server.number)) say(goneSentence(server));
      }
      return found;
    } catch (error) {
      if (error instanceof vscode.CancellationError) return [];
      const about = shortNames(servers.map(visibleName));
      void showError(error, account.environment, { about, tried: words[operation].command, isWarning: true });
      return [];
    }
  }

  private split(chosen: readonly Target[], operation: Operation): [ready: Target[], others: Target[]] {
    const isReady = ({ server }: Target) => allows(server, operation);
    return [chosen.filter(isReady), chosen.filter((target) => !isReady(target))];
  }

  /** Says why nothing was sent. Those for which something can be done first are told of together, with that on a button. */
  private refuseAll(operation: Operation, targets: readonly Target[]): void {
    const { first } = operations[operation];
    const isOpen = ({ server }: Target) => first !== undefined && allows(server, first);
    const open = targets.filter(isOpen);
    if (first !== undefined && open.length > 0) void this.refuseUntil(operation, first, open);
    const closed = targets.filter((target) => !isOpen(target));
    for (const { server } of closed.slice(0, mostRefusals)) say(refusalSentence(server, operation));
    const more = closed.length - mostRefusals;
    if (more > 0) say(vscode.l10n.t('Nothing was sent for other selected servers either: {0}.', more));
  }

  /** Offers what has to be done first, and after that the operation again: each has its own question. */
  private async refuseUntil(operation: Operation, first: Operation, targets: readonly Target[]): Promise<void> {
    const choice = await tell.warn(
      refusalOfAll(
        targets.map(({ server }) => server),
        operation,
      ),
      words[first].command,
    );
    if (choice !== undefined) await this.run(first, menuArguments(targets), operation);
  }

  /** Whether it was carried out, or is being so. */
  private async operate(operation: Operation, { account, server }: Target): Promise<boolean> {
    const key = `${account.id}/${server.number}`;
    if (this.inFlight.has(key)) {
      say(vscode.l10n.t('Another operation on {0} is under way. Wait until it is done.', visibleName(server)));
      return false;
    }
    this.inFlight.add(key);
    try {
      return await this.send(operation, { account, server });
    } catch (error) {
      if (error instanceof vscode.CancellationError) return false;
      const about = visibleName(server);
      void showError(error, account.environment, { about, tried: words[operation].command, isWarning: true });
      return false;
    } finally {
      this.inFlight.delete(key);
    }
  }

  private async send(operation: Operation, { account, server }: Target): Promise<boolean> {
    const { client } = await this.sessions.open(account.id);
    const outcome = await operateServer(client, server, operation);
    this.log.info(`${operation} ${server.number}: ${outcome.kind}`);
    this.fleet.renewSome(account.id, [server.number], outcome.server ? [outcome.server] : [], Date.now());
    if (outcome.kind !== 'refused') this.fleet.begin(account.id, [server.number]);
    if (outcome.server && outcome.server.name !== server.name) say(renamedSentence(server, outcome.server));
    if (outcome.kind === 'unknown') {
      const sentence = unknownSentence(server, outcome.server, operation, outcome.error);
      void showFault(sentence, outcome.error, { tried: words[operation].command, isWarning: true });
    }
    if (outcome.kind !== 'refused') return outcome.kind === 'done';
    if (outcome.reason === 'api') refused({ account, server: outcome.server }, operation, outcome.error);
    else if (outcome.reason === 'gone') say(goneSentence(server));
    else say(refusalSentence(outcome.server ?? server, operation));
    return false;
  }
}

function ask(
  operation: Operation,
  ready: readonly Target[],
  others: readonly Target[],
  more: readonly string[],
): Promise<boolean> {
  const servers = ready.map(({ server }) => server);
  const left = others.map(({ server }) => server);
  const asked = question(operation, servers, left, more);
  return operations[operation].isIrreversible ? confirmTyped(asked, typing(servers)) : confirm(asked);
}

/** NCP's refusal. What it lets one do with a server that was stopped by a fault is in no document, so its console is named. */
function refused({ account, server }: Target, operation: Operation, error: NcloudError): void {
  const about = visibleName(server);
  const telling = { tried: words[operation].command, isWarning: true };
  if (server.state !== 'failed') void showError(error, account.environment, { about, ...telling });
  else void pointToConsole(`${about}: ${explain(error, account.environment)}`, account, error, telling);
}

function say(sentence: string): void {
  void tell.warn(sentence);
}
