/** Builds what works on open presets and connects it. */
import * as vscode from 'vscode';
import { presetSchema } from '../../reference/index';
import type { Accounts } from '../accounts/account';
import type { Sessions } from '../accounts/session';
import { locale } from '../explain';
import type { Log } from '../log';
import { presetPattern } from '../preset-file';
import { plain } from '../text';
import { attempt } from '../told';
import { PresetCompletion, readChoices } from './completion';
import { PresetDiagnostics } from './diagnostics';
import type { PresetLanguage } from './editor';
import { PresetHints } from './hints';
import { PresetHover } from './hover';
import { PresetMends } from './mends';
import { PresetNames } from './names';

/** As the editor's own JSON support says it: of providers that are chosen more exactly only those are asked. */
const presets: vscode.DocumentSelector = ['json', 'jsonc'].map((language) => ({ language, pattern: presetPattern }));

/** Follows open presets from now on. Sends nothing by itself. */
export function startPresets(accounts: Accounts, sessions: Sessions, log: Log): PresetLanguage & vscode.Disposable {
  const { languages, commands } = vscode;
  const names = new PresetNames(accounts, sessions);
  const renamed = new vscode.EventEmitter<void>();
  const completion = new PresetCompletion(names, accounts, sessions);
  const parts = vscode.Disposable.from(
    renamed,
    sessions.onDidRead(() => renamed.fire()),
    accounts.onDidChange(() => renamed.fire()),
    new PresetDiagnostics(),
    languages.registerInlayHintsProvider(presets, new PresetHints(names, renamed.event)),
    languages.registerHoverProvider(presets, new PresetHover(names, sessions, log)),
    languages.registerCompletionItemProvider(presets, completion, '"'),
    languages.registerCodeActionsProvider(presets, new PresetMends(), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    commands.registerCommand(readChoices, async (accountId: unknown) => {
      const account = typeof accountId === 'string' ? accounts.get(accountId) : undefined;
      if (!account) return;
      const open = attempt(account.environment, () => sessions.open(account.id), { about: plain(account.label) });
      // Whoever leaves the question for the key wants no list.
      const session = await open.catch(() => undefined);
      if (session) await commands.executeCommand('editor.action.triggerSuggest');
    }),
  );
  return { schema: () => JSON.stringify(presetSchema(locale())), dispose: () => parts.dispose() };
}
