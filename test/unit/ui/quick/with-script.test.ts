// From a script to a server: by which preset without a question, when the user is asked for one, and when the form opens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QuickInputButtons, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { Account } from '../../../../src/ui/accounts/account';
import type { PresetScript } from '../../../../src/ui/quick/pick';
import { ScriptCreation } from '../../../../src/ui/quick/with-script';
import type { Source } from '../../../../src/ui/scripts/targets';
import { documentOf } from '../scripts/documents';

const company: Account = { id: 'v', label: 'company', site: 'public', environment: 'vpc', region: 'KR' };
const document = documentOf('#!/bin/bash\necho hello\n');
const script: Source = { kind: 'document', document, name: 'install.sh', osType: 'LNX' };

const uriOf = (path: string) => ({ path, toString: () => `file:${path}` }) as Uri;

interface Place {
  readonly source?: Source;
  readonly current?: Account;
  /** Paths of presets: those used lately, and all of the workspace `/w`. */
  readonly recent?: readonly string[];
  readonly found?: readonly string[];
  /** The label that is picked where presets are offered. */
  readonly pick?: string;
  /** The way that is gone from the name. */
  readonly way?: number;
}

/** What happens from the command on, one line each. */
async function steps(place: Place): Promise<string[]> {
  const { source = script, current, recent = [], found = [], pick, way } = place;
  const seen: string[] = [];
  let ways = way === undefined ? [] : [way];
  Object.assign(workspace, {
    findFiles: async () => found.map(uriOf),
    getWorkspaceFolder: ({ path }: Uri) => (path.startsWith('/w/') ? {} : undefined),
  });
  Object.assign(window, {
    showQuickPick: async (items: readonly QuickPickItem[]) => {
      seen.push(`asked: ${items.map(({ label }) => label).join(', ')}`);
      return items.find(({ label }) => label === pick);
    },
  });
  const read = async ({ path }: Uri) => {
    if (path.includes('broken')) throw new Error('no preset');
    return { environment: path.includes('classic') ? 'classic' : 'vpc' };
  };
  const run = async ({ path }: Uri, { naming, order, owners, ways: offered }: PresetScript) => {
    const what = order.script?.path ?? JSON.stringify(order.values);
    seen.push(`${path} with ${what} as ${naming.name}${owners ? ` for ${owners.map(({ id }) => id)}` : ''}`);
    const [next, ...others] = ways;
    ways = others;
    if (next !== undefined) await offered[next]?.run();
    else
      seen.push(
        `or: ${offered.map(({ button }) => (button === QuickInputButtons.Back ? 'Back' : button.tooltip)).join(', ')}`,
      );
  };
  const creation = new ScriptCreation(
    { of: async () => source, anyAccount: async () => company },
    { current: () => current },
    { open: async (id: string) => void seen.push(`open ${id}`) } as never,
    { recent: async () => recent.map(uriOf), read } as never,
    { run } as never,
    { propose: async (_: Account, { name }: { name: string }) => `named after ${name}` },
    {
      open: async (id: string, filling) => {
        const { name, script: file, values, isAdded } = filling ?? {};
        seen.push(`form of ${id}: ${name}, ${file?.path ?? JSON.stringify(values)}, ${isAdded}`);
      },
    },
  );
  await creation.run(undefined);
  return seen;
}

const form = 'Fill in the form instead';
const inForm = ['open v', 'form of v: named after install.sh, /w/install.sh, true'];

test('without a preset the form opens at once, named after the script', async () => {
  assert.deepEqual(await steps({}), inForm);
  const source: Source = { kind: 'stored', account: { ...company, id: 's' }, number: '7', name: 'web', osType: 'LNX' };
  assert.deepEqual(await steps({ source }), ['open s', 'form of s: named after web, {"initScriptNo":"7"}, true']);
  assert.equal((await steps({ source, found: ['/w/a'] }))[0], '/w/a with {"initScriptNo":"7"} as web for s');
});

test('the only preset is taken, or the one of the workspace that was used last and suits the account', async () => {
  const taken = async (place: Place) => {
    const [first = ''] = await steps(place);
    return first.split(' with ')[0];
  };
  assert.equal(await taken({ found: ['/w/a'] }), '/w/a');
  assert.equal(await taken({ recent: ['/elsewhere/a'] }), '/elsewhere/a');
  assert.equal(await taken({ recent: ['/w/b', '/w/a'], found: ['/w/a', '/w/b', '/w/c'] }), '/w/b');
  assert.equal(await taken({ recent: ['/elsewhere/b', '/w/a'], found: ['/w/a', '/w/c'] }), '/w/a');
  const recent = ['/w/classic', '/w/broken', '/w/b'];
  assert.equal(await taken({ recent, current: company }), '/w/b');
  assert.equal(await taken({ recent }), '/w/classic');
});

test('where it is not clear which preset is meant, the user is asked', async () => {
  const all = `asked: a, c, ${form}`;
  const found = ['/w/a', '/w/c'];
  assert.deepEqual(await steps({ found }), [all]);
  assert.deepEqual(await steps({ found, pick: form }), [all, ...inForm]);
  assert.equal((await steps({ found, pick: 'c' }))[1], '/w/c with /w/install.sh as install.sh');
  const only = { current: company, found: ['/w/classic'] };
  assert.deepEqual(await steps(only), [`asked: classic, ${form}`]);
  assert.deepEqual(await steps({ recent: ['/elsewhere/a'], found: ['/w/c'] }), [all]);
});

test('from the preset that was taken without a question the form can be had, and back all that could be chosen', async () => {
  const place = { recent: ['/w/a'], found: ['/w/a', '/w/c'] };
  const [first, ...others] = await steps(place);
  assert.equal(first, '/w/a with /w/install.sh as install.sh');
  assert.deepEqual(others, [`or: Back, ${form}`]);
  assert.deepEqual(await steps({ ...place, way: 1 }), [first, ...inForm]);
  const all = `asked: a, c, ${form}`;
  const next = ['/w/c with /w/install.sh as install.sh', `or: Back, ${form}`];
  assert.deepEqual(await steps({ ...place, way: 0, pick: 'c' }), [first, all, ...next]);
  assert.deepEqual(await steps({ ...place, way: 0, pick: form }), [first, all, ...inForm]);
  assert.deepEqual(await steps({ found: ['/w/a'], way: 0 }), [first, `asked: a, ${form}`]);
});
