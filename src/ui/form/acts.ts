/** What the form's buttons do; of a creation the page is told what became of it. */
import * as vscode from 'vscode';
import type { ToPage } from '../../protocol';
import {
  type Draft,
  docPage,
  draftValues,
  findCreateParameter,
  type Maker,
  referenceText,
  type Values,
} from '../../reference/index';
import { osTypeOf } from '../../scripts/index';
import { exportRequest } from '../../servers/exports/index';
import type { Creation, Creator } from '../create/creator';
import { locale } from '../explain';
import { showRequest } from '../export/request';
import type { PresetFiles } from '../presets/files';
import { savePreset } from '../presets/save';
import { mayBeSent } from '../scripts/confirm-send';
import { showFault } from '../told';
import type { Makers } from './made-here';
import type { FormTab } from './tab';

type Concluded = Extract<ToPage, { type: 'created' | 'unknown' }>;

export class FormActs implements vscode.Disposable {
  private isSending = false;
  /** What became of a creation while the page was hidden. */
  private unheard: Concluded | undefined;
  private readonly following: vscode.Disposable;

  constructor(
    private readonly tab: FormTab,
    private readonly creator: Creator,
    private readonly presets: PresetFiles,
    private readonly makers: Makers,
  ) {
    this.following = creator.onDidChange((accountId) => {
      // A creation of this form is told of already, from its first question on.
      if (accountId === tab.account.id && !this.isSending) this.tellBusy();
    });
  }

  dispose(): void {
    this.following.dispose();
  }

  /** Whether a creation that was begun in this form is on its way. */
  get isCreating(): boolean {
    return this.isSending;
  }

  /** Tells the page whether a creation for its account is on its way, whoever has begun it. */
  tellBusy(): void {
    const { account } = this.tab;
    void this.tab.post({ type: 'creating', busy: this.isSending || this.creator.isBusy(account.id) });
  }

  /** Tells a page that is shown again what became of a creation meanwhile. */
  tellConclusion(): void {
    if (this.unheard) this.conclude(this.unheard);
  }

  async create(draft: Draft): Promise<void> {
    const { account } = this.tab;
    if (this.isSending || this.creator.isBusy(account.id)) return;
    this.isSending = true;
    this.tellBusy();
    try {
      const values = draftValues(draft);
      if (await this.letsScriptGo(values)) this.tell(await this.creator.create(account, values));
    } finally {
      this.isSending = false;
      this.tellBusy();
    }
  }

  /** Shows what `create` would send for the same draft, with the same checks before. */
  async preview(draft: Draft): Promise<void> {
    const { account } = this.tab;
    const values = draftValues(draft);
    const checked = await this.creator.check(account, values);
    if (checked.kind !== 'fit') {
      this.tell(checked);
      return;
    }
    const { session, context } = checked;
    await showRequest(account, exportRequest(account.environment, session.endpoint, account.region, values, context));
  }

  savePreset(draft: Draft): Promise<void> {
    return savePreset(this.presets, this.tab.account, draftValues(draft));
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

  /** Whether a start-up script that is sent as text is without faults, or goes in spite of them. */
  private async letsScriptGo({ userData, initScriptNo }: Values): Promise<boolean> {
    const { environment } = this.tab.account;
    if (!userData || initScriptNo) return true;
    const name = referenceText(locale()).label(environment, 'userData');
    return mayBeSent(userData, { environment, osType: osTypeOf(userData) ?? 'LNX', name });
  }

  private tell(result: Creation): void {
    const { tab } = this;
    if (result.kind === 'refused') {
      const { message, field, error } = result;
      const tried = vscode.l10n.t('Create Server');
      void tab.post({ type: 'refused', message, ...(field === undefined ? {} : { name: field }) }).then((isHeard) => {
        if (!isHeard) void showFault(message, error, { tried, isNoted: true });
      });
    } else if (result.kind === 'created') this.conclude({ type: 'created', names: result.names, asked: result.asked });
    else if (result.kind === 'unknown')
      this.conclude({ type: 'unknown', names: result.names, message: result.message });
  }

  private conclude(message: Concluded): void {
    this.unheard = message;
    void this.tab.post(message).then((isHeard) => {
      if (isHeard && this.unheard === message) this.unheard = undefined;
    });
  }
}
