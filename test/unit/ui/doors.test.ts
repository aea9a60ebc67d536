// Text from outside is made inert where it is shown. So each kind of place has one door, and nobody goes around it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inert, notice } from '../../../src/ui/text';

/** What the editor offers, and the files of `src/ui` that may use it. */
const doors: readonly (readonly [use: RegExp, files: readonly string[], instead: string])[] = [
  [/\bshow(Information|Warning|Error)Message\b/, ['tell.ts', 'confirm.ts'], 'tell or confirm'],
  [/\b(showQuickPick|createQuickPick|showInputBox|createInputBox)\b/, ['ask.ts'], 'ask'],
  [/\b(withProgress|setStatusBarMessage|createTerminal)\b/, ['tell.ts'], 'tell'],
  // Words and figures of ours only.
  [/\bcreateStatusBarItem\b/, ['scripts/meter.ts'], 'tell.brief'],
  [/\bCodeLens\(/, ['scripts/lenses.ts', 'presets/editor.ts'], 'a lens with words of ours'],
  [/\bHover\(/, ['presets/hover.ts'], 'text.markdown'],
  [/\bCompletionItem\(/, ['presets/completion.ts'], 'text.inert'],
  [/\bInlayHint\(/, ['presets/hints.ts'], 'text.inert'],
  [/\bcreateOutputChannel\b/, ['log.ts', 'transcript.ts'], 'the log, or a transcript'],
  [/\bMarkdownString\b/, [], 'a string, which no editor reads as Markdown'],
  [/\bsupportHtml\b|(?<!\bworkspace\.)\bisTrusted\b/, [], 'plain text'],
  [/(['"`])[^'"`\n]*\$\([a-z][a-z-]*(~[a-z]+)?\)[^'"`\n]*\1/, ['text.ts'], 'iconPath'],
  [/\btell\.\w+\((?:[^;]*?)\b(explain|unanswered|sentenceOf|error\.message)\b/, [], 'told'],
  [/\bString\(error\)/, [], 'told.note or faultLine'],
  // A name may have nothing to be seen in it.
  [/\bplain\(server\??\.name\b/, [], 'visibleName'],
];

/** What a file does that it may not, each with what to use instead. */
function offences(file: string, source: string): string[] {
  const code = source.replace(/^\s*(\/\*\*?|\*|\/\/).*$/gm, '');
  return doors.flatMap(([use, files, instead]) => {
    const found = use.exec(code);
    return found && !files.includes(file) ? [`${file}: ${found[0]}: use ${instead}`] : [];
  });
}

const root = join(process.cwd(), 'src/ui');
const files = readdirSync(root, { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const sources = [
  ...files.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const),
  ['../extension.ts', readFileSync('src/extension.ts', 'utf8')] as const,
];

test('nothing is shown around the doors', () => {
  assert.ok(sources.length > 60);
  assert.deepEqual(
    sources.flatMap(([file, source]) => offences(file, source)),
    [],
  );
});

test('each door is where it is said to be', () => {
  for (const [use, allowed] of doors.slice(0, 9)) {
    for (const file of allowed) {
      assert.ok(
        sources.some(([name, source]) => name === file && use.test(source)),
        `${use} in ${file}`,
      );
    }
  }
});

const wrong = [
  'void vscode.window.showErrorMessage(text);',
  'const { window } = vscode;\nvoid window.showInformationMessage(server.name);',
  'await vscode.window.showQuickPick(items);',
  'const box = vscode.window.createInputBox();',
  'const shown = new vscode.MarkdownString();',
  'shown.isTrusted = true;',
  'vscode.window.createTerminal({ name });',
  'vscode.window.withProgress({ location, title: name }, run);',
  'const item = vscode.window.createStatusBarItem();',
  'return new vscode.Hover(option.label);',
  'const item = new vscode.CompletionItem(row.name);',
  "const items = [{ label: '$(add) New' }];",
  'void tell.error(explain(error, environment));',
  'void tell.warn(`${name}: ${unanswered(outcome.error)}`);',
  'log.error(`form: ${String(error)}`);',
  'const name = plain(server.name);',
];

for (const source of wrong) {
  test(`a new file with ${JSON.stringify(source)} is found`, () => {
    assert.equal(offences('servers/new.ts', source).length, 1);
  });
}

test('no sentence of ours holds what the doors break', () => {
  const bundle: Record<string, string> = JSON.parse(readFileSync('l10n/bundle.l10n.ko.json', 'utf8'));
  const sentences = Object.entries(bundle).flat();
  assert.ok(sentences.length > 300);
  for (const sentence of sentences) {
    assert.equal(inert(sentence), sentence);
    assert.equal(notice(sentence), sentence);
  }
});
