/** The commands around presets: Quick Create, Open as Form, New Preset from This Server. */
import * as vscode from 'vscode';
import { presetOf, type Row, type Values } from '../../reference/index';
import type { Journal } from '../../servers/creation/journal';
import type { Fleet } from '../../servers/fleet';
import { plannedNames, type Server } from '../../servers/index';
import { valuesOfServer } from '../../servers/values';
import type { Account, Accounts } from '../accounts/account';
import type { Session, Sessions } from '../accounts/session';
import { askText } from '../ask';
import { type Creation, Creator } from '../create/creator';
import type { FormPanels } from '../form/panel';
import type { Log } from '../log';
import { isPreset } from '../preset-file';
import type { OpenPreset, PresetFiles } from '../presets/files';
import type { Targets } from '../servers/commands/targets';
import type { Lists } from '../servers/refresh';
import * as tell from '../tell';
import { fileName, plain, visibleName } from '../text';
import { attempt, showFault, Told } from '../told';
import { draftOf } from './draft';
import { freeName, nameFault } from './name';
import { accountFor, pickPreset } from './pick';

/** What the commands work with. */
export interface PresetParts {
  readonly files: PresetFiles;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly model: Fleet;
  readonly journal: Journal;
  readonly lists: Lists;
  readonly targets: Targets;
  readonly forms: FormPanels;
  readonly log: Log;
  /** The accounts that a creation is on its way for. */
  readonly busy: Set<string>;
  /** Shows the account in the servers view. */
  readonly reveal: (accountId: string) => Thenable<void>;
}

/** A script that takes the place of a preset's own. */
export interface PresetScript {
  /** The accounts that have it; all when left out. */
  readonly accounts?: Pick<Accounts, 'list' | 'current'>;
  /**
   * What makes a server of the account run it.
   * @throws Told when it cannot be had there.
   */
  readonly values: (account: Account) => Promise<Values>;
}

export class PresetCommands {
  constructor(private readonly parts: PresetParts) {}

  /** Preset → name → confirm. An editor or a lens gives the preset. */
  async quickCreate(argument: unknown): Promise<void> {
    await this.withPreset(argument, vscode.l10n.t('Quick Create'), (...chosen) => this.nameAndCreate(...chosen));
  }

  /** Quick Create with a script in the place of the preset's own. */
  async quickCreateWith(preset: vscode.Uri, script: PresetScript): Promise<void> {
    const title = vscode.l10n.t('Quick Create');
    await this.withPreset(preset, title, (...chosen) => this.nameAndCreate(...chosen), script);
  }

  /** Fills the form of a fitting account with the preset that is given, or that is in the active editor. */
  async openAsForm(argument: unknown): Promise<void> {
    const active = vscode.window.activeTextEditor?.document.uri;
    const preset = argument instanceof vscode.Uri || !active || !isPreset(active) ? argument : active;
    await this.withPreset(preset, vscode.l10n.t('Open as Form'), (_, account, values) =>
      this.parts.forms.open(account.id, draftOf(account.environment, values)),
    );
  }

  /** Writes a preset with what a server was made with, and opens it. */
  async fromServer(args: readonly unknown[]): Promise<void> {
    const { sessions, targets } = this.parts;
    const [target] = await targets.choose(args, vscode.l10n.t('New Preset from This Server'), () => true);
    if (!target) return;
    const { account, server } = target;
    const save = async () => {
      const values = await readServer(await sessions.open(account.id), server);
      const region = account.regionName ?? account.region;
      const preset = presetOf(account.environment, values, region === '' ? {} : { region });
      const uri = await this.parts.files.save(preset, server.name);
      if (uri) await vscode.window.showTextDocument(uri);
    };
    const tried = vscode.l10n.t('New Preset from This Server');
    await attempt(account.environment, save, { about: visibleName(server), tried });
  }

