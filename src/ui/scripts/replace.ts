/** After a save that made a new script: moves the editor to it, then asks what becomes of the old one. */
import * as vscode from 'vscode';
import { languageOf } from '../../scripts/index';
import { type RetireOutcome, retireScript } from '../../scripts/library/delete';
import { usersOfScript } from '../../scripts/library/list';
import type { Log } from '../log';
import * as tell from '../tell';
import { plain } from '../text';
import { note, sentenceOf, showFault } from '../told';
import { unanswered } from '../unanswered';
import type { OldScripts } from './old-scripts';
import type { ScriptLists } from './refresh';
import type { RemoteScripts, Replaced } from './remote';
import { namesOf } from './sentences';
import { scriptUri } from './uri';

/** Longest wait for the editor to take note of the save, in milliseconds. */
const patience = 5000;

export class Replacements implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly lists: ScriptLists,
    private readonly remote: RemoteScripts,
    private readonly olds: OldScripts,
    private readonly fileChanged: vscode.EventEmitter<vscode.FileChangeEvent[]>,
    private readonly log: Log,
  ) {
    this.subscription = remote.onDidReplace((replaced) => void this.follow(replaced));
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async follow(replaced: Replaced): Promise<void> {
    try {
      await saved(replaced.uri);
      await this.move(replaced).catch((error: unknown) => note(error, 'scripts'));
      if (replaced.isOldUnchanged) await this.retireOld(replaced);
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      keptBoth(replaced, sentenceOf(error, 'vpc'), error);
    } finally {
      await this.lists.renew(replaced.accountId);
    }
  }

  /** Puts an editor of the new script in the place of each one of the old address, unless that was changed again. */
  private async move({ uri, accountId, script }: Replaced): Promise<void> {
    const language = languageOf(script.content.split('\n', 1)[0] ?? '');
    const target = scriptUri({ accountId, number: script.number, isCopy: false }, script.name, language);
    if (isChanged(uri)) return;
    const selection = vscode.window.visibleTextEditors.find(({ document }) => isAt(document, uri))?.selection;
    const places = tabsOf(uri).map(({ group, isActive }) => ({
      viewColumn: group.viewColumn,
      preserveFocus: !isActive,
    }));
    for (const place of places) {
      await vscode.window.showTextDocument(target, { ...place, preview: false, ...(selection ? { selection } : {}) });
    }
    // Opening an editor gives the editor new objects for its tabs.
    await vscode.window.tabGroups.close(tabsOf(uri), true);
    if (tabsOf(uri).length > 0) return;
    this.remote.forget(uri);
    this.fileChanged.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  private async retireOld(replaced: Replaced): Promise<void> {
    const { accountId, old, script } = replaced;
    const place = await this.lists.place(accountId);
    const users = await usersOfScript(place, old.number);
    if (users.length > 0) {
      const sentence = vscode.l10n.t(
        'The old script {0} ({1}) stays. Servers that refer to it: {2}',
        plain(old.name),
        old.number,
        namesOf(users),
      );
      void tell.info(sentence);
      return;
    }
    // Nothing waits for the answer, which may never come.
    void this.lists.renew(accountId);
    if (!(await this.isToBeDeleted(replaced))) return;
    const outcome = await retireScript(place, old.number, script.number, script.content);
    this.log.info(`scripts: the old one is ${outcome.kind}`);
    conclude(replaced, outcome);
  }

  private async isToBeDeleted({ old, script }: Replaced): Promise<boolean> {
    const fate = this.olds.fate();
    const names = [plain(script.name), script.number, plain(old.name), old.number];
    if (fate === 'keep') tell.brief(vscode.l10n.t('Saved as {0} ({1}). The old script {2} ({3}) stays.', ...names));
    if (fate !== 'ask') return fate === 'delete';
    const remove = vscode.l10n.t('Delete the Old One');
    const always = vscode.l10n.t('Always Delete');
    const never = vscode.l10n.t('Always Keep');
    const choice = await tell.info(
      vscode.l10n.t(
        'Saved as {0} ({1}), a new script: the API cannot change one, the console can. The old one, {2} ({3}), stays unless you delete it. No server of this region refers to it; launch configurations of Auto Scaling were not looked at.',
        ...names,
      ),
      never,
      remove,
      always,
    );
    if (choice === always) await this.olds.remember('delete');
    if (choice === never) await this.olds.remember('keep');
    return choice === remove || choice === always;
  }
}

function conclude(replaced: Replaced, outcome: RetireOutcome): void {
  const { old } = replaced;
  switch (outcome.kind) {
    case 'deleted':
      void tell.info(vscode.l10n.t('The old script {0} ({1}) was deleted.', plain(old.name), old.number));
      return;
    case 'unknown':
      void showFault(
        vscode.l10n.t(
          'Whether the old script {0} ({1}) was deleted is unknown: {2}',
          plain(old.name),
          old.number,
          unanswered(outcome.error),
        ),
        outcome.error,
        { isWarning: true },
      );
      return;
    case 'used':
      keptBoth(replaced, vscode.l10n.t('Servers that refer to it: {0}', namesOf(outcome.users)));
      return;
    case 'unreplaced':
      keptBoth(replaced, vscode.l10n.t('The new script is no longer at NCP as it was uploaded.'));
      return;
    case 'rejected':
    case 'unchecked':
      keptBoth(replaced, sentenceOf(outcome.error, 'vpc'), outcome.error);
  }
}

function keptBoth({ old, script }: Replaced, reason: string, error?: unknown): void {
  void showFault(
    vscode.l10n.t(
      'The old script {0} ({1}) was not deleted, so that both it and {2} ({3}) are there. {4}',
      plain(old.name),
      old.number,
      plain(script.name),
      script.number,
      reason,
    ),
    error,
    { isWarning: true },
  );
}

function isChanged(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => isAt(document, uri) && document.isDirty);
}

function isAt(document: vscode.TextDocument, uri: vscode.Uri): boolean {
  return document.uri.toString() === uri.toString();
}

/** Resolves when the editor has taken note of the save, or when there is no editor. */
async function saved(uri: vscode.Uri): Promise<void> {
  if (!isChanged(uri)) return;
  await new Promise<void>((resolve) => {
    const finish = () => {
      subscription.dispose();
      clearTimeout(timer);
      resolve();
    };
    const subscription = vscode.workspace.onDidSaveTextDocument((document) => {
      if (isAt(document, uri)) finish();
    });
    const timer = setTimeout(finish, patience);
  });
}

function tabsOf(uri: vscode.Uri): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}
