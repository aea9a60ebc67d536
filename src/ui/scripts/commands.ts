/** The commands on scripts at NCP, and on new ones. */
import * as vscode from 'vscode';
import { languageOf, type ScriptTemplate, scriptTemplates } from '../../scripts/index';
import { deleteScript } from '../../scripts/library/delete';
import { type InitScript, readScript, type ScriptUser, usersOfScript } from '../../scripts/library/list';
import type { Account } from '../accounts/account';
import { pickOne } from '../ask';
import { confirm } from '../confirm';
import { explain } from '../explain';
import * as tell from '../tell';
import { plain } from '../text';
import { attempt, showFault } from '../told';
import { unanswered } from '../unanswered';
import type { InitScriptFiles } from './files';
import type { OldScripts } from './old-scripts';
import type { ScriptLists } from './refresh';
import { namesOf } from './sentences';
import type { Sources } from './targets';
import { scriptUri } from './uri';

/** Where a new script of a template is put, when it is saved, in a workspace. */
const templateFolder = 'init-scripts';

export class ScriptCommands {
  constructor(
    private readonly files: InitScriptFiles,
    private readonly sources: Sources,
    private readonly lists: ScriptLists,
    private readonly olds: OldScripts,
  ) {}

  /** Opens the script of a row, or one that is picked, as a document that can be edited. */
  async open(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Open Init Script');
    const chosen = this.sources.row(argument) ?? (await this.pick(await this.sources.anyAccount(title), title));
    if (!chosen) return;
    const { account, number } = chosen;
    await attempt(account.environment, async () => {
      const script = await readScript(await this.lists.place(account.id), number);
      if (!script) {
        void tell.warn(vscode.l10n.t('This script no longer exists.'));
        await this.lists.renew(account.id);
        return;
      }
      const language = languageOf(script.content.split('\n', 1)[0] ?? '');
      const uri = scriptUri({ accountId: account.id, number, isCopy: false }, script.name, language);
      await vscode.window.showTextDocument(uri, { preview: true });
      if (account.environment === 'vpc') void this.olds.announce();
    });
  }

  /** Opens a document with a template; in a workspace it will be saved among the init scripts. */
  async fromTemplate(): Promise<void> {
    const items = scriptTemplates.map((template) => ({ label: template.label, template }));
    const title = vscode.l10n.t('New Init Script from a Template');
    const picked = await pickOne(items, { title, placeHolder: vscode.l10n.t('For which system?') });
    if (!picked) return;
    const { template } = picked;
    const uri = await freeFile(template);
    if (uri) await this.files.set(uri, true);
    const document = await (uri
      ? vscode.workspace.openTextDocument(uri)
      : vscode.workspace.openTextDocument({ language: template.language }));
    await this.files.set(document.uri, true);
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), template.text));
    await vscode.languages.setTextDocumentLanguage(document, template.language);
  }

  async delete(argument: unknown): Promise<void> {
    const title = vscode.l10n.t('Delete Init Script');
    const chosen = this.sources.row(argument) ?? (await this.pick(await this.sources.vpcAccount(title), title));
    if (chosen?.account.environment !== 'vpc') return;
    const { account, number } = chosen;
    await attempt(account.environment, async () => {
      const place = await this.lists.place(account.id);
      const [script, users] = await Promise.all([readScript(place, number), usersOfScript(place, number)]);
      if (script && !(await confirm(deleteQuestion(script, users)))) return;
      const outcome = script ? await deleteScript(place, number) : { kind: 'deleted' as const };
      if (outcome.kind !== 'deleted') {
        const reason = outcome.kind === 'rejected' ? explain(outcome.error, 'vpc') : unanswered(outcome.error);
        const sentence =
          outcome.kind === 'rejected'
            ? vscode.l10n.t('The script was not deleted: {0}', reason)
            : vscode.l10n.t('Whether the script was deleted is unknown: {0}', reason);
        void showFault(sentence, outcome.error, { tried: title });
      }
      await this.lists.renew(account.id);
    });
  }

  private async pick(account: Account | undefined, title: string) {
    const script = account && (await this.sources.pickStored(account, title));
    return account && script && { account, number: script.number };
  }
}

function deleteQuestion({ name, number }: InitScript, users: readonly ScriptUser[]) {
  return {
    title: vscode.l10n.t('Delete {0} ({1})?', plain(name), number),
    detail: [
      users.length > 0
        ? vscode.l10n.t('Servers that were created with it: {0}. They run on.', namesOf(users))
        : vscode.l10n.t('No server of this region refers to it.'),
      vscode.l10n.t('Launch configurations of Auto Scaling may refer to it; they were not looked at.'),
      vscode.l10n.t('It cannot be brought back.'),
    ].join('\n'),
    action: vscode.l10n.t('Delete'),
  };
}

/** An address in the first workspace folder that no file has yet. */
async function freeFile({ id, osType }: ScriptTemplate): Promise<vscode.Uri | undefined> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) return undefined;
  const ending = osType === 'LNX' ? 'sh' : 'vbs';
  for (let serial = 1; ; serial++) {
    const name = `${id}-init${serial === 1 ? '' : `-${serial}`}.${ending}`;
    const file = vscode.Uri.joinPath(folder.uri, templateFolder, name);
    const untitled = file.with({ scheme: 'untitled' });
    const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === untitled.toString());
    const exists = await Promise.resolve(vscode.workspace.fs.stat(file)).then(
      () => true,
      () => false,
    );
    if (!isOpen && !exists) return untitled;
  }
}
