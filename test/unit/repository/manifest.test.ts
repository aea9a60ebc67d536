// What package.json promises to the editor, and that every text of it exists in both languages.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { commandIds } from '../../../src/ui/commands';

const root = process.cwd();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const english: Record<string, string> = JSON.parse(read('package.nls.json'));
const korean: Record<string, string> = JSON.parse(read('package.nls.ko.json'));
const bundle: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.ko.json'));
const commands: { command: string; title: string; category: string }[] = manifest.contributes.commands;

/** Text literals that are the first argument of `l10n.t` in our code. */
function keysInCode(): Set<string> {
  const files = ['src/extension.ts', ...filesOf('src/ui')];
  const keys = new Set<string>();
  for (const file of files) {
    const code = read(file);
    const calls = [...code.matchAll(/\bl10n\.t\(/g)].length;
    const literals = [...code.matchAll(/\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g)];
    assert.equal(literals.length, calls, `${file}: the first argument of l10n.t must be a plain text literal`);
    for (const [, single, double] of literals) keys.add(unescaped(single ?? double ?? ''));
  }
  return keys;
}

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => file.endsWith('.ts'));
}

function unescaped(literal: string): string {
  return literal.replace(/\\(.)/g, (_, character) => (character === 'n' ? '\n' : character));
}

const placeholders = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(String).sort();
const links = (text: string) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id).sort();

test('every text in the code is in the Korean bundle, and nothing else is', () => {
  const keys = keysInCode();
  assert.ok(keys.size > 50, `${keys.size} keys found`);
  assert.deepEqual([...keys].filter((key) => !(key in bundle)).sort(), [], 'missing in Korean');
  assert.deepEqual(
    Object.keys(bundle)
      .filter((key) => !keys.has(key))
      .sort(),
    [],
    'no longer used',
  );
});

test('the Korean texts keep the placeholders and are polite in the same way', () => {
  for (const [key, text] of Object.entries(bundle)) {
    assert.deepEqual(placeholders(text), placeholders(key), key);
    assert.doesNotMatch(text, /[요세]\.$|해요|세요/, key);
    assert.doesNotMatch(text, /\([을를이가은는과와]\)|\(으\)로/, key);
  }
});

test('with several servers selected every operation is offered, whatever their states are', () => {
  const items: { command: string; when: string; group: string }[] = manifest.contributes.menus['view/item/context'];
  for (const operation of ['startServer', 'stopServer', 'rebootServer', 'terminateServer']) {
    const [item] = items.filter(
      ({ command, group }) => command === `ncloud.${operation}` && !group.startsWith('inline'),
    );
    assert.match(
      item?.when ?? '',
      /\|\| viewItem =~ \/\^server\\\.\/ && listMultiSelection\)$|&& viewItem =~ \/\^server\\\.\/$/,
    );
  }
});

test('what takes one server is not offered on several', () => {
  const items: { command: string; when: string }[] = manifest.contributes.menus['view/item/context'];
  for (const command of ['ncloud.newPreset', 'ncloud.followBootLog']) {
    const whens = items.filter((item) => item.command === command).map(({ when }) => when);
    assert.ok(whens.length > 0 && whens.every((when) => when.endsWith(' && !listMultiSelection')), command);
  }
});

test('the word "failed" is not used: what has no answer is unknown', () => {
  for (const text of [...Object.keys(bundle), ...Object.values(english)]) assert.doesNotMatch(text, /\bfail/i, text);
  for (const text of [...Object.values(bundle), ...Object.values(korean)]) assert.doesNotMatch(text, /실패/, text);
});

test('every text of the manifest is there in English and Korean, and is used', () => {
  const used = new Set([...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? ''));
  assert.deepEqual(Object.keys(english).sort(), [...used].sort());
  assert.deepEqual(Object.keys(korean).sort(), [...used].sort());
  for (const [key, text] of Object.entries(english)) {
    assert.ok(text.trim() !== '' && korean[key]?.trim(), key);
    assert.deepEqual(links(korean[key] ?? ''), links(text), key);
  }
});

