/** Values as lines for people: an item of a list is one line, and a problem names its item. */
import { createParameters, findCreateParameter } from './create';
import { itemTitle, listTitle } from './headings';
import { concreteName, genericName } from './names';
import type { CreateParameter, Environment, Locale, Localized, Values } from './types';

/** What is said of one parameter, or of one item of a list. */
export interface Line {
  /** What it is called: `VPC`, `Storage 1`, `Tag env`. */
  readonly label: string;
  readonly text: string;
  /** The two as one line: `Storage 1: 55 GB CB1`, `Tag env = dev`. */
  readonly whole: string;
}

/** How a value is called by people: the name of a picked row, words for true and false, the value itself. */
export type Shown = (name: string, value: string) => string;

interface Item {
  readonly list: string;
  /** 1-based. */
  readonly index: number;
}

/** The values of one parameter of an item, under their concrete wire names. */
type Given = ReadonlyMap<CreateParameter, readonly string[]>;

/** An item of a list with all that is given of it. */
interface Told {
  readonly item: Item;
  readonly given: Map<CreateParameter, string[]>;
}

/** A list of items: its parameters, and among them the one that tells the places of the items. */
interface List {
  readonly parameters: readonly CreateParameter[];
  readonly order: CreateParameter | undefined;
}

/** The lists by their names. */
const lists: Readonly<Record<Environment, ReadonlyMap<string, List>>> = {
  vpc: listsOf(createParameters.vpc),
  classic: listsOf(createParameters.classic),
};

function listsOf(all: readonly CreateParameter[]): Map<string, List> {
  const names = new Set(all.flatMap(({ name }) => /^([^.]+)\.N\./.exec(name)?.[1] ?? []));
  const list = (of: string): List => {
    const parameters = all.filter(({ name }) => name.startsWith(`${of}.N.`));
    return { parameters, order: parameters.find(({ role }) => role === 'order') };
  };
  return new Map([...names].map((name) => [name, list(name)]));
}

/** What is said of the items and single values of one environment, in one language. */
export class Lines {
  constructor(
    private readonly environment: Environment,
    private readonly locale: Locale,
    private readonly values: Values = {},
  ) {}

  /**
   * Lines of the values under these concrete wire names, in their order. What names the servers is left out, and so is
   * what NCP assumes anyway. `shown` makes text of a value.
   */
  of(names: readonly string[], shown: Shown): Line[] {
    const told = new Map<string, CreateParameter | Told>();
    const single = new Map<CreateParameter, string[]>();
    for (const name of names) {
      const parameter = findCreateParameter(this.environment, genericName(name));
      if (!parameter || parameter.supplied) continue;
      const item = itemOf(name);
      if (!item || this.isOfServer(parameter, item)) {
        told.set(parameter.name, parameter);
        listed(single, parameter).push(name);
      } else if (parameter.type !== 'boolean' || this.value(name) === 'true') {
        const key = `${item.list}.${item.index}`;
        const before = told.get(key);
        const given = before && 'given' in before ? before.given : new Map<CreateParameter, string[]>();
        listed(given, parameter).push(name);
        told.set(key, { item, given });
      }
    }
    return [...told.values()].flatMap((one) =>
      'given' in one ? this.itemLine(one, shown) : this.singleLine(one, single.get(one) ?? [], shown),
    );
  }

  /** What a value is called, with its item where it stands in one: `Storage 2 – size`. A list goes by its title. */
  label(name: string): string {
    if (lists[this.environment].has(name)) return listTitle(name)[this.locale];
    const parameter = findCreateParameter(this.environment, genericName(name));
    const item = itemOf(name);
    if (!item || !this.parameters(item.list).length) return parameter?.label[this.locale] ?? genericName(name);
    if (parameter && this.isOfServer(parameter, item)) return parameter.label[this.locale];
    const own = (parameter?.item?.label ?? parameter?.label)?.[this.locale];
    return `${this.title(item)} – ${own ?? name.slice(`${item.list}.${item.index}.`.length)}`;
  }

