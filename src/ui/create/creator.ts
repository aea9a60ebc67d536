/** The one way to a new server: prepares, asks, carries out, and says what did not end as asked for. */
import * as vscode from 'vscode';
import type { Context, Values } from '../../reference/index';
import type { Creations, Obstacle, Place, Rejected } from '../../servers/index';
import type { Account } from '../accounts/account';
import type { Session, Sessions } from '../accounts/session';
import { confirm } from '../confirm';
import type { Log } from '../log';
import * as tell from '../tell';
import { note, showFault } from '../told';
import { madeSentences, unknownSentence } from './outcome';
import { listPrice, priceWords } from './price';
import { createQuestion } from './question';
import { refusalSentence } from './refusal';

/** What became of the wish to create. */
export type Creation =
  /** `asked` is how many servers were asked for; `names` are those that NCP made. */
  | { readonly kind: 'created'; readonly names: readonly string[]; readonly asked: number }
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
  /** The accounts that a creation is on its way for. */
  private readonly busy = new Set<string>();
  private readonly changed = new vscode.EventEmitter<string>();
  /** Fires with the id of an account whose creation has begun or ended. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly sessions: Pick<Sessions, 'open'>,
    private readonly creations: Creations,
    private readonly log: Pick<Log, 'info' | 'debug'>,
  ) {}

  /** Whether a creation for the account is on its way: another one is not begun before it has ended. */
  isBusy(accountId: string): boolean {
    return this.busy.has(accountId);
  }

  /** Checks, asks, sends. Never throws for what NCP, the network or the user does. */
  async create(account: Account, values: Values): Promise<Creation> {
    if (this.busy.has(account.id)) return { kind: 'busy' };
    this.busy.add(account.id);
    this.changed.fire(account.id);
    try {
      return await this.createOnce(account, values);
    } catch (error) {
      return ended(account, error);
    } finally {
      this.busy.delete(account.id);
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
  private async createOnce(account: Account, values: Values): Promise<Creation> {
    const { environment } = account;
    const prepared = await this.creations.prepare(this.place(await this.sessions.open(account.id)), values);
    if (prepared.kind !== 'prepared') return refused(account, prepared);
    const { plan } = prepared;
    if (!(await confirm(createQuestion(account, plan, priceWords(prepared))))) return { kind: 'left' };
    const conclusion = await this.creations.carryOut(prepared);
    switch (conclusion.kind) {
      case 'created': {
        const { servers, missing } = conclusion;
        this.log.info(`create: ${servers.length} made, ${missing.length} missing`);
        for (const sentence of madeSentences(conclusion, environment)) void tell.warn(sentence);
        return { kind: 'created', names: servers.map(({ name }) => name), asked: plan.names.length };
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

  private place(session: Session): Place {
    const { account, client, catalog } = session;
    const { id: accountId, environment, region } = account;
    const price = (product: string) => listPrice(session, product, this.log);
    return { accountId, environment, region, client, catalog, price };
  }
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
