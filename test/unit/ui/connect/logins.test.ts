// What is remembered of how the user logs in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Logins } from '../../../../src/ui/connect/logins';
import { Memory } from '../../../support/memory';

const server = (number: string, environment: 'vpc' | 'classic' = 'vpc') => ({ environment, number });

test('a login is remembered per server and environment, and what is chosen later joins it', async () => {
  const store = new Memory();
  const logins = new Logins(store);
  await logins.keep(server('1'), { user: 'ubuntu' });
  await logins.keep(server('1'), { port: 2222 });
  await logins.keep(server('1', 'classic'), { user: 'admin' });
  assert.deepEqual(new Logins(store).of(server('1')), { user: 'ubuntu', port: 2222 });
  assert.deepEqual(logins.of(server('1', 'classic')), { user: 'admin' });
  assert.deepEqual(logins.of(server('2')), {});
});

test('five hundred servers are remembered; the one that was chosen longest ago goes', async () => {
  const logins = new Logins(new Memory());
  for (let number = 0; number < 500; number++) await logins.keep(server(String(number)), { user: 'a' });
  await logins.keep(server('0'), { port: 23 });
  await logins.keep(server('500'), { user: 'b' });
  assert.deepEqual(logins.of(server('0')), { user: 'a', port: 23 });
  assert.deepEqual(logins.of(server('1')), {});
  assert.deepEqual(logins.of(server('500')), { user: 'b' });
});
