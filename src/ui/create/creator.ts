/** The one way to a new server: checks against what NCP says now, asks, sends once, and tells the tree. */
import * as vscode from 'vscode';
import { ApiError, type NcloudError } from '../../client/index';
import {
  blamedField,
  type Context,
  formName,
  genericName,
  type Problem,
  type ReferenceText,
  referenceText,
  type Values,
  validate,
} from '../../reference/index';
import type { Journal } from '../../servers/creation/journal';
import { pickedRows } from '../../servers/creation/picked';
import type { Fleet } from '../../servers/fleet';
import { createServers, listServers, type Outcome, plannedNames, planOf } from '../../servers/index';
import type { Account } from '../accounts/account';
import type { Session } from '../accounts/session';
import { confirm } from '../confirm';
import { explain, locale } from '../explain';
import type { Log } from '../log';
import * as tell from '../tell';
import { plain } from '../text';
import { note, sentenceOf, showFault, Told } from '../told';
import { madeSentences, unknownSentence } from './outcome';
import { priceOf } from './price';
import { createQuestion } from './question';

/** What a creator works with. */
export interface CreatorParts {
  readonly account: Account;
  /** The account's client; asks for its key when that is not there. */
  readonly open: () => Promise<Session>;
  readonly model: Fleet;
  readonly journal: Journal;
  readonly log: Log;
  /** The accounts that a creation is on its way for, over all forms and presets. */
  readonly busy: Set<string>;
}

/** What became of the wish to create. */
export type Creation =
  /** `asked` is how many servers were asked for; `names` are those that NCP made. */
  | { readonly kind: 'created'; readonly names: readonly string[]; readonly asked: number }
  /** Nothing was made; `field` is the concrete wire name to blame, `error` what NCP or the network said. */
  | { readonly kind: 'refused'; readonly message: string; readonly field?: string; readonly error?: unknown }
  /** Nobody knows whether servers of these names were made. */
  | { readonly kind: 'unknown'; readonly names: readonly string[]; readonly message: string }
  /** The user did not confirm or did not enter the key. */
  | { readonly kind: 'left' }
  /** Another creation for this account is on its way; nothing was done. */
  | { readonly kind: 'busy' };

/** Values that are fit to be sent, and what NCP says of them. */
export interface Checked {
  readonly kind: 'fit';
  readonly session: Session;
  readonly context: Context;
}

/** Why nothing was sent, with the field to blame. */
class Refusal extends Told {
  constructor(
    message: string,
    readonly field?: string,
    cause?: NcloudError,
  ) {
    super(message, cause ? { cause } : {});
  }
}

export class Creator {
  constructor(private readonly parts: CreatorParts) {}

  /** Checks, asks, sends. Never throws for what NCP, the network or the user does. */
  async create(values: Values): Promise<Creation> {
    const { account, busy } = this.parts;
    if (busy.has(account.id)) return { kind: 'busy' };
    busy.add(account.id);
    try {
      return await this.createOnce(values);
    } catch (error) {
      return this.ended(error);
    } finally {
      busy.delete(account.id);
    }
  }

  /** Checks the values as before a creation, without asking and without making anything. */
  async check(values: Values): Promise<Checked | Extract<Creation, { kind: 'refused' | 'left' }>> {
    try {
      const session = await this.parts.open();
      return { kind: 'fit', session, context: await this.checked(session, values) };
    } catch (error) {
      return this.ended(error);
    }
  }

  /** What an error before the creation means: the user left, or nothing was made. */
  private ended(error: unknown): Extract<Creation, { kind: 'refused' | 'left' }> {
    if (error instanceof vscode.CancellationError) return { kind: 'left' };
    const field = error instanceof Refusal ? error.field : undefined;
    const message = sentenceOf(error, this.parts.account.environment);
    const behind = error instanceof Refusal ? error.cause : error;
    if (behind !== undefined) note(behind, vscode.l10n.t('Create Server'));
    return {
      kind: 'refused',
      message,
      ...(field === undefined ? {} : { field }),
      ...(behind === undefined ? {} : { error: behind }),
    };
  }

