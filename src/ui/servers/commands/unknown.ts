/** What the user does about creations without an answer, and what he is told of them. Nothing is ever sent again from here. */
import * as vscode from 'vscode';
import type { Journal, UnknownServer } from '../../../servers/creation/journal';
import type { Hits, Seek } from '../../../servers/creation/seek';
import type { Account, Accounts } from '../../accounts/account';
import { pickOne } from '../../ask';
import * as tell from '../../tell';
import { plain, shortNames } from '../../text';
import { clock } from '../../time';

/** An unknown creation, and where it was asked for. */
interface Place {
  readonly account: Account;
  readonly unknown: UnknownServer;
}

export class UnknownServers implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly accounts: Accounts,
    private readonly journal: Journal,
    private readonly seek: Seek,
  ) {
    this.subscription = seek.onDidLook(({ hits, isLast }) => {
      tellFound(hits);
      if (isLast) tellMissing(hits);
    });
  }

  /** Reads the list again and says how many servers of that name it has that were not there before. */
  async check(argument: unknown): Promise<void> {
    const place = await this.choose(argument, vscode.l10n.t('Check Again'));
    const hits = place && (await this.seek.look(place.account.id, [place.unknown.name]));
    if (!hits) return;
    tellFound(hits);
    tellMissing(hits);
  }

  /** Takes the row away. */
  async forget(argument: unknown): Promise<void> {
    const place = await this.choose(argument, vscode.l10n.t('Remove from View'));
    if (place) this.journal.remove(place.account.id, [place.unknown.name]);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** The creation that the command was called on, or the one that the user picks. */
  private async choose(argument: unknown, title: string): Promise<Place | undefined> {
    const all = this.accounts
      .list()
      .flatMap((account) => this.journal.unawaited(account.id).map((unknown) => ({ account, unknown })));
    return all.find((place) => isMeant(argument, place)) ?? pick(all, title);
  }
}

/** Says which servers were found, and which name was made more than once. */
function tellFound(hits: Hits): void {
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
function tellMissing(hits: Hits): void {
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

function isMeant(argument: unknown, { account, unknown }: Place): boolean {
  if (typeof argument !== 'object' || argument === null) return false;
  const meant = argument as { accountId?: unknown; name?: unknown };
  return meant.accountId === account.id && meant.name === unknown.name;
}

async function pick(all: readonly Place[], title: string): Promise<Place | undefined> {
  if (all.length === 0) {
    void tell.info(vscode.l10n.t('No server creation has an unknown outcome.'));
    return undefined;
  }
  const items = all.map(({ account, unknown }) => ({
    label: plain(unknown.name),
    description: `${plain(account.label)} · ${vscode.l10n.t('asked {0}', clock(unknown.askedAt))}`,
    place: { account, unknown },
  }));
  return (await pickOne(items, { title, placeHolder: vscode.l10n.t('Which server?') }))?.place;
}
