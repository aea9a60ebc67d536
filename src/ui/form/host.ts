/** The host side of one form: answers the page's messages, asks before anything is made, and tells what became of it. */
import * as vscode from 'vscode';
import type { Question, Questions, ToHost, ToPage } from '../../protocol';
import {
  type Draft,
  docPage,
  draftOf,
  draftValues,
  findCreateParameter,
  type Maker,
  referenceText,
  type Values,
} from '../../reference/index';
import { osTypeOf } from '../../scripts/index';
import { exportRequest } from '../../servers/exports/index';
import type { Fleet } from '../../servers/fleet';
import type { Account } from '../accounts/account';
import type { Session } from '../accounts/session';
import type { Creation, Creator } from '../create/creator';
import { locale } from '../explain';
import { showRequest } from '../export/request';
import type { Log } from '../log';
import { Answers } from '../page/answers';
import type { PresetFiles } from '../presets/files';
import { savePreset } from '../presets/save';
import { mayBeSent } from '../scripts/confirm-send';
import { reasonOf, showFault } from '../told';
import { formAnswers } from './answers';
import type { Drafts } from './drafts';
import type { Makers } from './made-here';
import { checkedMessage } from './messages';

/** What one form works with. */
export interface FormParts {
  readonly account: Account;
  /** The account's client; asks for its key when that is not there. */
  readonly open: () => Promise<Session>;
  readonly model: Fleet;
  readonly log: Log;
  readonly creator: Creator;
  readonly drafts: Drafts;
  readonly presets: PresetFiles;
  readonly makers: Makers;
  /** Brings the form to the front. */
  readonly reveal: () => void;
  /** Resolves to false when the page is hidden or gone and hears nothing. */
  readonly post: (message: ToPage) => Thenable<boolean>;
  /** True for the form of a restored tab: nobody has asked for it in this window, so it looks nothing up by itself. */
  readonly isRestored: boolean;
}

/** What a form is filled with. */
export interface Filling {
  readonly values: Values;
  /** Whether what the form holds besides stays. */
  readonly isAdded?: boolean;
}

export class FormHost {
  private replacement: Draft | undefined;
  private readonly answers: Answers<Questions>;
  /** The names of the account's servers as the page knows them. */
  private taken: readonly string[] = [];
  private isCreating = false;

  constructor(private readonly parts: FormParts) {
    const { post, open, log, isRestored } = parts;
    const reason = (error: unknown, question: Question<Questions>) => this.reason(error, question);
    this.answers = new Answers(formAnswers(open, log), post, reason, isRestored);
  }

  /** The user wants something of the form: what it has asked for is looked up from now on. */
  wake(): void {
    this.answers.wake();
  }

  /** Tells the page anew what the form is for. */
  restart(): void {
    this.start();
  }

  /** Tells the page which names are in use, when they are others than it knows. */
  followNames(): void {
    // Of the servers that this form makes the page hears as such first: they are no reason to choose another name.
    if (this.isCreating) return;
    const names = this.takenNames();
    if (names.length === this.taken.length && names.every((name, index) => name === this.taken[index])) return;
    this.taken = names;
    void this.parts.post({ type: 'taken', names });
  }

  /** Tells the page whether a creation for its account is on its way, whoever has begun it. */
  followCreation(): void {
    const { account, creator, post } = this.parts;
    post({ type: 'creating', busy: this.isCreating || creator.isBusy(account.id) });
  }

  /** Takes a message of the page; one that is not as agreed is logged by its type and ignored. */
  async receive(message: unknown): Promise<void> {
    const checked = checkedMessage(message, this.parts.account.environment);
    if (checked) await this.handlers[checked.type](checked as never);
    else this.parts.log.warn('form: a message that is not as agreed was ignored');
  }

  /** Puts values in the place of the page's own, or beside those, now or as soon as the page is there. */
  fill({ values, isAdded }: Filling): void {
    this.replacement = draftOf(this.parts.account.environment, values, isAdded ? this.draft() : undefined);
    this.wake();
    // The draft may name something that was made after the lists were read, such as an uploaded script.
    void this.parts.open().then(
      ({ catalog }) => {
        catalog.forget();
        this.start();
      },
      () => this.start(),
    );
  }

