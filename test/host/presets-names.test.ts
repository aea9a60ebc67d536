// Names beside the numbers of presets, and values from the account: what is shown, and how often the account is asked.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { activate, callsDuring, eventually, openSandbox, showFile } from './extension';
import type { HostInput, HostTest } from './index';

let count = 0;

/** Opens a preset of the sandbox with these parameters, one a line. The mark `|` is where the cursor goes. */
async function open({ workspace }: HostInput, parameters: string, region = 'KR') {
  count += 1;
  const marked = `{\n  "environment": "vpc",\n  "region": "${region}",\n  "parameters": {\n${parameters}\n  }\n}\n`;
  const document = await showFile(join(workspace, `names-${count}.ncloud.json`), marked.replace('|', ''));
  return { document, position: document.positionAt(marked.indexOf('|')) };
}

type Opened = Awaited<ReturnType<typeof open>>;

/** What completion offers, but for what JSON support itself knows. */
async function offered({ document, position }: Opened): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.filter(({ label }) => typeof label !== 'string');
}

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

async function hints(document: vscode.TextDocument): Promise<(readonly [line: number, words: string])[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return found.map(({ position, label }) => [position.line, String(label)]);
}

/** What hovers tell, with the signs that are written as numbers. */
async function hovered({ document, position }: Opened): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const parts = found.flatMap(({ contents }) => contents).map((part) => (typeof part === 'string' ? part : part.value));
  return parts.join('\n').replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

/** The first value that is offered there, without its quotes. */
async function first(opened: Opened): Promise<{ readonly name: string; readonly value: string }> {
  const [item] = await offered(opened);
  assert.ok(item);
  return { name: labelOf(item), value: JSON.parse(String(item.insertText)) };
}

