/** "Follow Boot Log": a terminal that shows what cloud-init and the init script write, over SSH. */
import { isIPv4 } from 'node:net';
import * as vscode from 'vscode';
import type { Server } from '../../servers/index';
import type { Targets } from '../servers/commands/targets';
import * as tell from '../tell';
import { plain } from '../text';

const logFile = '/var/log/cloud-init-output.log';

/** Where SSH reaches a server. */
interface SshAddress {
  readonly host: string;
  readonly port: number;
}

export async function followBootLog(targets: Targets, args: readonly unknown[]): Promise<void> {
  const title = vscode.l10n.t('Follow Boot Log');
  const isReachable = (server: Server) => server.state === 'running' && sshAddress(server) !== undefined;
  const [target] = await targets.choose(args, title, isReachable);
  if (!target) return;
  const { server } = target;
  const address = sshAddress(server);
  if (!address) {
    void tell.info(
      vscode.l10n.t('{0} has no public address, so its boot log cannot be reached from here.', plain(server.name)),
    );
    return;
  }
  tell
    .openTerminal({
      name: vscode.l10n.t('Boot log of {0}', plain(server.name)),
      shellPath: process.platform === 'win32' ? 'ssh.exe' : 'ssh',
      shellArgs: bootLogArguments(address),
      message: vscode.l10n.t(
        'An init script runs once, at the first boot. This follows {0}; end it with Ctrl+C.',
        logFile,
      ),
      iconPath: new vscode.ThemeIcon('output'),
      isTransient: true,
    })
    .show();
}

/** The server's own public address, or Classic's shared one. Anything but an IPv4 address is none. */
function sshAddress({ publicIp, portForwarding }: Server): SshAddress | undefined {
  if (publicIp !== undefined && isIPv4(publicIp)) return { host: publicIp, port: 22 };
  if (portForwarding && isIPv4(portForwarding.ip)) {
    return { host: portForwarding.ip, port: portForwarding.externalPort };
  }
  return undefined;
}

/** Each argument stands for itself: no shell of this computer reads them. */
function bootLogArguments({ host, port }: SshAddress): string[] {
  return ['-p', String(port), '-l', 'root', '--', host, 'tail', '-n', '+1', '-F', logFile];
}
