/** What the user does about creations without an answer, and what he is told of them. Nothing is ever sent again from here. */
import * as vscode from 'vscode';
import type { Values } from '../../../reference/index';
import type { Journal, UnknownServer } from '../../../servers/creation/journal';
import type { Seek, Sighting } from '../../../servers/creation/seek';
import type { Fleet } from '../../../servers/fleet';
import { plannedNames } from '../../../servers/index';
import type { Account, Accounts } from '../../accounts/account';
import { pickOne } from '../../ask';
import { confirm } from '../../confirm';
import * as tell from '../../tell';
import { plain } from '../../text';
import { clock } from '../../time';
import type { Known } from '../tooltip';
import { againQuestion, againValues } from './again';
import { isMine, pickCandidate } from './candidates';
import { tellFound, tellRest } from './sightings';

/** An unknown creation, and where it was asked for. */
interface Place {
  readonly account: Account;
  readonly unknown: UnknownServer;
}

/** What lies outside of what is known of servers. */
export interface Surroundings {
  /** Brings the row of a server into sight. */
  readonly reveal: (accountId: string, number: string) => Promise<void>;
  /** Opens the form of an account, filled with these values. */
  readonly openForm: (accountId: string, values: Values) => Promise<void>;
  /** What lists that were read have told. */
  readonly known: (accountId: string) => Known;
}

export class UnknownServers implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly accounts: Pick<Accounts, 'list'>,
    private readonly journal: Journal,
    private readonly fleet: Fleet,
    private readonly seek: Seek,
    private readonly surroundings: Surroundings,
  ) {
    this.subscription = seek.onDidLook(({ accountId, sightings, isLast }) => {
      tellFound(sightings);
      if (isLast) tellRest(accountId, sightings);
    });
  }

  /** Reads the list again and says what it tells of what was selected. */
  async check(args: readonly unknown[]): Promise<void> {
    const places = await this.choose(args, vscode.l10n.t('Check Again'));
    const accountIds = new Set(places.map(({ account }) => account.id));
    await Promise.all(
      [...accountIds].map((id) =>
        this.look(
          id,
          places.filter(({ account }) => account.id === id),
        ),
      ),
    );
  }

  /** Has one of the servers picked that may be the one that was asked for, shows it, and believes the user that it is. */
  async showCandidates(args: readonly unknown[]): Promise<void> {
    const title = vscode.l10n.t('Show Candidates');
    const [place] = await this.choose(args, title);
    if (!place) return;
    const { account, unknown } = place;
    const known = this.fleet.candidates(account.id, unknown);
    const candidates = known.length > 0 ? known : ((await this.look(account.id, [place], true))?.[0]?.candidates ?? []);
    if (candidates.length === 0) return;
    const server = await pickCandidate(candidates, title, this.surroundings.known(account.id));
    if (!server) return;
    await this.surroundings.reveal(account.id, server.number);
    if (await isMine(server, unknown.askedAt)) this.fleet.attribute(account.id, unknown, server);
  }

  /**
   * Looks once more, and lets the name be asked for again if the user wants that all the same. The form does that, with
   * a question of its own.
   */
  async createAgain(args: readonly unknown[]): Promise<void> {
    const [place] = await this.choose(args, vscode.l10n.t('Create Again'));
    if (!place) return;
    const { account, unknown } = place;
    const sightings = await this.seek.look(account.id, [unknown]);
    if (!sightings) {
      const problem = this.fleet.get(account.id)?.problem ?? '';
      void tell.warn(vscode.l10n.t('The list of servers must be read first, which was not possible. {0}', problem));
      return;
    }
    const [sighting] = sightings;
    if (!sighting || sighting.isMade) {
      tellFound(sightings);
      return;
    }
    const doubtful = this.journal.unawaited(account.id).filter(({ id }) => id === unknown.id);
    const values = againValues(
      account,
      unknown,
      doubtful.map(({ name }) => name),
    );
    const names = plannedNames(values);
    if (!(await confirm(againQuestion(names, unknown, sighting.candidates)))) return;
    await this.journal.release(unknown.id, names);
    await this.surroundings.openForm(account.id, values);
  }

  /** Takes the rows away. */
  async forget(args: readonly unknown[]): Promise<void> {
    const places = await this.choose(args, vscode.l10n.t('Remove from View'));
    for (const { account, unknown } of places) this.journal.drop(account.id, unknown);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** @param isQuiet whether candidates are shown otherwise */
  private async look(
    accountId: string,
    places: readonly Place[],
    isQuiet = false,
  ): Promise<readonly Sighting[] | undefined> {
    const sightings = await this.seek.look(
      accountId,
      places.map(({ unknown }) => unknown),
    );
    if (!sightings) return undefined;
    tellFound(sightings);
    tellRest(accountId, isQuiet ? sightings.filter(({ candidates }) => candidates.length === 0) : sightings);
    return sightings;
  }

  /** The creations of the rows that the command was called on, the clicked one first, or the one that the user picks. */
  private async choose([clicked, selected]: readonly unknown[], title: string): Promise<readonly Place[]> {
    // As the very first command it may come before the records were read.
    await this.journal.load().catch(() => undefined);
    const all = this.accounts
      .list()
      .flatMap((account) => this.journal.unawaited(account.id).map((unknown) => ({ account, unknown })));
    const rows = Array.isArray(selected) && selected.includes(clicked) ? selected : [];
    const meant = [clicked, ...rows.filter((row) => row !== clicked)].flatMap(
      (row) => all.find((place) => isMeant(row, place)) ?? [],
    );
    return meant.length > 0 ? meant : pick(all, title);
  }
}

/** Without an `id` any creation of that name is meant. */
function isMeant(row: unknown, { account, unknown }: Place): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const { accountId, id = unknown.id, name } = row as { accountId?: unknown; id?: unknown; name?: unknown };
  return accountId === account.id && id === unknown.id && name === unknown.name;
}

async function pick(all: readonly Place[], title: string): Promise<readonly Place[]> {
  if (all.length === 0) {
    void tell.info(vscode.l10n.t('No server creation has an unknown outcome.'));
    return [];
  }
  const items = all.map((place) => ({
    label: plain(place.unknown.name),
    description: `${plain(place.account.label)} · ${vscode.l10n.t('asked {0}', clock(place.unknown.askedAt))}`,
    place,
  }));
  const picked = await pickOne(items, { title, placeHolder: vscode.l10n.t('Which server?') });
  return picked ? [picked.place] : [];
}
