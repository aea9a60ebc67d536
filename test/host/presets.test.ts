// From a server to a preset, and from a preset to a server or a form.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../src/extension';
import { type Environment, type Preset, presetOf } from '../../src/reference/index';
import { scriptName } from '../../src/ui/presets/script';
import { activate, answering, eventually, showFile } from './extension';
import type { HostInput, HostTest } from './index';

let count = 0;

/** Opens a preset file of this name and text. */
function openPreset({ workspace }: HostInput, name: string, text: string) {
  return showFile(join(workspace, `${name}.ncloud.json`), text);
}

async function openSandbox(): Promise<Api> {
  const api = await activate();
  await vscode.commands.executeCommand('ncloud.trySandbox');
  for (const { id } of api.accounts.list()) {
    await vscode.commands.executeCommand('ncloud.refresh', { accountId: id });
  }
  return api;
}

/** A server of the sandbox that says all that a preset needs. */
function anyServer(api: Api, environment: Environment) {
  const accountId = `sandbox-${environment}`;
  const server = api.model.get(accountId)?.servers.find(({ state }) => state === 'running' || state === 'stopped');
  assert.ok(server);
  return { kind: 'server', accountId, number: server.number };
}

/** Saves a preset of a server and gives it back. */
async function presetFrom(api: Api, environment: Environment, { workspace }: HostInput): Promise<vscode.Uri> {
  count += 1;
  const uri = vscode.Uri.file(join(workspace, `from-${environment}-${count}.ncloud.json`));
  await answering({ showSaveDialog: async () => uri }, async () => {
    await vscode.commands.executeCommand('ncloud.newPreset', anyServer(api, environment));
  });
  assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  return uri;
}

function content(uri: vscode.Uri): Preset {
  return JSON.parse(readFileSync(uri.fsPath, 'utf8'));
}

/** Runs a command and answers what it asks. Gives each question, in order. */
async function asked(
  run: () => Thenable<unknown>,
  name?: string,
  pick?: (labels: string[], descriptions: (string | undefined)[]) => number,
) {
  const questions: string[] = [];
  const shown: string[] = [];
  const message = async (text: string, options?: { modal?: boolean; detail?: string }, action?: string) => {
    if (!options?.modal) {
      shown.push(text);
      return undefined;
    }
    questions.push(`confirm: ${options.detail}`);
    return action;
  };
  await answering(
    {
      showWarningMessage: message,
      showErrorMessage: message,
      // Servers of earlier tests are announced at any time.
      showInformationMessage: async () => undefined,
      showQuickPick: async (items: { label: string; description?: string; kind?: number }[]) => {
        questions.push('pick');
        const real = items.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
        const labels = real.map(({ label }) => label);
        return real[
          pick?.(
            labels,
            real.map(({ description }) => description),
          ) ?? 0
        ];
      },
      showInputBox: async ({ value, validateInput }: vscode.InputBoxOptions) => {
        questions.push(`name: ${value}`);
        const text = name ?? value ?? '';
        const fault = await validateInput?.(text);
        if (fault) shown.push(typeof fault === 'string' ? fault : fault.message);
        return fault ? undefined : text;
      },
    },
    async () => {
      await run();
    },
  );
  return { questions, shown };
}

