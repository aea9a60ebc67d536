// A stand-in for docker and podman: notes what it is asked, and runs scripts with the shells of this computer.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftOutMark, scriptPath, startMark } from '../../src/scripts/container/command';

export interface StandIn {
  /** The folder that it lies in, for PATH. */
  readonly folder: string;
  readonly path: string;
  /** What it was asked, call by call. */
  asked(): string[][];
  delete(): void;
}

interface Manners {
  /** What it is called; `docker` when left out. */
  readonly name?: string;
  /** It does not answer, and says this. */
  readonly complaint?: string;
  /** It starts no container, and says this. */
  readonly refusal?: string;
}

/** The program, in JavaScript without imports of ours. */
const program = (folder: string, { complaint, refusal }: Manners) => `#!${process.execPath}
const { appendFileSync, chmodSync, readFileSync, writeFileSync } = require('node:fs');
const { spawn } = require('node:child_process');
const { join } = require('node:path');
const folder = ${JSON.stringify(folder)};
const args = process.argv.slice(2);
appendFileSync(join(folder, 'asked'), JSON.stringify(args) + '\\n');
const end = (text, code) => { process.stderr.write(text + '\\n', () => process.exit(code)); };
const complaint = ${JSON.stringify(complaint)};
const refusal = ${JSON.stringify(refusal)};
if (args[0] === 'version' && complaint !== undefined) end(complaint, 1);
else if (args[0] === 'run' && refusal !== undefined) end(refusal, 125);
else if (args[0] === 'kill') {
  try { process.kill(-Number(readFileSync(join(folder, args[1]), 'utf8')), 'SIGKILL'); } catch { end('No such container', 1); }
} else if (args[0] === 'run') {
  const file = join(folder, 'init-script');
  let script = '';
  process.stdin.setEncoding('utf8').on('data', (text) => { script += text; }).on('end', () => {
    writeFileSync(file, script);
    chmodSync(file, 0o700);
    process.stdout.write('${startMark}\\n');
    const left = ['systemctl', 'reboot'];
    for (const name of left) {
      writeFileSync(join(folder, name), '#!/bin/sh\\necho "${leftOutMark}' + name + ' $*"\\n');
      chmodSync(join(folder, name), 0o700);
    }
    const env = { PATH: folder + ':/usr/local/bin:/usr/bin:/bin' };
    const child = spawn('/bin/sh', ['-c', 'exec 2>&1; exec timeout 60 "$0"', file], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    writeFileSync(join(folder, args[args.indexOf('--name') + 1]), String(child.pid));
    child.stdout.setEncoding('utf8').on('data', (text) => process.stdout.write(text.replaceAll(file, '${scriptPath}')));
    child.on('close', (code) => process.exit(code ?? 137));
  });
}
`;

/** Puts one into a new folder. */
export function standIn(manners: Manners = {}): StandIn {
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-container-'));
  const path = join(folder, manners.name ?? 'docker');
  writeFileSync(join(folder, 'asked'), '');
  writeFileSync(path, program(folder, manners));
  chmodSync(path, 0o755);
  const asked = () =>
    readFileSync(join(folder, 'asked'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): string[] => JSON.parse(line));
  return { folder, path, asked, delete: () => rmSync(folder, { recursive: true, force: true }) };
}
