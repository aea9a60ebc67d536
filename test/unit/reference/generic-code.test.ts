// Code that works for any parameter names none: a new one must not need a second edit. What is about one is listed here.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createParameters } from '../../../src/reference/index';

/** The names that a file may know, and why. */
type Exceptions = readonly (readonly [file: string, names: readonly string[], reason: string])[];

const scripts = 'A start-up script goes by its number or by its text.';
const name = 'The name is asked for by itself.';
const publicIp = 'Whether a script reaches the internet depends on it.';

/** What is looked through, and what may stand there. */
const rooms: Readonly<Record<string, Exceptions>> = {
  media: [['media/scripts.ts', ['initScriptNo'], 'Messages of the page: which list a script is to be found in.']],
  'src/servers/exports': [
    ['src/servers/exports/cli.ts', ['userData'], 'The tool does not say whether it encodes user data once more.'],
    ['src/servers/exports/request.ts', ['zoneNo'], 'Terraform names a zone by its code, which the request lacks.'],
    [
      'src/servers/exports/terraform-server.ts',
      [
        'zoneNo',
        'networkInterfaceList',
        'networkInterfaceNo',
        'networkInterfaceOrder',
        'subnetNo',
        'accessControlGroupNoList',
        'blockStorageMappingList',
        'associateWithPublicIp',
      ],
      'Terraform has resources of their own for interfaces and public IPs, the base storage only, and codes of zones.',
    ],
    [
      'src/servers/exports/terraform.ts',
      ['networkInterfaceList', 'associateWithPublicIp'],
      'Terraform has resources of their own for interfaces and public IPs.',
    ],
  ],
  'src/servers/values.ts': [
    [
      'src/servers/values.ts',
      ['networkInterfaceNo', 'networkInterfaceOrder', 'subnetNo', 'accessControlGroupNoList'],
      "A server's interfaces are rows of a list of their own.",
    ],
  ],
  'src/ui': [
    ['src/ui/create/creator.ts', ['serverName'], 'A name that is taken, or not there, is refused.'],
    ['src/ui/create/question.ts', ['associateWithPublicIp'], 'What is billed besides the server is said.'],
    ['src/ui/form/host.ts', ['initScriptNo', 'userData'], scripts],
    ['src/ui/form/made-here.ts', ['initScriptNo'], scripts],
    ['src/ui/form/script.ts', ['userData'], scripts],
    ['src/ui/presets/files.ts', ['initScriptNo', 'userData'], scripts],
    [
      'src/ui/presets/save.ts',
      ['serverName', 'userData'],
      'A preset is called like its server, and leaves a script out.',
    ],
    ['src/ui/quick/create.ts', ['serverName', 'initScriptNo', 'userData'], `${name} ${scripts}`],
    ['src/ui/quick/draft.ts', ['networkInterfaceList', 'networkInterfaceOrder'], 'Interfaces stand in their order.'],
    ['src/ui/quick/name.ts', ['serverName'], name],
    ['src/ui/quick/with-script.ts', ['initScriptNo', 'userData'], scripts],
    ['src/ui/scripts/checks.ts', ['associateWithPublicIp'], publicIp],
    ['src/ui/scripts/references.ts', ['associateWithPublicIp'], publicIp],
    ['src/ui/scripts/resolve.ts', ['initScriptNo'], scripts],
    ['src/ui/servers/nodes.ts', ['loginKeyName'], 'A field of our servers, which has the same name.'],
  ],
};

/**
 * The names of parameters and of lists, and the last parts of names. Left out is what the account and the client supply
 * with every call, and what is an everyday word.
 */
const names = new Set(
  Object.values(createParameters)
    .flat()
    .filter(({ supplied }) => !supplied)
    .flatMap((parameter) => parameter.name.split('.')),
);
for (const word of ['N', 'ip', 'order']) names.delete(word);

function filesOf(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true })
    .map((file) => join(place, String(file)).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
}

/** The names that stand in the code of a file, be it in a text or as the name of a field; comments do not count. */
function namesIn(file: string): string[] {
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const words = new Set(code.match(/[\w$]+/g));
  return [...names].filter((wire) => words.has(wire));
}

test('the names are those of the reference', () => {
  assert.ok(names.size > 40, String(names.size));
  for (const wire of ['serverName', 'networkInterfaceList', 'accessControlGroupNoList']) assert.ok(names.has(wire));
});

for (const [room, exceptions] of Object.entries(rooms)) {
  test(`${room} names no parameter but those that its code is about`, (t) => {
    const found = filesOf(room)
      .map((file) => [file, namesIn(file).sort()] as const)
      .filter(([, wires]) => wires.length > 0);
    assert.deepEqual(
      Object.fromEntries(found),
      Object.fromEntries(exceptions.map(([file, wires]) => [file, [...wires].sort()])),
    );
    for (const [file, , reason] of exceptions) assert.match(reason, /\.$/, file);
    t.diagnostic(`${exceptions.flatMap(([, wires]) => wires).length} in ${exceptions.length} files`);
  });
}
