/** The number of an init script that holds the text of a file: one that is there already, or a new upload. */
import * as vscode from 'vscode';
import { scriptNameFor } from '../../scripts/library/names';
import type { Account } from '../accounts/account';
import { PresetError, type ScriptResolver } from '../presets/files';
import * as tell from '../tell';
import { fileName, plain } from '../text';
import { documentOsType } from './checks';
import { type ScriptUploads, UploadProblem } from './uploads';

/** Milliseconds that a message in the status bar stays. */
const noticeTime = 8000;

export class ScriptNumbers implements ScriptResolver {
  constructor(private readonly uploads: ScriptUploads) {}

  /**
   * The `initScriptNo` for a file as it stands in the editor; VPC only.
   * @throws PresetError with a sentence when it cannot be had for sure.
   * @throws vscode.CancellationError when the user leaves a question.
   */
  async initScriptNo(account: Account, file: vscode.Uri): Promise<string> {
    const document = await vscode.workspace.openTextDocument(file);
    const draft = {
      name: scriptNameFor(fileName(file)),
      osType: documentOsType(document),
      content: document.getText(),
    };
    try {
      const { script, reused } = await this.uploads.upload(account.id, draft);
      const [name, number] = [plain(script.name), script.number];
      const notice = reused
        ? vscode.l10n.t('The same text is already there as {0} ({1}).', name, number)
        : vscode.l10n.t('Uploaded as init script {0} ({1}).', name, number);
      tell.brief(notice, noticeTime);
      return number;
    } catch (error) {
      if (error instanceof UploadProblem) throw new PresetError(error.message, { cause: error.cause });
      throw error;
    }
  }
}
