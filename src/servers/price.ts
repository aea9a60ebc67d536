/** List prices of servers, asked for one by one and kept for a day. */
import type { NcloudClient } from '../client/index';
import { field, fieldNumber, fieldText, type ListPrice, type Row } from '../reference/index';

/** An answer is good for a day, a look-up may take five seconds. Milliseconds. */
const keptFor = 24 * 60 * 60_000;
const patience = 5000;

const currency = 'KRW';
/** Rows of these charging units are not for one server and an hour or a month: queries, hours of one vCPU, users. */
const foreignUnits = ['QUERY', 'TMCU', 'USER'];

interface Kept {
  readonly askedAt: number;
  readonly answer: Promise<ListPrice | undefined>;
}

/** The price list as one account may read it. */
export class PriceList {
  private readonly kept = new Map<string, Kept>();
  private readonly told = new Map<string, ListPrice>();

  constructor(
    private readonly client: NcloudClient,
    /** Whether the prices are those of the sandbox. */
    private readonly isSample: boolean,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * The price of a product in a region; undefined when the list has none that is above zero, or several. A look-up that
   * went wrong is not kept. Page platform-listprice-getproductpricelist.
   * @param regionCode also for Classic: `KR`.
   * @throws NcloudError, also when the key may not read prices.
   */
  price(regionCode: string, productCode: string): Promise<ListPrice | undefined> {
    const key = JSON.stringify([regionCode, productCode]);
    const askedAt = this.now();
    const known = this.kept.get(key);
    if (known && askedAt - known.askedAt < keptFor) return known.answer;
    const answer = this.ask(regionCode, productCode, askedAt);
    this.kept.set(key, { askedAt, answer });
    answer.then(
      (price) => price && this.told.set(key, price),
      () => {
        if (this.kept.get(key)?.answer === answer) this.kept.delete(key);
      },
    );
    return answer;
  }

  /** The price, if it was asked for already. Asks for nothing. */
  known(regionCode: string, productCode: string): ListPrice | undefined {
    return this.told.get(JSON.stringify([regionCode, productCode]));
  }

  private async ask(regionCode: string, productCode: string, askedAt: number): Promise<ListPrice | undefined> {
    const params = { regionCode, productCode, payCurrencyCode: currency };
    const signal = AbortSignal.timeout(patience);
    const rows = await this.client.list('billing', 'getProductPriceList', params, { signal });
    const prices = rows
      .filter((row) => fieldText(row, 'productCode') === productCode)
      .flatMap((row) => rowsOf(row))
      .filter((price) => isMeant(price, regionCode));
    const hourly = onlyPrice(prices, 'MTRAT');
    const monthly = onlyPrice(prices, 'FXSUM');
    if (hourly === undefined && monthly === undefined) return undefined;
    return {
      ...(hourly === undefined ? {} : { hourly }),
      ...(monthly === undefined ? {} : { monthly }),
      day: dayOf(askedAt),
      isSample: this.isSample,
    };
  }
}

function rowsOf(product: Row): readonly Row[] {
  const prices = field(product, 'priceList');
  return Array.isArray(prices) ? prices : [];
}

/** Whether a price is plain, and for this region and currency. What the row does not say speaks for it. */
function isMeant(price: Row, regionCode: string): boolean {
  const says = (path: string, wanted: string) => [wanted, ''].includes(fieldText(price, path));
  return (
    says('region.regionCode', regionCode) &&
    says('payCurrency.code', currency) &&
    says('ratingUnitType.code', 'POINT') &&
    !foreignUnits.includes(fieldText(price, 'chargingUnitType.code'))
  );
}

/** The amount of that type; undefined when there is none above zero (products that are gone cost 0) or no single one. */
function onlyPrice(prices: readonly Row[], type: string): number | undefined {
  const amounts = prices
    .filter((price) => fieldText(price, 'priceType.code') === type)
    .map((price) => fieldNumber(price, 'price') ?? 0);
  const [amount, ...others] = new Set(amounts.filter((one) => one > 0));
  return others.length === 0 ? amount : undefined;
}

function dayOf(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
