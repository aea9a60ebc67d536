/** “What do you want to do with web-1?”: all that can be done with a server now, for Enter and a double click. */
import * as vscode from 'vscode';
import { sshCommand, takesSsh } from '../../../connect/address';
import { allows, type Operation, operationNames, type Server } from '../../../servers/index';
import { pickOne } from '../../ask';
import { type CommandId, commandOf } from '../../commands';
import { plain, visibleName } from '../../text';
import { addressWords, stateWord } from '../words';
import { menuArguments, type Target, type Targets } from './targets';
import { words } from './words';

/** Two clicks on one row within this time are a double click, in milliseconds. */
const doubleClick = 500;

/** What can be done with servers. */
export interface ServerAction {
  readonly command: CommandId;
  readonly label: string;
  readonly icon: string;
  readonly isOffered: (server: Server) => boolean;
  /** What is copied, or what it is about. */
  readonly detail?: (server: Server) => string | undefined;
  /** Whether it takes several servers at once. */
  readonly takesSeveral: boolean;
}

/** In the order in which they are offered: what one wants of a server most comes first, its end last. */
export const serverActions: readonly ServerAction[] = [
  {
    command: 'ncloud.copyPublicIp',
    label: vscode.l10n.t('Copy Public IP'),
    icon: 'copy',
    isOffered: ({ publicIp }) => publicIp !== undefined,
    detail: ({ publicIp }) => publicIp,
    takesSeveral: true,
  },
  {
    command: 'ncloud.copySshCommand',
    label: vscode.l10n.t('Copy SSH Command'),
    icon: 'terminal',
    isOffered: takesSsh,
    detail: sshCommand,
    takesSeveral: true,
  },
  {
    command: 'ncloud.copyPrivateIp',
    label: vscode.l10n.t('Copy Private IP'),
    icon: 'copy',
    isOffered: () => true,
    detail: ({ privateIp }) => privateIp,
    takesSeveral: true,
  },
  {
    command: 'ncloud.followBootLog',
    label: vscode.l10n.t('Follow Boot Log'),
    icon: 'output',
    isOffered: takesSsh,
    takesSeveral: false,
  },
  ...operationNames.filter((operation) => operation !== 'terminate').map(operationAction),
  {
    command: 'ncloud.newPreset',
    label: vscode.l10n.t('New Preset from This Server'),
    icon: 'save-as',
    isOffered: () => true,
    takesSeveral: false,
  },
  {
    command: 'ncloud.exportTerraform',
    label: vscode.l10n.t('Export as Terraform'),
    icon: 'code',
    isOffered: () => true,
    takesSeveral: true,
  },
  operationAction('terminate'),
];

function operationAction(operation: Operation): ServerAction {
  return {
    command: commandOf(operation),
    label: words[operation].command,
    icon: words[operation].icon,
    // A server that runs is also offered its end: the refusal says what comes first.
    isOffered: (server) => operation === 'terminate' || allows(server, operation),
    takesSeveral: true,
  };
}

export class ServerActions {
  private clicked: { readonly row: unknown; readonly at: number } | undefined;
  private isOpen = false;

  constructor(
    private readonly targets: Targets,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Offers what can be done with the servers that the command was called on. A row calls it (`'click'`) whenever the
   * editor opens it: with each click, of which the second one counts, and with Enter, which says so right after
   * (`'enter'`). A row that is no server does not call, so Enter on it opens nothing.
   */
  async run([row, how]: readonly unknown[]): Promise<void> {
    if (row === 'enter') await this.offer(this.targets.named(this.entered()));
    else if (how === 'click') await this.offer(this.isDouble(row) ? this.targets.named([row]) : []);
    else await this.offer(await this.targets.choose([row, how], vscode.l10n.t('Server Actions'), () => true));
  }

  /** Whether the click on the row ends a double click: the editor tells of both, and says of none which one it is. */
  private isDouble(row: unknown): boolean {
    const before = this.clicked;
    const at = this.now();
    this.clicked = { row, at };
    // Rows that open with two clicks tell of the second one only.
    if (vscode.workspace.getConfiguration('workbench').get('list.openMode') === 'doubleClick') return true;
    if (!before || before.row !== row || at - before.at > doubleClick) return false;
    this.clicked = undefined;
    return true;
  }

  /** The row that Enter has opened. What the view says is selected comes later than the key. */
  private entered(): readonly unknown[] {
    const { clicked } = this;
    this.clicked = undefined;
    return clicked && this.now() - clicked.at <= doubleClick ? [clicked.row] : [];
  }

  private async offer(targets: readonly Target[]): Promise<void> {
    const [first] = targets;
    if (!first || this.isOpen) return;
    this.isOpen = true;
    try {
      const picked = await pickOne(toItems(targets), {
        title: titleOf(targets),
        placeHolder: questionOf(targets),
        matchOnDescription: true,
      });
      if (!picked) return;
      await vscode.commands.executeCommand(picked.command, ...menuArguments(targets));
    } finally {
      this.isOpen = false;
    }
  }
}

function toItems(targets: readonly Target[]) {
  const servers = targets.map(({ server }) => server);
  const [only] = servers.length === 1 ? servers : [];
  return serverActions
    .filter(({ isOffered, takesSeveral }) => (only || takesSeveral) && servers.some(isOffered))
    .map(({ command, label, icon, detail }) => ({
      label,
      description: (only && detail?.(only)) ?? '',
      iconPath: new vscode.ThemeIcon(icon),
      command,
    }));
}

function titleOf(targets: readonly Target[]): string {
  const [first, another] = targets;
  if (!first || another) return vscode.l10n.t('{0} servers', targets.length);
  const { account, server } = first;
  const address = server.state === 'running' ? [addressWords(server)] : [];
  return [visibleName(server), stateWord(server), ...address, plain(account.label)].join(' · ');
}

function questionOf(targets: readonly Target[]): string {
  const [first, another] = targets;
  return first && !another
    ? vscode.l10n.t('What do you want to do with {0}?', visibleName(first.server))
    : vscode.l10n.t('What do you want to do with {0} servers?', targets.length);
}
