import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createParameters,
  type Environment,
  isToldBySchema,
  type Locale,
  presetNames,
  presetSchema,
  referenceText,
  validate,
} from '../../../src/reference/index';

interface Node {
  readonly [keyword: string]: unknown;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

const environments: readonly Environment[] = ['vpc', 'classic'];
const locales: readonly Locale[] = ['en', 'ko'];

function definition(environment: Environment, locale: Locale): Node {
  return (presetSchema(locale).definitions as Readonly<Record<string, Node>>)[environment] ?? {};
}

/** Follows the parts of a wire name. */
function find(root: Node, name: string): Node | undefined {
  return name
    .split('.')
    .reduce<Node | undefined>((node, part) => (part === 'N' ? node?.items : node?.properties?.[part]), root);
}

/** Every schema inside a schema, with its own. */
function* all(node: Node): Generator<Node> {
  yield node;
  for (const child of Object.values(node.properties ?? {})) yield* all(child);
  if (node.items) yield* all(node.items);
}

for (const environment of environments) {
  test(`every parameter of ${environment} that presets hold is in the schema, with its hint in both languages`, () => {
    for (const locale of locales) {
      const root = definition(environment, locale);
      for (const { name, supplied } of createParameters[environment]) {
        const schema = find(root, name);
        assert.equal(schema !== undefined, !supplied, name);
        if (!schema) continue;
        const hint = referenceText(locale).hint(environment, name);
        assert.ok(hint !== '' && String(schema.markdownDescription).startsWith(hint), name);
        assert.match(String(schema.markdownDescription), /\]\(https:\/\/api\.ncloud-docs\.com\/docs\/.+\)$/);
      }
    }
  });
}

test('which names and values there are is left to those who can say what was meant, and every list says what is in it', () => {
  for (const environment of environments) {
    for (const node of all(definition(environment, 'en'))) {
      assert.ok(!('additionalProperties' in node) && !('enum' in node));
      if (node.type === 'array') assert.ok(node.items);
    }
  }
  const { properties, ...rest } = presetSchema('en');
  assert.ok(!('additionalProperties' in rest));
  assert.deepEqual(Object.keys(properties as object), [...presetNames]);
});

test('limits become keywords', () => {
  const vpc = definition('vpc', 'en');
  const name = find(vpc, 'serverName');
  assert.deepEqual([name?.minLength, name?.maxLength, name?.pattern], [3, 30, '^[a-z][a-z0-9-]*$']);
  assert.match(String(name?.patternErrorMessage), /letter/);
  assert.deepEqual(find(vpc, 'feeSystemTypeCode')?.defaultSnippets, [
    { body: 'MTRAT', description: 'By the hour' },
    { body: 'FXSUM', description: 'Flat rate a month' },
  ]);
  const order = find(vpc, 'networkInterfaceList.N.networkInterfaceOrder');
  assert.deepEqual([order?.type, order?.minimum, order?.maximum], ['integer', 0, 2]);
  assert.equal(find(vpc, 'networkInterfaceList')?.maxItems, 3);
  const groups = find(vpc, 'networkInterfaceList.N.accessControlGroupNoList');
  assert.deepEqual([groups?.minItems, groups?.maxItems], [1, 3]);
  assert.deepEqual(
    [find(vpc, 'isProtectServerTermination')?.type, find(vpc, 'isProtectServerTermination')?.default],
    ['boolean', false],
  );
  assert.equal(find(definition('classic', 'en'), 'serverCreateCount')?.maximum, 20);
});

test('only faults that the schema cannot tell are left for others', () => {
  const values = {
    serverName: 'a',
    serverDescription: 'x'.repeat(1001),
    feeSystemTypeCode: 'FREE',
    serverCreateCount: '3',
    associateWithPublicIp: 'true',
    vpcNo: '1',
    subnetNo: '2',
    'networkInterfaceList.1.networkInterfaceOrder': '7',
  };
  const rest = validate(values, { environment: 'vpc', rows: {} }).filter((problem) => !isToldBySchema(problem));
  const names = rest.map(({ name }) => name);
  assert.ok(names.includes('serverDescription'));
  assert.ok(names.includes('associateWithPublicIp'));
  assert.ok(!names.includes('serverName') && names.includes('feeSystemTypeCode'));
});
