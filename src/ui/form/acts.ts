/** What the form's buttons do; of a creation the page is told what became of it. */
import * as vscode from 'vscode';
import type { ToPage } from '../../protocol';
import { type Draft, docPage, draftValues, findCreateParameter, type Maker } from '../../reference/index';
import { exportRequest } from '../../servers/exports/index';
import type { Creation, Creator, Order } from '../create/creator';
import { locale } from '../explain';
import type { ExportDocuments } from '../export/documents';
import { showRequest } from '../export/request';
import type { PresetFiles } from '../presets/files';
import { savePreset } from '../presets/save';
import * as tell from '../tell';
import { fileName } from '../text';
import { showFault } from '../told';
import type { Makers } from './made-here';
import type { FormTab } from './tab';

type Concluded = Extract<ToPage, { type: 'created' | 'unknown' }>;

export class FormActs implements vscode.Disposable {
  private isOwn = false;
  /** What became of a creation while the page was hidden. */
  private unheard: Concluded | undefined;
  private readonly following: vscode.Disposable;

  constructor(
    private readonly tab: FormTab,
    private readonly creator: Creator,
    private readonly presets: PresetFiles,
    private readonly makers: Makers,
    private readonly documents: ExportDocuments,
  ) {
    this.following = creator.onDidChange((accountId) => {
      // That its own has ended the page hears with the outcome.
      if (accountId !== tab.account.id) return;
      const step = creator.step(accountId);
      if (step || !this.isOwn) this.tellStep();
      if (this.isOwn && step === 'sending') this.tab.refocus();
    });
  }

  dispose(): void {
    this.following.dispose();
  }

  /** Whether a creation that was begun in this form is on its way. */
  get isCreating(): boolean {
    return this.isOwn;
  }

  /** Tells the page how far a creation for its account is, whoever has begun it. */
  tellStep(): void {
    const step = this.creator.step(this.tab.account.id);
    void this.tab.post({ type: 'creating', ...(step && { step }) });
  }

  /** Tells a page that is shown again what became of a creation meanwhile. */
  tellConclusion(): void {
    if (this.unheard) this.conclude(this.unheard);
  }

  async create(draft: Draft): Promise<void> {
    const { account } = this.tab;
    if (this.isOwn || this.creator.step(account.id)) return;
    this.isOwn = true;
    try {
      const result = await this.creator.create(account, orderOf(draft));
      this.tell(result);
      if (result.kind === 'left') this.tab.refocus();
    } finally {
      this.isOwn = false;
      this.tellStep();
    }
  }

  /** Shows what `create` would send for the same draft, with the same checks before. */
  async preview(draft: Draft): Promise<void> {
    const { account } = this.tab;
    const { values, script } = orderOf(draft);
    const checked = await this.creator.check(account, values);
    if (checked.kind !== 'fit') {
      this.tell(checked);
      return;
    }
    const { session, context } = checked;
    const request = exportRequest(account.environment, session.endpoint, account.region, values, context);
    const isShown = await showRequest(this.documents, account, request);
    if (script && isShown) void tell.info(laterSentence(script));
  }

  savePreset(draft: Draft): Promise<void> {
    return savePreset(this.presets, this.tab.account, orderOf(draft));
  }

  /** Has made what the pick list of a parameter lacks. */
  async make(parameter: string, maker: Maker): Promise<void> {
    const value = await this.makers.make(maker, this.tab.account);
    if (value === undefined) return;
    this.tab.reveal();
    void this.tab.post({ type: 'made', parameter, value });
  }

  /** Opens the page of the API docs that a parameter is on. */
  async openPage(parameter: string): Promise<void> {
    const page = findCreateParameter(this.tab.account.environment, parameter)?.page;
    if (page !== undefined) await vscode.env.openExternal(vscode.Uri.parse(docPage(page, locale())));
  }

  private tell(result: Creation): void {
    const { tab } = this;
    if (result.kind === 'refused') {
      const { message, field, error } = result;
      const tried = vscode.l10n.t('Create Server');
      void tab.post({ type: 'refused', message, ...(field === undefined ? {} : { name: field }) }).then((isHeard) => {
        if (!isHeard) void showFault(message, error, { tried, isNoted: true });
      });
    } else if (result.kind === 'created' || result.kind === 'unknown') {
      const { kind: type, ...told } = result;
      this.conclude({ type, ...told } as Concluded);
    }
  }

  private conclude(message: Concluded): void {
    this.unheard = message;
    void this.tab.post(message).then((isHeard) => {
      if (isHeard && this.unheard === message) this.unheard = undefined;
    });
  }
}

function orderOf(draft: Draft): Order {
  const values = draftValues(draft);
  return draft.script === undefined ? { values } : { values, script: vscode.Uri.parse(draft.script) };
}

function laterSentence(script: vscode.Uri): string {
  return vscode.l10n.t(
    'The init script has no number here: {0} is uploaded only once the creation is confirmed.',
    fileName(script),
  );
}
