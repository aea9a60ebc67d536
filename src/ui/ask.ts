/** Multi-step questions in the editor's own inputs, with a step counter and a way back. */
import * as vscode from 'vscode';

/** Where a question stands in its row of questions. `step` counts from 1. */
export interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** The answer, or that the user wants to go back, or (undefined) has left. */
export type Answer<T> = { readonly value: T } | 'back' | undefined;

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

export function pick<T>(step: Step, placeholder: string, choices: readonly Choice<T>[]): Promise<Answer<T>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.placeholder = placeholder;
  input.items = choices;
  input.matchOnDescription = true;
  return show(input, step, () => input.selectedItems[0]);
}

export interface TextQuestion {
  readonly prompt: string;
  readonly value?: string;
  /** Hides what is typed. */
  readonly password?: boolean;
  /** Why the text cannot be taken; undefined when it can. */
  readonly check: (text: string) => string | undefined;
}

export function type(step: Step, question: TextQuestion): Promise<Answer<string>> {
  const input = vscode.window.createInputBox();
  input.prompt = question.prompt;
  input.value = question.value ?? '';
  input.password = question.password ?? false;
  input.onDidChangeValue(() => {
    input.validationMessage = undefined;
  });
  return show(input, step, () => {
    const text = input.value.trim();
    input.validationMessage = question.check(text);
    return input.validationMessage === undefined ? { value: text } : undefined;
  });
}

/** Asks one question after the other. A question that answers `back` asks the one before again. False when the user left. */
export async function askAll(questions: readonly (() => Promise<Answer<unknown>>)[]): Promise<boolean> {
  let index = 0;
  while (index < questions.length) {
    const answer = await questions[index]?.();
    if (answer === undefined) return false;
    index += answer === 'back' ? -1 : 1;
    if (index < 0) return false;
  }
  return true;
}

function show<T>(
  input: vscode.QuickInput & { buttons: readonly vscode.QuickInputButton[] } & {
    onDidAccept: vscode.Event<void>;
    onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
  },
  { title, step, totalSteps }: Step,
  accepted: () => { readonly value: T } | undefined,
): Promise<Answer<T>> {
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const finish = (answer: Answer<T>) => {
      resolve(answer);
      input.dispose();
    };
    input.onDidAccept(() => {
      const answer = accepted();
      if (answer) finish({ value: answer.value });
    });
    input.onDidTriggerButton(() => finish('back'));
    input.onDidHide(() => finish(undefined));
    input.show();
  });
}