  /**
   * @throws {Refusal} when the values are not fit to be sent, or NCP refuses them.
   * @throws {NcloudError} when a look-up before the creation goes wrong; the creation itself never throws.
   */
  private async createOnce(values: Values): Promise<Creation> {
    const { account, model, journal } = this.parts;
    const { environment, region, id } = account;
    const session = await this.parts.open();
    const { client } = session;
    const context = await this.checked(session, values);
    const askedAt = Date.now();
    model.renew(id, await listServers(client, environment, region), askedAt);
    const plan = planOf(values, context);
    const used = model.names(id);
    const taken = plan.names.find((name) => used.includes(name));
    if (taken !== undefined) throw new Refusal(this.takenSentence(taken), 'serverName');
    const price = await priceOf(session, values, context, this.parts.log);
    if (!(await confirm(createQuestion(account, plan, price)))) return { kind: 'left' };
    // Kept before anything is sent, so that it is looked up even when the editor ends before the answer comes.
    const servers = model.get(id)?.servers ?? [];
    await journal.add(id, plan.names, { servers, timestamp: client.timestamp() });
    const before = servers.map(({ number }) => number);
    const outcome = await createServers(client, environment, region, values, context, { before });
    return this.conclude(outcome, values, context);
  }

  private conclude(outcome: Outcome, values: Values, context: Context): Creation {
    const names = plannedNames(values);
    const { account, model, journal, log } = this.parts;
    const { id, environment } = account;
    const open = outcome.kind === 'created' ? outcome.missing : outcome.kind === 'unknown' ? names : [];
    const settled = names.filter((name) => !open.includes(name));
    if (settled.length > 0) journal.remove(id, settled);
    if (outcome.kind === 'created') model.adopt(id, outcome.servers);
    if (open.length > 0) journal.lose(id, open);
    switch (outcome.kind) {
      case 'created': {
        const { servers, missing } = outcome;
        log.info(`create: ${servers.length} made, ${missing.length} missing`);
        for (const sentence of madeSentences(outcome, environment)) void tell.warn(sentence);
        return { kind: 'created', names: servers.map(({ name }) => name), asked: servers.length + missing.length };
      }
      case 'rejected':
        throw new Refusal(
          explain(outcome.error, environment),
          this.blamed(outcome.error, values, context),
          outcome.error,
        );
      case 'unknown': {
        const message = unknownSentence(outcome, environment);
        void showFault(message, outcome.error, { tried: vscode.l10n.t('Create Server'), isWarning: true });
        return { kind: 'unknown', names, message };
      }
    }
  }

  /** Why a name cannot be had. One that may be in use is offered to be looked for again. */
  private takenSentence(name: string): string {
    const { account, journal } = this.parts;
    if (!journal.list(account.id).some((unknown) => unknown.name === name)) {
      return vscode.l10n.t('A server with the name {0} already exists. Choose another name.', plain(name));
    }
    const sentence = vscode.l10n.t(
      'Whether {0} was made is not known yet. Check again in the servers view, or choose another name.',
      plain(name),
    );
    const check = vscode.l10n.t('Check Again');
    void tell.warn(sentence, check).then(async (choice) => {
      if (choice !== check) return;
      await vscode.commands.executeCommand('ncloud.checkUnknown', { accountId: account.id, name });
    });
    return sentence;
  }

  private async checked({ catalog }: Session, values: Values): Promise<Context> {
    const { environment } = this.parts.account;
    if (!values.serverName) {
      throw new Refusal(
        vscode.l10n.t("Enter a name. If NCP's answer is lost, the servers are looked up by this name."),
        'serverName',
      );
    }
    const { context, withdrawn } = await pickedRows(catalog, environment, values);
    const [gone] = withdrawn;
    if (gone !== undefined) {
      const label = this.text().label(environment, genericName(gone));
      throw new Refusal(vscode.l10n.t('{0}: this is no longer offered. Choose again.', label), gone);
    }
    const fault = validate(values, context).find((problem: Problem) => problem.severity === 'error');
    if (fault) {
      const label = this.text().label(environment, genericName(fault.name));
      throw new Refusal(`${label}: ${this.text().problem(fault, environment)}`, fault.name);
    }
    return context;
  }

  /** The field that a refusal speaks of: what the message names, else what the code stands for; of a list its first item. */
  private blamed(error: NcloudError, values: Values, context: Context): string | undefined {
    if (!(error instanceof ApiError)) return undefined;
    const { environment } = this.parts.account;
    const named = blamedField(error.returnMessage, environment);
    const name = named ?? this.text().returnCode(environment, error.returnCode)?.name?.replaceAll('.N', '.1');
    return name && formName(name, values, context);
  }

  private text(): ReferenceText {
    return referenceText(locale());
  }
}
