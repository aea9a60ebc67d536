/** The one way to a new server: prepares, asks, carries out, and says what did not end as asked for. */
import * as vscode from 'vscode';
import type { CreationStep } from '../../protocol';
import { type Context, type Environment, type Reach, reachOf, type Values } from '../../reference/index';
import {
  type Conclusion,
  type Creations,
  type Obstacle,
  type Place,
  type Prepared,
  plannedNames,
  type Rejected,
} from '../../servers/index';
import type { Account } from '../accounts/account';
import type { Session, Sessions } from '../accounts/session';
import { confirm } from '../confirm';
import type { Log } from '../log';
import * as tell from '../tell';
import { shortNames } from '../text';
import { note, sentenceOf, showFault, Told } from '../told';
import { partialSentence, renamedSentences, unknownSentence } from './outcome';
import { listPrice, priceWords } from './price';
import { createQuestion } from './question';
import { refusalSentence } from './refusal';

/** What is to be made. */
export interface Order {
  readonly values: Values;
  /** The file of the start-up script, in place of one among the values. */
  readonly script?: vscode.Uri;
}

/** Looks at the start-up script of a creation before it leaves the computer. */
export interface Startup {
  /**
   * Asks when something speaks against the script.
   * @throws Told when the file cannot be read.
   * @throws vscode.CancellationError when the user does not let the script go.
   */
  check(account: Account, order: Order): Promise<CheckedOrder>;
}

/** An order whose script was read. Text that goes with the request itself is among the values. */
export interface CheckedOrder {
  readonly values: Values;
  /** A script that has to be uploaded first. */
  readonly upload?: ScriptUpload;
  /** Called once the creation is confirmed. */
  readonly confirmed?: () => void;
}

/** A script as it stood when it was checked. */
export interface ScriptUpload {
  /** The name of its file. */
  readonly name: string;
  /** What speaks against it on servers that reach the internet like this, in lines. */
  warnings(reach: Reach | undefined): readonly string[];
  /**
   * Uploads it, unless the same text is there already. Gives the values that make a server run it.
   * @throws Told when it is not or not surely there.
   */
  readonly run: () => Promise<Values>;
}

/** What became of the wish to create. */
export type Creation =
  /** `names` are those that NCP made; `message` tells of those that it may not have made. */
  | { readonly kind: 'created'; readonly names: readonly string[]; readonly message?: string }
  | Refused
  /** Nobody knows whether servers of these names were made. */
  | { readonly kind: 'unknown'; readonly names: readonly string[]; readonly message: string }
  | Left
  /** Another creation for this account is on its way; nothing was done. */
  | { readonly kind: 'busy' };

/** Nothing was made; `field` is the concrete wire name to blame, `error` what NCP or the network said. */
export interface Refused {
  readonly kind: 'refused';
  readonly message: string;
  readonly field?: string;
  readonly error?: unknown;
}

/** The user did not confirm or did not enter the key. */
export interface Left {
  readonly kind: 'left';
}

/** Values that are fit to be sent, and what NCP says of them. */
export interface Fit {
  readonly kind: 'fit';
  readonly session: Session;
  readonly context: Context;
}

export class Creator implements vscode.Disposable {
  /** How far the creations are that are on their way, by account. */
  private readonly steps = new Map<string, CreationStep>();
  private readonly changed = new vscode.EventEmitter<string>();
  /** Fires with the id of an account whose creation has begun, was confirmed or has ended. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly sessions: Pick<Sessions, 'open'>,
    private readonly creations: Creations,
    private readonly startup: Startup,
    private readonly log: Pick<Log, 'info' | 'debug'>,
  ) {}

  /** How far a creation for the account is: another one is not begun before it has ended. Undefined without one. */
  step(accountId: string): CreationStep | undefined {
    return this.steps.get(accountId);
  }

  /** Checks, asks, sends. Never throws for what NCP, the network or the user does. */
  async create(account: Account, order: Order): Promise<Creation> {
    if (this.steps.has(account.id)) return { kind: 'busy' };
    this.enter(account, 'checking');
    try {
      return await this.createOnce(account, order);
    } catch (error) {
      return ended(account, error);
    } finally {
      this.steps.delete(account.id);
      this.changed.fire(account.id);
    }
  }

