// What is asked for once more: all of a creation when all of it is in doubt, else the one name, and nothing of the account's own.
import assert from 'node:assert/strict';
import test from 'node:test';
import { plannedNames } from '../../../../../src/servers/index';
import { againQuestion, againValues } from '../../../../../src/ui/servers/commands/again';

const account = { id: 'a', label: 'mine', site: 'public', environment: 'vpc', region: 'KR' } as const;
const params = { regionCode: 'KR', serverName: 'web-', serverCreateCount: '3', serverCreateStartNo: '4', vpcNo: '1' };
const lost = (name: string, more: object = {}) =>
  ({
    ...{
      id: 'one',
      name,
      state: 'unknown' as const,
      askedAt: 0,
      timestamp: 0,
      before: [],
      isReleased: false,
      isOurs: true,
    },
    params: { ...params, ...more },
  }) as const;

test('of several servers all are asked for again when all are in doubt, otherwise the chosen one', () => {
  const all = ['web-004', 'web-005', 'web-006'];
  const { regionCode: _, ...asked } = params;
  assert.deepEqual(againValues(account, lost('web-005'), all), asked);
  assert.deepEqual(plannedNames(asked), all);
  const one = againValues(account, lost('web-005'), ['web-005', 'web-006']);
  assert.deepEqual(one, { serverName: 'web-005', vpcNo: '1' });
  assert.deepEqual(plannedNames(one), ['web-005']);
});

test('the question says that a server may be there and that both are billed, and names those that are', () => {
  const { title, detail } = againQuestion(['web-005'], lost('web-005'), []);
  assert.equal(title, 'Create web-005 again?');
  assert.match(detail, /may exist already.*both are billed/);
  assert.match(detail, /Nothing is sent before you confirm/);
  assert.doesNotMatch(detail, /Show Candidates/);
});
