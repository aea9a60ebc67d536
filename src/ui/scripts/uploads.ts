/** Brings a script to NCP and says in the user's words what became of it. */
import * as vscode from 'vscode';
import { AccountJournal, type Store } from '../../scripts/library/journal';
import type { InitScript } from '../../scripts/library/list';
import { type ScriptDraft, type UploadOutcome, uploadScript } from '../../scripts/library/upload';
import { choose } from '../confirm';
import { explain } from '../explain';
import type { Log } from '../log';
import * as tell from '../tell';
import { plain } from '../text';
import { clock } from '../time';
import { Told } from '../told';
import type { InitScriptFiles } from './files';
import { noteUse } from './first-use';
import type { ScriptLists } from './refresh';
import type { UploadedScripts } from './uploaded';

/** A script that is at NCP. `reused`: it had been there before. */
export interface Uploaded {
  readonly script: InitScript;
  readonly reused: boolean;
}

/** What is to be uploaded. The file that it comes from then counts as an init script, and its lens knows the upload. */
export interface FileDraft extends ScriptDraft {
  readonly file?: vscode.Uri;
}

export class ScriptUploads {
  /** `store` keeps uploads whose outcome is unknown. */
  constructor(
    private readonly files: InitScriptFiles,
    private readonly uploaded: UploadedScripts,
    private readonly lists: ScriptLists,
    private readonly store: Store,
    private readonly log: Log,
  ) {}

  /**
   * Uploads the script unless the same text is there already, and reads it back. The gate (`gate.ts`) comes before.
   * @throws Told when it is not or not surely there; nothing that was there before is touched.
   * @throws vscode.CancellationError when the user leaves the question whether to send it again.
   */
  async send(accountId: string, { file, ...draft }: FileDraft): Promise<Uploaded> {
    let outcome = await this.attempt(accountId, draft, false);
    if (outcome.kind === 'pending') {
      if (!(await askAgain(outcome.upload.name, outcome.upload.askedAt))) throw new vscode.CancellationError();
      outcome = await this.attempt(accountId, draft, true);
    }
    if (outcome.kind !== 'uploaded') {
      throw new Told(problemSentence(outcome), 'error' in outcome ? { cause: outcome.error } : {});
    }
    if (file) {
      await this.uploaded.add(file, accountId, outcome.script, draft.content);
      void noteUse(this.files, file);
    }
    return outcome;
  }

  private async attempt(accountId: string, draft: ScriptDraft, again: boolean): Promise<UploadOutcome> {
    const place = await this.lists.place(accountId);
    const title = vscode.l10n.t('Uploading {0}…', plain(draft.name));
    const outcome = await tell.during(title, () =>
      uploadScript(place, draft, new AccountJournal(this.store, accountId), { again }),
    );
    this.log.info(`upload: ${outcome.kind}`);
    if (outcome.kind !== 'rejected' && outcome.kind !== 'pending') void this.lists.renew(accountId);
    return outcome;
  }
}

/** Says under which name and number the text is at NCP. */
export function uploadedSentence({ script, reused }: Uploaded): string {
  const [name, number] = [plain(script.name), script.number];
  return reused
    ? vscode.l10n.t('Not uploaded again: init script {0} ({1}) holds the same text.', name, number)
    : vscode.l10n.t('Uploaded as init script {0} ({1}).', name, number);
}

async function askAgain(name: string, askedAt: number): Promise<boolean> {
  const action = vscode.l10n.t('Upload Again');
  const choice = await choose(
    vscode.l10n.t('This script may be uploaded already.'),
    vscode.l10n.t(
      'At {0} it was sent as {1} and no answer came. It is not in the list so far. If it still appears, there will be two.',
      clock(askedAt),
      plain(name),
    ),
    action,
  );
  return choice === action;
}

function problemSentence(outcome: Exclude<UploadOutcome, { kind: 'uploaded' }>): string {
  switch (outcome.kind) {
    case 'unnoted':
      return vscode.l10n.t('Not uploaded: the editor could not keep a note of it, so nothing was sent.');
    case 'rejected':
      return vscode.l10n.t('Not uploaded: {0}', explain(outcome.error, 'vpc'));
    case 'unverified': {
      const { name, number } = outcome.script;
      return outcome.error
        ? vscode.l10n.t(
            'Uploaded as {0} ({1}), but it could not be read back: {2}',
            plain(name),
            number,
            explain(outcome.error, 'vpc'),
          )
        : vscode.l10n.t('Uploaded as {0} ({1}), but NCP holds another text there.', plain(name), number);
    }
    case 'unknown':
      return vscode.l10n.t(
        'NCP did not answer. The script may have been uploaded as {0}; it is not in the list so far. Nothing is sent again.',
        plain(outcome.name),
      );
    case 'pending':
      return vscode.l10n.t('This script may be uploaded already.');
  }
}
