/** The start-up script of a creation: checked before anything is asked, uploaded once the creation is confirmed. */
import * as vscode from 'vscode';
import { referenceText, uploadedScript } from '../../reference/index';
import { osTypeOf } from '../../scripts/index';
import { scriptNameFor } from '../../scripts/library/names';
import type { ScriptDraft } from '../../scripts/library/upload';
import type { Account } from '../accounts/account';
import type { CheckedOrder, Order, Startup } from '../create/creator';
import { locale } from '../explain';
import * as tell from '../tell';
import { fileName, plain } from '../text';
import { Told } from '../told';
import { documentOsType } from './checks';
import { mayBeSent } from './confirm-send';
import type { ScriptUploads, Uploaded } from './uploads';

/** Milliseconds that a message in the status bar stays. */
const noticeTime = 8000;

export class StartupScripts implements Startup {
  constructor(private readonly uploads: Pick<ScriptUploads, 'send' | 'upload'>) {}

  async check(account: Account, order: Order): Promise<CheckedOrder> {
    const { environment } = account;
    const { values } = order;
    if (order.script === undefined) {
      const { userData } = values;
      if (userData && !values[uploadedScript]) {
        const name = referenceText(locale()).label(environment, 'userData');
        await ask(userData, { environment, osType: osTypeOf(userData) ?? 'LNX', name });
      }
      return { values };
    }
    const script = await read(order.script);
    const name = fileName(order.script);
    await ask(script.content, { environment, osType: script.osType, name });
    if (environment === 'classic') return { values: { ...values, userData: script.content } };
    return {
      values,
      upload: { name, run: async () => ({ [uploadedScript]: told(await this.uploads.send(account.id, script)) }) },
    };
  }

  /**
   * Checks and uploads a file as it stands in the editor; VPC only. Gives its number.
   * @throws Told with a sentence when it cannot be had for sure.
   * @throws vscode.CancellationError when the user leaves a question.
   */
  async upload({ id }: Account, file: vscode.Uri): Promise<string> {
    return told(await this.uploads.upload(id, await read(file)));
  }
}

/**
 * What a form of the account takes of an order: in Classic the text of the script.
 * @throws Told when the file cannot be read.
 */
export async function inForm({ environment }: Account, order: Order): Promise<Order> {
  const { values, script } = order;
  if (script === undefined || environment === 'vpc') return order;
  return { values: { ...values, userData: (await read(script)).content } };
}

/** @throws vscode.CancellationError when the user does not let the script go. */
async function ask(text: string, script: Parameters<typeof mayBeSent>[1]): Promise<void> {
  if (!(await mayBeSent(text, script))) throw new vscode.CancellationError();
}

/** @throws Told when the file cannot be read. */
async function read(file: vscode.Uri): Promise<ScriptDraft> {
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(file);
  } catch (error) {
    throw new Told(vscode.l10n.t('{0}: this script file cannot be read.', fileName(file)), { cause: error });
  }
  return { name: scriptNameFor(fileName(file)), osType: documentOsType(document), content: document.getText() };
}

/** Says in the status bar what has become of an upload. */
function told({ script, reused }: Uploaded): string {
  const [name, number] = [plain(script.name), script.number];
  const notice = reused
    ? vscode.l10n.t('The same text is already there as {0} ({1}).', name, number)
    : vscode.l10n.t('Uploaded as init script {0} ({1}).', name, number);
  tell.brief(notice, noticeTime);
  return number;
}
