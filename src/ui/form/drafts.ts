/** The drafts that are kept over a restart of the editor, one for each account, without any script text. */
import type * as vscode from 'vscode';
import { type Draft, type Environment, findCreateParameter, genericName } from '../../reference/index';
import { checkedDraft } from './messages';

const key = 'ncloud.drafts';

export class Drafts {
  constructor(private readonly state: vscode.Memento) {}

  /** The draft of the account, or an empty one. */
  get(accountId: string, environment: Environment): Draft {
    const stored = this.state.get<Readonly<Record<string, unknown>>>(key)?.[accountId];
    return checkedDraft(stored, environment) ?? { environment, values: {}, chosen: {} };
  }

  /** Keeps the draft. Text of several lines, which may be a script, stays in the page. */
  async set(accountId: string, draft: Draft): Promise<void> {
    const values = Object.fromEntries(
      Object.entries(draft.values).filter(
        ([name]) => !findCreateParameter(draft.environment, genericName(name))?.multiline,
      ),
    );
    const others = this.state.get<Readonly<Record<string, unknown>>>(key) ?? {};
    await this.state.update(key, { ...others, [accountId]: { ...draft, values } });
  }
}