  /** Checks the values as before a creation, without asking and without making anything. */
  async check(account: Account, values: Values): Promise<Fit | Refused | Left> {
    try {
      const session = await this.sessions.open(account.id);
      const checked = await this.creations.check(this.place(session), values);
      return checked.kind === 'checked'
        ? { kind: 'fit', session, context: checked.context }
        : refused(account, checked);
    } catch (error) {
      return ended(account, error);
    }
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** @throws when the account cannot be called, and for that only. */
  private async createOnce(account: Account, order: Order): Promise<Creation> {
    const { environment } = account;
    const { values, upload, confirmed } = await this.startup.check(account, order);
    const prepared = await this.prepare(account, values);
    if (prepared.kind !== 'prepared') return refused(account, prepared);
    const { plan, context } = prepared;
    const warnings = upload?.warnings(reachOf(environment, prepared.values, context.rows));
    const question = createQuestion(account, plan, priceWords(prepared), upload?.name, warnings);
    if (!(await confirm(question))) return { kind: 'left' };
    this.enter(account, 'sending');
    confirmed?.();
    const conclusion = await this.carryOut(account, prepared, upload);
    switch (conclusion.kind) {
      case 'created': {
        const { servers, missing } = conclusion;
        this.log.info(`create: ${servers.length} made, ${missing.length} missing`);
        const message = partialSentence(conclusion, environment);
        for (const sentence of [...renamedSentences(conclusion), message]) if (sentence) void tell.warn(sentence);
        return { kind: 'created', names: servers.map(({ name }) => name), ...(message && { message }) };
      }
      case 'unknown': {
        const message = unknownSentence(conclusion, environment);
        void showFault(message, conclusion.error, { tried: vscode.l10n.t('Create Server'), isWarning: true });
        return { kind: 'unknown', names: conclusion.names, message };
      }
      default:
        return refused(account, conclusion);
    }
  }

  private enter({ id }: Account, step: CreationStep): void {
    this.steps.set(id, step);
    this.changed.fire(id);
  }

  private async prepare(account: Account, values: Values): Promise<Prepared | Obstacle> {
    const place = this.place(await this.sessions.open(account.id));
    const title = vscode.l10n.t('Checking {0}…', shortNames(plannedNames(values)));
    return tell.during(title, () => this.creations.prepare(place, values), vscode.ProgressLocation.Window);
  }

  /** @throws when the script cannot be uploaded: then nothing was made. */
  private carryOut(
    { environment }: Account,
    prepared: Prepared,
    upload: ScriptUpload | undefined,
  ): Promise<Conclusion> {
    const run = async () => {
      const uploaded = await upload?.run().catch((error: unknown) => notCreated(error, environment));
      return this.creations.carryOut({ ...prepared, values: { ...prepared.values, ...uploaded } });
    };
    const title = vscode.l10n.t('Creating {0}…', shortNames(prepared.plan.names));
    return tell.during(title, run, vscode.ProgressLocation.Window);
  }

  private place(session: Session): Place {
    const { account, client, catalog } = session;
    const { id: accountId, environment, region } = account;
    const price = (product: string) => listPrice(session, product, this.log);
    return { accountId, environment, region, client, catalog, price };
  }
}

/** Of an upload that did not go well the user, who has confirmed a creation, also hears that it was not begun. */
function notCreated(error: unknown, environment: Environment): never {
  if (error instanceof vscode.CancellationError) throw error;
  const sentence = `${sentenceOf(error, environment)} ${vscode.l10n.t('No server was created.')}`;
  throw new Told(sentence, { cause: error instanceof Told ? error.cause : error });
}

/** What an error before the creation means: the user left, or nothing was made. */
function ended(account: Account, error: unknown): Refused | Left {
  return error instanceof vscode.CancellationError ? { kind: 'left' } : refused(account, { kind: 'failed', error });
}

function refused({ id, environment }: Account, refusal: Obstacle | Rejected): Refused {
  const message = refusalSentence(refusal, environment);
  if (refusal.kind === 'name-unknown') offerCheck(id, refusal.name, message);
  const blame = refusal.field === undefined ? {} : { field: refusal.field };
  if (!('error' in refusal)) return { kind: 'refused', message, ...blame };
  const { error } = refusal;
  note(error, vscode.l10n.t('Create Server'));
  return { kind: 'refused', message, ...blame, error };
}

/** A name that may be in use is offered to be looked for again. */
function offerCheck(accountId: string, name: string, sentence: string): void {
  const check = vscode.l10n.t('Check Again');
  void tell.warn(sentence, check).then(async (choice) => {
    if (choice === check) await vscode.commands.executeCommand('ncloud.checkUnknown', { accountId, name });
  });
}
