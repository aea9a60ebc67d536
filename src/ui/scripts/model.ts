/** What the view of init scripts shows: for each account the scripts of the last good list. */
import * as vscode from 'vscode';
import type { InitScript } from '../../scripts/library/list';

/** What is known of one account's scripts. */
export interface AccountScripts {
  readonly scripts: readonly InitScript[];
  /** When the last good list came, milliseconds since the epoch; undefined before the first. */
  readonly readAt: number | undefined;
  /** Why the last look went wrong, as a sentence; undefined when it went well. */
  readonly problem: string | undefined;
}

export class ScriptsModel implements vscode.Disposable {
  private readonly accounts = new Map<string, AccountScripts>();
  private readonly changed = new vscode.EventEmitter<string>();
  /** Fires with the id of the account. */
  readonly onDidChange = this.changed.event;

  /** Undefined until the account was looked at. */
  get(accountId: string): AccountScripts | undefined {
    return this.accounts.get(accountId);
  }

  script(accountId: string, number: string): InitScript | undefined {
    return this.accounts.get(accountId)?.scripts.find((script) => script.number === number);
  }

  renew(accountId: string, scripts: readonly InitScript[]): void {
    this.set(accountId, { scripts, readAt: Date.now(), problem: undefined });
  }

  /** The list could not be renewed: the last good one stays, with the reason beside it. */
  fail(accountId: string, problem: string): void {
    const { scripts = [], readAt } = this.accounts.get(accountId) ?? {};
    this.set(accountId, { scripts, readAt, problem });
  }

  dispose(): void {
    this.changed.dispose();
  }

  private set(accountId: string, known: AccountScripts): void {
    this.accounts.set(accountId, known);
    this.changed.fire(accountId);
  }
}
