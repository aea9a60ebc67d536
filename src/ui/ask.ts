/**
 * Questions in the editor's own inputs: pick lists, a line of text, and rows of both with a step counter and a way back.
 * Whatever they show is inert there.
 */
import * as vscode from 'vscode';
import { inert, notice } from './text';

/** Has one of the items picked. Undefined when the user leaves. */
export async function pickOne<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions,
): Promise<T | undefined> {
  const shown = items.map(inertItem);
  const picked = await vscode.window.showQuickPick(shown, inertOptions(options));
  return picked && items[shown.indexOf(picked)];
}

/** Has any number of the items picked. Undefined when the user leaves. */
export async function pickMany<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: vscode.QuickPickOptions,
): Promise<T[] | undefined> {
  const shown = items.map(inertItem);
  const picked = await vscode.window.showQuickPick(shown, { ...inertOptions(options), canPickMany: true });
  return picked && items.filter((_, place) => picked.some((item) => item === shown[place]));
}

/** As the editor takes them; what speaks against a text is known at once. */
export type TextOptions = Omit<vscode.InputBoxOptions, 'validateInput'> & {
  readonly validateInput?: (value: string) => Fault;
};

type Fault = string | vscode.InputBoxValidationMessage | undefined;

/** Another way on than to type. Of the buttons of a box only the editor's own Back has a key. */
export interface Way {
  readonly button: vscode.QuickInputButton;
  readonly run: () => unknown;
}

/**
 * Has one line typed. What is typed comes back as it is. Undefined when the user leaves, and when he goes another way,
 * once that has come to its end.
 */
export function askText(options: TextOptions, ways: readonly Way[] = []): Thenable<string | undefined> {
  const { prompt, validateInput } = options;
  if (ways.length > 0) return askTextOr(options, ways);
  return vscode.window.showInputBox({
    ...options,
    ...inertOptions(options),
    ...(prompt === undefined ? {} : { prompt: notice(prompt) }),
    ...(validateInput ? { validateInput: (value: string) => inertFault(validateInput(value)) } : {}),
  });
}

async function askTextOr(options: TextOptions, ways: readonly Way[]): Promise<string | undefined> {
  const { title, prompt = '', value = '', ignoreFocusOut = false, validateInput } = options;
  const input = vscode.window.createInputBox();
  const judge = () => {
    const fault = inertFault(validateInput?.(input.value));
    input.validationMessage = fault;
    return (
      fault === undefined || (typeof fault === 'object' && fault.severity !== vscode.InputBoxValidationSeverity.Error)
    );
  };
  const buttons = ways.map(({ button }) => button);
  Object.assign(input, inertOptions({ title: title ?? '' }), {
    prompt: notice(prompt),
    value,
    ignoreFocusOut,
    buttons,
  });
  judge();
  const { text, way } = await new Promise<{ readonly text?: string; readonly way?: Way | undefined }>((resolve) => {
    input.onDidChangeValue(judge);
    input.onDidAccept(() => {
      if (judge()) resolve({ text: input.value });
    });
    input.onDidTriggerButton((button) => resolve({ way: ways.find((way) => way.button === button) }));
    input.onDidHide(() => resolve({}));
    input.show();
  });
  input.dispose();
  await way?.run();
  return text;
}

function inertItem<T extends vscode.QuickPickItem>(item: T): T {
  const { label, description, detail } = item;
  return {
    ...item,
    label: inert(label),
    ...(description === undefined ? {} : { description: inert(description) }),
    ...(detail === undefined ? {} : { detail: inert(detail) }),
  };
}

function inertOptions<T extends { title?: string; placeHolder?: string }>(options: T): T {
  const { title, placeHolder } = options;
  return {
    ...options,
    ...(title === undefined ? {} : { title: inert(title) }),
    ...(placeHolder === undefined ? {} : { placeHolder: inert(placeHolder) }),
  };
}

function inertFault(fault: Fault): Fault {
  if (typeof fault === 'string') return notice(fault);
  return fault ? { ...fault, message: notice(fault.message) } : fault;
}

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

/** Has the user pick one of the choices; `chosen` is the one that Enter takes at once, the first when left out. */
export function pick<T>(
  step: Step,
  placeholder: string,
  choices: readonly Choice<T>[],
  chosen?: T,
): Promise<Answer<T>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  input.placeholder = inert(placeholder);
  input.items = choices.map(inertItem);
  input.activeItems = input.items.filter(({ value }) => value === chosen);
  input.matchOnDescription = true;
  return show(input, step, () => input.selectedItems[0]);
}

export interface TextQuestion {
  readonly prompt: string;
  readonly value?: string;
  /** Hides what is typed. */
  readonly password?: boolean;
  /** Why the text cannot be taken; undefined when it can. Told while one types, of an empty text only when it is given. */
  readonly check: (text: string) => string | undefined;
  /** Is told whatever stands in the box, so that it can be offered again to those who left. */
  readonly keep?: (text: string) => void;
  /** A button in the box that leads somewhere else. The box stays. */
  readonly link?: Link;
}

export interface Link {
  readonly icon: string;
  readonly label: string;
  readonly open: () => unknown;
}

/** Has the user type a text, until `check` has nothing against it. */
export function type(step: Step, { prompt, value = '', password = false, ...question }: TextQuestion) {
  const input = vscode.window.createInputBox();
  const judge = (text: string) => {
    const fault = question.check(text);
    input.validationMessage = fault === undefined ? undefined : notice(fault);
    return fault === undefined;
  };
  input.prompt = notice(prompt);
  input.value = value;
  input.password = password;
  input.onDidChangeValue((typed) => {
    const text = typed.trim();
    question.keep?.(text);
    if (text === '') input.validationMessage = undefined;
    else judge(text);
  });
  const accepted = () => {
    const text = input.value.trim();
    question.keep?.(text);
    return judge(text) ? { value: text } : undefined;
  };
  return show(input, step, accepted, question.link);
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
  link?: Link,
): Promise<Answer<T>> {
  const linked = link && { iconPath: new vscode.ThemeIcon(link.icon), tooltip: link.label };
  input.title = inert(title);
  input.step = step;
  input.totalSteps = totalSteps;
  input.ignoreFocusOut = true;
  input.buttons = [...(step > 1 ? [vscode.QuickInputButtons.Back] : []), ...(linked ? [linked] : [])];
  return new Promise((resolve) => {
    const finish = (answer: Answer<T>) => {
      resolve(answer);
      input.dispose();
    };
    input.onDidAccept(() => {
      const answer = accepted();
      if (answer) finish({ value: answer.value });
    });
    input.onDidTriggerButton((button) => {
      if (button === linked) link?.open();
      else finish('back');
    });
    input.onDidHide(() => finish(undefined));
    input.show();
  });
}
