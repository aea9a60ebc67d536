/** Reads the lists of scripts into the model, and opens accounts as places where scripts are. */
import { listScripts, type ScriptPlace } from '../../scripts/library/list';
import type { Account } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import { reasonOf } from '../told';
import type { ScriptsModel } from './model';

export class ScriptLists {
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly sessions: Sessions,
    private readonly model: ScriptsModel,
  ) {}

  /** Whether the account can be called without asking the user for anything. */
  isOpen(accountId: string): boolean {
    return this.sessions.isOpen(accountId);
  }

  /** The account as a place of scripts. @throws vscode.CancellationError when the account is gone or its key is not entered. */
  async place(accountId: string): Promise<ScriptPlace & { readonly account: Account }> {
    const { account, client } = await this.sessions.open(accountId);
    return { account, client, environment: account.environment, region: account.region };
  }

  /** Reads the account's list. Never rejects: what went wrong is in the model. May ask the user for the key. */
  renew(accountId: string): Promise<void> {
    let reading = this.running.get(accountId);
    if (!reading) {
      reading = this.read(accountId).finally(() => this.running.delete(accountId));
      this.running.set(accountId, reading);
    }
    return reading;
  }

  private async read(accountId: string): Promise<void> {
    try {
      this.model.renew(accountId, await listScripts(await this.place(accountId)));
    } catch (error) {
      this.model.fail(accountId, reasonOf(error, this.sessions.environment(accountId), 'scripts'));
    }
  }
}
