/** The one way to notifications, progress, the status bar and terminals: whatever they show is inert there. */
import * as vscode from 'vscode';
import { inert, logLine, notice } from './text';

/** How long a word in the status bar stays, in milliseconds. */
const briefly = 8_000;

/** Says something. Resolves with the button that was chosen, undefined when none was. */
export function info(message: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(notice(message), ...actions);
}

/** As `info`, for what the user should look at. */
export function warn(message: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(notice(message), ...actions);
}

/** As `info`, for what went wrong. An error that was caught is shown by `told`, which also logs it. */
export function error(message: string, ...actions: string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(notice(message), ...actions);
}

/** Says something in the status bar for a while. */
export function brief(message: string): void {
  vscode.window.setStatusBarMessage(notice(message), briefly);
}

/** Shows that something is under way while `run` runs; in a notification unless another place is given. */
export async function during<T>(
  title: string,
  run: () => Thenable<T>,
  location: vscode.ProgressOptions['location'] = vscode.ProgressLocation.Notification,
): Promise<T> {
  return vscode.window.withProgress({ location, title: notice(title) }, run);
}

/** As `during`, with a button that ends `signal`. `report` says, behind the title, how far it is. */
export async function cancellable<T>(
  title: string,
  run: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title: notice(title), cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    const subscription = token.onCancellationRequested(() => controller.abort());
    try {
      return await run(controller.signal, (message) => progress.report({ message: notice(message) }));
    } finally {
      subscription.dispose();
    }
  });
}

/** Opens a terminal. Its name is drawn with icons, its message can hold codes that steer a terminal. */
export function openTerminal(options: vscode.TerminalOptions & { readonly name: string }): vscode.Terminal {
  const message = options.message === undefined ? {} : { message: logLine(options.message) };
  return vscode.window.createTerminal({ ...options, name: inert(options.name), ...message });
}
