/** The forms as they were left, by account and number: over a restart of the editor without any script text. */
import type * as vscode from 'vscode';
import {
  type Environment,
  emptyForm,
  findCreateParameter,
  genericName,
  type LeftForm,
  setNames,
} from '../../reference/index';
import { isRecord } from '../page/checks';
import { checkedForm } from './messages';

const key = 'ncloud.drafts';

/** So many forms an account can have. */
const mostForms = 99;

/** Which form it is: an account has a first one, and more when the user keeps several drafts. */
export interface FormId {
  readonly accountId: string;
  /** From 1. */
  readonly number: number;
}

export class Drafts {
  /** As they were left since the editor was started, with all texts. */
  private readonly whole = new Map<string, LeftForm>();

  constructor(private readonly state: vscode.Memento) {}

  /** The form as it was left, or an empty one. */
  get(id: FormId, environment: Environment): LeftForm {
    const left = this.whole.get(nameOf(id)) ?? checkedForm(this.stored()[nameOf(id)], environment);
    return left?.draft.environment === environment ? left : emptyForm(environment);
  }

  /** The numbers of the account's forms that hold something the user has set, from the lowest. */
  numbers(accountId: string, environment: Environment): number[] {
    const stored = this.stored();
    return Array.from({ length: mostForms }, (_, place) => place + 1).filter(
      (number) =>
        Object.hasOwn(stored, nameOf({ accountId, number })) &&
        setNames(this.get({ accountId, number }, environment)).length > 0,
    );
  }

  /** Keeps the form. Text of several lines, which may be a script, is not written down. */
  async set(id: FormId, left: LeftForm): Promise<void> {
    const { draft, memory } = left;
    this.whole.set(nameOf(id), left);
    const values = Object.fromEntries(
      Object.entries(draft.values).filter(
        ([name]) => !findCreateParameter(draft.environment, genericName(name))?.multiline,
      ),
    );
    await this.state.update(key, { ...this.stored(), [nameOf(id)]: { draft: { ...draft, values }, memory } });
  }

  private stored(): Readonly<Record<string, unknown>> {
    const stored = this.state.get<unknown>(key);
    return isRecord(stored) ? stored : {};
  }
}

/** Whether a form may have this number. */
export function isFormNumber(number: unknown): number is number {
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= mostForms;
}

/** What a form is called among those that are kept and those that are open. */
export function nameOf({ accountId, number }: FormId): string {
  return number === 1 ? accountId : `${accountId}/${number}`;
}
