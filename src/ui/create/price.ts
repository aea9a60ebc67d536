/** The price beside a creation. That it cannot be had is nobody's problem, so it is only logged for those who look. */
import { type ListPrice, priceLine, pricePlan } from '../../reference/index';
import type { Prepared } from '../../servers/index';
import type { Session } from '../accounts/session';
import { locale } from '../explain';
import { faultLine } from '../fault';
import type { Log } from '../log';

/** The list price of a product; undefined when there is none or it cannot be read. Never throws. */
export async function listPrice(
  { account, prices }: Session,
  product: string,
  log: Pick<Log, 'debug'>,
): Promise<ListPrice | undefined> {
  try {
    return await prices?.price(account.regionName ?? account.region, product);
  } catch (error) {
    log.debug(`price: ${faultLine(error)}`);
    return undefined;
  }
}

/** What the servers of a creation cost, as a line for people; undefined when no price is known. */
export function priceWords({ price, plan, values }: Prepared): string | undefined {
  return price && priceLine(price, plan.names.length, pricePlan(values), locale());
}
