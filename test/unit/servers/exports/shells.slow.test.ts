import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { cliCommand } from '../../../../src/servers/exports/cli';
import { curlScript, powerShellScript } from '../../../../src/servers/exports/curl';
import type { ExportRequest } from '../../../../src/servers/exports/request';
import { powerShellQuote, UnquotableError } from '../../../../src/servers/exports/shell';
import { needs } from '../../../support/needs';

const nasty: readonly (readonly [name: string, text: string])[] = JSON.parse(
  readFileSync('test/fixtures/nasty-strings.json', 'utf8'),
);
// Other control characters are refused.
const hostile = [...nasty.map(([, text]) => text).filter((text) => !/(?!\n)\p{Cc}/u.test(text)), "''"];

function request(serverDescription: string): ExportRequest {
  return {
    environment: 'vpc',
    endpoint: 'https://ncloud.apigw.ntruss.com',
    values: { serverName: 'web-1', serverDescription },
    names: ['web-1'],
  };
}

/** Programs that write the arguments they get, NUL after each, to the file named by RECORD. */
let bin: string;
before(() => {
  bin = mkdtempSync(join(tmpdir(), 'exports-'));
  for (const program of ['curl', 'ncloud']) {
    writeFileSync(join(bin, program), '#!/bin/sh\nprintf \'%s\\0\' "$@" > "$RECORD"\n');
    chmodSync(join(bin, program), 0o755);
  }
});
after(() => rmSync(bin, { recursive: true }));

function argumentsIn(shell: string, script: string): string[] {
  const record = join(bin, 'record');
  rmSync(record, { force: true });
  const { status, stderr } = spawnSync(shell, ['-s'], {
    cwd: bin,
    input: script,
    encoding: 'utf8',
    env: {
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      RECORD: record,
      NCLOUD_ACCESS_KEY: 'access',
      NCLOUD_SECRET_KEY: 'secret',
    },
  });
  assert.equal(status, 0, stderr);
  assert.equal(existsSync(join(bin, 'pwned')), false, 'the value was run as a command');
  return readFileSync(record, 'utf8').split('\0').slice(0, -1);
}

for (const shell of ['sh', 'bash', 'dash']) {
  test(`curl script: hostile values reach curl unchanged in ${shell}`, needs(shell, 'posix'), () => {
    for (const value of hostile) {
      const received = argumentsIn(shell, curlScript(request(value)));
      assert.ok(received.includes(`serverDescription=${value}`), JSON.stringify(value));
      assert.equal(received.filter((argument) => argument === '--data-urlencode').length, 3);
    }
  });

  test(`ncloud command: hostile values reach ncloud unchanged in ${shell}`, needs(shell, 'posix'), () => {
    for (const value of hostile) {
      const received = argumentsIn(shell, cliCommand(request(value)));
      assert.deepEqual(received.slice(0, 2), ['vserver', 'createServerInstances']);
      assert.equal(received[received.indexOf('--serverDescription') + 1], value);
    }
  });
}

test('any printable value survives sh', needs('sh', 'posix'), () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (value) => {
      fc.pre(![...value].some((c) => c < ' ' || c === '\u007f'));
      assert.ok(argumentsIn('sh', curlScript(request(value))).includes(`serverDescription=${value}`));
    }),
    { numRuns: 40 },
  );
});

test('a control character is refused with the name of its parameter', () => {
  for (const make of [curlScript, powerShellScript, cliCommand]) {
    assert.throws(
      () => make(request('a\u001b[31m')),
      (error: unknown) => {
        assert.ok(error instanceof UnquotableError);
        assert.equal(error.parameter, 'serverDescription');
        return true;
      },
    );
  }
});

test('no export holds a key', () => {
  assert.match(curlScript(request('x')), /\$NCLOUD_SECRET_KEY/);
  assert.match(powerShellScript(request('x')), /\$env:NCLOUD_SECRET_KEY/);
});

test('PowerShell doubles every character that it takes for a quote', () => {
  assert.equal(powerShellQuote("a'b\u2019c\u201bd"), "'a''b\u2019\u2019c\u201b\u201bd'");
});
