// The extension as it is built, started in an editor that writes down all it is given, against a site of this computer.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { builds } from '../../esbuild.mjs';
import type { Lifetime } from './fault-server';
import { Memory } from './memory';

/** The address of the public site, as the bundles hold it. */
const publicSite = 'https://ncloud.apigw.ntruss.com';

/** What the editor was given: by which call, and what. */
export interface Given {
  readonly place: string;
  readonly given: unknown;
}

type Handler = (...args: readonly unknown[]) => Promise<unknown>;

export interface Whole {
  readonly given: Given[];
  /** What a call of the editor answers, by its place: `window.showInputBox`. */
  readonly answers: Map<string, (...args: never[]) => unknown>;
  readonly commands: ReadonlyMap<string, Handler>;
  readonly state: Memory;
  /** The editor's own kind of address. */
  file(path: string): unknown;
  /** A folder that is the extension's own. */
  readonly storage: string;
  /** The last thing that was registered for a view: its tree. */
  tree(view: string): { getChildren(parent?: unknown): Promise<unknown[]>; getTreeItem(node: unknown): unknown };
  activate(): void;
}

/** The bundles, once for all tests of a file: the text of each by its name. */
let bundles: Promise<ReadonlyMap<string, string>> | undefined;

async function built(): Promise<ReadonlyMap<string, string>> {
  const wanted = builds.filter(({ platform }) => platform === 'node').slice(0, 2);
  const all = await Promise.all(
    wanted.map((options) => build({ ...options, absWorkingDir: process.cwd(), write: false })),
  );
  return new Map(all.flatMap(({ outputFiles }) => outputFiles).map(({ path, text }) => [basename(path), text]));
}

/** The secret store of the editor, as the extension uses it. */
export interface Secrets {
  get(name: string): Promise<string | undefined>;
  store(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
  onDidChange(notify: (event: { readonly key: string }) => void): { dispose(): void };
}

/** The extension, not yet activated. `endpoint` stands in for the public site; all goes when the test ends. */
export async function wholeExtension(t: Lifetime, endpoint: string, secrets: Secrets): Promise<Whole> {
  const folder = mkdtempSync(join(tmpdir(), 'whole-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  bundles ??= built();
  mkdirSync(join(folder, 'dist'));
  for (const [name, text] of await bundles) {
    writeFileSync(join(folder, 'dist', name), text.replaceAll(publicSite, endpoint));
  }
  const editor = join(folder, 'node_modules/vscode');
  mkdirSync(editor, { recursive: true });
  copyFileSync('test/support/recorded-editor.cjs', join(editor, 'index.js'));
  copyFileSync('test/support/vscode.cjs', join(editor, 'vscode.cjs'));
  const storage = join(folder, 'storage');
  mkdirSync(storage);
  const require = createRequire(join(folder, 'dist', 'extension.cjs'));
  const vscode = require('vscode');
  const given: Given[] = vscode.given;
  const state = new Memory();
  const context = {
    extensionMode: vscode.ExtensionMode.Test,
    subscriptions: [] as { dispose(): void }[],
    globalState: state,
    workspaceState: new Memory(),
    secrets,
    extensionUri: vscode.Uri.file(folder),
    globalStorageUri: vscode.Uri.file(storage),
    extension: { id: 'ncloud-servers.ncloud-servers', packageJSON: { version: '0.0.0' } },
  };
  const commands = new Map<string, Handler>();
  const { answers } = vscode;
  answers.set('commands.registerCommand', (id: string, run: Handler) => {
    commands.set(id, run);
    return { dispose: () => undefined };
  });
  const trees = new Map<string, ReturnType<Whole['tree']>>();
  answers.set('window.createTreeView', (id: string, options: { treeDataProvider: ReturnType<Whole['tree']> }) => {
    trees.set(id, options.treeDataProvider);
    const none = () => ({ dispose: () => undefined });
    return {
      visible: true,
      selection: [],
      onDidChangeVisibility: none,
      onDidChangeSelection: none,
      reveal: async () => undefined,
      dispose: none,
    };
  });
  t.after(() => {
    for (const one of context.subscriptions) one.dispose?.();
  });
  return {
    given,
    answers,
    commands,
    state,
    storage,
    file: (path) => vscode.Uri.file(path),
    tree: (view) => trees.get(view) ?? never(view),
    activate: () => void require(join(folder, 'dist', 'extension.cjs')).activate(context),
  };
}

function never(what: string): never {
  throw new Error(`${what} is not there`);
}

/** Every text in a value, however deep: names, texts, and bytes as text. Getters are read, functions are not called. */
export function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string') texts.push(next);
    if ((typeof next !== 'object' && typeof next !== 'function') || next === null || seen.has(next)) continue;
    seen.add(next);
    if (ArrayBuffer.isView(next)) texts.push(Buffer.from(next.buffer, next.byteOffset, next.byteLength).toString());
    else if (next instanceof Map || next instanceof Set) left.push(...next);
    else if (next instanceof Error) texts.push(String(next), String(next.stack));
    if (!ArrayBuffer.isView(next)) for (const [name, field] of Object.entries(next)) left.push(name, field);
  }
  return texts;
}

/** The texts of all files below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((file) =>
    file.isFile() ? [file.name, readFileSync(join(file.parentPath ?? file.path, file.name), 'utf8')] : [],
  );
}
