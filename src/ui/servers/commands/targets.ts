/** Which servers a command is meant for: those selected in the tree, or those that the user picks in the palette. */
import * as vscode from 'vscode';
import type { Fleet } from '../../../servers/fleet';
import type { Server } from '../../../servers/index';
import type { Account, Accounts } from '../../accounts/account';
import { accountOf, pickAccount } from '../../accounts/pick';
import { pickOne } from '../../ask';
import * as tell from '../../tell';
import { plain, visibleName } from '../../text';
import type { ServerNode } from '../nodes';
import { inOrder } from '../order';
import type { Lists } from '../refresh';
import { stateWord } from '../words';

export interface Target {
  readonly account: Account;
  readonly server: Server;
}

export class Targets {
  constructor(
    private readonly accounts: Accounts,
    private readonly fleet: Fleet,
    private readonly lists: Lists,
    /** The rows that are selected in the view and can be seen. */
    private readonly inView: () => readonly unknown[],
  ) {}

  /**
   * The servers that the command was called on. Called from the palette it takes those that are selected in the view if
   * `suits` lets one of them through; otherwise it asks, and offers those that suit. With `asks` a single one that is
   * selected is only the first on offer: it may be a row that was looked at long ago. Empty when the user leaves or when
   * there is none.
   */
  async choose(
    args: readonly unknown[],
    title: string,
    suits: (server: Server) => boolean,
    { asks = false } = {},
  ): Promise<Target[]> {
    const selected = this.selected(args);
    if (selected.length > 0) return selected;
    const inView = args[0] === undefined ? this.named(this.inView()) : [];
    const first = inView.find(({ server }) => suits(server));
    if (first && !(asks && inView.length === 1)) return inView;
    const account = first?.account ?? (await pickAccount(this.accounts, title));
    if (!account) return [];
    // A list that is old may say of each server that it does not suit.
    const { readAt, servers: old = [] } = this.fleet.get(account.id) ?? {};
    if (readAt === undefined || !old.some(suits)) await this.lists.renew(account.id);
    const known = this.fleet.get(account.id);
    if (known?.problem !== undefined) void tell.warn(known.problem);
    const servers = (known?.servers ?? []).filter(suits);
    if (servers.length === 0) {
      if (known?.problem === undefined) {
        void tell.info(vscode.l10n.t('{0} has no server that this command applies to.', plain(account.label)));
      }
      return [];
    }
    const ordered = inOrder(servers, vscode.env.language);
    const isFirst = ({ number }: Server) => number === first?.server.number;
    const items = [...ordered.filter(isFirst), ...ordered.filter((server) => !isFirst(server))].map(toItem);
    const picked = await pickOne(items, {
      title,
      placeHolder: vscode.l10n.t('Which server?'),
      matchOnDescription: true,
    });
    return picked ? [{ account, server: picked.server }] : [];
  }

  /** A menu passes the row that was clicked and all rows that are selected. The clicked one comes first. */
  private selected([clicked, all]: readonly unknown[]): Target[] {
    const rows: readonly unknown[] = Array.isArray(all) && all.includes(clicked) ? all : [];
    return this.named([clicked, ...rows.filter((row) => row !== clicked)]);
  }

  /** The servers among these rows, which may be anything. */
  named(rows: readonly unknown[]): Target[] {
    return rows.flatMap((row) => this.target(row));
  }

  /** The server of a row, if it is one. `row` may be anything. */
  private target(row: unknown): Target[] {
    const account = accountOf(row, this.accounts);
    const number = (row as { number?: unknown } | undefined)?.number;
    const server = account && typeof number === 'string' ? this.fleet.server(account.id, number) : undefined;
    return account && server ? [{ account, server }] : [];
  }
}

/** What a menu would pass for these servers: the row that was clicked, and all. */
export function menuArguments(
  targets: readonly { readonly account: Pick<Account, 'id'>; readonly server: Server }[],
): readonly unknown[] {
  const rows = targets.map(
    ({ account, server }): ServerNode => ({ kind: 'server', accountId: account.id, number: server.number }),
  );
  return [rows[0], rows];
}

/** The accounts of some targets, each with its servers among them. */
export function byAccount(targets: readonly Target[]): { readonly account: Account; readonly servers: Server[] }[] {
  const accounts = new Map(targets.map(({ account }) => [account.id, account]));
  return [...accounts.values()].map((account) => ({
    account,
    servers: targets.filter((target) => target.account.id === account.id).map(({ server }) => server),
  }));
}

interface ServerItem extends vscode.QuickPickItem {
  readonly server: Server;
}

/** Names may repeat, so the number is there too. */
function toItem(server: Server): ServerItem {
  const words = [stateWord(server), plain(server.publicIp ?? ''), server.number];
  return {
    label: visibleName(server),
    description: words.filter((word) => word !== '').join(' · '),
    server,
  };
}