export const tests: readonly HostTest[] = [
  {
    name: 'an open preset asks for nothing; what was read once stands beside its number from then on',
    async run(input) {
      await vscode.commands.executeCommand('ncloud.leaveSandbox');
      await openSandbox();
      const opened = await open(input, '    "vpcNo": "|",\n    "serverName": "web"');
      assert.deepEqual(
        await callsDuring(async () => {
          assert.deepEqual(await hints(opened.document), []);
          await pause(600);
        }),
        [],
      );
      let vpc = { name: '', value: '' };
      const asked = await callsDuring(async () => {
        vpc = await first(opened);
        await first(opened);
      });
      assert.deepEqual(asked, ['/vpc/v2/getVpcList']);
      assert.match(vpc.value, /^\d+$/);
      const { document, position } = await open(input, `    "vpcNo": "${vpc.value}|",\n    "subnetNo": "1"`);
      assert.deepEqual(
        await callsDuring(async () => {
          await eventually('a hint', async () => (await hints(document)).length > 0);
          assert.deepEqual(await hints(document), [[4, vpc.name]]);
          const told = await hovered({ document, position: position.translate(0, -1) });
          assert.ok(told.includes(`**${vpc.name}**`) && /\d+\.\d+\.\d+\.\d+\/\d+/.test(told), told);
          assert.match(told, /(SANDBOX|샌드박스) VPC/);
          assert.match(told, /https:\/\/api\.ncloud-docs\.com\/docs\//);
        }),
        [],
      );
    },
  },
  {
    name: 'a list follows from what it depends on, is read once, and a value is put in with its quotes',
    async run(input) {
      const { value: vpcNo } = await first(await open(input, '    "vpcNo": "|"'));
      const waiting = await offered(await open(input, '    "subnetNo": "|"'));
      assert.match(waiting.map(labelOf).join(), /^(Give “VPC” first|먼저 ‘VPC’)/);
      const subnets = await open(input, `    "vpcNo": "${vpcNo}",\n    "subnetNo": |`);
      let subnetNo = '';
      const asked = await callsDuring(async () => {
        const items = await offered(subnets);
        assert.ok(items.length > 1);
        for (const { insertText, filterText, range } of items) {
          assert.match(String(insertText), /^"\d+"$/);
          assert.ok(String(filterText).includes(JSON.parse(String(insertText))));
          assert.ok(range);
        }
        subnetNo = JSON.parse(String(items[0]?.insertText));
      });
      assert.deepEqual(asked, ['/vpc/v2/getSubnetList']);
      const image = await first(await open(input, `    "vpcNo": "${vpcNo}",\n    "serverImageNo": "|"`));
      const specs = `    "vpcNo": "${vpcNo}",\n    "subnetNo": "${subnetNo}",\n    "serverImageNo": "${image.value}",\n    "serverSpecCode": "`;
      const spec = await open(input, `${specs}|"`);
      assert.deepEqual(
        (await callsDuring(async () => void (await offered(spec)))).filter(
          (path) => !path.includes('getServerSpecList'),
        ),
        [],
      );
      const { value } = await first(spec);
      const { document, position } = await open(input, `${specs}${value}|"`);
      const told = await hovered({ document, position: position.translate(0, -1) });
      assert.match(told, /vCPU.*GB[\s\S]*₩/);
      const shown = await hints(document);
      assert.deepEqual(
        shown.map(([line]) => line),
        [4, 5, 6, 7],
      );
      // The code itself stands there already.
      assert.match(shown[3]?.[1] ?? '', /^\d+ vCPU · [\d.]+ GB$/);
      const groups = await open(
        input,
        `    "vpcNo": "${vpcNo}",\n    "networkInterfaceList": [{ "accessControlGroupNoList": [|] }]`,
      );
      assert.ok((await offered(groups)).length > 0);
    },
  },
  {
    name: 'scripts beside a preset and regions of accounts are offered, without a call',
    async run({ workspace }) {
      const write = (name: string) =>
        vscode.workspace.fs.writeFile(vscode.Uri.file(join(workspace, name)), new TextEncoder().encode('#!/bin/sh\n'));
      await Promise.all(['beside.sh', 'below/deep.sh', '.hidden/no.sh', 'below/no.txt'].map(write));
      const at = async (text: string) => {
        count += 1;
        const whole = `{"environment": "vpc", ${text}, "parameters": {}}`;
        const document = await showFile(join(workspace, `names-${count}.ncloud.json`), whole.replace('|', ''));
        return (await offered({ document, position: document.positionAt(whole.indexOf('|')) })).map(labelOf);
      };
      const calls = await callsDuring(async () => {
        const scripts = await at('"initScript": "|"');
        assert.ok(scripts.includes('beside.sh') && scripts.includes('below/deep.sh'), `${scripts}`);
        assert.ok(!scripts.some((name) => /hidden|txt|json/.test(name)), `${scripts}`);
        assert.deepEqual(await at('"region": "|"'), ['KR']);
      });
      assert.deepEqual(calls, []);
    },
  },
  {
    name: 'an account that was not called yet is called only once the user says so, and a preset of another region says why',
    async run(input) {
      const api = await activate();
      const jp = { id: 'jp', label: 'company', site: 'public', environment: 'vpc', region: 'JPN' } as const;
      await api.accounts.save(jp);
      try {
        const calls = await callsDuring(async () => {
          const [item, ...others] = await offered(await open(input, '    "vpcNo": "|"', 'JPN'));
          assert.deepEqual(others, []);
          assert.match(item ? labelOf(item) : '', /company/);
          assert.deepEqual([item?.insertText, item?.command?.arguments], ['""', ['jp']]);
          assert.equal(
            await hovered(await open(input, '    "vpcNo": "1|2"', 'JPN')).then((told) => /company/.test(told)),
            false,
          );
          const nobody = await offered(await open(input, '    "vpcNo": "|"', 'SGN'));
          assert.match(nobody.map(labelOf).join(), /VPC · .*\(SGN\)/);
        });
        assert.deepEqual(calls, []);
      } finally {
        await api.accounts.remove(jp.id);
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await vscode.commands.executeCommand('ncloud.leaveSandbox');
      }
    },
  },
];
