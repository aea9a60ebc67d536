/** The host side of one form: starts the page, answers it, and tells it what becomes of its account's servers. */
import type * as vscode from 'vscode';
import type { Question, Questions, ToHost } from '../../protocol';
import { type Draft, draftOf, withScript } from '../../reference/index';
import type { Fleet } from '../../servers/fleet';
import { accountRegion } from '../accounts/words';
import type { Order } from '../create/creator';
import { locale } from '../explain';
import { type Answerers, Answers } from '../page/answers';
import { reasonOf } from '../told';
import type { FormActs } from './acts';
import type { Drafts } from './drafts';
import type { FormTab } from './tab';

/** What a form is filled with. */
export interface Filling extends Order {
  /** Whether what the form holds besides stays. */
  readonly isAdded?: boolean;
}

export class FormHost implements vscode.Disposable {
  private replacement: Draft | undefined;
  private readonly answers: Answers<Questions>;
  /** The names of the account's servers as the page knows them. */
  private taken: readonly string[] = [];
  private readonly following: vscode.Disposable;

  constructor(
    private readonly tab: FormTab,
    private readonly drafts: Drafts,
    private readonly fleet: Fleet,
    private readonly acts: FormActs,
    answerers: Answerers<Questions>,
  ) {
    this.answers = new Answers(
      answerers,
      (message) => void tab.post(message),
      (error, question) => this.reason(error, question),
      tab.isRestored,
    );
    this.following = fleet.onDidChange(({ accountId, isPartial }) => {
      // A list that is still being read lacks names.
      if (accountId === tab.account.id && !isPartial) this.followNames();
    });
  }

  dispose(): void {
    this.following.dispose();
    this.acts.dispose();
  }

  /** The user wants something of the form: what it has asked for is looked up from now on. */
  wake(): void {
    this.answers.wake();
  }

  /** Tells the page what the form is for, anew if it knows already. */
  start(): void {
    const { id, label, environment, site } = this.tab.account;
    this.taken = this.takenNames();
    void this.tab.post({
      type: 'start',
      locale: locale(),
      account: { id, label, environment, region: accountRegion(this.tab.account), sandbox: site === 'sandbox' },
      draft: this.draft(),
      replace: this.replacement !== undefined,
      waits: this.answers.isAsleep,
      takenNames: this.taken,
    });
    this.acts.tellStep();
  }

  /** Puts values in the place of the page's own, or beside those, now or as soon as the page is there. */
  fill({ values, script, isAdded }: Filling): void {
    const draft = draftOf(this.tab.account.environment, values, isAdded ? this.draft() : undefined);
    this.replacement = script ? withScript(draft, script.toString()) : draft;
    this.wake();
    // The draft may name something that was made after the lists were read, such as an uploaded script.
    void this.tab.open().then(
      ({ catalog }) => {
        catalog.forget();
        this.start();
      },
      () => this.start(),
    );
  }

  /** Takes a message of the page. */
  async receive(message: ToHost): Promise<void> {
    await this.handlers[message.type](message as never);
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
      return this.drafts.set(this.tab.account.id, draft);
    },
    ask: (message) => this.answers.answer(message),
    create: async ({ draft }) => {
      try {
        await this.acts.create(draft);
      } finally {
        this.followNames();
      }
    },
    preview: ({ draft }) => this.acts.preview(draft),
    make: ({ parameter, maker }) => this.acts.make(parameter, maker),
    savePreset: ({ draft }) => this.acts.savePreset(draft),
    openPage: ({ parameter }) => this.acts.openPage(parameter),
  };

  /** Tells the page which names are in use, when they are others than it knows. */
  private followNames(): void {
    // Of the servers that this form makes the page hears as such first: they are no reason to choose another name.
    if (this.acts.isCreating) return;
    const names = this.takenNames();
    if (names.length === this.taken.length && names.every((name, index) => name === this.taken[index])) return;
    this.taken = names;
    void this.tab.post({ type: 'taken', names });
  }

  /** What the form holds, as far as the page has told it. */
  private draft(): Draft {
    const { id, environment } = this.tab.account;
    return this.replacement ?? this.drafts.get(id, environment);
  }

  /** Names whose creation has no answer are left to the host, which offers to look for them. */
  private takenNames(): readonly string[] {
    return (this.fleet.get(this.tab.account.id)?.servers ?? []).map(({ name }) => name);
  }

  /** Why a question has no answer; what was to be looked up stands in the log. */
  private reason(error: unknown, question: Question<Questions>): string {
    const sought = question.type === 'lookup' ? question.lookup.parameter : question.type;
    return reasonOf(error, this.tab.account.environment, `form: looking up ${sought}`);
  }
}
