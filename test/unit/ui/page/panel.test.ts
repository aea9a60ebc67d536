// The document as it is given to the editor: rendered, not as a template. Whoever makes another page goes through here.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import * as vscode from 'vscode';
import { showPage } from '../../../../src/ui/page/panel';

class Uri {
  constructor(readonly path: string) {}
  static joinPath(base: Uri, ...parts: string[]) {
    return new Uri([base.path, ...parts].join('/'));
  }
  toString() {
    return `file://${this.path}`;
  }
}

interface Rendered {
  readonly html: string;
  readonly options: { readonly localResourceRoots?: readonly Uri[]; readonly [name: string]: unknown };
  readonly warned: string[];
  readonly received: unknown[];
  say(message: unknown): void;
}

function render(title = 'Create Server: company'): Rendered {
  Object.assign(vscode.Uri, { joinPath: Uri.joinPath });
  let listener: (message: unknown) => void = () => assert.fail('nobody listens');
  const warned: string[] = [];
  const received: unknown[] = [];
  const webview = {
    cspSource: 'https://*.vscode-cdn.example',
    html: '',
    options: {},
    asWebviewUri: ({ path }: Uri) => new URL(`https://file.example${path}`),
    onDidReceiveMessage: (hear: (message: unknown) => void) => {
      listener = hear;
      return { dispose: () => undefined };
    },
  };
  const panel = { title, webview, onDidDispose: () => undefined } as unknown as vscode.WebviewPanel;
  showPage(
    panel,
    new Uri('/extension') as never,
    { warn: (line) => warned.push(line) },
    {
      name: 'form',
      attributes: { 'account-id': 'a', number: '1' },
      tried: 'Create Server',
      environment: 'vpc',
      check: (message) => (message === 'good' ? message : undefined),
      receive: (message) => void received.push(message),
    },
  );
  return { ...webview, html: webview.html, options: webview.options, warned, received, say: (said) => listener(said) };
}

function directives(html: string): Map<string, string> {
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
  return new Map(content.split('; ').map((part) => [part.split(' ')[0] ?? '', part.slice(part.indexOf(' ') + 1)]));
}

test('the policy as rendered: nothing by default, scripts by a nonce of 128 bits or more, nothing unsafe', () => {
  const { html } = render();
  const policy = directives(html);
  assert.equal(policy.get('default-src'), "'none'");
  assert.equal(policy.get('form-action'), "'none'");
  assert.equal(policy.get('base-uri'), "'none'");
  assert.match(policy.get('script-src') ?? '', /^'nonce-[\w-]{22,}'$/);
  for (const [name, sources] of policy) assert.doesNotMatch(sources, /unsafe|data:|blob:|(^| )\*|https:( |$)/, name);
});

test('the nonce of the policy is that of every script, and is new for each rendering', () => {
  const nonces = Array.from({ length: 50 }, () => {
    const { html } = render();
    const nonce = /'nonce-([^']+)'/.exec(html)?.[1] ?? '';
    const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => /\bnonce="([^"]*)"/.exec(tag)?.[1]);
    assert.ok(tags.length > 0);
    assert.deepEqual([...new Set(tags)], [nonce]);
    return nonce;
  });
  assert.equal(new Set(nonces).size, nonces.length);
});

test('the page may load files of dist and of no other folder, and may run no command', () => {
  const { options } = render();
  assert.deepEqual(options.localResourceRoots?.map(String), ['file:///extension/dist']);
  assert.deepEqual(Object.keys(options).sort(), ['enableScripts', 'localResourceRoots']);
});

test('whatever the tab is called, it stays in its title', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('</title><script>', '"><img src=x onerror=y>', "'--!>")),
      (title) => {
        const { html } = render(title);
        assert.equal(html.match(/<[a-z!/]/gi)?.length, render('').html.match(/<[a-z!/]/gi)?.length);
      },
    ),
    { numRuns: 200 },
  );
});

test('what the check refuses is not handled, and nothing of it gets into the log', () => {
  const page = render();
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }), (message) =>
      page.say(message),
    ),
    { numRuns: 500 },
  );
  page.say('good');
  assert.deepEqual(page.received, ['good']);
  assert.deepEqual([...new Set(page.warned)], ['form: a message that is not as agreed was ignored']);
});

test('there is one place that fills webviews', () => {
  const root = join(process.cwd(), 'src');
  const files = readdirSync(root, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
  const using = (look: RegExp) => files.filter((file) => look.test(readFileSync(join(root, file), 'utf8')));
  assert.deepEqual(using(/\bwebview\.(?:html|options)\s*=|localResourceRoots|enableScripts/), ['ui/page/panel.ts']);
  assert.deepEqual(using(/\bonDidReceiveMessage\b/), ['ui/page/panel.ts']);
  assert.deepEqual(using(/\bcreateWebviewPanel\b/), ['ui/form/panel.ts']);
  assert.deepEqual(using(/WebviewView|CustomEditor|NotebookRenderer|enableCommandUris|asExternalUri/), []);
});
