/** The options of a command, told apart from its plain words. */

/** The options up to the first plain word. */
export interface Options {
  /** Each without its value: `-it --name=x` gives `-i`, `-t` and `--name`. */
  readonly given: ReadonlySet<string>;
  /** Where the first plain word stands; the number of all words when there is none. */
  readonly next: number;
}

/** Tells of an option whether the next word is its value. */
export type TakesValue = (option: string) => boolean;

/** Longer words are texts, no options. */
const longest = 200;

/** Only these options take the next word. */
export function taking(options: string): TakesValue {
  const takers = new Set(options.split(' '));
  return (option) => takers.has(option);
}

/** All options but these take the next word. */
export function takingAllBut(options: string): TakesValue {
  const flags = new Set(options.split(' '));
  return (option) => !flags.has(option);
}

/** Reads the options from one word on. */
export function readOptions(values: readonly string[], from: number, takesValue: TakesValue): Options {
  const given = new Set<string>();
  let next = from;
  for (let value = values[next]; value !== undefined && /^-./.test(value); value = values[next]) {
    next++;
    if (value === '--') break;
    if (value.length > longest) continue;
    if (value.startsWith('--')) {
      const name = value.replace(/=.*/s, '');
      given.add(name);
      if (name === value && takesValue(name)) next++;
      continue;
    }
    for (let i = 1; i < value.length; i++) {
      const option = `-${value[i]}`;
      given.add(option);
      if (!takesValue(option)) continue;
      if (i === value.length - 1) next++;
      break;
    }
  }
  return { given, next: Math.min(next, values.length) };
}
