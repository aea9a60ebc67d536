// The regions of a key: each one that is ticked has an account of its own.
import assert from 'node:assert/strict';
import test from 'node:test';
import { addAccount } from '../../../../src/ui/accounts/add';
import { chooseRegions } from '../../../../src/ui/accounts/choose-regions';
import { answered, open, publicSite } from './answers';

test('what is ticked gets an account with the same key, what is not is told, and none at all is no choice', async (t) => {
  const parts = await open(t);
  const { accessKey, secretKey } = parts.sandbox;
  await answered({ replies: ['', accessKey, secretKey] }, () => addAccount(parts));
  const [account, classic] = parts.accounts.list();
  assert.ok(account && classic);
  const client = parts.connect({ accessKey, secretKey, endpoint: publicSite });
  const chosen = async (of: typeof account, ...regions: string[]) => {
    let choice: Awaited<ReturnType<typeof chooseRegions>>;
    const pick = (rows: readonly { label: string }[]) => rows.filter(({ label }) => regions.includes(label));
    const { lists } = await answered({ pick }, async () => {
      choice = await chooseRegions(parts, of, client, 'Choose Regions');
    });
    const labels = (accounts: readonly { label: string }[] = []) => accounts.map(({ label }) => label);
    return { ticked: lists[0]?.filter(({ picked }) => picked).map(({ label }) => label), choice, labels };
  };

  const both = await chosen(account, 'Korea (KR)', 'Singapore (SGN)');
  assert.deepEqual(both.ticked, ['Korea (KR)']);
  assert.deepEqual([both.labels(both.choice?.added), both.labels(both.choice?.dropped)], [['public-sgn'], []]);
  const [added] = both.choice?.added ?? [];
  assert.equal(added?.region, 'SGN');
  assert.equal((await parts.keys.get(added?.id ?? '', publicSite))?.secretKey, secretKey);

  const other = await chosen(account, 'Singapore (SGN)');
  assert.deepEqual(other.ticked, ['Korea (KR)', 'Singapore (SGN)']);
  assert.deepEqual([other.labels(other.choice?.added), other.labels(other.choice?.dropped)], [[], ['public-kr']]);
  assert.equal((await chosen(account)).choice, undefined);

  const old = await chosen(classic, 'Korea (KR)', 'Japan (JPN)');
  assert.deepEqual(old.labels(old.choice?.added), ['public-jpn']);
  assert.equal(old.choice?.added[0]?.regionName, 'JPN');
});
