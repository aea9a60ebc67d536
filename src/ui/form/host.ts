/** The host side of one form: starts the page, answers it, and tells it what becomes of its account's servers. */
import * as vscode from 'vscode';
import type { Question, Questions, ToHost } from '../../protocol';
import { draftOf, emptyForm, type LeftForm, setNames, withName, withScript } from '../../reference/index';
import type { Fleet } from '../../servers/fleet';
import { accountRegion } from '../accounts/words';
import type { Order } from '../create/creator';
import { locale } from '../explain';
import { type Answerers, Answers } from '../page/answers';
import { reasonOf } from '../told';
import type { FormActs } from './acts';
import type { Drafts, FormId } from './drafts';
import type { FormTab } from './tab';

/** What a form is filled with. */
export interface Filling extends Order {
  /** A name to offer where none is set. */
  readonly name?: string;
  /** Whether what the form holds besides stays. */
  readonly isAdded?: boolean;
}

export class FormHost implements vscode.Disposable {
  /** What the form holds, as far as the page has told it. */
  private form: LeftForm;
  /** When the form was left, where that was before this tab and nothing was changed since. */
  private continued: number | undefined;
  /** `waiting` until the page is told that what it holds is replaced, `told` until it holds the new. */
  private replacement: 'waiting' | 'told' | undefined;
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
    this.form = drafts.get(this.id, tab.account.environment);
    this.continued = setNames(this.form).length > 0 ? this.form.memory.changed : undefined;
    this.answers = new Answers(
      answerers,
      (message) => void tab.post(message),
      (error, question) => this.reason(error, question),
      tab.isRestored,
    );
    this.following = vscode.Disposable.from(
      fleet.onDidChange(({ accountId, isPartial }) => {
        // A list that is still being read lacks names.
        if (accountId === tab.account.id && !isPartial) this.followNames();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document.uri.toString() === this.form.draft.script)
          void tab.post({ type: 'scriptEdited' });
      }),
    );
  }

  dispose(): void {
    this.following.dispose();
    this.acts.dispose();
  }

  /** The user wants something of the form: what it has asked for is looked up from now on. */
  wake(): void {
    this.answers.wake();
  }

  /** What the form holds. */
  get held(): LeftForm {
    return this.form;
  }

  /** Tells the page what the form is for, anew if it knows already. */
  start(): void {
    const { id, label, environment, site } = this.tab.account;
    this.taken = this.takenNames();
    void this.tab.post({
      type: 'start',
      locale: locale(),
      account: { id, label, environment, region: accountRegion(this.tab.account), sandbox: site === 'sandbox' },
      ...this.form,
      ...(this.continued !== undefined && { continued: this.continued }),
      replace: this.replacement !== undefined,
      waits: this.answers.isAsleep,
      takenNames: this.taken,
    });
    if (this.replacement) this.replacement = 'told';
    this.acts.tellStep();
    this.acts.tellConclusion();
  }

  /** Puts values in the place of the page's own, or beside those, now or as soon as the page is there. */
  fill({ values, script, name, isAdded }: Filling): void {
    const { environment } = this.tab.account;
    const below = isAdded ? this.form : emptyForm(environment);
    if (!isAdded) this.continued = undefined;
    const memory = {
      ...below.memory,
      filled: below.memory.filled.filter((filled) => !(filled in values)),
      changed: Date.now(),
    };
    const draft = draftOf(environment, values, below.draft);
    const form = { draft: script ? withScript(draft, script.toString()) : draft, memory };
    this.form = name === undefined ? form : withName(form, name);
    this.replacement = 'waiting';
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
    draft: ({ draft, memory }) => {
      // The page does not know yet that what it holds is replaced.
      if (this.replacement === 'waiting') return;
      this.replacement = undefined;
      if (memory.changed !== this.continued) this.continued = undefined;
      this.form = { draft, memory };
      return this.drafts.set(this.id, this.form);
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

  private get id(): FormId {
    return { accountId: this.tab.account.id, number: this.tab.number };
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
