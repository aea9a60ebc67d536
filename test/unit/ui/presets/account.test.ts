import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Account } from '../../../../src/ui/accounts/account';
import { likelyAccount, suits } from '../../../../src/ui/presets/account';

const account = (id: string, environment: 'vpc' | 'classic', region: string, regionName?: string): Account => ({
  id,
  label: id,
  site: 'public',
  environment,
  region,
  ...(regionName === undefined ? {} : { regionName }),
});
const all = [
  account('jp', 'vpc', 'JPN'),
  account('old', 'classic', '1', 'KR'),
  account('one', 'vpc', 'KR'),
  account('two', 'vpc', 'KR'),
];

function likely(preset: { environment: 'vpc' | 'classic'; region?: string }, current?: string, open: string[] = []) {
  const accounts = { list: () => all, current: () => all.find(({ id }) => id === current) };
  return likelyAccount(preset, accounts, (id) => open.includes(id))?.id;
}

test('an account suits by environment and by the region, if one is named, in either way to write it', () => {
  const ids = (environment: 'vpc' | 'classic', region?: string) =>
    all.filter((one) => suits(one, { environment, ...(region === undefined ? {} : { region }) })).map(({ id }) => id);
  assert.deepEqual(ids('vpc'), ['jp', 'one', 'two']);
  assert.deepEqual(ids('vpc', 'KR'), ['one', 'two']);
  assert.deepEqual([ids('classic', 'KR'), ids('classic', '1')], [['old'], ['old']]);
  assert.deepEqual(ids('vpc', 'SGN'), []);
});

test('names are those of the current account, of one that was called, of the first', () => {
  const kr = { environment: 'vpc', region: 'KR' } as const;
  assert.equal(likely(kr, 'two', ['one']), 'two');
  assert.equal(likely(kr, 'jp', ['two']), 'two');
  assert.equal(likely(kr, 'jp'), 'one');
  assert.equal(likely({ environment: 'vpc', region: 'SGN' }, 'one'), undefined);
});
