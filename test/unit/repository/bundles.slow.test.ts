// What no bundle may hold: ways to run text as code, ways to a shell, and modules that nobody has let in.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { build } from 'esbuild';
import { builds } from '../../../esbuild.mjs';

/** The most that each file that is built may load of Node and of the editor, besides the files of this extension. */
const modules: Readonly<Record<string, string>> = {
  'check.cjs': 'fs util',
  'client.cjs': 'assert crypto events http http2 https net stream timers/promises tls path url util zlib',
  'extension.cjs': 'crypto fs fs/promises net os path timers/promises vscode',
  'form.js': '',
  'http.cjs': 'assert crypto events http http2 https net path stream tls url util zlib',
  // `child_process` runs containers, by `execFile` and `spawn` with a list of arguments.
  'main.cjs': 'child_process crypto fs fs/promises net os path timers/promises vscode',
  'reference.cjs': '',
  'sandbox-cli.cjs': 'crypto fs http stream stream/promises timers/promises util zlib',
  'sandbox.cjs': 'crypto fs http timers/promises',
  'xml.cjs': '',
};

/** What is looked for, and the files that may hold it, with how often. */
const forbidden: readonly (readonly [what: string, look: RegExp, allowed: Readonly<Record<string, number>>])[] = [
  ['text run as code', /(?<![\w$.])eval\s*\(|\bnew\s+Function\b|(?<![\w$.])Function\s*\(/g, {}],
  ['text run as code by a timer', /\bset(?:Timeout|Interval)\s*\(\s*["'`]/g, {}],
  ['a shell', /\bshell\s*:\s*(?:!0|true|["'`])|\b(?:execSync|execFileSync|spawnSync)\b/g, {}],
  ['exec of child_process', /child_process["']\)\s*\.exec\b|\.exec\)?\(\s*`/g, {}],
  // A method may be called so too: `import(…) {`.
  [
    'a module by a computed name',
    /(?<![\w$.])require\s*\(\s*(?!["'])|(?<![\w$.-])import\s*\((?!\s*["'])[^()]*\)(?!\s*\{)/g,
    {},
  ],
  // The templates of the page are made by its library; no value of ours gets there.
  [
    'HTML from text',
    /\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment/g,
    { 'form.js': 1 },
  ],
  ['an address of a stranger', /["'`](?:wss?|ftp):\/\//g, {}],
  ['certificates that nobody checks', /NODE_TLS_REJECT_UNAUTHORIZED/g, {}],
];

/** The texts of what is built, by file. */
const files = new Map<string, string>();
before(async () => {
  const built = await Promise.all(
    builds.map((options) => build({ ...options, absWorkingDir: process.cwd(), write: false })),
  );
  for (const { path, text } of built.flatMap(({ outputFiles }) => outputFiles)) {
    const name = path.replaceAll('\\', '/').split('/').at(-1) ?? '';
    if (/\.c?js$/.test(name)) files.set(name, text);
  }
});

function modulesIn(text: string): string[] {
  const named = [...text.matchAll(/\b(?:require|import)\s*\(\s*["']([^"']+)["']\s*\)/g)].map(([, name = '']) => name);
  return [...new Set(named.filter((name) => !name.startsWith('./')).map((name) => name.replace(/^node:/, '')))].sort();
}

test('every bundle loads no module but those that it is let', () => {
  assert.deepEqual([...files.keys()].sort(), Object.keys(modules).sort());
  for (const [name, text] of files) {
    const allowed = (modules[name] ?? '').split(' ');
    assert.deepEqual(
      modulesIn(text).filter((module) => !allowed.includes(module)),
      [],
      name,
    );
  }
});

for (const [what, look, allowed] of forbidden) {
  test(`no bundle holds ${what}`, () => {
    assert.ok(files.size > 5);
    for (const [name, text] of files) {
      const found = [...text.matchAll(look)].map(({ index }) => text.slice(Math.max(0, index - 40), index + 40));
      assert.equal(found.length, allowed[name] ?? 0, `${name}: ${found.join('\n')}`);
    }
  });
}

test('what is looked for is found however it is written', () => {
  const bad: readonly (readonly [what: string, code: string])[] = [
    ['text run as code', 'eval(x)'],
    ['text run as code', 'new Function("a", b)'],
    ['text run as code', 'let f=Function("return this")()'],
    ['text run as code by a timer', 'setTimeout("alert(1)",5)'],
    ['a shell', 'spawn(a,b,{shell:!0})'],
    ['a shell', 'require("node:child_process").execSync(x)'],
    ['exec of child_process', 'require("node:child_process").exec(x)'],
    ['a module by a computed name', 'require(name)'],
    ['a module by a computed name', 'await import(name)'],
    ['HTML from text', 'element.innerHTML=name'],
  ];
  for (const [what, code] of bad) {
    const [, look] = forbidden.find(([name]) => name === what) ?? [];
    assert.ok(look && [...code.matchAll(look)].length === 1, code);
  }
});