  private async withPreset(
    argument: unknown,
    title: string,
    run: (preset: OpenPreset, account: Account, values: Values) => Promise<void>,
    script?: PresetScript,
  ): Promise<void> {
    const prepare = async () => {
      const uri = argument instanceof vscode.Uri ? argument : await pickPreset(this.parts.files, title);
      if (!uri) return;
      const preset = await this.parts.files.read(uri);
      const account = await accountFor(preset, script?.accounts ?? this.parts.accounts, title);
      if (!account) return;
      await this.parts.sessions.open(account.id);
      const values = script
        ? { ...withoutScript(preset.values), ...(await script.values(account)) }
        : await this.parts.files.values(preset, account);
      await this.parts.files.use(uri);
      await run(preset, account, values);
    };
    await attempt('vpc', prepare, { tried: title });
  }

  private async nameAndCreate(preset: OpenPreset, account: Account, values: Values): Promise<void> {
    const name = await this.askName(preset, account, values);
    if (name !== undefined) await this.create(account, { ...values, serverName: name });
  }

  private async askName(preset: OpenPreset, account: Account, values: Values): Promise<string | undefined> {
    const { model, lists } = this.parts;
    const { id, environment } = account;
    const reading = lists.renew(id);
    if (model.get(id)?.readAt === undefined) await reading;
    const fault = (name: string) => nameFault(environment, values, name, model.names(id));
    const own = values.serverName || fileName(preset.uri).replace(/\.ncloud\.json$/, '');
    const name = await askText({
      title: vscode.l10n.t('Create a server from {0}', fileName(preset.uri)),
      prompt: vscode.l10n.t('The name of the server.'),
      value: freeName(own, (candidate) => fault(candidate) === undefined),
      ignoreFocusOut: true,
      validateInput: (text) => fault(text.trim()),
    });
    return name?.trim();
  }

  private async create(account: Account, values: Values): Promise<void> {
    const { sessions, model, journal, log, busy } = this.parts;
    const creator = new Creator({ account, open: () => sessions.open(account.id), model, journal, log, busy });
    const title = vscode.l10n.t('Creating {0}…', plannedNames(values).map(plain).join(', '));
    const result = await tell.during(title, () => creator.create(values), vscode.ProgressLocation.Window);
    await this.tell(result, account, values);
  }

  private async tell(result: Creation, account: Account, values: Values): Promise<void> {
    switch (result.kind) {
      case 'created':
        await this.parts.reveal(account.id);
        return;
      case 'refused': {
        const form = vscode.l10n.t('Open as Form');
        const choice = await showFault(result.message, result.error, {
          tried: vscode.l10n.t('Quick Create'),
          actions: [form],
          isNoted: true,
        });
        if (choice === form) await this.parts.forms.open(account.id, draftOf(account.environment, values));
        return;
      }
      case 'busy':
        void tell.info(
          vscode.l10n.t('Another server is just being created for this account. Try again when that is done.'),
        );
        return;
      case 'unknown':
        await this.parts.reveal(account.id);
        return;
      case 'left':
        return;
    }
  }
}

function withoutScript({ initScriptNo: _, userData: __, ...values }: Values): Values {
  return values;
}

/** What the API tells of one server. @throws NcloudError @throws Told when the server is gone. */
async function readServer({ account, client }: Session, server: Server): Promise<Values> {
  const { environment } = account;
  const { number, region, zoneNumber } = server;
  if (environment === 'vpc') {
    const [rows, interfaces] = await Promise.all([
      client.list('vserver', 'getServerInstanceList', { regionCode: region, serverInstanceNoList: [number] }),
      client.list('vserver', 'getNetworkInterfaceList', { regionCode: region, instanceNo: number }),
    ]);
    return valuesOfServer(environment, found(rows, number), interfaces);
  }
  const params = { regionNo: region, zoneNo: zoneNumber, serverInstanceNoList: [number] };
  return valuesOfServer(environment, found(await client.list('server', 'getServerInstanceList', params), number));
}

function found(rows: readonly Row[], number: string): Row {
  const row = rows.find(({ serverInstanceNo }) => serverInstanceNo === number);
  if (!row) throw new Told(vscode.l10n.t('This server no longer exists.'));
  return row;
}