export const tests: readonly HostTest[] = [
  {
    name: 'a preset names the file of its script as it finds it again, and none outside of its folder',
    async run({ workspace }) {
      const named = (preset: string, script: string) =>
        scriptName(vscode.Uri.file(preset), vscode.Uri.file(script)) ?? 'none';
      assert.deepEqual(
        [
          named(join(workspace, 'a.ncloud.json'), join(workspace, 'init-scripts/web.sh')),
          named(join(workspace, 'presets/a.ncloud.json'), join(workspace, 'web.sh')),
          named(join(workspace, 'a.ncloud.json'), '/etc/web.sh'),
          named('/elsewhere/a.ncloud.json', '/elsewhere/web.sh'),
          named('/elsewhere/presets/a.ncloud.json', '/elsewhere/web.sh'),
          scriptName(vscode.Uri.file('/elsewhere/a.ncloud.json'), vscode.Uri.parse('untitled:web.sh')) ?? 'none',
        ],
        ['init-scripts/web.sh', '../web.sh', 'none', 'web.sh', 'none', 'none'],
      );
    },
  },
  {
    name: 'a preset of a server holds what it was made with, and no name, address or script',
    async run(input) {
      const api = await openSandbox();
      const vpc = content(await presetFrom(api, 'vpc', input));
      assert.deepEqual([vpc.environment, vpc.region], ['vpc', 'KR']);
      const { vpcNo, subnetNo, loginKeyName, networkInterfaceList } = vpc.parameters;
      for (const value of [vpcNo, subnetNo, loginKeyName]) assert.ok(typeof value === 'string' && value !== '');
      assert.ok(Array.isArray(networkInterfaceList));
      assert.match(
        JSON.stringify(networkInterfaceList[0]),
        /"networkInterfaceOrder":0.*"accessControlGroupNoList":\["/,
      );
      const classic = content(await presetFrom(api, 'classic', input));
      assert.deepEqual([classic.environment, classic.region], ['classic', 'KR']);
      assert.ok(classic.parameters.serverImageProductCode && classic.parameters.zoneNo);
      for (const preset of [vpc, classic]) {
        assert.doesNotMatch(JSON.stringify(preset), /serverName|userData|"ip"|secret|accessKey/i);
      }
    },
  },
  {
    name: 'from an open preset to a server: the lens, the name, the confirmation',
    async run(input) {
      const api = await openSandbox();
      for (const environment of ['vpc', 'classic'] as const) {
        const accountId = `sandbox-${environment}`;
        const uri = await presetFrom(api, environment, input);
        const [lens] = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          uri,
          10,
        );
        const { command } = lens ?? {};
        assert.ok(command);
        const name = `quick-${environment}`;
        const { questions, shown } = await asked(
          () => vscode.commands.executeCommand(command.command, ...(command.arguments ?? [])),
          name,
        );
        assert.deepEqual(shown, []);
        assert.equal(questions.length, 2, `the lens and ${questions}`);
        assert.match(questions[0] ?? '', new RegExp(`^name: from-${environment}-\\d+$`));
        assert.ok(questions[1]?.startsWith(`confirm: ${name}`));
        const made = api.model.get(accountId)?.servers.filter((server) => server.name === name) ?? [];
        assert.equal(made.length, 1);
        await eventually('running', () => api.model.server(accountId, made[0]?.number ?? '')?.state === 'running');
      }
    },
  },
  {
    name: 'Quick Create offers the preset that was used last first',
    async run(input) {
      const api = await openSandbox();
      const uri = await presetFrom(api, 'vpc', input);
      await presetFrom(api, 'classic', input);
      await asked(() => vscode.commands.executeCommand('ncloud.quickCreate', uri), 'left');
      let offered: string[] = [];
      let places: (string | undefined)[] = [];
      const { questions } = await asked(
        () => vscode.commands.executeCommand('ncloud.quickCreate'),
        'quick-recent',
        (all, descriptions) => {
          offered = all;
          places = descriptions;
          return 0;
        },
      );
      assert.equal(offered[0], uri.path.split('/').at(-1));
      assert.equal(places[0], vscode.workspace.workspaceFolders?.[0]?.name);
      assert.equal(questions.length, 3, `${questions}`);
      assert.ok(api.model.names('sandbox-vpc').includes('quick-recent'));
    },
  },
  {
    name: 'a name that is taken or not allowed is refused while it is typed',
    async run(input) {
      const api = await openSandbox();
      const uri = await presetFrom(api, 'vpc', input);
      const [taken = ''] = api.model.names('sandbox-vpc');
      for (const name of [taken, 'Web', '', 'x']) {
        const { questions, shown } = await asked(() => vscode.commands.executeCommand('ncloud.quickCreate', uri), name);
        assert.deepEqual([questions.length, shown.length], [1, 1], name);
      }
    },
  },
  {
    name: 'a preset that cannot be used says why, and nothing is asked',
    async run(input) {
      await openSandbox();
      const texts: readonly (readonly [text: string, reason: RegExp])[] = [
        ['{', /bad-0/],
        ['{"environment": "moon", "parameters": {}}', /environment/],
        ['{"environment": "vpc", "parameters": {"userData": "x"}}', /userData/],
        ['{"environment": "vpc", "region": "JPN", "parameters": {}}', /JPN/],
        ['{"environment": "vpc", "initScript": "gone.sh", "parameters": {}}', /gone\.sh/],
        ['{"environment": "classic", "initScript": "../../etc/passwd", "parameters": {}}', /\.\./],
        ['{"environment": "classic", "initScript": "gone.sh", "parameters": {}}', /gone\.sh/],
        ['{"environment": "classic", "initScript": "link-out.sh", "parameters": {}}', /leads out|폴더 밖/],
        ['{"environment": "vpc", "initScript": "link-out.sh", "parameters": {}}', /leads out|폴더 밖/],
        ['{"environment": "vpc", "initScript": "folder-out/secret.sh", "parameters": {}}', /leads out|폴더 밖/],
        ['{"environment": "vpc", "initScript": "large.sh", "parameters": {}}', /1,?024 ?kB/],
        ['{"environment": "classic", "initScript": "folder-out", "parameters": {}}', /leads out|폴더 밖/],
        ['{"environment": "classic", "initScript": "sub", "parameters": {}}', /no file|파일이 아닙니다/],
      ];
      const outside = mkdtempSync(join(tmpdir(), 'outside-'));
      writeFileSync(join(outside, 'secret.sh'), '#!/bin/sh\necho secret\n');
      symlinkSync(join(outside, 'secret.sh'), join(input.workspace, 'link-out.sh'));
      symlinkSync(outside, join(input.workspace, 'folder-out'));
      mkdirSync(join(input.workspace, 'sub'));
      writeFileSync(join(input.workspace, 'large.sh'), '#'.repeat(1024 * 1024 + 1));
      for (const [place, [text, reason]] of texts.entries()) {
        const { uri } = await openPreset(input, `bad-${place}`, text);
        const { questions, shown } = await asked(() => vscode.commands.executeCommand('ncloud.quickCreate', uri));
        assert.deepEqual(questions, [], text);
        assert.equal(shown.length, 1, text);
        assert.match(shown[0] ?? '', reason);
      }
      rmSync(join(input.workspace, 'folder-out'));
      rmSync(outside, { recursive: true });
    },
  },
  {
    name: 'elsewhere than on this computer no link is followed to a script',
    async run() {
      await openSandbox();
      const { File, Directory, SymbolicLink } = vscode.FileType;
      const script = '#!/bin/sh\necho ready\n';
      const preset = (name: string) => JSON.stringify({ environment: 'classic', initScript: name, parameters: {} });
      const entries: Readonly<Record<string, readonly [type: number, text: string]>> = {
        '/': [Directory, ''],
        '/p': [Directory, ''],
        '/p/link.ncloud.json': [File, preset('link.sh')],
        '/p/folder.ncloud.json': [File, preset('folder/script.sh')],
        '/p/file.ncloud.json': [File, preset('script.sh')],
        '/p/script.sh': [File, script],
        '/p/link.sh': [File | SymbolicLink, script],
        '/p/folder': [Directory | SymbolicLink, ''],
        '/p/folder/script.sh': [File, script],
      };
      const read: string[] = [];
      const entry = ({ path }: vscode.Uri) => entries[path] ?? assert.fail(vscode.FileSystemError.FileNotFound(path));
      const refuse = () => assert.fail(vscode.FileSystemError.NoPermissions());
      const provider = vscode.workspace.registerFileSystemProvider('ncloud-elsewhere', {
        onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
        watch: () => ({ dispose() {} }),
        stat: (uri) => ({ type: entry(uri)[0], ctime: 0, mtime: 0, size: entry(uri)[1].length }),
        readDirectory: () => [],
        readFile: (uri) => {
          read.push(uri.path);
          return new TextEncoder().encode(entry(uri)[1]);
        },
        createDirectory: refuse,
        writeFile: refuse,
        delete: refuse,
        rename: refuse,
      });
      const run = (name: string) =>
        asked(() =>
          vscode.commands.executeCommand(
            'ncloud.quickCreate',
            vscode.Uri.from({ scheme: 'ncloud-elsewhere', path: `/p/${name}.ncloud.json` }),
          ),
        );
      try {
        for (const name of ['link', 'folder']) {
          const { questions, shown } = await run(name);
          assert.deepEqual(questions, [], name);
          assert.match(shown[0] ?? '', /where this link leads|링크가 가리키는/);
        }
        assert.ok(!read.some((path) => path.endsWith('.sh')), `${read}`);
        await run('file');
        assert.ok(read.includes('/p/script.sh'));
      } finally {
        provider.dispose();
      }
    },
  },
  {
    name: 'in Classic the script file of a preset goes along, and the question says so',
    async run(input) {
      const api = await openSandbox();
      const preset = content(await presetFrom(api, 'classic', input));
      const script = vscode.Uri.file(join(input.workspace, 'install.sh'));
      await vscode.workspace.fs.writeFile(script, new TextEncoder().encode('#!/bin/sh\necho ready\n'));
      const { uri } = await openPreset(input, 'script', JSON.stringify({ ...preset, initScript: 'install.sh' }));
      const { questions, shown } = await asked(
        () => vscode.commands.executeCommand('ncloud.quickCreate', uri),
        'with-script',
      );
      assert.deepEqual(shown, []);
      assert.match(questions[1] ?? '', input.locale === 'ko' ? /3줄|2줄/ : /: [23] lines/);
      assert.ok(api.model.names('sandbox-classic').includes('with-script'));
    },
  },
  {
    name: 'in VPC the script file of a preset becomes an init script, once',
    async run(input) {
      const api = await openSandbox();
      const preset = content(await presetFrom(api, 'vpc', input));
      const { initScriptNo: _, ...parameters } = preset.parameters;
      const script = vscode.Uri.file(join(input.workspace, 'vpc-install.sh'));
      await vscode.workspace.fs.writeFile(script, new TextEncoder().encode('#!/bin/sh\necho ready\n'));
      const { uri } = await openPreset(
        input,
        'vpc-script',
        JSON.stringify({ ...preset, parameters, initScript: 'vpc-install.sh' }),
      );
      const lines: string[] = [];
      for (const name of ['first-script', 'second-script']) {
        const { questions, shown } = await asked(() => vscode.commands.executeCommand('ncloud.quickCreate', uri), name);
        assert.deepEqual(shown, []);
        assert.ok(api.model.names('sandbox-vpc').includes(name));
        lines.push(questions[1]?.split('\n').find((line) => line.includes('vpc-install')) ?? '');
      }
      assert.ok(lines[0] !== '' && lines[0] === lines[1], lines.join(' / '));
    },
  },
  {
    name: 'a preset opens as a form',
    async run(input) {
      const preset = presetOf('vpc', { serverName: 'from-file', serverCreateCount: '2' });
      await openSandbox();
      const { uri } = await openPreset(input, 'form', JSON.stringify(preset));
      await vscode.commands.executeCommand('ncloud.openPreset', uri);
      await eventually('a form', () =>
        vscode.window.tabGroups.all.some(({ tabs }) =>
          tabs.some(
            ({ input: tab }) => tab instanceof vscode.TabInputWebview && tab.viewType.includes('ncloud.createServer'),
          ),
        ),
      );
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.commands.executeCommand('ncloud.leaveSandbox');
    },
  },
];
