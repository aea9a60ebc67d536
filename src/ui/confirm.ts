/** The one way to ask before something happens that costs money or takes something away. */
import * as vscode from 'vscode';

/** A modal question. `action` is the verb on its button; Cancel is the editor's own. */
export interface Question {
  readonly title: string;
  readonly detail: string;
  readonly action: string;
}

/** Asks in a native modal dialog. */
export async function confirm({ title, detail, action }: Question): Promise<boolean> {
  return (await vscode.window.showWarningMessage(title, { modal: true, detail }, action)) === action;
}

/** Asks in a modal dialog, then has `expected` typed. False when either is left; an empty line confirms nothing. */
export async function confirmTyped(question: Question, expected: string): Promise<boolean> {
  if (!(await confirm(question))) return false;
  const typed = await vscode.window.showInputBox({
    title: question.title,
    prompt: vscode.l10n.t('Type {0} to confirm.', expected),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value === '' || value === expected ? undefined : vscode.l10n.t('This is not {0}.', expected),
  });
  return typed === expected && expected !== '';
}
