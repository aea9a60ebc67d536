import { type Operation, operationNames } from '../servers/operations';

/** The ids of all commands. They are registered at activation; what they do is loaded with the first one that runs. */
export const commandIds = [
  ...operationNames.map(commandOf),
  'ncloud.createServer',
  'ncloud.quickCreate',
  'ncloud.openPreset',
  'ncloud.newPreset',
  'ncloud.refresh',
  'ncloud.serverActions',
  'ncloud.copyPublicIp',
  'ncloud.copyPrivateIp',
  'ncloud.copySshCommand',
  'ncloud.exportTerraform',
  'ncloud.createLoginKey',
  'ncloud.importLoginKey',
  'ncloud.checkUnknown',
  'ncloud.showCandidates',
  'ncloud.createAgain',
  'ncloud.forgetUnknown',
  'ncloud.addAccount',
  'ncloud.importAccounts',
  'ncloud.switchAccount',
  'ncloud.renameAccount',
  'ncloud.chooseRegions',
  'ncloud.replaceKey',
  'ncloud.removeAccount',
  'ncloud.trySandbox',
  'ncloud.leaveSandbox',
  'ncloud.showLog',
  'ncloud.createServerWithScript',
  'ncloud.uploadScript',
  'ncloud.compareScript',
  'ncloud.openScript',
  'ncloud.newScript',
  'ncloud.deleteScript',
  'ncloud.markScript',
  'ncloud.unmarkScript',
  'ncloud.tryScript',
  'ncloud.showScriptProblems',
  'ncloud.refreshScripts',
  'ncloud.followBootLog',
  'ncloud.getStarted',
] as const;

export type CommandId = (typeof commandIds)[number];

export type OperationCommand = `ncloud.${Operation}Server`;

/** The command that carries out an operation. */
export function commandOf(operation: Operation): OperationCommand {
  return `ncloud.${operation}Server`;
}

/** What each command does. The arguments come from menus, but also from any other extension: nothing about them is sure. */
export type Handlers = Readonly<Record<CommandId, (...args: readonly unknown[]) => Promise<void> | void>>;
