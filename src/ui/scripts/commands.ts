/** The commands on init scripts. */
import * as vscode from 'vscode';
import { languageOf, type ScriptTemplate, scriptTemplates } from '../../scripts/index';
import { deleteScript } from '../../scripts/library/delete';
import { type InitScript, readScript, type ScriptUser, usersOfScript } from '../../scripts/library/list';
import { isScriptName, scriptNameFor } from '../../scripts/library/names';
import type { Account } from '../accounts/account';
import { askText, pickOne } from '../ask';
import { confirm } from '../confirm';
import { explain } from '../explain';
import * as tell from '../tell';
import { fileName, plain } from '../text';
import { attempt, showFault } from '../told';
import { unanswered } from '../unanswered';
import { documentOsType } from './checks';
import { showDifference } from './conflict';
import type { InitScriptFiles } from './files';
import type { ScriptGate } from './gate';
import type { ScriptLists } from './refresh';
import { namesOf } from './sentences';
import type { Sources } from './targets';
import type { ScriptUploads } from './uploads';
import { parseScriptUri, scriptUri } from './uri';

/** Where a new script of a template is put, when it is saved, in a workspace. */
const templateFolder = 'init-scripts';

export class ScriptCommands {
  constructor(
    private readonly files: InitScriptFiles,
    private readonly sources: Sources,
    private readonly lists: ScriptLists,
    private readonly uploads: ScriptUploads,
    private readonly gate: ScriptGate,
  ) {}

  async upload(argument: unknown): Promise<void> {
    const document = await this.sources.document(argument);
    if (!document) return;
    const title = vscode.l10n.t('Upload as Init Script');
    const account = await this.sources.vpcAccount(title);
    if (!account) return;
    const name = await askText({
      title,
      prompt: vscode.l10n.t('The name of the script at NCP.'),
      value: scriptNameFor(fileName(document.uri)),
      ignoreFocusOut: true,
      validateInput: (text) =>
        isScriptName(text.trim())
          ? undefined
          : vscode.l10n.t('3 to 30 letters, digits and -, a letter first and no - at the end.'),
    });
    if (name === undefined) return;
    const content = await this.gate.pass(document, 'vpc', 'upload');
    const draft = { name: name.trim(), osType: documentOsType(document), content };
    const uploaded = await attempt('vpc', () => this.uploads.send(account.id, draft), { tried: title });
    if (uploaded) await this.offerNext(account, uploaded.script, uploaded.reused);
  }

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
    });
  }

  /** Shows what NCP has beside the open document; an open script of NCP is compared with its own. */
  async compare(argument: unknown): Promise<void> {
    const document = await this.sources.document(argument);
    if (!document) return;
    const title = vscode.l10n.t('Compare with Uploaded');
    const own = parseScriptUri(document.uri);
    if (own) {
      await showDifference(own, fileName(document.uri), document.uri);
      return;
    }
    const row = this.sources.row(argument);
    const account = row?.account ?? (await this.sources.anyAccount(title));
    if (!account) return;
    const number =
      row?.number ?? (await this.sources.pickStored(account, title, scriptNameFor(fileName(document.uri))))?.number;
    if (number === undefined) return;
    await attempt(account.environment, async () => {
      const script = await readScript(await this.lists.place(account.id), number);
      if (script) await showDifference({ accountId: account.id, number }, script.name, document.uri);
      else void tell.warn(vscode.l10n.t('This script no longer exists.'));
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
    if (uri) this.files.adopt(uri);
    const document = await (uri
      ? vscode.workspace.openTextDocument(uri)
      : vscode.workspace.openTextDocument({ language: template.language }));
    this.files.adopt(document.uri);
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

  async mark(argument: unknown, isInitScript: boolean): Promise<void> {
    const document = await this.sources.document(argument);
    if (document && !parseScriptUri(document.uri)) await this.files.mark(document.uri, isInitScript);
  }

  private async offerNext({ id }: Account, script: InitScript, reused: boolean): Promise<void> {
    const create = vscode.l10n.t('Create Server with This Script');
    const [name, number] = [plain(script.name), script.number];
    const sentence = reused
      ? vscode.l10n.t('The same text is already there as {0} ({1}).', name, number)
      : vscode.l10n.t('Uploaded as init script {0} ({1}).', name, number);
    const choice = await tell.info(sentence, create);
    if (choice === create) {
      await vscode.commands.executeCommand('ncloud.createServerWithScript', { accountId: id, number });
    }
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
