// Login keys and exports in the editor: where a private key goes, what happens when it cannot be written, Terraform.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { readHcl } from '../support/hcl';
import { answering, openSandbox, vpc } from './extension';
import type { HostInput, HostTest } from './index';

interface Shown {
  readonly sentences: string[];
  readonly details: string[];
}

/** Runs "Create Login Key" for the sandbox; the save dialog gives the places in turn, modals are answered by `answer`. */
async function createKey(name: string, places: readonly string[], answer: (actions: string[]) => string | undefined) {
  const shown: Shown = { sentences: [], details: [] };
  const left = [...places];
  const say = async (sentence: string, options?: { detail?: string } | string, ...actions: string[]) => {
    shown.sentences.push(sentence);
    if (typeof options !== 'object') return undefined;
    shown.details.push(options.detail ?? '');
    return answer(actions);
  };
  await answering(
    {
      showInputBox: async ({ validateInput }: vscode.InputBoxOptions) => {
        assert.equal(validateInput?.(name), undefined);
        return name;
      },
      showSaveDialog: async ({ defaultUri }: vscode.SaveDialogOptions) => {
        assert.ok(defaultUri?.path.endsWith(`/${name}.pem`) || name === '');
        const place = left.shift();
        return place === undefined ? undefined : vscode.Uri.file(place);
      },
      showWarningMessage: say,
      showErrorMessage: say,
      showInformationMessage: say,
    },
    async () => {
      await vscode.commands.executeCommand('ncloud.createLoginKey', { accountId: vpc });
    },
  );
  return shown;
}

