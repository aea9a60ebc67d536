/** The one way to ask before something happens that costs money or takes something away. */
import * as vscode from 'vscode';
import { askText } from './ask';
import { lines, plain } from './text';

/** A modal question. `action` is the verb on its button; Cancel is the editor's own. */
export interface Question {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
}

/** Asks in a native modal dialog. */
export async function confirm({ title, detail, action }: Question): Promise<boolean> {
  return (await choose(title, detail, action)) === action;
}

/** Asks in a modal dialog with a button for each action. Undefined when the user leaves. */
export async function choose<T extends string>(
  title: string,
  detail: string,
  ...actions: readonly T[]
): Promise<T | undefined> {
  return vscode.window.showWarningMessage(plain(title), { modal: true, detail: lines(detail) }, ...actions);
}

/** What has to be typed, and the line that asks for it. */
export interface Typing {
  readonly expected: string;
  readonly prompt: string;
}

/** Asks in a modal dialog, then has `expected` typed. False when either is left; an empty line confirms nothing. */
export async function confirmTyped(question: Question, { expected, prompt }: Typing): Promise<boolean> {
  if (!(await confirm(question))) return false;
  const typed = await askText({
    title: question.title,
    prompt,
    ignoreFocusOut: true,
    validateInput: (value) =>
      value === '' || value === expected ? undefined : vscode.l10n.t('This is not {0}.', expected),
  });
  return typed === expected && expected !== '';
}
