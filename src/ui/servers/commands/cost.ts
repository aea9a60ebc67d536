/** What servers cost that are about to run, for the question before it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { priceLine } from '../../../reference/index';
import type { Sessions } from '../../accounts/session';
import { listPrice } from '../../create/price';
import { locale } from '../../explain';
import { atOnce, inTurns } from '../../in-turns';
import type { Log } from '../../log';
import type { Target } from './targets';

/** So long a question waits for the price that it would name, in milliseconds. */
const patience = 1_500;

/** The list price of these servers together, as a line; undefined when it is not known of each of them, or not soon. */
export async function costLine(
  targets: readonly Target[],
  sessions: Pick<Sessions, 'open'>,
  log: Pick<Log, 'debug'>,
): Promise<string | undefined> {
  const read = inTurns(targets, atOnce, async ({ account, server: { product } }) =>
    product === undefined ? undefined : listPrice(await sessions.open(account.id), product, log),
  );
  const prices = (await Promise.race([read.catch(() => []), sleep(patience, undefined, { ref: false })])) ?? [];
  const [first] = prices;
  const hourly = prices.reduce((sum, price) => sum + (price?.hourly ?? Number.NaN), 0);
  return first && hourly ? priceLine({ ...first, hourly }, 1, 'MTRAT', locale()) : undefined;
}
