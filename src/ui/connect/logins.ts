/** How the user logs in at each server: remembered on this computer, and nothing of it secret. */
import type * as vscode from 'vscode';
import type { ChosenLogin } from '../../connect/login';
import type { Server } from '../../servers/index';

const key = 'ncloud.logins';

/** So many servers are remembered; those that were used longest ago go first. */
const most = 500;

export class Logins {
  constructor(private readonly memento: vscode.Memento) {}

  of(server: Pick<Server, 'environment' | 'number'>): ChosenLogin {
    return this.all()[idOf(server)] ?? {};
  }

  /** Keeps what was chosen beside what is known. */
  async keep(server: Pick<Server, 'environment' | 'number'>, chosen: ChosenLogin): Promise<void> {
    const id = idOf(server);
    const { [id]: before, ...others } = this.all();
    const entries = [...Object.entries(others), [id, { ...before, ...chosen }] as const];
    await this.memento.update(key, Object.fromEntries(entries.slice(-most)));
  }

  private all(): Readonly<Record<string, ChosenLogin>> {
    return this.memento.get(key, {});
  }
}

/** A number is unique in its environment; it never comes first, as an object would bring numbers into an order of its own. */
function idOf({ environment, number }: Pick<Server, 'environment' | 'number'>): string {
  return `${environment}-${number}`;
}
