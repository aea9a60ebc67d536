// "Try in a Container" from the question to the findings, with a stand-in for docker on PATH.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as vscode from 'vscode';
import type { Purpose } from '../../../../src/ui/scripts/purpose';
import { ContainerTrials } from '../../../../src/ui/scripts/trial';
import { Transcript } from '../../../../src/ui/transcript';
import { type StandIn, standIn } from '../../../support/containers';
import { needs } from '../../../support/needs';
import { documentOf } from './documents';

const docker = standIn();
const silent = standIn({ complaint: 'Cannot connect to the Docker daemon.' });
const refusing = standIn({ refusal: 'docker: no space left on device' });
after(() => {
  for (const one of [docker, silent, refusing]) one.delete();
});

interface Told {
  readonly picked: string[];
  readonly asked: string[][];
  /** The buttons of the questions. */
  readonly answers: string[];
  readonly said: string[];
  /** What of that was said as a warning. */
  readonly warned: string[];
  readonly lines: string[];
  readonly underlined: string[];
  cancel(): void;
  /** Changes the text. */
  edit(): void;
}

interface Options {
  readonly on?: readonly StandIn[];
  readonly answer?: string;
  /** What there is after "Try Again". */
  readonly again?: readonly StandIn[];
  readonly isTrusted?: boolean;
  readonly purpose?: Purpose;
  readonly limit?: number;
  /** Is called with each line of the output. */
  readonly watch?: (line: string, told: Told) => unknown;
}

const pathOf = (programs: readonly StandIn[]) => programs.map(({ folder }) => folder).join(':');

/** Tries a script, with these answers to what is asked. */
async function tried(text: string, { on = [docker], answer = 'Run', isTrusted = true, ...more }: Options = {}) {
  const { again, purpose = { imageName: '', reach: undefined }, limit, watch } = more;
  const changes = new vscode.EventEmitter<unknown>();
  const closes = new vscode.EventEmitter<unknown>();
  const document = Object.assign(documentOf(text), { isClosed: false, version: 1, positionAt: (at: number) => at });
  let cancel = () => {};
  const told: Told = {
    picked: [],
    asked: [],
    answers: [],
    said: [],
    warned: [],
    lines: [],
    underlined: [],
    cancel: () => cancel(),
    edit: () => {
      document.version += 1;
      changes.fire({ document, contentChanges: [{}] });
    },
  };
  Object.assign(vscode.workspace, {
    isTrusted,
    onDidChangeTextDocument: changes.event,
    onDidCloseTextDocument: closes.event,
  });
  Object.assign(vscode.languages, {
    createDiagnosticCollection: () => ({
      set: (_: unknown, all: vscode.Diagnostic[]) => {
        assert.ok(all.every(({ source }) => source === 'NAVER Cloud (container)'));
        told.underlined.push(...all.map(({ message }) => message));
      },
      delete: () => told.underlined.splice(0),
      dispose: () => {},
    }),
  });
  Object.assign(vscode.window, {
    createOutputChannel: () => ({
      appendLine: (line: string) => {
        told.lines.push(line);
        watch?.(line, told);
      },
      clear: () => {},
      show: () => {},
      dispose: () => {},
    }),
    showQuickPick: async (items: { label: string }[]) => {
      told.picked.push(...items.map(({ label }) => label));
      return items[0];
    },
    showWarningMessage: async (
      text: string,
      options: { modal?: boolean; detail?: string } | string,
      ...answers: string[]
    ) => {
      if (typeof options !== 'object' || !options.modal) {
        told.said.push(text);
        told.warned.push(text);
        if (!again || options !== 'Try Again') return undefined;
        process.env.PATH = pathOf(again);
        return options;
      }
      told.answers.push(...answers);
      told.asked.push([text, ...(options.detail ?? '').split('\n')]);
      return answer;
    },
    showInformationMessage: async (text: string) => void told.said.push(text),
    withProgress: async (
      _: unknown,
      run: (progress: { report(): void }, token: { onCancellationRequested(end: () => void): object }) => unknown,
    ) =>
      run(
        { report: () => {} },
        {
          onCancellationRequested: (end) => {
            cancel = end;
            return { dispose() {} };
          },
        },
      ),
  });
  process.env.PATH = pathOf(on);
  const trials = new ContainerTrials(
    { script: async () => document },
    { of: () => purpose },
    new Transcript('container'),
    limit,
  );
  const before = docker.asked().length;
  await trials.run(undefined);
  return { ...told, calls: docker.asked().slice(before), trials };
}

const faulty = '#!/bin/bash\nset -u\nsystemctl enable --now nginx\nfooo\necho "$NAMEE"\n';

