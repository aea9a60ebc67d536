/** The one way to show what went wrong: in a sentence, with its facts for those who need them, and a line in the log. */
import * as vscode from 'vscode';
import { NcloudError } from '../client/index';
import type { Environment } from '../reference/index';
import { explain } from './explain';
import { faultFacts, faultLine } from './fault';
import type { Log } from './log';
import * as tell from './tell';
import { lines } from './text';

/** Why something cannot be done, as a sentence for the user. `cause` is the error of the call behind it, if any. */
export class Told extends Error {}

export interface Telling {
  /** What was tried, in the words of its command. */
  readonly tried?: string;
  /** Buttons before “Copy Details”. */
  readonly actions?: readonly string[];
  /** Shown as a warning: the outcome is not known, or somebody else's word decides. */
  readonly isWarning?: boolean;
  /** Its line is in the log already. */
  readonly isNoted?: boolean;
}

/** Where errors that were shown are written down, and the version that the details name. */
interface Kept {
  readonly log: Pick<Log, 'warn' | 'error'>;
  readonly version: string;
}

let record: Kept | undefined;

/** From now on each error that is shown or noted gets its line in this log. */
export function keepRecord(kept: Kept): void {
  record = kept;
}

/** The sentence for any error. */
export function sentenceOf(error: unknown, environment: Environment): string {
  return error instanceof Told ? error.message : explain(error, environment);
}

/** Writes the error's line into the log; for errors whose sentence is shown elsewhere than in a notification. */
export function note(error: unknown, tried: string): void {
  const behind = causeOf(error);
  const line = behind === undefined ? (error as Told).message : faultLine(behind);
  if (behind === undefined || behind instanceof NcloudError) record?.log.warn(`${tried}: ${line}`);
  else record?.log.error(`${tried}: ${line}`);
}

/**
 * The sentence for an error that is shown elsewhere than in a notification, with a line in the log. Whoever does not
 * enter the key of an account knows why there is nothing: that is said, and no fault.
 */
export function reasonOf(error: unknown, environment: Environment, tried: string): string {
  if (error instanceof vscode.CancellationError) return vscode.l10n.t('The API key was not entered.');
  note(error, tried);
  return sentenceOf(error, environment);
}

/**
 * Shows a sentence about an error, logs it and offers its facts for the clipboard. Without an error behind the sentence
 * it is only shown. Resolves with the action that was chosen.
 */
export async function showFault(
  sentence: string,
  error: unknown,
  { tried = '', actions = [], isWarning = false, isNoted = false }: Telling = {},
): Promise<string | undefined> {
  const show = isWarning ? tell.warn : tell.error;
  if (error !== undefined && !isNoted) note(error, tried);
  const behind = causeOf(error);
  if (behind === undefined) return show(sentence, ...actions);
  const copy = vscode.l10n.t('Copy Details');
  const details = detailsOf(sentence, behind, tried);
  const choice = await show(sentence, ...actions, copy);
  if (choice !== copy) return choice;
  await vscode.env.clipboard.writeText(details);
  return undefined;
}

/** Explains an error and shows it; `about` is put before the sentence, the name of a server perhaps. */
export function showError(
  error: unknown,
  environment: Environment,
  { about, ...telling }: Telling & { readonly about?: string } = {},
): Promise<string | undefined> {
  const sentence = sentenceOf(error, environment);
  return showFault(about === undefined ? sentence : `${about}: ${sentence}`, error, telling);
}

/**
 * Runs something and shows what went wrong. Undefined then.
 * @throws vscode.CancellationError when the user leaves a question.
 */
export async function attempt<T>(
  environment: Environment,
  run: () => Promise<T>,
  telling: Telling & { readonly about?: string } = {},
): Promise<T | undefined> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof vscode.CancellationError) throw error;
    void showError(error, environment, telling);
    return undefined;
  }
}

/** What is behind a sentence of ours: the error of a call, or nothing that is worth a look. */
function causeOf(error: unknown): unknown {
  return error instanceof Told ? error.cause : error;
}

/** For the clipboard: what was tried, what was said, and the facts that support asks for. */
function detailsOf(sentence: string, error: unknown, tried: string): string {
  const { code, status, requestId } = faultFacts(error);
  return lines(
    [
      tried,
      sentence,
      ...(code === undefined ? [] : [vscode.l10n.t('Code: {0}', code)]),
      ...(status === undefined ? [] : [vscode.l10n.t('HTTP status: {0}', status)]),
      ...(requestId === undefined ? [] : [vscode.l10n.t('Request ID of NCP: {0}', requestId)]),
      vscode.l10n.t('Time: {0}', new Date().toISOString()),
      vscode.l10n.t('Version: {0}, editor {1}', record?.version ?? '', vscode.version),
    ]
      .filter(Boolean)
      .join('\n'),
  );
}
