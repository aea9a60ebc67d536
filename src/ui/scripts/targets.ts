/** Which script and which account a command is meant for. What menus and other extensions pass is never trusted. */
import * as vscode from 'vscode';
import type { OsType } from '../../scripts/index';
import type { InitScript } from '../../scripts/library/list';
import type { AccountRows } from '../account-rows';
import type { Account, Accounts } from '../accounts/account';
import { accountFor, accountOf } from '../accounts/pick';
import { pickOne } from '../ask';
import * as tell from '../tell';
import { fileName, plain, visibleName } from '../text';
import { documentOsType } from './checks';
import { type InitScriptFiles, isScript } from './files';
import type { ScriptLists } from './refresh';
import { parseScriptUri } from './uri';

/** A script at NCP, or the text of an editor. */
export type Source =
  | (NamedScript & { readonly kind: 'stored'; readonly account: Account; readonly number: string })
  | (NamedScript & { readonly kind: 'document'; readonly document: vscode.TextDocument });

/** What a server with the script may be called after. */
export interface NamedScript {
  /** The name of the file, or the script's own at NCP; empty when that is not known. */
  readonly name: string;
  readonly osType?: OsType | undefined;
}

export class Sources {
  constructor(
    private readonly files: InitScriptFiles,
    private readonly accounts: Accounts,
    private readonly model: AccountRows<InitScript>,
    private readonly lists: ScriptLists,
  ) {}

  /** The script of a row, of an address, or of the active editor. Undefined when there is none, which is said. */
  async of(argument: unknown): Promise<Source | undefined> {
    const row = this.row(argument);
    if (row) {
      const script = this.model.find(row.account.id, ({ number }) => number === row.number);
      return { kind: 'stored', ...row, name: script?.name ?? '', osType: script?.osType };
    }
    const document = await this.script(argument);
    if (!document) return undefined;
    const ref = parseScriptUri(document.uri);
    const account = ref && this.accounts.get(ref.accountId);
    const named = { name: fileName(document.uri), osType: documentOsType(document) };
    if (!ref || !account) return { kind: 'document', document, ...named };
    if (document.isDirty) {
      void tell.info(vscode.l10n.t('Save {0} first.', fileName(document.uri)));
      return undefined;
    }
    return { kind: 'stored', account, number: ref.number, ...named };
  }

  /**
   * The script of an address, or of the active editor. What is clearly no script is refused, and another one, or a new
   * one, offered. Undefined when there is none.
   */
  async script(argument: unknown): Promise<vscode.TextDocument | undefined> {
    const document =
      argument instanceof vscode.Uri
        ? await vscode.workspace.openTextDocument(argument)
        : vscode.window.activeTextEditor?.document;
    if (document && this.mayHold(document)) return document;
    const open = vscode.l10n.t('Open a Script…');
    const template = vscode.l10n.t('New from a Template');
    const choice = await tell.info(
      document
        ? vscode.l10n.t('{0} is no script. A script starts with #!, such as #!/bin/bash.', fileName(document.uri))
        : vscode.l10n.t('Open a script first.'),
      open,
      template,
    );
    if (choice === template) await vscode.commands.executeCommand('ncloud.newScript');
    return choice === open ? this.openScript() : undefined;
  }

  /** The script that a row of the view, or the open script of NCP, stands for. */
  row(argument: unknown): { readonly account: Account; readonly number: string } | undefined {
    const account = accountOf(argument, this.accounts);
    const { number } = (argument ?? {}) as { readonly number?: unknown };
    return account && typeof number === 'string' ? { account, number } : undefined;
  }

  /** The current account or one that is asked for; always one of VPC. */
  async vpcAccount(title: string): Promise<Account | undefined> {
    const fits = ({ environment }: Account) => environment === 'vpc';
    const all = this.accounts.list();
    if (all.length === 0 || all.some(fits)) return accountFor(this.accounts, title, { fits });
    void tell.info(
      vscode.l10n.t(
        'Scripts cannot be uploaded to Classic from here. You can create a server with this script directly.',
      ),
    );
    return undefined;
  }

  /** The current account or one that is asked for. */
  async anyAccount(title: string): Promise<Account | undefined> {
    return accountFor(this.accounts, title);
  }

  /** A text without a language may be a script that has lost its first line. */
  private mayHold(document: vscode.TextDocument): boolean {
    return this.files.has(document) || isScript(document) || document.languageId === 'plaintext';
  }

  private async openScript(): Promise<vscode.TextDocument | undefined> {
    const [uri] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Open a Script…') })) ?? [];
    if (!uri) return undefined;
    await vscode.window.showTextDocument(uri);
    return this.script(uri);
  }

  /** Has the user pick one of the account's scripts; one with the given name comes first. */
  async pickStored(account: Account, title: string, name = ''): Promise<InitScript | undefined> {
    await this.lists.renew(account.id);
    const { rows: scripts = [], problem } = this.model.get(account.id) ?? {};
    if (problem !== undefined) void tell.warn(problem);
    else if (scripts.length === 0) {
      void tell.info(vscode.l10n.t('{0} has no init script.', plain(account.label)));
    }
    if (scripts.length === 0) return undefined;
    const items = scripts
      .map((script) => ({ label: visibleName(script), description: script.number, script }))
      .sort((a, b) => Number(b.label === name) - Number(a.label === name) || a.label.localeCompare(b.label));
    const placeHolder = vscode.l10n.t('Which init script?');
    return (await pickOne(items, { title, placeHolder, matchOnDescription: true }))?.script;
  }
}