test(
  'one question says what runs, where and for how long; then it runs, and its findings are underlined',
  needs('posix', 'bash'),
  async () => {
    const { asked, calls, lines, said, underlined } = await tried(faulty);
    assert.equal(asked.length, 1);
    const [title, ...detail] = asked[0] ?? [];
    assert.equal(title, 'Run install.sh in a container like Ubuntu 24.04?');
    for (const word of ['docker.io/library/ubuntu:24.04', 'docker, for 10 minutes', 'systemd']) {
      assert.ok(detail.join('\n').includes(word), word);
    }
    assert.deepEqual(
      calls.map(([verb]) => verb),
      ['version', 'run'],
    );
    assert.ok(!calls[1]?.includes('--network'));
    assert.match(said.join(), /^install\.sh ended with code 1 in Ubuntu 24\.04 \(00:0\d\)\. 2 problems underlined\.$/);
    assert.deepEqual(
      underlined.map((message) => message.split('. ', 1)[0]),
      ['The shell does not find fooo', 'NAMEE has no value'],
    );
    assert.ok(lines.includes('/init-script: line 4: fooo: command not found'));
    assert.ok(lines.includes('Left out: systemctl'));
  },
);

test('the first edit takes them back', needs('posix', 'bash'), async () => {
  const told = await tried(faulty);
  assert.equal(told.underlined.length, 2);
  told.edit();
  assert.deepEqual(told.underlined, []);
});

test('a text that is edited meanwhile is not underlined: its lines may be others', needs('posix', 'bash'), async () => {
  const { underlined, said } = await tried(faulty, { watch: (line, { edit }) => line.includes('fooo') && edit() });
  assert.deepEqual(underlined, []);
  assert.match(said.join(), /ended with code 1/);
});

test('a script without a fault ran to its end', needs('posix', 'bash'), async () => {
  const { said, underlined } = await tried('#!/bin/bash\necho "\u001b[31mred\u001b[0m"\n');
  assert.deepEqual([said.length, underlined], [1, []]);
  assert.match(said[0] ?? '', /^install\.sh ran to its end in Ubuntu 24\.04 \(00:0\d\)\.$/);
});

test('what only the container lacks is a hint, and no warning', needs('posix', 'bash'), async () => {
  const { said, underlined, warned } = await tried('#!/bin/bash\necho "$0: line 3: curl: command not found"\n: curl\n');
  assert.deepEqual([said.length, warned, underlined.length], [1, [], 1]);
  assert.match(said[0] ?? '', / 1 hint underlined\.$/);
});

test('without the network it has none; what is not confirmed does not run', needs('posix', 'bash'), async () => {
  const offline = await tried('#!/bin/bash\n', { answer: 'Run Without Network' });
  assert.ok(offline.calls[1]?.includes('none'));
  const left = await tried('#!/bin/bash\n', { answer: '' });
  assert.deepEqual(
    left.calls.map(([verb]) => verb),
    ['version'],
  );
});

test('the server image that it is for comes first, and its network is spoken of', needs('posix', 'bash'), async () => {
  const { picked, asked, answers } = await tried('#!/bin/bash\napt-get update\n', {
    purpose: { imageName: 'rocky-8.10', reach: 'nat' },
    answer: '',
  });
  assert.equal(picked[0], 'Rocky Linux 8');
  assert.match(asked.flat().join(), /no public IP/);
  assert.deepEqual(answers, ['Run', 'Run Without Network']);
});

test('for servers without internet the first answer is to run without a network', needs('posix', 'bash'), async () => {
  const { asked, answers } = await tried('#!/bin/bash\n', { purpose: { imageName: '', reach: 'none' }, answer: '' });
  assert.match(asked.flat().join(), /have no internet/);
  assert.deepEqual(answers, ['Run Without Network', 'Run']);
});

test('Cancel and the limit of time stop it', needs('posix', 'bash'), async () => {
  const script = '#!/bin/bash\necho on\nsleep 100\n';
  const cancelled = await tried(script, { watch: (line, { cancel }) => line === 'on' && cancel() });
  assert.match(cancelled.said.join(), /^install\.sh was stopped after 00:0\d\.$/);
  const late = await tried(script, { limit: 200 });
  assert.match(late.said.join(), /limit of time/);
  for (const { calls } of [cancelled, late]) assert.equal(calls.at(-1)?.[0], 'kill');
});

test('nothing is asked where nothing can run, and each reason is told', needs('posix'), async () => {
  const cases: readonly (readonly [text: string, options: Options, said: RegExp])[] = [
    ['#!/bin/bash\n', { isTrusted: false }, /workspace that you trust/],
    ['#!/bin/bash\n', { on: [] }, /Neither docker nor podman/],
    ['#!/bin/bash\n', { on: [silent] }, /docker does not answer.*\(Cannot connect to the Docker daemon\.\)/],
    ['#!/usr/bin/python3\n', {}, /only shell scripts/],
    ['echo\n', {}, /only shell scripts/],
  ];
  for (const [text, options, pattern] of cases) {
    const { said, asked, picked } = await tried(text, options);
    assert.match(said.join(), pattern);
    assert.deepEqual([asked, picked], [[], []]);
  }
  const { asked, said: complaints } = await tried('#!/bin/bash\n', { on: [silent], answer: '', again: [docker] });
  assert.deepEqual([complaints.length, asked.length], [1, 1]);
  const { said } = await tried('#!/bin/bash\n', { on: [refusing] });
  assert.match(said.join(), /No container could be started with Ubuntu 24\.04: docker: no space left on device/);
});
