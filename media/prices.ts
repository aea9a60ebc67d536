/** What the chosen spec costs: asked of the host once for each product, after the choice has settled. */
import type { ToHost } from '../src/protocol';
import { type ListPrice, type Locale, pricedProduct, priceLine, pricePlan } from '../src/reference/index';
import type { Derived } from './derive';

/** The host is asked once the choice has stood for this many milliseconds. */
const pause = 300;

export class Prices {
  private readonly known = new Map<string, ListPrice | undefined>();
  private readonly asked = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly post: (message: ToHost) => void) {}

  /** Asks for the price of what is chosen now, unless it was asked for before. */
  want({ values, context }: Derived): void {
    clearTimeout(this.timer);
    const product = pricedProduct(values, context);
    if (product === undefined || this.asked.has(product)) return;
    this.timer = setTimeout(() => {
      this.asked.add(product);
      this.post({ type: 'price', product });
    }, pause);
  }

  /** Takes the host's answer; without a price there is none to show. */
  receive(product: string, price: ListPrice | undefined): void {
    this.known.set(product, price);
  }

  /** What the servers cost, as far as NCP has said. */
  line({ values, context, names }: Derived, locale: Locale): string | undefined {
    const price = this.known.get(pricedProduct(values, context) ?? '');
    return price && priceLine(price, names.length, pricePlan(values), locale);
  }
}
