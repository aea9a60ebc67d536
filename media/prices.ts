/** What the chosen spec costs: asked of the host once for each product, after the choice has settled. */
import type { Questions } from '../src/protocol';
import {
  type FormMemory,
  type ListPrice,
  type Locale,
  pricedProduct,
  priceLine,
  pricePlan,
  priceSum,
} from '../src/reference/index';
import type { Derived } from './derive';
import type { Asking } from './questions';

/** The host is asked once the choice has stood for this many milliseconds. */
const pause = 300;

export class Prices {
  private readonly known = new Map<string, ListPrice | undefined>();
  private readonly asked = new Set<string>();
  private wanted: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `changed` is called for each price that has come. */
  constructor(
    private readonly ask: Asking<Questions>,
    private readonly changed: () => void,
  ) {}

  /** Asks for the price of what is chosen now, unless it was asked for before. */
  want({ values, context }: Derived): void {
    const product = pricedProduct(values, context);
    if (product === this.wanted) return;
    this.wanted = product;
    clearTimeout(this.timer);
    if (product === undefined || this.asked.has(product)) return;
    this.timer = setTimeout(() => void this.load(product), pause);
  }

  /** A price that was looked up at an earlier time: it is shown until there is a newer one. */
  remember({ product, price }: NonNullable<FormMemory['price']>): void {
    if (!this.known.has(product)) this.known.set(product, price);
  }

  /** The price of what is chosen now, as far as it is known. */
  current({ values, context }: Derived): FormMemory['price'] {
    const product = pricedProduct(values, context);
    const price = product === undefined ? undefined : this.known.get(product);
    return product === undefined || price === undefined ? undefined : { product, price };
  }

  /** What the servers cost, as far as NCP has said. */
  line(derived: Derived, locale: Locale): string | undefined {
    const { price } = this.current(derived) ?? {};
    return price && priceLine(price, derived.names.length, pricePlan(derived.values), locale);
  }

  /** The same in short: the amount for all of them. */
  sum(derived: Derived, locale: Locale): string | undefined {
    const { price } = this.current(derived) ?? {};
    return price && priceSum(price, derived.names.length, pricePlan(derived.values), locale);
  }

  private async load(product: string): Promise<void> {
    this.asked.add(product);
    const price = await this.ask({ type: 'price', product }).catch(() => undefined);
    this.known.set(product, price);
    this.changed();
  }
}
