/** Reads the lists of scripts into the model, and opens accounts as places where scripts are. */
import { type InitScript, listScripts, type ScriptPlace } from '../../scripts/library/list';
import { AccountList } from '../account-list';
import type { AccountRows } from '../account-rows';
import type { Session, Sessions } from '../accounts/session';

export class ScriptLists extends AccountList<Session> {
  constructor(
    sessions: Sessions,
    private readonly model: AccountRows<InitScript>,
  ) {
    super(sessions, model, 'scripts');
  }

  /** Whether the account can be called without asking the user for anything. */
  isOpen(accountId: string): boolean {
    return this.sessions.isOpen(accountId);
  }

  /** The account as a place of scripts. @throws vscode.CancellationError when the account is gone or its key is not entered. */
  async place(accountId: string): Promise<ScriptPlace> {
    return placeOf(await this.sessions.open(accountId));
  }

  protected async read(session: Session): Promise<void> {
    const askedAt = Date.now();
    this.model.renew(session.account.id, await listScripts(placeOf(session)), askedAt);
  }
}

function placeOf({ account, client }: Session): ScriptPlace {
  return { client, environment: account.environment, region: account.region };
}
