// What the menus offer on the row of a server: the manifest, the flags of the row and the table of operations agree.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import {
  allows,
  type Operation,
  operationNames,
  type Server,
  type ServerState,
  toServer,
} from '../../../../src/servers/index';
import { commandOf } from '../../../../src/ui/commands';
import { serverActions } from '../../../../src/ui/servers/commands/actions';
import { words } from '../../../../src/ui/servers/commands/words';
import { contextValue } from '../../../../src/ui/servers/nodes';
import { holds } from '../when';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { contributes } = json('package.json');
const english: Record<string, string> = json('package.nls.json');
const korean: Record<string, string> = json('package.nls.ko.json');
const bundle: Record<string, string> = json('l10n/bundle.l10n.ko.json');
const commands: { command: string; title: string; icon?: string }[] = contributes.commands;
const items: { command: string; when: string; group: string }[] = contributes.menus['view/item/context'].filter(
  ({ when }: { when: string }) => when.startsWith('view == ncloud.servers && '),
);

const states: Readonly<Record<ServerState, true>> = {
  creating: true,
  running: true,
  stopped: true,
  starting: true,
  stopping: true,
  rebooting: true,
  changing: true,
  terminating: true,
  failed: true,
  other: true,
};
const allStates = Object.keys(states) as ServerState[];
const yesOrNo = [true, false];

/** A server of each state, environment, protection, system and with and without a public address. */
const servers: readonly Server[] = allStates.flatMap((state) =>
  (['vpc', 'classic'] as const).flatMap((environment) =>
    yesOrNo.flatMap((isProtected) =>
      yesOrNo.flatMap((isPublic) =>
        (['linux', 'windows'] as const).map((os) => {
          const server = { ...toServer(environment, { serverName: 'web' }), state, isProtected, os };
          return isPublic ? { ...server, publicIp: '203.0.113.7' } : server;
        }),
      ),
    ),
  ),
);

function offered(server: Server, isSeveral: boolean): string[] {
  const context = { view: 'ncloud.servers', viewItem: contextValue(server), listMultiSelection: isSeveral };
  return items
    .filter(({ when }) => holds(when, context))
    .map(({ command, group }) => `${group.startsWith('inline') ? 'inline ' : ''}${command.replace('ncloud.', '')}`)
    .sort();
}

/** What is offered in that state, written down without the table. */
function expected({ state, publicIp, os }: Server, isSeveral: boolean): string[] {
  const isIn = (...some: ServerState[]) => some.includes(state);
  const menu: Readonly<Record<string, boolean>> = {
    'inline startServer': isIn('stopped'),
    'inline stopServer': isIn('running'),
    startServer: isSeveral || isIn('stopped', 'failed'),
    stopServer: isSeveral || isIn('running', 'failed'),
    rebootServer: isSeveral || isIn('running', 'failed'),
    terminateServer: true,
    copyPublicIp: publicIp !== undefined,
    copySshCommand: isIn('running') && publicIp !== undefined && os === 'linux',
    copyPrivateIp: true,
    newPreset: !isSeveral,
    followBootLog: !isSeveral && isIn('running') && publicIp !== undefined && os === 'linux',
    exportTerraform: true,
  };
  return Object.keys(menu)
    .filter((name) => menu[name])
    .sort();
}

test('each state has its menu, whatever the protection, the environment and the system', () => {
  assert.equal(servers.length, 160);
  for (const server of servers) {
    for (const isSeveral of yesOrNo) {
      assert.deepEqual(offered(server, isSeveral), expected(server, isSeveral), contextValue(server));
    }
  }
});

