/** The commands on a script that is open, or a file. */
import * as vscode from 'vscode';
import { readScript } from '../../scripts/library/list';
import { isScriptName, scriptNameFor } from '../../scripts/library/names';
import type { Account } from '../accounts/account';
import { askText } from '../ask';
import * as tell from '../tell';
import { fileName } from '../text';
import { attempt } from '../told';
import { documentOsType, type ScriptChecks } from './checks';
import { showDifference } from './conflict';
import { type InitScriptFiles, isScript } from './files';
import { firstUseSentence, undoWord } from './first-use';
import type { ScriptGate } from './gate';
import { showProblems } from './problems';
import type { ScriptLists } from './refresh';
import { countsOf, countWords } from './sentences';
import type { Sources } from './targets';
import type { UploadedScripts } from './uploaded';
import { type ScriptUploads, type Uploaded, uploadedSentence } from './uploads';
import { parseScriptUri } from './uri';

export class DocumentCommands {
  constructor(
    private readonly files: InitScriptFiles,
    private readonly uploaded: UploadedScripts,
    private readonly checks: ScriptChecks,
    private readonly gate: ScriptGate,
    private readonly sources: Sources,
    private readonly lists: ScriptLists,
    private readonly uploads: ScriptUploads,
  ) {}

  /** `at` is the earlier upload that a lens speaks of: its account and its name are meant again. */
  async upload(argument: unknown, at?: unknown): Promise<void> {
    const document = await this.sources.script(argument);
    if (!document) return;
    const title = vscode.l10n.t('Upload as Init Script');
    const known = this.sources.row(at);
    const account = known?.account ?? (await this.sources.vpcAccount(title));
    if (!account) return;
    const earlier = known ? this.uploaded.of(document.uri)?.name : undefined;
    const name = await askText({
      title,
      prompt: vscode.l10n.t('The name of the script at NCP.'),
      value: earlier ?? scriptNameFor(fileName(document.uri)),
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
    if (!uploaded) return;
    await this.uploaded.add(document.uri, account.id, uploaded.script, content);
    await this.offerNext(document, account, uploaded);
  }

  /**
   * Shows what NCP has beside the document; an open script of NCP is compared with its own, a file with what it was
   * uploaded as. `at` is the upload that a lens speaks of.
   */
  async compare(argument: unknown, at?: unknown): Promise<void> {
    const row = this.sources.row(argument);
    const document = await this.sources.script(row ? undefined : argument);
    if (!document) return;
    const title = vscode.l10n.t('Compare with Uploaded');
    const own = parseScriptUri(document.uri);
    if (own) {
      await showDifference(own, fileName(document.uri), document.uri);
      return;
    }
    const known = row ?? this.sources.row(at) ?? this.sources.row(this.uploaded.of(document.uri));
    const account = known?.account ?? (await this.sources.anyAccount(title));
    if (!account) return;
    const number =
      known?.number ?? (await this.sources.pickStored(account, title, scriptNameFor(fileName(document.uri))))?.number;
    if (number === undefined) return;
    await attempt(account.environment, async () => {
      const script = await readScript(await this.lists.place(account.id), number);
      if (script) {
        await this.uploaded.see(account.id, number, script.content);
        await showDifference({ accountId: account.id, number }, script.name, document.uri);
        return;
      }
      void tell.warn(vscode.l10n.t('This script no longer exists.'));
      await this.lists.renew(account.id);
    });
  }

  /**
   * Checks the script as an init script from now on, shows it, and says in a word what was found. `selected` are the
   * files of a menu on several: each that is a script is checked.
   */
  async mark(argument: unknown, selected?: unknown): Promise<void> {
    if (Array.isArray(selected) && selected.length > 1) {
      await this.markAll(selected.filter((uri) => uri instanceof vscode.Uri));
      return;
    }
    const document = await this.sources.script(argument);
    if (!document || parseScriptUri(document.uri)) return;
    await this.files.set(document.uri, true);
    if (vscode.window.activeTextEditor?.document !== document) await vscode.window.showTextDocument(document);
    const counts = countsOf(this.checks.findings(document));
    tell.brief(vscode.l10n.t('{0} is checked as an init script: {1}.', fileName(document.uri), countWords(counts)));
  }

  private async markAll(uris: readonly vscode.Uri[]): Promise<void> {
    const documents = await Promise.allSettled(uris.map((uri) => vscode.workspace.openTextDocument(uri)));
    const scripts = documents.flatMap((opened) =>
      opened.status === 'fulfilled' && isScript(opened.value) ? [opened.value] : [],
    );
    for (const { uri } of scripts) await this.files.set(uri, true);
    tell.brief(vscode.l10n.t('{0} of {1} files are checked as init scripts.', scripts.length, uris.length));
  }

  async unmark(argument: unknown): Promise<void> {
    const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
    if (uri && !parseScriptUri(uri)) await this.files.set(uri, false);
  }

  async showProblems(argument: unknown): Promise<void> {
    const document = await this.sources.script(argument);
    if (document) await showProblems(document, this.checks);
  }

  private async offerNext(document: vscode.TextDocument, { id }: Account, uploaded: Uploaded): Promise<void> {
    const isFirstUse = await this.files.use(document);
    const create = vscode.l10n.t('Create Server with This Script');
    const undo = undoWord();
    const sentence = uploadedSentence(uploaded);
    const choice = isFirstUse
      ? await tell.info(`${sentence} ${firstUseSentence(document.uri)}`, create, undo)
      : await tell.info(sentence, create);
    if (choice === undo) await this.files.undoUse(document.uri);
    if (choice === create) {
      await vscode.commands.executeCommand('ncloud.createServerWithScript', {
        accountId: id,
        number: uploaded.script.number,
      });
    }
  }
}
