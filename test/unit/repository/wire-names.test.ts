// Code for all parameters names none of them: what it must know of one stands in its entry of the reference.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { createParameters } from '../../../src/reference/index';

/** The files that name parameters all the same, each with those that it is about. */
const known: Readonly<Record<string, { readonly names: readonly string[]; readonly why: string }>> = {
  'src/servers/exports/cli.ts': { names: ['userData'], why: 'does not know whether the tool encodes user data again' },
  'src/servers/exports/existing.ts': {
    names: ['networkInterfaceNo'],
    why: 'the interfaces of a server are rows of a list of their own',
  },
  'src/servers/exports/request.ts': {
    names: ['subnetNo', 'zoneNo'],
    why: 'finds the code of the zone, which Terraform wants',
  },
  'src/servers/exports/terraform-server.ts': {
    names: [
      'accessControlGroupNoList',
      'associateWithPublicIp',
      'blockStorageMappingList',
      'networkInterfaceList',
      'networkInterfaceNo',
      'networkInterfaceOrder',
      'subnetNo',
      'zoneNo',
    ],
    why: 'interfaces and public IPs are resources of their own, a zone goes by its code, only the base storage is taken',
  },
  'src/servers/exports/terraform-storage.ts': {
    names: ['blockStorageMappingList'],
    why: 'storages beside the base one are resources of their own',
  },
  'src/servers/exports/terraform.ts': {
    names: ['associateWithPublicIp', 'networkInterfaceList'],
    why: 'interfaces and public IPs are resources of their own',
  },
  'src/servers/values.ts': {
    names: ['accessControlGroupNoList', 'networkInterfaceOrder', 'subnetNo'],
    why: 'the interfaces of a server are rows of a list of their own',
  },
  'src/ui/create/question.ts': {
    names: ['associateWithPublicIp'],
    why: 'says that a new public IP goes on being billed',
  },
  'src/ui/form/answers.ts': { names: ['userData'], why: 'checks the start-up script' },
  'src/ui/presets/save.ts': { names: ['userData'], why: 'says that the script is left out' },
  'src/ui/quick/pick.ts': {
    names: ['initScriptNo', 'userData'],
    why: 'a script takes the place of that of the preset',
  },
  'src/ui/scripts/references.ts': {
    names: ['associateWithPublicIp'],
    why: 'tells whether a script reaches the internet',
  },
  'src/ui/scripts/startup.ts': { names: ['userData'], why: 'checks and sends the text of a script' },
  'src/ui/servers/tooltip.ts': { names: ['loginKeyName'], why: 'shows the field of a server that bears the same name' },
};

/** Ordinary words too, which would be found everywhere. */
const ordinary = ['N', 'ip', 'order'];

const names = new Set(
  [...createParameters.vpc, ...createParameters.classic]
    // Region and answer format are parameters of every action.
    .filter(({ supplied }) => !supplied)
    .flatMap(({ name }) => name.split('.'))
    .filter((part) => !ordinary.includes(part)),
);

/** The wire names in the code of a file, comments aside. */
function named(path: string): string[] {
  const code = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');
  return [...new Set(code.match(/\w+/g))].filter((word) => names.has(word)).sort();
}

const files = ['media', 'src/servers/exports', 'src/ui'].flatMap((room) =>
  readdirSync(room, { recursive: true })
    .map((file) => join(room, String(file)).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts')),
);
files.push('src/servers/values.ts');

test('only code about a parameter names it', () => {
  const found = files.flatMap((file) => named(file).map((name) => `${file}: ${name}`));
  const expected = Object.entries(known).flatMap(([file, { names }]) => names.map((name) => `${file}: ${name}`));
  assert.deepEqual(
    found.filter((line) => !expected.includes(line)),
    [],
    'named without a reason',
  );
  assert.deepEqual(
    expected.filter((line) => !found.includes(line)),
    [],
    'not named any more',
  );
});