  private singleLine(parameter: CreateParameter, names: readonly string[], shown: Shown): Line[] {
    const said = names.filter((name) => parameter.role === undefined && this.value(name) !== parameter.default);
    const text = [...new Set(said.map((name) => shown(name, this.value(name))))].join(', ');
    return text === '' ? [] : [lineOf(parameter.label[this.locale], ': ', text)];
  }

  private itemLine({ item, given }: Told, shown: Shown): Line[] {
    const parts = new Map<string, string>();
    let title: string | undefined;
    for (const parameter of this.parameters(item.list)) {
      const names = given.get(parameter) ?? [];
      const { isTitle, behind = '' } = parameter.item ?? {};
      const part = names.length > 0 ? this.part(parameter, names, item, shown) : this.absent(parameter, given);
      if (part === '') continue;
      const before = names.length > 0 && isGiven(given, behind) ? parts.get(behind) : undefined;
      if (isTitle) title = part;
      else if (before !== undefined) parts.set(behind, `${before} ${part}`);
      else parts.set(parameter.name, part);
    }
    const text = [...parts.values()].join(', ');
    if (text === '') return [];
    return [lineOf(this.title(item, title), title === undefined ? ': ' : ' = ', text)];
  }

  /** What the line of an item says of a parameter that has a value, or several of a list in the item; else empty. */
  private part(parameter: CreateParameter, names: readonly string[], item: Item, shown: Shown): string {
    const { type, role, initial, default: assumed, item: words } = parameter;
    const [name = '', ...others] = names;
    const value = this.value(name);
    const label = words?.label ?? parameter.label;
    if (others.length > 0) return this.filled(words?.several ?? words?.value, String(names.length));
    if (role !== undefined || value === assumed) return '';
    if (words?.unlike !== undefined && this.isDefault(item) && value === this.value(words.unlike)) return '';
    if (type === 'boolean') return (words?.value ?? label)[this.locale];
    const known = words?.words?.[value];
    if (known) return known[this.locale];
    // Counted from 1, or from the base storage on.
    if (initial === 'next' && (value === String(item.index) || value === String(item.index - 1))) return '';
    return words ? this.filled(words.value, shown(name, value)) : `${label[this.locale]} ${shown(name, value)}`;
  }

  private absent({ item: words }: CreateParameter, given: Given): string {
    const { absent } = words ?? {};
    if (!absent || absent.without?.some((name) => isGiven(given, name))) return '';
    return absent.words[this.locale];
  }

  private filled(words: Localized | undefined, text: string): string {
    return words ? words[this.locale].replace('{}', () => text) : text;
  }

  /** `Storage 1`, or with words in place of the number `Tag env`. Items that have an order go by it. */
  private title(item: Item, words?: string): string {
    return this.filled(itemTitle(item.list), words ?? this.order(item) ?? String(item.index));
  }

  /** What everybody fills in of the default item stands among the values of the server. */
  private isOfServer({ rare, role }: CreateParameter, item: Item): boolean {
    return !rare && role === undefined && this.isDefault(item);
  }

  private isDefault(item: Item): boolean {
    return this.order(item) === '0';
  }

  /** The place of an item in a list whose items have one: as it is given, or else that of its index. */
  private order({ list, index }: Item): string | undefined {
    const order = lists[this.environment].get(list)?.order;
    if (!order) return undefined;
    const given = this.value(concreteName(order.name, index));
    return /^\d{1,9}$/.test(given) ? String(Number(given)) : String(index - 1);
  }

  private parameters(list: string): readonly CreateParameter[] {
    return lists[this.environment].get(list)?.parameters ?? [];
  }

  private value(name: string): string {
    return this.values[name] ?? '';
  }
}

/** The item of a list of objects that a value belongs to; undefined for single values and lists of such. */
function itemOf(name: string): Item | undefined {
  const [, list, index] = /^([^.]+)\.(\d+)\../.exec(name) ?? [];
  return list === undefined ? undefined : { list, index: Number(index) };
}

function isGiven(given: Given, name: string): boolean {
  return [...given.keys()].some((parameter) => parameter.name === name);
}

function listed<K>(lists: Map<K, string[]>, key: K): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

function lineOf(label: string, joint: string, text: string): Line {
  return { label, text, whole: `${label}${joint}${text}` };
}
