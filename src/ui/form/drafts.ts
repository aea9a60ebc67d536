/** The forms that are kept over a restart of the editor, by account and number, without any script text. */
import type * as vscode from 'vscode';
import {
  type Environment,
  emptyForm,
  findCreateParameter,
  genericName,
  type LeftForm,
  setNames,
} from '../../reference/index';
import { checkedForm } from './messages';

const key = 'ncloud.drafts';

/** Which form it is: an account has a first one, and more when the user keeps several drafts. */
export interface FormId {
  readonly accountId: string;
  /** From 1. */
  readonly number: number;
}

export class Drafts {
  constructor(private readonly state: vscode.Memento) {}

  /** The form as it was left, or an empty one. */
  get(id: FormId, environment: Environment): LeftForm {
    return checkedForm(this.stored()[nameOf(id)], environment) ?? emptyForm(environment);
  }

  /** The numbers of the account's forms that hold something the user has set, from the lowest. */
  numbers(accountId: string, environment: Environment): number[] {
    return Object.keys(this.stored())
      .flatMap((name) =>
        name === accountId ? [1] : name.startsWith(`${accountId}/`) ? [Number(name.split('/').at(-1))] : [],
      )
      .filter((number) => setNames(this.get({ accountId, number }, environment)).length > 0)
      .sort((a, b) => a - b);
  }

  /** Keeps the form. Text of several lines, which may be a script, stays in the page. */
  async set(id: FormId, { draft, memory }: LeftForm): Promise<void> {
    const values = Object.fromEntries(
      Object.entries(draft.values).filter(
        ([name]) => !findCreateParameter(draft.environment, genericName(name))?.multiline,
      ),
    );
    await this.state.update(key, { ...this.stored(), [nameOf(id)]: { draft: { ...draft, values }, memory } });
  }

  private stored(): Readonly<Record<string, unknown>> {
    return this.state.get<Readonly<Record<string, unknown>>>(key) ?? {};
  }
}

/** What a form is called among those that are kept and those that are open. */
export function nameOf({ accountId, number }: FormId): string {
  return number === 1 ? accountId : `${accountId}/${number}`;
}
