/** The number of an init script that holds the text of a file: one that is there already, or a new upload. */
import * as vscode from 'vscode';
import { scriptNameFor } from '../../scripts/library/names';
import type { ScriptDraft } from '../../scripts/library/upload';
import type { Account } from '../accounts/account';
import * as tell from '../tell';
import { fileName, plain } from '../text';
import { documentOsType } from './checks';
import type { NextStep, ScriptGate } from './gate';
import type { ScriptUploads } from './uploads';

/** Milliseconds that a message in the status bar stays. */
const noticeTime = 8000;

/** What is to be uploaded, and the file that it comes from. */
export interface FileDraft extends ScriptDraft {
  readonly file: vscode.Uri;
}

export class ScriptNumbers {
  constructor(
    private readonly uploads: ScriptUploads,
    private readonly gate: ScriptGate,
  ) {}

  /**
   * The `initScriptNo` for a file as it stands in the editor; VPC only: `draft` and `upload` in one.
   * @throws Told with a sentence when it cannot be had for sure.
   * @throws vscode.CancellationError when the user leaves a question.
   */
  async initScriptNo(account: Account, file: vscode.Uri): Promise<string> {
    return this.upload(account, await this.draft(file, 'upload'));
  }

  /**
   * What an upload of the file would send, once the user lets it go. Nothing is sent yet.
   * @throws vscode.CancellationError when the user does not.
   */
  async draft(file: vscode.Uri, next: NextStep): Promise<FileDraft> {
    const document = await vscode.workspace.openTextDocument(file);
    const content = await this.gate.pass(document, 'vpc', next);
    return { file, name: scriptNameFor(fileName(file)), osType: documentOsType(document), content };
  }

  /**
   * The text of the file for a server of Classic, once the user lets it go.
   * @throws vscode.CancellationError when the user does not.
   */
  async userData(file: vscode.Uri): Promise<string> {
    return this.gate.pass(await vscode.workspace.openTextDocument(file), 'classic', 'create');
  }

  /**
   * Uploads a draft, unless the same text is there already, says so, and gives its `initScriptNo`. Asks nothing about
   * the text.
   * @throws Told with a sentence when it cannot be had for sure.
   * @throws vscode.CancellationError when the user leaves a question.
   */
  async upload({ id }: Account, draft: FileDraft): Promise<string> {
    const { script, reused } = await this.uploads.send(id, draft);
    const [name, number] = [plain(script.name), script.number];
    const notice = reused
      ? vscode.l10n.t('The same text is already there as {0} ({1}).', name, number)
      : vscode.l10n.t('Uploaded as init script {0} ({1}).', name, number);
    tell.brief(notice, noticeTime);
    return number;
  }
}
