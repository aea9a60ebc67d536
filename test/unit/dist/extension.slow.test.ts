// The extension as it is built, from its activation on: what it asks for, and what the editor and its files get to know.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { startSandbox } from '../../../src/sandbox/index';
import { serve } from '../../support/fault-server';
import { filesIn, type Given, type Secrets, textsIn, type Whole, wholeExtension } from '../../support/whole-extension';
import { encodings, leaks } from '../client/encodings';

const accounts = [
  { id: 'v', label: 'company', site: 'public', environment: 'vpc', region: 'KR' },
  { id: 'c', label: 'company-classic', site: 'public', environment: 'classic', region: '1', regionName: 'KR' },
];
const script = '#!/bin/bash\nexport CANARY_TOKEN="canary-word-1234567890"\nuseradd canary-user-1234567890\n';

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

interface Stand extends Whole {
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
async function stand(t: TestContext): Promise<Stand> {
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
async function rowsOf({ tree }: Stand, accountId: string): Promise<{ number?: string }[]> {
  const servers = tree('ncloud.servers');
  const roots = (await servers.getChildren()) as { accountId: string }[];
  const root = roots.find((node) => node.accountId === accountId);
  assert.ok(root, JSON.stringify(roots));
  const rows = (await servers.getChildren(root)) as { number?: string }[];
  for (const row of [...roots, ...rows]) servers.getTreeItem(row);
  return rows;
}

/** What gives the text of an export. */
interface Exports {
  provideTextDocumentContent(uri: unknown): string | undefined;
}

/** The form, as its page would play it: `say` a message, and wait until it is handled. */
function formOf({ answers, given }: Stand): { readonly say: (message: unknown) => void } {
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
const isShown = ({ place }: Given) => !/\.register|\.createTreeView|\.createWebviewPanel/.test(place);

/** Everything that the extension has given away: to the editor, into its own files, into what the editor keeps. */
function told({ given, state, storage }: Stand): string[] {
  const kept = state.keys().map((name) => [name, state.get<unknown>(name)]);
  return [...textsIn([given.filter(isShown), kept]), ...filesIn(storage)];
}

/** Waits until nothing was asked for during some time. */
async function quiet({ asked }: Stand) {
  for (let before = -1; before !== asked.length; ) {
    before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

test('activation sends nothing and reads no secret, and neither does a look at the accounts', async (t) => {
  const here = await stand(t);
  here.activate();
  const nodes = await here.tree('ncloud.servers').getChildren();
  assert.equal(nodes.length, accounts.length);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.deepEqual([here.asked, here.store.reads], [[], 0]);
  assert.ok((await rowsOf(here, 'v')).length > 1);
  assert.ok(here.asked.length > 0 && here.store.reads > 0);
});

for (const fault of ['throws', 'forgets'] as const) {
  test(`a secret store that ${fault}: the key is asked for once, nothing is sent and nothing else is lost`, async (t) => {
    const here = await stand(t);
    here.activate();
    here.store.fault = fault;
    const before = JSON.stringify(here.state.get('ncloud.accounts'));
    const kept = here.store.values.size;
    await here.commands.get('ncloud.refresh')?.();
    await quiet(here);
    const boxes = here.given.filter(({ place }) => place === 'an input box');
    assert.equal(boxes.length, 1, 'both accounts are without their key, and the first box was left');
    assert.deepEqual(here.asked, []);
    assert.equal(JSON.stringify(here.state.get('ncloud.accounts')), before);
    assert.equal(here.store.values.size, kept);
    const said = here.given.filter(({ place }) => /show\w+Message/.test(place));
    assert.doesNotMatch(textsIn(said).join(), /keyring|Error|went wrong/);
    here.store.fault = 'none';
    await here.commands.get('ncloud.refresh')?.();
    assert.ok((await rowsOf(here, 'c')).length > 1, 'it works again as soon as the store does');
  });
}

test('a key that is lost while the editor is open is asked for with the next call, and only that one', async (t) => {
  const here = await stand(t);
  here.activate();
  assert.ok((await rowsOf(here, 'v')).length > 1);
  const calls = here.asked.length;
  here.store.lose();
  await here.commands.get('ncloud.refresh')?.({ accountId: 'v' });
  assert.equal(here.given.filter(({ place }) => place === 'an input box').length, 1);
  assert.equal(here.asked.length, calls, 'the old key is not used any more');
  assert.ok((await rowsOf(here, 'v')).length > 1, 'what was known of its servers stays');
});

/** The five ways of S5, of those that the mask is tested with. */
const ways = ['raw', 'base64', 'address, every byte', 'hex', 'JSON, every character'] as const;

test('secrets that come back are in no message, log, draft, export, preset, clipboard or file', async (t) => {
  const here = await stand(t);
  const { commands, answers, key, spoil } = here;
  here.activate();
  const page = formOf(here);
  const home = mkdtempSync(join(tmpdir(), 'keys-'));
  t.after(() => rmSync(home, { recursive: true }));
  const run = async (id: string, ...args: unknown[]) => {
    await commands.get(`ncloud.${id}`)?.(...args);
    await quiet(here);
  };
  // Whoever sees an error copies its details; whoever is asked agrees.
  for (const kind of ['Information', 'Warning', 'Error']) {
    answers.set(`window.show${kind}Message`, async (...words: unknown[]) =>
      words
        .slice(1)
        .filter((word) => typeof word === 'string')
        .at(-1),
    );
  }
  answers.set(
    'window.showInputBox',
    async ({ prompt = '' }: { prompt?: string }) => /demo-[\w-]+/.exec(prompt)?.[0] ?? 'canary-key',
  );
  answers.set('window.showQuickPick', async (items: unknown[], options: { canPickMany?: boolean }) =>
    options?.canPickMany ? items : items[0],
  );
  answers.set('window.showSaveDialog', async () => here.file(join(home, `${Math.random()}.pem`)));
  const opened = {
    uri: here.file(join(home, 'web.sh')),
    languageId: 'shellscript',
    isDirty: false,
    version: 1,
    lineCount: 3,
    getText: () => script,
    lineAt: (line: number) => ({ text: script.split('\n')[line] ?? '' }),
  };
  answers.set('workspace.registerTextDocumentContentProvider', (_: string, provider: Exports) => {
    answers.set('window.showTextDocument', async (uri: unknown) => {
      here.given.push({ place: 'an export', given: provider.provideTextDocumentContent(uri) });
    });
    return { dispose: () => undefined };
  });
  answers.set('workspace.openTextDocument', async () => opened);
  let turn = 0;
  const everything = (body: string, signature: string) => {
    const encode = encodings[ways[turn++ % ways.length] ?? 'raw'] ?? String;
    return [key.accessKey, key.secretKey, signature, decodeURIComponent(body.replaceAll('+', ' '))]
      .map(encode)
      .join(' ');
  };

  for (const { id: accountId } of accounts) {
    spoil.say = undefined as never;
    const servers = (await rowsOf(here, accountId)).filter(({ number }) => number !== undefined);
    assert.ok(servers.length > 0);
    await run('createLoginKey', { accountId });
    spoil.say = everything;
    spoil.action = /./;
    for (const [id, ...args] of [
      ...['stopServer', 'startServer', 'terminateServer', 'rebootServer'].flatMap((id) =>
        servers.map((row) => [id, row, [row]]),
      ),
      ['createLoginKey', { accountId }],
      ['refresh', { accountId }],
      ['refreshScripts', { accountId }],
      ['copyPrivateIp', servers[0]],
      ['newPreset', servers[0]],
      ['exportTerraform', servers[0]],
      ['openScript', { accountId, number: '1' }],
      ['deleteScript', { accountId, number: '1' }],
      ['uploadScript', opened.uri, { accountId, number: '1' }],
      ['chooseRegions', { accountId }],
    ] as [string, ...unknown[]][]) {
      await run(id, ...args);
    }
    spoil.action = /^(create|stop|start|terminate|reboot|get.*Price)/;
    for (const id of ['stopServer', 'startServer', 'exportTerraform', 'newPreset'])
      await run(id, servers[0], [servers[0]]);
    if (accountId === 'v') await run('uploadScript', opened.uri);
    await run('createServer', { accountId });
    const environment = accountId === 'v' ? 'vpc' : 'classic';
    const values = {
      serverName: 'web',
      ...(environment === 'classic' ? { userData: script, serverImageProductCode: 'SPSW0LINUX000032' } : {}),
    };
    const draft = { environment, values, chosen: {} };
    page.say({ type: 'ready' });
    page.say({ type: 'draft', draft, memory: { rows: {}, filled: [] } });
    page.say({ type: 'ask', id: 1, question: { type: 'lookup', lookup: { parameter: 'loginKeyName', params: {} } } });
    for (const type of ['preview', 'savePreset', 'create']) {
      if (type !== 'create' && environment === 'classic') continue;
      page.say({ type, draft });
      await quiet(here);
    }
    await run('showLog');
  }
  const pems = filesIn(home).filter((text) => text.includes('PRIVATE KEY'));
  assert.equal(pems.length, accounts.length, 'each private key was saved once');
  const all = told(here).join('\n');
  assert.ok(all.length > 5_000);
  assert.ok(
    here.given.some(({ place }) => place === 'env.clipboard.writeText'),
    'details were copied',
  );
  const secrets = [key.accessKey, key.secretKey, ...here.signatures.slice(-10), script, ...pems];
  for (const secret of secrets) {
    const text = here.given.filter(isShown).find(({ given }) => textsIn(given).some((one) => leaks(one, secret)));
    assert.ok(!leaks(all, secret), `${secret.slice(0, 30)} at ${text?.place}`);
  }
  t.diagnostic(`${here.asked.length} calls, ${here.given.length} calls of the editor, ${all.length} characters`);
});

/** Arguments that no menu passes, but that any other extension may. */
function hostileArguments(here: Stand, row: unknown): unknown[] {
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('a trap');
      },
    },
  );
  return [
    null,
    7,
    '',
    '__proto__',
    [],
    trap,
    { accountId: '__proto__', number: 'constructor' },
    { accountId: { toString: () => 'v' }, number: row },
    { accountId: 'v', number: '../../x' },
    { accountId: 'v', number: ['30000089'] },
    { kind: 'server', accountId: 'nobody', number: '1' },
    { command: 'workbench.action.quit', arguments: ['x'] },
    new URL('file:///etc/passwd'),
    here.file('/etc/passwd'),
    Array.from({ length: 10_000 }, () => row),
    'x'.repeat(1_000_000),
  ];
}

test('whatever another extension passes, a command asks first, runs no command of others and changes nothing', async (t) => {
  const here = await stand(t);
  const { commands, answers, given } = here;
  here.activate();
  const [row] = (await rowsOf(here, 'v')).filter(({ number }) => number !== undefined);
  answers.set('workspace.openTextDocument', async () => {
    throw new Error('no such file');
  });
  const foreign = () =>
    given
      .filter(({ place }) => place === 'commands.executeCommand')
      .map((call) => String((call.given as unknown[])[0]))
      .filter((id) => !/^(setContext|ncloud\.)/.test(id));
  const own = ['workbench.action.openWalkthrough', 'workbench.action.keepEditor', 'vscode.diff'];
  let calls = 0;
  for (const [id, run] of commands) {
    // What a container runs is asked for by its own test, and the sandbox is a setting.
    if (id === 'ncloud.tryScript' || id === 'ncloud.trySandbox') continue;
    const all = hostileArguments(here, row).flatMap((argument) => [
      [argument],
      [argument, [argument]],
      [row, argument],
    ]);
    calls += all.length;
    await Promise.all(all.map((args) => run(...args)));
  }
  await quiet(here);
  assert.ok(calls > 1_500, String(calls));
  assert.deepEqual(
    foreign().filter((command) => !own.includes(command)),
    [],
  );
  assert.deepEqual(here.commits, []);
  assert.deepEqual(
    here.asked.filter((action) => !/^get/.test(action)),
    [],
    'nothing was changed at NCP',
  );
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  t.diagnostic(`${calls} calls of ${commands.size} commands, ${here.asked.length} requests`);
});

/** How the editor finds links and icons, and what turns or steers text. */
const live = {
  link: /\[[^\]]+\]\((?:https?:|command:|file:)/i,
  icon: /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/,
  steering: /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u,
};

test('whatever a server is called, it is text in trees, questions, messages, lists, terminals and exports', async (t) => {
  const here = await stand(t);
  const { commands, answers, given, names } = here;
  here.activate();
  const nasty: [string, string][] = JSON.parse(readFileSync('test/fixtures/nasty-strings.json', 'utf8'));
  const places = { tree: 0, messages: 0, lists: 0, terminals: 0 };
  for (const [what, text] of nasty) {
    for (const name of ['demo-web', 'demo-vpc', 'demo-build']) names.set(name, text);
    given.length = 0;
    await commands.get('ncloud.refresh')?.({ accountId: 'v' });
    const rows = await rowsOf(here, 'v');
    for (const row of rows) {
      const { label, description, tooltip } = here.tree('ncloud.servers').getTreeItem(row) as Record<string, unknown>;
      for (const shown of [label, description]) assert.doesNotMatch(String(shown), live.steering, what);
      assert.ok(tooltip === undefined || typeof tooltip === 'string', 'no Markdown');
      places.tree++;
    }
    answers.set('window.showQuickPick', async (items: unknown, options: unknown) => {
      given.push({ place: 'a list', given: [items, options] });
    });
    const servers = rows.filter(({ number }) => number !== undefined);
    await Promise.all(
      ['stopServer', 'terminateServer', 'serverActions', 'copySshCommand', 'followBootLog', 'copyPublicIp'].flatMap(
        (id) => [servers[0], servers[3]].map((row) => commands.get(`ncloud.${id}`)?.(row)),
      ),
    );
    for (const { place, given: shown } of given) {
      const isMessage = /^window\.(show\w+Message|setStatusBarMessage|withProgress)$/.test(place);
      const isModal = isMessage && textsIn(shown).includes('modal');
      if (!isMessage && place !== 'a list' && place !== 'window.createTerminal') continue;
      if (place === 'a list') places.lists++;
      else if (isMessage) places.messages++;
      else places.terminals++;
      for (const one of textsIn(shown)) {
        for (const [kind, look] of Object.entries(live)) {
          // A modal question is text, of several lines.
          if (isModal && kind !== 'steering') continue;
          assert.doesNotMatch(one.replaceAll('\n', ' '), look, `${what}: ${kind} in ${place}`);
        }
      }
    }
  }
  assert.deepEqual(here.commits, []);
  for (const [place, count] of Object.entries(places))
    assert.ok(place === 'terminals' || count >= nasty.length, `${place}: ${count}`);
  t.diagnostic(JSON.stringify(places));
});
