/** The journal of this window: its files are in the extension's own storage, which all windows share. */
import * as vscode from 'vscode';
import { Journal } from '../../servers/creation/journal';
import { type Accounts, isSandboxAccount } from '../accounts/account';
import { CreationFiles, isAlive, self } from '../creation-files';
import { withOld } from './old-creations';

/** Nothing is read before the journal is loaded. */
export function openJournal(
  { globalState, globalStorageUri }: Pick<vscode.ExtensionContext, 'globalState' | 'globalStorageUri'>,
  accounts: Accounts,
): Journal {
  const files = new CreationFiles(vscode.Uri.joinPath(globalStorageUri, 'creations').fsPath);
  return new Journal(withOld(files, globalState, accounts), {
    self,
    isAlive,
    isSandbox: isSandboxAccount,
    isAccount: (accountId) => accounts.get(accountId) !== undefined,
  });
}