test('every command has a category, a localised title and a handler, and there are at most 41', () => {
  assert.ok(commands.length <= 43, `${commands.length} commands`);
  for (const { command, title, category } of commands) {
    assert.match(command, /^ncloud\.[a-z]\w+$/i);
    assert.equal(category, '%category%', command);
    assert.match(title, /^%command\.\w+%$/, command);
  }
  assert.deepEqual(commands.map(({ command }) => command).sort(), [...commandIds].sort());
});

test('menus and welcome texts name commands that exist', () => {
  const views: { id: string }[] = Object.values(manifest.contributes.views).flat() as never[];
  const known = new Set([...commands.map(({ command }) => command), ...views.map(({ id }) => `${id}.focus`)]);
  const items: { command?: string }[] = Object.values(manifest.contributes.menus).flat() as never[];
  for (const { command } of items) assert.ok(command === undefined || known.has(command), command);
  for (const text of [...Object.values(english), ...Object.values(korean)]) {
    for (const id of links(text)) assert.ok(id && known.has(id), id);
  }
});

test('no workspace can change a setting, and no setting holds an address', () => {
  const settings: [string, { scope: string; description?: string; markdownDescription?: string }][] = Object.entries(
    manifest.contributes.configuration.properties,
  );
  assert.ok(settings.length > 0);
  for (const [name, { scope, description, markdownDescription }] of settings) {
    assert.equal(scope, 'application', name);
    assert.match(description ?? markdownDescription ?? '', /^%setting\./, name);
    assert.doesNotMatch(name, /endpoint|url|host|key|secret/i);
  }
});

