/** The number of an init script that holds the text of a file: one that is there already, or a new upload. */
import * as vscode from 'vscode';
import { scriptNameFor } from '../../scripts/library/names';
import type { Account } from '../accounts/account';
import * as tell from '../tell';
import { fileName, plain } from '../text';
import { documentOsType } from './checks';
import type { ScriptUploads } from './uploads';

/** Milliseconds that a message in the status bar stays. */
const noticeTime = 8000;

export class ScriptNumbers {
  constructor(private readonly uploads: ScriptUploads) {}

  /**
   * The `initScriptNo` for a file as it stands in the editor; VPC only.
   * @throws Told with a sentence when it cannot be had for sure.
   * @throws vscode.CancellationError when the user leaves a question.
   */
  async initScriptNo(account: Account, file: vscode.Uri): Promise<string> {
    const document = await vscode.workspace.openTextDocument(file);
    const draft = {
      name: scriptNameFor(fileName(file)),
      osType: documentOsType(document),
      content: document.getText(),
    };
    const { script, reused } = await this.uploads.upload(account.id, draft);
    const [name, number] = [plain(script.name), script.number];
    const notice = reused
      ? vscode.l10n.t('The same text is already there as {0} ({1}).', name, number)
      : vscode.l10n.t('Uploaded as init script {0} ({1}).', name, number);
    tell.brief(notice, noticeTime);
    return number;
  }
}
