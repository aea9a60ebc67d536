// Preset files in the text editor: schema, hovers, squiggles and lenses.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { eventually, showFile } from './extension';
import type { HostInput, HostTest } from './index';

let count = 0;

/** Opens a new preset file. */
function openFile({ workspace }: HostInput, text: string) {
  count += 1;
  return showFile(join(workspace, `preset-${count}.ncloud.json`), text);
}

/** The position of the mark `|` in a text, and the text without it. */
function marked(text: string): { text: string; position: vscode.Position } {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return {
    text: text.replace('|', ''),
    position: new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0),
  };
}

async function diagnostics(document: vscode.TextDocument, source: (source: string) => boolean, least = 1) {
  const own = () => vscode.languages.getDiagnostics(document.uri).filter((one) => source(one.source ?? ''));
  await eventually('diagnostics', () => own().length >= least);
  return own();
}

const ours = (source: string) => source === 'NAVER Cloud';

const errorsOf = ({ uri }: vscode.TextDocument) =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => ours(source ?? '') && severity === vscode.DiagnosticSeverity.Error);

/** Two servers cannot have one public IP: line 9 is to blame. */
const faulty = `{
  "environment": "vpc",
  "parameters": {
    "vpcNo": "1",
    "subnetNo": "2",
    "serverImageNo": "3",
    "serverCreateCount": 2,
    "serverName": "web-",
    "networkInterfaceList": [{ "accessControlGroupNoList": ["4"] }],
    "associateWithPublicIp": true
  }
}
`;

async function labels(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replace(/^"(.*)"$/, '$1'));
}