test('files get an offer of ours only with an account, but for presets, which are ours, and the palette has it always', () => {
  const { menus } = manifest.contributes;
  const onFiles: { command: string; when?: string }[] = Object.entries(menus)
    .filter(([menu]) => /^(?:editor|explorer)\//.test(menu))
    .flatMap(([, items]) => items as never[]);
  assert.ok(onFiles.length >= 8, String(onFiles.length));
  for (const { command, when = '' } of onFiles) {
    const isOurs = /\.ncloud\\\.json\$/.test(when) || when.startsWith('ncloud.isInitScript && ');
    assert.ok(isOurs || when.startsWith('ncloud.hasAccount && '), `${command}: ${when}`);
    // The rest is in one bracket, or has no "or" that would get round the first condition.
    const rest = when.replace(/^ncloud\.hasAccount && /, '').replace(/\/[^/]*\/|\([^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
    assert.doesNotMatch(rest, /\|\|/, `${command}: ${when}`);
  }
  const hidden: { when: string }[] = menus.commandPalette;
  for (const { when } of hidden) assert.doesNotMatch(when, /hasAccount/);
  assert.match(read('src/extension.ts'), /'setContext', 'ncloud\.hasAccount'/);
});

test('there are at most three views, in one container, with icons that exist', () => {
  const views: { id: string; icon: string; name: string }[] = Object.values(
    manifest.contributes.views,
  ).flat() as never[];
  assert.ok(views.length >= 1 && views.length <= 3);
  const containers: { icon: string }[] = manifest.contributes.viewsContainers.activitybar;
  assert.equal(containers.length, 1);
  for (const { icon } of [...views, ...containers]) assert.ok(existsSync(join(root, icon)), icon);
});

test('each view says what it is for while it is empty, and reads its lists again, all or those of one account', () => {
  const { views, viewsWelcome, menus } = manifest.contributes;
  const offered = (menu: string, when: string): string[] =>
    menus[menu].filter((item: { when: string }) => item.when === when).map((item: { command: string }) => item.command);
  for (const { id } of views.ncloud) {
    assert.ok(
      viewsWelcome.some(({ view }: { view: string }) => view === id),
      id,
    );
    const [refresh = ''] = offered('view/title', `view == ${id}`).filter((command) => /\.refresh/.test(command));
    assert.ok(offered('view/item/context', `view == ${id} && viewItem =~ /^account\\./`).includes(refresh), id);
  }
});

test('the editor starts the extension for what it must and for nothing else', () => {
  // Of the languages of scripts only that of shells: others are mostly written for something else than a server.
  const allowed = /^(onWebviewPanel|onUri|onFileSystem):?[\w.-]*$|^onLanguage:shellscript$/;
  for (const event of manifest.activationEvents) assert.match(event, allowed);
  assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  assert.equal(manifest.capabilities.virtualWorkspaces, true);
});

test('the Marketplace takes categories, keywords and icon as they are', () => {
  const { categories, keywords, icon, galleryBanner } = manifest;
  for (const category of categories) assert.ok(['Other', 'Linters'].includes(category), category);
  assert.ok(keywords.length <= 30, `${keywords.length} keywords`);
  assert.equal(new Set(keywords).size, keywords.length);
  for (const word of [
    '네이버 클라우드',
    '네이버',
    '서버',
    '초기화 스크립트',
    'ncloud',
    'NCP',
    'init script',
    'server',
    'vm',
  ])
    assert.ok(keywords.includes(word.toLowerCase()), word);
  assert.match(galleryBanner.color, /^#[0-9a-f]{6}$/);
  assert.match(icon, /\.png$/);
  assert.ok(existsSync(join(root, icon.replace('.png', '.svg'))), 'what it is drawn from');
});

test('the walkthrough has five steps, each with a picture that takes its colours from the theme, and with an end', () => {
  const [walkthrough, ...others] = manifest.contributes.walkthroughs;
  assert.equal(others.length, 0);
  assert.deepEqual(
    walkthrough.steps.map(({ id }: { id: string }) => id),
    ['account', 'check', 'form', 'running', 'presets'],
  );
  const code = ['src/extension.ts', ...filesOf('src/ui')].map(read).join('\n');
  for (const { id, title, description, media, completionEvents } of walkthrough.steps) {
    assert.deepEqual([title, description], [`%walkthrough.${id}.title%`, `%walkthrough.${id}.description%`]);
    assert.equal(media.altText, `%walkthrough.${id}.picture%`);
    const picture = read(media.svg);
    assert.ok(picture.length < 4_000, `${media.svg}: ${picture.length} characters`);
    for (const [, paint] of picture.matchAll(/(?:fill|stroke)="([^"]*)"/g)) assert.match(paint ?? '', /^var\(|^none$/);
    assert.doesNotMatch(picture, /<(?:script|style|image|foreignObject)|href|\p{Script=Hangul}/u, media.svg);
    // A command ends a step as soon as it is chosen, also when its question is left: what is wanted is what it leads to.
    assert.ok(completionEvents.length > 0, id);
    for (const event of completionEvents) {
      assert.match(event, /^onContext:/);
      for (const [, key = ''] of event.matchAll(/\b(ncloud\.(?!json|createServer)\w+)/g))
        assert.ok(code.includes(`'setContext', '${key}'`), key);
    }
  }
});

for (const [readme, texts] of [
  ['README.md', english],
  ['README.ko.md', korean],
] as const) {
  test(`${readme} names every command and every setting, and has no picture without an address`, () => {
    const text = read(readme);
    const [, table = ''] = text.split(/^## (?:Commands|명령)$/m);
    const named = new Set(
      [...table.matchAll(/^\| ([^|]+?) \|/gm)].flatMap(([, cell = '']) => cell.split(/, (?!PowerShell)/)),
    );
    for (const { title } of commands) {
      const words = texts[title.slice(1, -1)] ?? '';
      assert.ok(named.has(words), words);
    }
    for (const name of Object.keys(manifest.contributes.configuration.properties)) assert.ok(text.includes(name), name);
    assert.doesNotMatch(text, /!\[[^\]]*\]\((?!https:)/);
    const other = readme === 'README.md' ? 'README.ko.md' : 'README.md';
    assert.ok(text.includes(`](${other})`));
  });
}
