/** "Follow Boot Log": a terminal that shows what the first boot and the init script write, over SSH. */
import * as vscode from 'vscode';
import { type SshAddress, sshAddress, takesSsh } from '../../../connect/address';
import { bootLogArguments, bootLogs, windowsBootLogs } from '../../../connect/boot-logs';
import { loginOf, type SshLogin } from '../../../connect/login';
import type { Server } from '../../../servers/index';
import * as tell from '../../tell';
import { visibleName } from '../../text';
import type { Targets } from './targets';

export async function followBootLog(targets: Targets, args: readonly unknown[]): Promise<void> {
  const title = vscode.l10n.t('Follow Boot Log');
  // Windows servers are let through, so that it is said why nothing follows.
  const isOffered = (server: Server) => takesSsh(server) || (server.state === 'running' && server.os === 'windows');
  const [target] = await targets.choose(args, title, isOffered);
  if (!target) return;
  const { account, server } = target;
  const login = loginOf(server);
  if (login && account.site !== 'sandbox') open(server, login);
  else void tell.info(instead(server, sshAddress(server)));
}

/** Why there is no terminal, as a sentence. */
function instead(server: Server, address: SshAddress | undefined): string {
  const name = visibleName(server);
  if (server.os === 'windows') {
    return vscode.l10n.t(
      '{0} runs Windows, whose boot log cannot be followed from here. On the server it is in {1}.',
      name,
      windowsBootLogs,
    );
  }
  if (!address) return vscode.l10n.t('{0} has no public address, so its boot log cannot be reached from here.', name);
  return vscode.l10n.t(
    '{0} is simulated, so there is nothing to connect to. With a real server a terminal opens that follows {1}, over SSH to {2}.',
    name,
    bootLogs.join(', '),
    `root@${address.host}:${address.port}`,
  );
}

/** One terminal for each address: it is shown again while it follows. */
function open(server: Server, login: SshLogin): void {
  const shellArgs = bootLogArguments(login);
  const isSame = ({ creationOptions, exitStatus }: vscode.Terminal) =>
    exitStatus === undefined &&
    'shellArgs' in creationOptions &&
    String(creationOptions.shellArgs) === String(shellArgs);
  const following = vscode.window.terminals.find(isSame);
  if (following) {
    following.show();
    return;
  }
  tell
    .openTerminal({
      name: vscode.l10n.t('Boot log of {0}', visibleName(server)),
      shellPath: process.platform === 'win32' ? 'ssh.exe' : 'ssh',
      shellArgs,
      message: [
        vscode.l10n.t(
          'An init script runs once, at the first boot. This follows those of {0} that exist, and names each before its lines; end it with Ctrl+C.',
          bootLogs.join(', '),
        ),
        vscode.l10n.t(
          'The password of root is in the NCP console, which shows it to who has the login key of the server.',
        ),
      ].join(' '),
      iconPath: new vscode.ThemeIcon('output'),
      isTransient: true,
    })
    .show();
}
