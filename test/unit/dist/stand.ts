// Where the built extension is tried: two accounts at a site of this computer, with all that the editor gets to know.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { TestContext } from 'node:test';
import { startSandbox } from '../../../src/sandbox/index';
import { serve } from '../../support/fault-server';
import { filesIn, type Given, type Secrets, textsIn, type Whole, wholeExtension } from '../../support/whole-extension';

export const accounts = [
  { id: 'v', label: 'company', site: 'public', environment: 'vpc', region: 'KR' },
  { id: 'c', label: 'company-classic', site: 'public', environment: 'classic', region: '1', regionName: 'KR' },
];

/** A secret store that counts, and whose faults can be turned on. */
class Store implements Secrets {
  readonly values = new Map<string, string>();
  reads = 0;
  fault: 'none' | 'throws' | 'forgets' = 'none';
  private readonly listeners = new Set<(event: { readonly key: string }) => void>();
  async get(name: string) {
    this.reads++;
    if (this.fault === 'throws') throw new Error('the keyring is locked');
    return this.fault === 'forgets' ? undefined : this.values.get(name);
  }
  async store(name: string, value: string) {
    if (this.fault === 'throws') throw new Error('the keyring is locked');
    this.values.set(name, value);
  }
  async delete(name: string) {
    this.values.delete(name);
  }
  onDidChange(notify: (event: { readonly key: string }) => void) {
    this.listeners.add(notify);
    return { dispose: () => this.listeners.delete(notify) };
  }
  /** As another window, or the editor itself, changes it. */
  lose() {
    const names = [...this.values.keys()];
    this.values.clear();
    for (const key of names) for (const listener of this.listeners) listener({ key });
  }
}

export interface Stand extends Whole {
  readonly store: Store;
  readonly key: { readonly accessKey: string; readonly secretKey: string };
  /** Actions that were asked for. */
  readonly asked: string[];
  readonly signatures: string[];
  readonly commits: readonly unknown[];
  /** What names are called in answers. */
  readonly names: Map<string, string>;
  /** Answers an action with a refusal that says this of the request, its body. */
  spoil: { action?: RegExp; say?: (body: string, signature: string) => string };
}

/** Two accounts of one key at a site of this computer, which is a sandbox behind somebody who repeats what he hears. */
export async function stand(t: TestContext): Promise<Stand> {
  const sandbox = await startSandbox({ speed: 'instant' });
  t.after(() => sandbox.stop());
  const spoil: Stand['spoil'] = {};
  const asked: string[] = [];
  const names = new Map<string, string>();
  const signatures: string[] = [];
  let whole: Whole | undefined;
  const { endpoint } = await serve(t, (response, { method, url, headers, body }) => {
    const action = url.split('/').at(-1) ?? '';
    asked.push(action);
    const signature = String(headers['x-ncp-apigw-signature-v2']);
    signatures.push(signature);
    // What is on the disk while an answer is awaited may be gone when it is there.
    if (/^create/.test(action)) whole?.given.push({ place: 'a file', given: filesIn(whole.storage) });
    if (spoil.say && spoil.action?.test(action)) {
      const returnMessage = spoil.say(body, signature);
      response.writeHead(400).end(JSON.stringify({ responseError: { returnCode: '99999', returnMessage } }));
      return;
    }
    const { host: _, 'accept-encoding': __, ...kept } = headers;
    const forward = request(`${sandbox.endpoint}${url}`, { method, headers: kept }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part);
      let said = Buffer.concat(parts).toString();
      for (const [name, text] of names) said = said.replaceAll(`"${name}"`, JSON.stringify(text));
      response.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' }).end(said);
    });
    forward.end(body);
  });
  const store = new Store();
  const key = { accessKey: sandbox.accessKey, secretKey: sandbox.secretKey };
  for (const { id } of accounts) store.values.set(`ncloud.account.${id}`, JSON.stringify({ ...key, endpoint }));
  whole = await wholeExtension(t, endpoint, store);
  await whole.state.update('ncloud.accounts', accounts);
  return { ...whole, store, key, asked, signatures, commits: sandbox.commits, names, spoil };
}

/** The rows of an account in the view of servers, once its list was read. */
export async function rowsOf({ tree }: Stand, accountId: string): Promise<{ number?: string }[]> {
  const servers = tree('ncloud.servers');
  const roots = (await servers.getChildren()) as { accountId: string }[];
  const root = roots.find((node) => node.accountId === accountId);
  assert.ok(root, JSON.stringify(roots));
  const rows = (await servers.getChildren(root)) as { number?: string }[];
  for (const row of [...roots, ...rows]) servers.getTreeItem(row);
  return rows;
}

/** What gives the text of an export. */
export interface Exports {
  provideTextDocumentContent(uri: unknown): string | undefined;
}

/** The form, as its page would play it: `say` a message, and wait until it is handled. */
export function formOf({ answers, given }: Stand): { readonly say: (message: unknown) => void } {
  const page = { say: (_: unknown) => undefined as unknown };
  const none = () => ({ dispose: () => undefined });
  answers.set('window.createWebviewPanel', () => ({
    title: '',
    active: true,
    visible: true,
    webview: {
      cspSource: 'x',
      asWebviewUri: String,
      postMessage: async (message: { readonly type: string }) => {
        // The page is told what it has told itself; all else is seen by the user.
        if (message.type !== 'start') given.push({ place: 'the page', given: message });
        return true;
      },
      onDidReceiveMessage: (hear: (message: unknown) => unknown) => {
        page.say = hear;
        return none();
      },
    },
    reveal: () => undefined,
    dispose: () => undefined,
    onDidDispose: none,
    onDidChangeViewState: none,
  }));
  return { say: (message) => page.say(message) };
}

/** Whether the editor shows or keeps it. Providers are code: what they answer with is written down where it is shown. */
export const isShown = ({ place }: Given) => !/\.register|\.createTreeView|\.createWebviewPanel/.test(place);

/** Everything that the extension has given away: to the editor, into its own files, into what the editor keeps. */
export function told({ given, state, storage }: Stand): string[] {
  const kept = state.keys().map((name) => [name, state.get<unknown>(name)]);
  return [...textsIn([given.filter(isShown), kept]), ...filesIn(storage)];
}

/** Waits until nothing was asked for during some time. */
export async function quiet({ asked }: Stand) {
  for (let before = -1; before !== asked.length; ) {
    before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