export const tests: readonly HostTest[] = [
  {
    name: 'an open preset activates the extension, and JSON support gets the schema from it',
    async run(input) {
      const { text, position } = marked('{\n  "environment": "vpc",\n  "parameters": {\n    |\n  }\n}\n');
      const document = await openFile(input, text);
      assert.equal(document.languageId, 'json');
      const offered = await eventually(
        'the extension is active',
        () => vscode.extensions.getExtension('ncloud-servers.ncloud-servers')?.isActive,
      ).then(() => labels(document, position));
      for (const name of ['serverName', 'vpcNo', 'networkInterfaceList', 'isProtectServerTermination']) {
        assert.ok(offered.includes(name), `${name} is not among ${offered}`);
      }
      for (const name of ['userData', 'zoneNo', 'regionCode', 'responseFormatType']) {
        assert.ok(!offered.includes(name), name);
      }
    },
  },
  {
    name: 'the environment decides what is offered',
    async run(input) {
      const { text, position } = marked('{\n  "environment": "classic",\n  "parameters": {\n    |\n  }\n}\n');
      const offered = await labels(await openFile(input, text), position);
      assert.ok(offered.includes('zoneNo') && offered.includes('userData') && !offered.includes('vpcNo'), `${offered}`);
    },
  },
  {
    name: 'fixed values are offered',
    async run(input) {
      const { text, position } = marked('{"environment": "vpc", "parameters": {"feeSystemTypeCode": |}}');
      const offered = await labels(await openFile(input, text), position);
      assert.ok(offered.includes('MTRAT') && offered.includes('FXSUM'), `${offered}`);
    },
  },
  {
    name: 'a hover tells the hint in the language of the editor, with a link to the docs',
    async run(input) {
      const { text, position } = marked('{"environment": "vpc", "parameters": {"sub|netNo": "1"}}');
      const document = await openFile(input, text);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      const words = hovers
        .flatMap(({ contents }) => contents)
        .map((part) => (typeof part === 'string' ? part : part.value))
        .join('\n');
      assert.match(words, input.locale === 'ko' ? /서브넷|Subnet/i : /Where the first network interface lives/);
      assert.match(words, /https:\/\/api\.ncloud-docs\.com\/docs\//);
    },
  },
  {
    name: 'limits are squiggled by the schema, names and values that there are not by us with what was meant, each once',
    async run(input) {
      const document = await openFile(
        input,
        '{"environment": "vpc", "parameters": {"serverName": "Web", "nonsense": 1, "ServerSpecCode": "a", "feeSystemTypeCode": "mtrat"}}',
      );
      await diagnostics(document, (source) => !ours(source));
      await eventually('ours', () => errorsOf(document).length === 3);
      const texts = vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error || severity === undefined)
        .map(({ range }) => document.getText(range));
      assert.deepEqual(texts.sort(), ['"ServerSpecCode"', '"mtrat"', '"nonsense"']);
      const all = vscode.languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range));
      for (const text of ['"Web"', ...texts])
        assert.equal(all.filter((one) => one === text).length, 1, `${text}: ${all}`);
      for (const [wrong, right] of [
        ['"ServerSpecCode"', '"serverSpecCode"'],
        ['"mtrat"', '"MTRAT"'],
      ] as const) {
        const place = errorsOf(document).find(({ range }) => document.getText(range) === wrong);
        assert.ok(place);
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          place.range,
        );
        const [mend] = actions.filter(({ title }) => title.includes(right));
        assert.ok(mend?.edit && mend.isPreferred, `${actions.map(({ title }) => title)}`);
        await vscode.workspace.applyEdit(mend.edit);
        await eventually('mended', () => !errorsOf(document).some(({ range }) => document.getText(range) === wrong));
        assert.ok(document.getText().includes(right));
      }
    },
  },
  {
    name: 'rules across fields are squiggled at the value to blame, and go when it is corrected',
    async run(input) {
      const document = await openFile(input, faulty);
      const found = await diagnostics(document, ours);
      const error = found.find(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      assert.equal(error && document.getText(error.range), 'true');
      const edit = new vscode.WorkspaceEdit();
      assert.ok(error);
      edit.replace(document.uri, error.range, 'false');
      await vscode.workspace.applyEdit(edit);
      await eventually('corrected', () => errorsOf(document).length === 0);
    },
  },
  {
    name: 'squiggles stay while a preset is no JSON at the moment, at the values that have moved, beside the syntax fault',
    async run(input) {
      const document = await openFile(input, faulty);
      const errors = () =>
        errorsOf(document).map(({ range, code }) => [code, document.getText(range), range.start.line]);
      await eventually('squiggles', () => errors().length > 0);
      const [[code] = []] = errors();
      assert.deepEqual(errors(), [[code, 'true', 9]]);
      const seen: unknown[] = [];
      const watching = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === document.uri.toString())) seen.push(errors().length);
      });
      try {
        // As one types another value above: each of these is no JSON.
        for (const [line, typed] of ['    "serverDesc\n', '    "subnetNo": \n', '    "loginKeyName": "a\n'].entries()) {
          const edit = new vscode.WorkspaceEdit();
          edit.insert(document.uri, new vscode.Position(3, 0), typed);
          await vscode.workspace.applyEdit(edit);
          assert.throws(() => JSON.parse(document.getText()));
          const moved = [[code, 'true', 10 + line]];
          await eventually('checked as it stands now', () => isDeepStrictEqual(errors(), moved));
          await diagnostics(document, (source) => !ours(source));
        }
        await pause(500);
        assert.equal(errors().length, 1);
        assert.ok(!seen.includes(0), `${seen}`);
      } finally {
        watching.dispose();
      }
    },
  },
  {
    name: 'a script file that is not there is squiggled until it is',
    async run(input) {
      const document = await openFile(input, '{"environment": "vpc", "initScript": "late[1].sh", "parameters": {}}');
      const wrong = () => errorsOf(document).map(({ range }) => document.getText(range));
      await eventually('a squiggle', () => isDeepStrictEqual(wrong(), ['"late[1].sh"']));
      const script = vscode.Uri.file(join(input.workspace, 'late[1].sh'));
      await vscode.workspace.fs.writeFile(script, new TextEncoder().encode('#!/bin/sh\n'));
      await eventually('no squiggle', () => wrong().length === 0);
      await vscode.workspace.fs.delete(script);
      await eventually('a squiggle again', () => wrong().length === 1);
    },
  },
  {
    name: 'two lenses stand above a preset and above no other JSON file',
    async run(input) {
      const document = await openFile(input, '{"environment": "vpc", "parameters": {}}');
      const read = (uri: vscode.Uri) =>
        vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
      const lenses = await read(document.uri);
      assert.deepEqual(
        lenses.map(({ command }) => command?.command),
        ['ncloud.quickCreate', 'ncloud.openPreset'],
      );
      for (const { command } of lenses) assert.deepEqual(String(command?.arguments), document.uri.toString());
      const other = vscode.Uri.file(join(input.workspace, '.vscode', 'settings.json'));
      await vscode.workspace.openTextDocument(other);
      assert.deepEqual(
        (await read(other)).filter(({ command }) => command?.command.startsWith('ncloud.quick')),
        [],
      );
    },
  },
];