  private readonly handlers: {
    readonly [T in ToHost['type']]: (message: Extract<ToHost, { type: T }>) => void | Promise<void>;
  } = {
    ready: () => {
      this.answers.begin();
      this.start();
    },
    touched: () => this.wake(),
    draft: ({ draft }) => {
      this.replacement = undefined;
      return this.parts.drafts.set(this.parts.account.id, draft);
    },
    ask: (message) => this.answers.answer(message),
    create: ({ draft }) => this.create(draft),
    preview: ({ draft }) => this.preview(draft),
    make: ({ parameter, maker }) => this.make(parameter, maker),
    savePreset: ({ draft }) => savePreset(this.parts.presets, this.parts.account, draftValues(draft)),
    openPage: async ({ parameter }) => {
      const page = findCreateParameter(this.parts.account.environment, parameter)?.page;
      if (page !== undefined) await vscode.env.openExternal(vscode.Uri.parse(docPage(page, locale())));
    },
  };

  private start(): void {
    const { account, post } = this.parts;
    const { id, label, environment, region, regionName, site } = account;
    this.taken = this.takenNames();
    post({
      type: 'start',
      locale: locale(),
      account: { id, label, environment, region: regionName ?? region, sandbox: site === 'sandbox' },
      draft: this.draft(),
      replace: this.replacement !== undefined,
      waits: this.answers.isAsleep,
      takenNames: this.taken,
    });
    this.followCreation();
  }

  /** What the form holds, as far as the page has told it. */
  private draft(): Draft {
    const { account, drafts } = this.parts;
    return this.replacement ?? drafts.get(account.id, account.environment);
  }

  /** Names whose creation has no answer are left to the host, which offers to look for them. */
  private takenNames(): readonly string[] {
    const { account, model } = this.parts;
    return (model.get(account.id)?.servers ?? []).map(({ name }) => name);
  }

  /** Why a question has no answer; what was to be looked up stands in the log. */
  private reason(error: unknown, question: Question<Questions>): string {
    const sought = question.type === 'lookup' ? question.lookup.parameter : question.type;
    return reasonOf(error, this.parts.account.environment, `form: looking up ${sought}`);
  }

  private async create(draft: Draft): Promise<void> {
    const { account, creator } = this.parts;
    if (this.isCreating || creator.isBusy(account.id)) return;
    this.isCreating = true;
    this.followCreation();
    try {
      const values = draftValues(draft);
      if (await this.letsScriptGo(values)) this.tell(await creator.create(account, values));
    } finally {
      this.isCreating = false;
      this.followCreation();
      this.followNames();
    }
  }

  /** Whether a start-up script that is sent as text is without faults, or goes in spite of them. */
  private async letsScriptGo({ userData, initScriptNo }: Values): Promise<boolean> {
    const { environment } = this.parts.account;
    if (!userData || initScriptNo) return true;
    const name = referenceText(locale()).label(environment, 'userData');
    return mayBeSent(userData, { environment, osType: osTypeOf(userData) ?? 'LNX', name });
  }

  /** Shows what `create` would send for the same draft, with the same checks before. */
  private async preview(draft: Draft): Promise<void> {
    const { account, creator } = this.parts;
    const values = draftValues(draft);
    const checked = await creator.check(account, values);
    if (checked.kind !== 'fit') {
      this.tell(checked);
      return;
    }
    const { session, context } = checked;
    await showRequest(account, exportRequest(account.environment, session.endpoint, account.region, values, context));
  }

  private async make(parameter: string, maker: Maker): Promise<void> {
    const { account, makers, post, reveal } = this.parts;
    try {
      const value = await makers.make(maker, account);
      if (value === undefined) return;
      reveal();
      post({ type: 'made', parameter, value });
    } catch (error) {
      if (!(error instanceof vscode.CancellationError)) throw error;
    }
  }

  private tell(result: Creation): void {
    const { post } = this.parts;
    if (result.kind === 'refused') {
      const { message, field, error } = result;
      const tried = vscode.l10n.t('Create Server');
      void post({ type: 'refused', message, ...(field === undefined ? {} : { name: field }) }).then((isHeard) => {
        if (!isHeard) void showFault(message, error, { tried, isNoted: true });
      });
    } else if (result.kind === 'created') post({ type: 'created', names: result.names, asked: result.asked });
    else if (result.kind === 'unknown') post({ type: 'unknown', names: result.names, message: result.message });
  }
}