test('what a menu offers on a server is cut from the words that the tree uses, and no clause names a state', () => {
  const flags = new Set(servers.flatMap((server) => contextValue(server).split('.')));
  for (const { command, when } of items) {
    for (const state of allStates) assert.doesNotMatch(when, new RegExp(`\\b${state}\\b`), command);
    for (const [, looked = ''] of when.matchAll(/viewItem =~ \/((?:\\.|[^/\\])+)\//g)) {
      if (/^\^account/.test(looked)) continue;
      const wanted = looked.replace(/\\[b.]|[\^.*]/g, ' ').replace(/\((\w+)\|(\w+)\)(-\w+)/g, '$1$3 $2$3');
      for (const word of wanted.trim().split(/\s+/)) assert.ok(flags.has(word), `${command}: ${word}`);
    }
  }
});

test('each operation has a command, an icon, a way to it in the menu and its title in both languages', () => {
  for (const operation of operationNames) {
    const id = commandOf(operation);
    const { title = '', icon } = commands.find(({ command }) => command === id) ?? {};
    const key = title.slice(1, -1);
    assert.ok(icon, `${id}: no command with an icon`);
    assert.equal(english[key], words[operation].command);
    assert.equal(korean[key], bundle[words[operation].command]);
    const inMenu = items.filter(({ command, group }) => command === id && !group.startsWith('inline'));
    assert.equal(inMenu.length, 1, `${id}: lines in the menu of a server`);
    const isOffered = (flag: string, listMultiSelection = false) =>
      holds(inMenu[0]?.when ?? '', { view: 'ncloud.servers', viewItem: `server.other.vpc${flag}`, listMultiSelection });
    for (const flag of ['may', 'try'])
      assert.ok(isOffered(`.${flag}-${operation}`), `${id}: not offered by ${flag}-${operation}`);
    assert.ok(isOffered('', true), `${id}: not offered on several servers`);
  }
});

test('Enter and a double click offer what the menu offers, by the same names and icons', () => {
  for (const server of servers) {
    for (const isSeveral of yesOrNo) {
      const inMenu = offered(server, isSeveral).filter((name) => !name.startsWith('inline '));
      // The menu cannot tell what suits one of several; of several rows it is asked on the one that was clicked.
      if (isSeveral && operationNames.some((operation) => !allows(server, operation))) continue;
      const byEnter = serverActions.filter((action) => action.isOffered(server) && (!isSeveral || action.takesSeveral));
      assert.deepEqual(byEnter.map(({ command }) => command.replace('ncloud.', '')).sort(), inMenu);
    }
  }
  for (const { command, label, icon } of serverActions) {
    const told = commands.find((candidate) => candidate.command === command);
    assert.equal(english[told?.title.slice(1, -1) ?? ''], label);
    assert.equal(korean[told?.title.slice(1, -1) ?? ''], bundle[label]);
    assert.equal(told?.icon ?? `$(${icon})`, `$(${icon})`, command);
  }
});

test('Enter chooses the row that has the focus before it asks what to do with it', () => {
  const [binding, ...others] = contributes.keybindings.filter(({ key }: { key: string }) => key === 'enter');
  assert.deepEqual(others, []);
  assert.deepEqual(binding.args.commands, ['list.select', { command: 'ncloud.serverActions', args: 'enter' }]);
  const context = { listFocus: true, focusedView: 'ncloud.servers' };
  assert.ok(holds(binding.when, context));
  assert.ok(!holds(binding.when, { ...context, inputFocus: true }));
  assert.ok(!holds(binding.when, { ...context, focusedView: 'ncloud.initScripts' }));
});

test('the flags of a row name what may be done and what may be tried', () => {
  const may = (server: Partial<Server>) =>
    contextValue({ ...toServer('vpc', {}), ...server })
      .split('.')
      .filter((flag) => /^(may|try)-/.test(flag));
  assert.deepEqual(may({ state: 'running' }), ['may-stop', 'may-reboot']);
  assert.deepEqual(may({ state: 'stopped' }), ['may-start', 'may-terminate']);
  assert.deepEqual(may({ state: 'stopped', isProtected: true }), ['may-start']);
  const all: Operation[] = ['start', 'stop', 'reboot', 'terminate'];
  assert.deepEqual(
    may({ state: 'failed' }),
    all.map((operation) => `try-${operation}`),
  );
  assert.deepEqual(may({ state: 'creating' }), []);
});

test('rows of creations: what can be done is what their words say, and the first of it is beside them', () => {
  const of = (viewItem: string, isSeveral = false) =>
    items
      .filter(({ when }) => holds(when, { view: 'ncloud.servers', viewItem, listMultiSelection: isSeveral }))
      .map(({ command, group }) => `${group.startsWith('inline') ? 'inline ' : ''}${command.replace('ncloud.', '')}`);
  assert.deepEqual(of('unknown'), ['inline checkUnknown', 'checkUnknown', 'createAgain', 'forgetUnknown']);
  assert.deepEqual(of('unknown.candidates'), [
    'inline showCandidates',
    'checkUnknown',
    'showCandidates',
    'createAgain',
    'forgetUnknown',
  ]);
  assert.deepEqual(of('unknown', true), ['inline checkUnknown', 'checkUnknown', 'forgetUnknown']);
  assert.deepEqual(of('made'), ['forgetUnknown']);
  assert.deepEqual(of('corrupt'), ['forgetUnknown']);
  for (const quiet of ['requested', 'newer']) assert.deepEqual(of(quiet), [], quiet);
});
