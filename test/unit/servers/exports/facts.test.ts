// Each export tells which version of its tool it was written for, and leaves nothing of the request out in silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concreteName, createParameters, type Environment } from '../../../../src/reference/index';
import { cliFacts } from '../../../../src/servers/exports/cli';
import { curlFacts, powerShellFacts } from '../../../../src/servers/exports/curl';
import { type ToolFacts, writtenFor } from '../../../../src/servers/exports/facts';
import * as exported from '../../../../src/servers/exports/index';
import { terraformFacts } from '../../../../src/servers/exports/terraform';

const { cliCommand, curlScript, httpText, powerShellScript, terraform, terraformImport } = exported;
const environments: readonly Environment[] = ['vpc', 'classic'];

function request(environment: Environment, values: Record<string, string> = {}): exported.ExportRequest {
  const names = ['web-1'];
  return {
    environment,
    endpoint: 'https://ncloud.apigw.ntruss.com',
    values: { serverName: 'web-1', ...values },
    names,
  };
}

/** Every exporter, with the facts of its tool. The request to read is for no tool. */
const exporters: Readonly<
  Record<
    string,
    { readonly facts?: (environment: Environment) => ToolFacts; readonly text: (environment: Environment) => string }
  >
> = {
  cliCommand: { facts: () => cliFacts, text: (environment) => cliCommand(request(environment)) },
  curlScript: { facts: () => curlFacts, text: (environment) => curlScript(request(environment)) },
  powerShellScript: { facts: () => powerShellFacts, text: (environment) => powerShellScript(request(environment)) },
  terraform: {
    facts: (environment) => terraformFacts[environment],
    text: (environment) => terraform(request(environment), 'public', 'KR'),
  },
  terraformImport: {
    facts: (environment) => terraformFacts[environment],
    text: (environment) => terraformImport(environment, [{ number: '1', name: 'web-1', values: {} }], 'public', 'KR'),
  },
  httpText: { text: (environment) => httpText(request(environment)) },
};

test('every exporter is listed here', () => {
  const functions = Object.entries(exported)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name);
  const others = ['exportRequest', 'UnquotableError'];
  assert.deepEqual(functions.filter((name) => !others.includes(name)).sort(), Object.keys(exporters).sort());
});

for (const [name, { facts, text }] of Object.entries(exporters)) {
  if (!facts) continue;
  test(`${name} says what it was written for, and as of when`, () => {
    for (const environment of environments) {
      const { product, version, asOf, source } = facts(environment);
      assert.match(asOf, /^20\d\d-(0[1-9]|1[0-2])(-[0-3]\d)?$/);
      assert.ok(Date.parse(asOf) <= Date.now());
      assert.match(version, /^\d+(\.\d+)+$/);
      assert.match(source, /^https:\/\//);
      assert.ok(product.length > 3);
      const line = `# ${writtenFor(facts(environment))}`;
      assert.ok(text(environment).split('\n').includes(line), line);
    }
  });
}

test('the comments before a command hold no sign of a shell', () => {
  for (const environment of environments) {
    const lines = cliCommand(request(environment, { userData: 'eA==' })).split('\n');
    const comments = lines.filter((line) => line.startsWith('#'));
    assert.ok(comments.length >= 3);
    for (const line of comments) assert.match(line, /^# [\w ,.:-]+$/);
  }
});

for (const environment of environments) {
  test(`${environment}: scripts, command and text hold every parameter of a request`, () => {
    for (const { name } of createParameters[environment]) {
      const wire = concreteName(name, 1, 1);
      const values = { [wire]: 'marker-4711' };
      const field =
        wire
          .split('.')
          .filter((part) => !/^\d+$/.test(part))
          .at(-1) ?? '';
      for (const text of [curlScript, powerShellScript, httpText].map((write) => write(request(environment, values)))) {
        assert.ok(text.includes(wire) && text.includes('marker-4711'), `${wire}: ${text}`);
      }
      const command = cliCommand(request(environment, values));
      assert.ok(command.includes(field) && command.includes('marker-4711'), `${wire}: ${command}`);
    }
  });
}
