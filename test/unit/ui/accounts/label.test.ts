// Names that accounts get without being asked for.
import assert from 'node:assert/strict';
import test from 'node:test';
import { type Account, Accounts } from '../../../../src/ui/accounts/account';
import { freeLabel, nameElsewhere, suggestedName } from '../../../../src/ui/accounts/label';
import { Memory } from '../../../support/memory';

const vpc: Account = { id: 'v', label: 'public-kr', site: 'public', environment: 'vpc', region: 'KR' };
const [kr, sgn] = ['KR', 'SGN'].map((name) => ({ value: name, name })) as [Region, Region];
type Region = Parameters<typeof suggestedName>[1];

test('a name says the site and the region', () => {
  assert.deepEqual(
    (['public', 'government', 'finance'] as const).map((site) => suggestedName(site, kr)),
    ['public-kr', 'gov-kr', 'fin-kr'],
  );
});

test('a name that is taken gets the environment in Classic, and then a number', async () => {
  const accounts = new Accounts(new Memory());
  const names: string[] = [];
  for (const environment of ['vpc', 'classic', 'vpc', 'classic', 'vpc'] as const) {
    const label = freeLabel('public-kr', environment, accounts);
    names.push(label);
    await accounts.save({ ...vpc, id: label, label });
  }
  assert.deepEqual(names, ['public-kr', 'public-kr-classic', 'public-kr-2', 'public-kr-classic-2', 'public-kr-3']);
});

test('in another region the name changes its end, or gets one', () => {
  const classic = { ...vpc, environment: 'classic', region: '1', regionName: 'KR' } as const;
  assert.equal(nameElsewhere(vpc, sgn), 'public-sgn');
  assert.equal(nameElsewhere({ ...classic, label: 'public-kr-classic' }, sgn), 'public-sgn');
  assert.equal(nameElsewhere({ ...vpc, label: 'company' }, sgn), 'company-sgn');
  assert.equal(nameElsewhere({ ...vpc, label: '-kr' }, sgn), '-kr-sgn');
});
