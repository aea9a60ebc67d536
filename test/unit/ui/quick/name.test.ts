// The names that servers of a preset or with a script get: one that is free, or the numbers after those in use.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type InputBoxOptions, type InputBoxValidationMessage, ThemeIcon, type Uri, window } from 'vscode';
import type { Values } from '../../../../src/reference/index';
import { ServerNames } from '../../../../src/ui/quick/name';
import type { Chosen } from '../../../../src/ui/quick/pick';
import type { NamedScript } from '../../../../src/ui/scripts/targets';
import { InputBox } from '../../../support/input-box';

interface Asked {
  readonly prompt: string | undefined;
  readonly value: string | undefined;
  /** What is said of each text that is typed: its severity and the message. */
  readonly said: readonly string[];
  readonly given: Values | undefined;
}

const severities = ['', 'info', 'warning', 'error'];

/** Beside servers of these names, which are read once the account is asked. */
function namesBeside(taken: readonly string[]): ServerNames {
  let isRead = false;
  const fleet = { get: () => (isRead ? { readAt: 1 } : undefined), names: () => (isRead ? taken : []) };
  const renew = async () => {
    isRead = true;
  };
  return new ServerNames(fleet as never, { renew } as never);
}

const named = (file: string): Chosen =>
  ({
    preset: { uri: { path: `/presets/${file}` } as Uri },
    account: { id: 'a', environment: 'vpc' },
    order: { values: { vpcNo: '1' } },
  }) as unknown as Chosen;

/** Asks for the names; the user types these texts, one after the other, and takes the last one. */
async function asked(preset: Values, taken: readonly string[], ...typed: string[]): Promise<Asked> {
  const names = namesBeside(taken);
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
  const chosen = named('web.ncloud.json');
  const given = await names.ask({ ...chosen, order: { values: { ...chosen.order.values, ...preset } } });
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

/** What is proposed for a server with a script, beside servers of these names. */
function proposed(script: NamedScript, taken: readonly string[] = [], environment = 'vpc'): Promise<string> {
  return namesBeside(taken).propose({ id: 'a', environment } as never, script);
}

test('a server with a script is called after it, with a number when that is in use, and as its system may be', async () => {
  const names: [string, readonly string[], string][] = [
    ['install.sh', [], 'install'],
    ['install.sh', ['install'], 'install-2'],
    ['install.sh', ['install-2', 'install', 'install-3'], 'install-4'],
    ['01 Web_Server.SH', [], 'web-server'],
    ['설치.sh', [], 'init-script'],
    [`${'x'.repeat(40)}.sh`, [], 'x'.repeat(30)],
    [`${'x'.repeat(40)}.sh`, ['x'.repeat(30)], `${'x'.repeat(27)}-2`],
  ];
  for (const [name, taken, expected] of names) assert.equal(await proposed({ name }, taken), expected);
  const windows = { name: 'setup-iis-server.ps1', osType: 'WND' } as const;
  for (const environment of ['vpc', 'classic']) {
    assert.equal(await proposed(windows, [], environment), 'setup-iis-serve');
    assert.equal(await proposed(windows, ['setup-iis-serve'], environment), 'setup-iis-se-2');
    assert.equal(await proposed({ ...windows, osType: 'LNX' }, [], environment), 'setup-iis-server');
  }
});

test('several servers with a script leave room for their numbers', async () => {
  Object.assign(window, { showInputBox: async ({ value }: InputBoxOptions) => value });
  const chosen = { ...named('web.ncloud.json'), order: { values: { serverCreateCount: '2' } } };
  const names = await namesBeside([]).ask(chosen, { name: `${'x'.repeat(40)}.sh` });
  assert.deepEqual(names, { serverName: 'x'.repeat(27) });
});

test('with a script the box offers its name and other ways on; a name that is wrong is not taken', async () => {
  const gone: string[] = [];
  const ways = ['another', 'form'].map((label) => ({
    button: { iconPath: new ThemeIcon('edit'), tooltip: label },
    run: async () => void gone.push(label),
  }));
  const ask = (act: (box: InputBox) => void) => {
    Object.assign(window, { createInputBox: () => new InputBox(act) });
    return namesBeside(['install']).ask(named('web.ncloud.json'), { name: 'install.sh' }, ways);
  };
  assert.deepEqual(await ask((box) => box.enter()), { serverName: 'install-2' });
  const said: (string | undefined)[] = [];
  const given = await ask((box) => {
    for (const text of ['install', 'INSTALL', ' web ']) {
      box.type(text);
      said.push(box.validationMessage?.message);
      box.enter();
    }
  });
  assert.deepEqual(given, { serverName: 'web' });
  assert.match(said[0] ?? '', /install already exists/);
  assert.deepEqual([said[1] === undefined, said[2]], [false, undefined]);
  assert.equal(await ask((box) => box.escape()), undefined);
  assert.deepEqual(gone, []);
  for (const place of [0, 1]) assert.equal(await ask((box) => box.press(place)), undefined);
  assert.deepEqual(gone, ['another', 'form']);
});
