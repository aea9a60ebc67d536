// What an older version has kept becomes intents, always the same ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intentText, parseIntent } from '../../../../src/servers/creation/intent-text';
import { oldIntents } from '../../../../src/servers/creation/old-journal';

const place = { environment: 'classic', region: '1' } as const;
const kept = {
  a: [
    { name: 'web', askedAt: 5, before: ['1'] },
    { name: 'db', askedAt: 6, timestamp: 7, before: [] },
  ],
  gone: [{ name: 'web', askedAt: 5, before: [] }],
};
const placeOf = (accountId: string) => (accountId === 'a' ? place : undefined);

test('each name is an intent that was sent and got no answer, of the account and measured by the time that it has', () => {
  const intents = oldIntents(kept, placeOf);
  assert.deepEqual(
    intents.map(({ accountId, names, timestamp, before, region, stage, isLost }) => {
      return [accountId, names, timestamp, before, region, stage, isLost];
    }),
    [
      ['a', ['web'], 5, ['1'], '1', 'sent', true],
      ['a', ['db'], 7, [], '1', 'sent', true],
      ['gone', ['web'], 5, [], '', 'sent', true],
    ],
  );
  for (const intent of intents) assert.equal(parseIntent(intent.id, intentText(intent)).kind, 'intent');
  assert.deepEqual(oldIntents(kept, placeOf), intents);
  assert.equal(new Set(intents.map(({ id }) => id)).size, 3);
});

test('what is no entry is left out', () => {
  for (const value of [undefined, null, 'x', 7, [], { a: 'x' }, { a: [null, 7, {}, { name: 1, askedAt: 1 }] }]) {
    assert.deepEqual(oldIntents(value, placeOf), []);
  }
  const [intent] = oldIntents({ a: [{ name: 'web', askedAt: 5, before: [1, '2'], timestamp: 'x' }] }, placeOf);
  assert.deepEqual([intent?.before, intent?.timestamp], [['2'], 5]);
});
