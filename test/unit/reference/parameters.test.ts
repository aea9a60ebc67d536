// Every parameter of the two pages of createServerInstances, wherever the product speaks of parameters.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { type OutlineSection, outlineOf, type Slot } from '../../../media/outline';
import { NcloudClient, NcloudError } from '../../../src/client/index';
import {
  createParameters,
  type Environment,
  findCreateParameter,
  interfaceOrder,
  referenceText,
} from '../../../src/reference/index';
import { presetSchema } from '../../../src/reference/schema';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index';

const environments = ['vpc', 'classic'] as const satisfies readonly Environment[];

/** The names as the page of the environment writes them. */
function seedNames(environment: Environment): string[] {
  return readFileSync(`test/fixtures/seed-parameters-${environment}.txt`, 'utf8').split('\n').filter(Boolean);
}

const { definitions } = presetSchema('en') as { definitions: Record<Environment, unknown> };

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ speed: 'instant', strict: true });
});
after(() => sandbox.stop());

function formNames(outline: readonly OutlineSection[]): string[] {
  const names = (slot: Slot): string[] => ('slots' in slot ? slot.slots.flatMap(names) : [slot.parameter.name]);
  return outline.flatMap(({ slots }) => slots.flatMap(names));
}

/** The names of all leaves of a preset's parameters, with `N` for the items of a list. */
function schemaNames(schema: unknown, path: readonly string[] = []): string[] {
  const { properties, items } = schema as { properties?: Record<string, unknown>; items?: unknown };
  if (items) return schemaNames(items, [...path, 'N']);
  if (properties) return Object.entries(properties).flatMap(([name, inner]) => schemaNames(inner, [...path, name]));
  return [path.join('.')];
}

for (const environment of environments) {
  const names = seedNames(environment);
  const supplied = (name: string) => findCreateParameter(environment, name)?.supplied === true;

  test(`${environment}: the reference has every row of the page, with hints in both languages`, () => {
    assert.ok(names.length >= 20);
    for (const name of names) {
      assert.ok(findCreateParameter(environment, name), name);
      for (const locale of ['en', 'ko'] as const) {
        assert.ok(referenceText(locale).hint(environment, name).length > 10, `${name} ${locale}`);
      }
      assert.match(referenceText('ko').hint(environment, name), /[가-힣]/, name);
    }
  });

  test(`${environment}: the form shows every row that the account does not supply`, () => {
    const shown = new Set([...formNames(outlineOf(environment)), interfaceOrder]);
    assert.deepEqual(
      names.filter((name) => !supplied(name) && !shown.has(name)),
      [],
    );
  });

  test(`${environment}: the schema of presets has every row that a preset may hold`, () => {
    const known = new Set(schemaNames(definitions[environment]));
    const missing = names.filter((name) => !supplied(name) && !known.has(name));
    assert.deepEqual(missing, []);
  });

  test(`${environment}: a strict sandbox knows every row and refuses any other name`, async () => {
    const client = new NcloudClient(sandbox);
    const service = environment === 'vpc' ? 'vserver' : 'server';
    const refusal = async (name: string) => {
      try {
        await client.call(service, 'createServerInstances', { [name.replaceAll('.N', '.1')]: 'x' });
      } catch (error) {
        assert.ok(error instanceof NcloudError);
        return error.message;
      }
      return assert.fail(`${name} alone made a server`);
    };
    const unknown = 'Remove|unknown|no such parameter';
    assert.match(await refusal('noSuchParameter'), new RegExp(unknown, 'i'));
    for (const { name } of createParameters[environment]) {
      assert.doesNotMatch(await refusal(name), new RegExp(unknown, 'i'), name);
    }
  });
}