async function inFolder(run: (folder: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'private-keys-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether the sandbox refuses the name, because there is a key of it. */
async function isTaken(name: string): Promise<boolean> {
  let fault: unknown;
  await answering(
    {
      showInputBox: async ({ validateInput }: vscode.InputBoxOptions) => {
        fault = await validateInput?.(name);
        return undefined;
      },
      showWarningMessage: async () => undefined,
    },
    async () => {
      await vscode.commands.executeCommand('ncloud.createLoginKey', { accountId: vpc });
    },
  );
  return fault !== undefined;
}

const first = (actions: string[]) => actions[0];

export const tests: readonly HostTest[] = [
  {
    name: 'a private key is saved where the user says, for the user alone, and no message holds it',
    run: () =>
      inFolder(async (folder) => {
        await openSandbox();
        const path = join(folder, 'first-key.pem');
        const { sentences, details } = await createKey('first-key', [path], first);
        assert.match(readFileSync(path, 'utf8'), /^-----BEGIN RSA PRIVATE KEY-----/);
        assert.equal(statSync(path).mode & 0o777, 0o600);
        assert.ok(sentences.some((sentence) => sentence.includes(path)));
        assert.doesNotMatch([...sentences, ...details].join('\n'), /PRIVATE KEY-----/);
        assert.ok(await isTaken('first-key'));
      }),
  },
  {
    name: 'neither a workspace folder nor a file that exists is taken, and leaving then makes nothing',
    run: ({ workspace }: HostInput) =>
      inFolder(async (folder) => {
        await openSandbox();
        const existing = join(folder, 'mine');
        mkdirSync(existing);
        const { sentences } = await createKey('no-key', [join(workspace, 'no-key.pem'), existing], first);
        assert.equal(sentences.length, 2);
        assert.deepEqual(
          readdirSync(workspace).filter((file) => file.endsWith('.pem')),
          [],
        );
        assert.equal(await isTaken('no-key'), false);
      }),
  },
  {
    name: 'in a git work tree it asks first',
    run: () =>
      inFolder(async (folder) => {
        await openSandbox();
        mkdirSync(join(folder, '.git'));
        const path = join(folder, 'git-key.pem');
        await createKey('git-key', [path], (actions) => actions[1]);
        assert.match(readFileSync(path, 'utf8'), /PRIVATE KEY/);
      }),
  },
  {
    name: 'a key that could not be written stays in memory and is offered again',
    run: () =>
      inFolder(async (folder) => {
        await openSandbox();
        const path = join(folder, 'late-key.pem');
        const { details } = await createKey('late-key', ['/proc/late-key.pem'], () => undefined);
        assert.match(details.join(), /\/proc\/late-key\.pem E[A-Z]+/);
        assert.ok(!readdirSync(folder).includes('late-key.pem'));
        await answering(
          {
            showWarningMessage: async (_: string, __: object, ...actions: string[]) => actions[0],
            showSaveDialog: async () => vscode.Uri.file(path),
            showInformationMessage: async () => undefined,
            showInputBox: async () => undefined,
          },
          async () => {
            await vscode.commands.executeCommand('ncloud.createLoginKey', { accountId: vpc });
          },
        );
        assert.match(readFileSync(path, 'utf8'), /SANDBOX throw-away key late-key/);
      }),
  },
  {
    name: 'a pasted public key is imported; a private one is refused and stays here',
    async run() {
      await openSandbox();
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      const text = `ssh-rsa ${openSshBlob(publicKey.export({ format: 'jwk' }))} Me@Home`;
      const inputs: string[] = [];
      await answering(
        {
          showQuickPick: async (items: readonly vscode.QuickPickItem[]) => items[1],
          showInputBox: async ({ validateInput, value = '' }: vscode.InputBoxOptions) => {
            inputs.push(value);
            if (inputs.length > 1) return value;
            assert.ok(validateInput?.('-----BEGIN OPENSSH PRIVATE KEY-----'));
            assert.ok(validateInput?.('ssh-ed25519 AAAA'));
            assert.equal(validateInput?.(text), undefined);
            return text;
          },
          showInformationMessage: async () => undefined,
        },
        async () => {
          await vscode.commands.executeCommand('ncloud.importLoginKey', { accountId: vpc });
        },
      );
      assert.deepEqual(inputs, ['', 'me-home']);
      assert.ok(await isTaken('me-home'));
    },
  },
  {
    name: 'servers that exist are exported as Terraform that takes them over, VPC and Classic',
    async run() {
      const api = await openSandbox();
      for (const { id, environment } of api.accounts.list()) {
        await vscode.commands.executeCommand('ncloud.refresh', { accountId: id });
        const servers = (api.model.get(id)?.servers ?? []).slice(0, 2);
        const rows = servers.map(({ number }) => ({ kind: 'server', accountId: id, number }));
        await vscode.commands.executeCommand('ncloud.exportTerraform', rows[0], rows);
        const document = vscode.window.activeTextEditor?.document;
        assert.ok(document);
        assert.deepEqual([document.uri.scheme, document.isDirty], ['ncloud-export', false]);
        assert.match(document.uri.path, /\/servers\.tf$/);
        const { blocks } = readHcl(document.getText());
        const imports = blocks.filter(({ type }) => type === 'import').map(({ body }) => body.attributes.id);
        assert.deepEqual(
          imports,
          servers.map(({ number }) => number),
        );
        const resources = blocks.filter(({ labels }) => labels[0] === 'ncloud_server').map(({ body }) => body);
        assert.deepEqual(
          resources.map(({ attributes }) => attributes.name),
          servers.map(({ name }) => name),
        );
        for (const { attributes, blocks: parts } of resources) {
          assert.equal(typeof attributes[environment === 'vpc' ? 'subnet_no' : 'zone'], 'string');
          assert.equal(parts.filter(({ type }) => type === 'network_interface').length > 0, environment === 'vpc');
        }
      }
    },
  },
];

function openSshBlob({ e = '', n = '' }: { e?: string; n?: string }): string {
  const parts = [
    Buffer.from('ssh-rsa'),
    Buffer.from(e, 'base64url'),
    Buffer.from(`00${Buffer.from(n, 'base64url').toString('hex')}`, 'hex'),
  ];
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  ).toString('base64');
}
