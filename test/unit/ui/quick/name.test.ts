// The names that servers of a preset get: one that is free, or the numbers after those in use.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type InputBoxOptions, type InputBoxValidationMessage, type Uri, window } from 'vscode';
import type { Values } from '../../../../src/reference/index';
import { ServerNames } from '../../../../src/ui/quick/name';
import type { Chosen } from '../../../../src/ui/quick/pick';

interface Asked {
  readonly prompt: string | undefined;
  readonly value: string | undefined;
  /** What is said of each text that is typed: its severity and the message. */
  readonly said: readonly string[];
  readonly given: Values | undefined;
}

const severities = ['', 'info', 'warning', 'error'];

/** Asks for the names; the user types these texts, one after the other, and takes the last one. */
async function asked(preset: Values, taken: readonly string[], ...typed: string[]): Promise<Asked> {
  const fleet = { get: () => ({ readAt: 1 }), names: () => taken };
  const names = new ServerNames(fleet as never, { renew: async () => undefined } as never);
  let options: InputBoxOptions = {};
  const said: string[] = [];
  Object.assign(window, {
    showInputBox: async (given: InputBoxOptions) => {
      options = given;
      const texts = typed.length === 0 ? [given.value ?? ''] : typed;
      for (const text of texts) {
        const verdict = (await given.validateInput?.(text)) as InputBoxValidationMessage | undefined;
        said.push(verdict ? `${severities[verdict.severity]}: ${verdict.message}` : '');
      }
      return texts.at(-1);
    },
  });
  const values = { vpcNo: '1', ...preset };
  const account = { id: 'a', environment: 'vpc' };
  const chosen = {
    preset: { uri: { path: '/presets/web.ncloud.json' } as Uri },
    account,
    order: { values },
  } as unknown as Chosen;
  const given = await names.ask(chosen);
  return { prompt: options.prompt, value: options.value, said, given };
}

test('one server gets the name of the preset, or that with a number when it is in use', async () => {
  const { prompt, value, said, given } = await asked({}, []);
  assert.deepEqual([prompt, value, said], ['The name of the server.', 'web', ['']]);
  assert.deepEqual(given, { serverName: 'web' });
  assert.equal((await asked({}, ['web'])).value, 'web-2');
  assert.equal((await asked({ serverName: 'api' }, ['api', 'api-2'])).value, 'api-3');
});

test('several servers go on from the numbers in use, and are named while one types', async () => {
  const two = { serverCreateCount: '2' };
  const { prompt, value, said, given } = await asked(two, ['web001', 'web002'], 'web', 'api', 'web 1', 'web');
  assert.equal(value, 'web');
  assert.match(prompt ?? '', /^2 servers: web003, web004 – /);
  assert.equal(said[0], 'info: 2 servers: web003, web004');
  assert.equal(said[1], 'info: 2 servers: api001, api002');
  assert.match(said[2] ?? '', /^error: Use /);
  assert.deepEqual(given, { serverName: 'web', serverCreateStartNo: '3' });
  const free = await asked(two, []);
  assert.deepEqual([free.value, free.given], ['web', { serverName: 'web' }]);
});

test("a preset's own first number stays as long as it can", async () => {
  const own = { serverCreateCount: '2', serverCreateStartNo: '10', serverName: 'api' };
  assert.deepEqual((await asked(own, ['api001'])).given, { serverName: 'api', serverCreateStartNo: '10' });
  assert.deepEqual((await asked(own, ['api011'])).given, { serverName: 'api', serverCreateStartNo: '12' });
});

test('where no number is left, another name is offered', async () => {
  const last = { serverCreateCount: '2', serverCreateStartNo: '998' };
  const { value, said } = await asked(last, ['web999'], 'web', 'web-2');
  assert.equal(value, 'web-2');
  assert.match(said[0] ?? '', /^error: A server with the name web999 already exists/);
  assert.equal(said[1], 'info: 2 servers: web-2998, web-2999');
});
