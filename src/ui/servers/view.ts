/** The servers view as commands and the user's eye need it: what is selected in it, and rows brought into sight. */
import * as vscode from 'vscode';
import type { Node } from './nodes';
import type { ServersShell } from './register';

export class ServersView implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly shell: ServersShell) {
    const { fleet, tree, view } = shell;
    this.subscriptions = [
      tree.onDidRegroup((accountId) => {
        const [row] = this.selection;
        if (row?.kind === 'server' && row.accountId === accountId)
          void view.reveal(row, { select: true, focus: false });
      }),
      fleet.onDidAdopt(({ accountId, servers }) => {
        const [first] = servers;
        // Brought into sight, not selected: what is selected is what a command of the palette is for.
        if (view.visible && first) void view.reveal(tree.server(accountId, first.number), { select: false });
      }),
    ];
  }

  /** The rows that are selected and can be seen. */
  get selection(): readonly Node[] {
    const { view } = this.shell;
    return view.visible ? view.selection : [];
  }

  /** Brings the view to the front and unfolds the account in it. */
  async show(accountId: string): Promise<void> {
    const { tree, view } = this.shell;
    await vscode.commands.executeCommand('ncloud.servers.focus');
    await view.reveal(tree.account(accountId), { expand: true });
  }

  /** Brings the view to the front and selects the row of a server in it. */
  async reveal(accountId: string, number: string): Promise<void> {
    const { tree, view } = this.shell;
    await vscode.commands.executeCommand('ncloud.servers.focus');
    await view.reveal(tree.server(accountId, number), { select: true, focus: true });
  }

  /** Unfolds the account and leaves the user where he is. */
  async unfold(accountId: string): Promise<void> {
    const { tree, view } = this.shell;
    await view.reveal(tree.account(accountId), { expand: true, focus: false, select: false });
  }

  /** Calls `seen` now and whenever the view comes into sight or leaves it. */
  watch(seen: (visible: boolean) => void): void {
    const { view } = this.shell;
    this.subscriptions.push(view.onDidChangeVisibility(({ visible }) => seen(visible)));
    seen(view.visible);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
