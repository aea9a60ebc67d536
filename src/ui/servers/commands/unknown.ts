/** Looks for servers whose creation got no answer. Nothing is ever sent again from here. */
import * as vscode from 'vscode';
import type { Account, Accounts } from '../../accounts/account';
import { pickOne } from '../../ask';
import * as tell from '../../tell';
import { plain, shortNames } from '../../text';
import { clock } from '../../time';
import type { ServersModel } from '../model';
import type { Lists } from '../refresh';
import type { UnknownServer } from '../requests';

/** A creation without an answer, and where it was asked for. */
interface Doubt {
  readonly accountId: string;
  readonly asked: UnknownServer;
}

/** For each name how many servers of it are there that were not before. */
export type Hits = ReadonlyMap<string, number>;

export class UnknownServers {
  constructor(
    private readonly accounts: Accounts,
    private readonly model: ServersModel,
    private readonly lists: Lists,
  ) {}

  /** Reads the list again and says how many servers of that name it has that were not there before. */
  async check(argument: unknown): Promise<void> {
    const doubt = await this.choose(argument, vscode.l10n.t('Check Again'));
    const hits = doubt && (await this.look(doubt.accountId, [doubt.asked.name]));
    if (hits) tellFound(hits);
    if (hits) tellMissing(hits);
  }

  /** Takes the row away. */
  async forget(argument: unknown): Promise<void> {
    const doubt = await this.choose(argument, vscode.l10n.t('Remove from View'));
    if (doubt) this.model.forgetUnknown(doubt.accountId, [doubt.asked.name]);
  }

  /** Reads the whole list again and looks for these names in it. Undefined when the list could not be read. */
  async look(accountId: string, names: readonly string[]): Promise<Hits | undefined> {
    const doubts = this.doubts(accountId).filter(({ asked }) => names.includes(asked.name));
    await this.lists.renew(accountId);
    const known = this.model.get(accountId);
    if (!known || known.problem !== undefined) return undefined;
    return new Map(
      doubts.map(({ asked: { name, before } }) => [
        name,
        known.servers.filter((server) => server.name === name && !before.includes(server.number)).length,
      ]),
    );
  }

  /** The creations of the account that nobody waits for any more. */
  doubts(accountId: string): Doubt[] {
    const unknown = this.model.unknown(accountId).filter(({ name }) => !this.model.isAwaited(accountId, name));
    return unknown.map((asked) => ({ accountId, asked }));
  }

  /** The creation that the command was called on, or the one that the user picks. */
  private async choose(argument: unknown, title: string): Promise<Doubt | undefined> {
    const all = this.accounts.list().flatMap((account) => this.doubts(account.id).map((doubt) => ({ account, doubt })));
    const named = all.find(({ doubt }) => isMeant(argument, doubt));
    return named ? named.doubt : pick(all, title);
  }
}

/** Says which servers were found, and which name was made more than once. */
export function tellFound(hits: Hits): void {
  const made = [...hits].filter(([, count]) => count === 1).map(([name]) => name);
  const [first] = made;
  if (made.length === 1 && first !== undefined) {
    void tell.info(vscode.l10n.t('{0} was made and is in the list.', plain(first)));
  } else if (made.length > 1) {
    void tell.info(vscode.l10n.t('{0} servers were made and are in the list: {1}', made.length, shortNames(made)));
  }
  for (const [name, count] of hits) {
    if (count < 2) continue;
    void tell.warn(
      vscode.l10n.t('There are {0} new servers named {1}, and all of them are billed.', count, plain(name)),
    );
  }
}

/** Says which servers were not found. */
export function tellMissing(hits: Hits): void {
  const missing = [...hits].filter(([, count]) => count === 0).map(([name]) => name);
  const [first] = missing;
  if (first === undefined) return;
  void tell.info(
    missing.length === 1
      ? vscode.l10n.t(
          '{0} is not in the list. It was probably not made, but a new server can take a while to appear.',
          plain(first),
        )
      : vscode.l10n.t(
          '{0} servers are not in the list: {1}. They were probably not made, but new servers can take a while to appear.',
          missing.length,
          shortNames(missing),
        ),
  );
}

function isMeant(argument: unknown, { accountId, asked }: Doubt): boolean {
  if (typeof argument !== 'object' || argument === null) return false;
  const meant = argument as { accountId?: unknown; name?: unknown };
  return meant.accountId === accountId && meant.name === asked.name;
}

async function pick(
  all: readonly { readonly account: Account; readonly doubt: Doubt }[],
  title: string,
): Promise<Doubt | undefined> {
  if (all.length === 0) {
    void tell.info(vscode.l10n.t('No server creation has an unknown outcome.'));
    return undefined;
  }
  const items = all.map(({ account, doubt }) => ({
    label: plain(doubt.asked.name),
    description: `${plain(account.label)} · ${vscode.l10n.t('asked {0}', clock(doubt.asked.askedAt))}`,
    doubt,
  }));
  return (await pickOne(items, { title, placeHolder: vscode.l10n.t('Which server?') }))?.doubt;
}
