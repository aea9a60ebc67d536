/**
 * A strict reader of the small part of HCL that exports are made of: attributes, blocks, strings with escapes, numbers,
 * true and false, lists, objects, references, comments. Everything else, live interpolation above all, is refused.
 */

/** What an expression says. A reference is an object, so that it cannot be taken for text. */
export type HclValue = string | number | boolean | HclValue[] | { [name: string]: HclValue } | { ref: string };

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
}

export interface HclBody {
  readonly attributes: Readonly<Record<string, HclValue>>;
  readonly blocks: readonly HclBlock[];
}

/** Reads a whole file. @throws Error that names the line. */
export function readHcl(text: string): HclBody {
  return new Reader(text).body(true);
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  /** Attributes and blocks, one a line, up to the closing brace or the end of the file. */
  body(isWhole: boolean): HclBody {
    const attributes: Record<string, HclValue> = {};
    const blocks: HclBlock[] = [];
    for (;;) {
      this.blank(true);
      if (this.at === this.text.length) {
        if (isWhole) return { attributes, blocks };
        this.refuse('a block without an end');
      }
      if (!isWhole && this.takes('}')) return { attributes, blocks };
      const name = this.word();
      this.blank(false);
      if (this.takes('=')) {
        if (name in attributes) this.refuse(`${name} twice`);
        this.blank(false);
        attributes[name] = this.value();
      } else blocks.push(this.block(name));
      this.blank(false);
      if (this.at < this.text.length && !this.takes('\n') && this.text[this.at] !== '}')
        this.refuse('more on the line');
    }
  }

  private block(type: string): HclBlock {
    const labels: string[] = [];
    while (!this.takes('{')) {
      labels.push(this.text[this.at] === '"' ? this.string() : this.word());
      this.blank(false);
    }
    this.blank(false);
    if (!this.takes('\n')) this.refuse('a body on the line of its block');
    return { type, labels, body: this.body(false) };
  }

  private value(): HclValue {
    const next = this.text[this.at] ?? '';
    if (next === '"') return this.string();
    if (next === '[') return this.list();
    if (next === '{') return this.object();
    const number = /^-?\d+(\.\d+)?/.exec(this.text.slice(this.at));
    if (number) {
      this.at += number[0].length;
      return Number(number[0]);
    }
    const steps = [this.word()];
    while (this.takes('.')) steps.push(this.word());
    const [first] = steps;
    if (steps.length === 1 && (first === 'true' || first === 'false')) return first === 'true';
    if (steps.length < 2) this.refuse(`a reference of ${steps.length} parts`);
    return { ref: steps.join('.') };
  }

  private list(): HclValue[] {
    this.takes('[');
    const items: HclValue[] = [];
    for (;;) {
      this.blank(true);
      if (this.takes(']')) return items;
      items.push(this.value());
      this.blank(true);
      if (!this.takes(',') && this.text[this.at] !== ']') this.refuse('a list without a comma');
    }
  }

  private object(): { [name: string]: HclValue } {
    this.takes('{');
    return { ...this.body(false).attributes };
  }

  /** A quoted text. What it holds is as it will be read by Terraform. */
  private string(): string {
    if (!this.takes('"')) this.refuse('no text');
    let value = '';
    for (;;) {
      const rest = this.text.slice(this.at);
      const escaped =
        /^\\(?:([nrt"\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(rest) ?? /^(\$\$|%%)(?=\{)/.exec(rest);
      if (rest.startsWith('"')) {
        this.at++;
        return value;
      }
      if (/^[$%]\{/.test(rest)) this.refuse('live interpolation');
      if (rest === '' || rest.startsWith('\n') || rest.startsWith('\r')) this.refuse('a text without an end');
      if (rest.startsWith('\\') && !escaped) this.refuse('an unknown escape');
      if (!escaped) {
        value += rest[0];
        this.at++;
        continue;
      }
      const [whole, simple, short, long] = escaped;
      this.at += whole.length;
      if (whole === '$$' || whole === '%%') {
        value += `${whole[0]}{`;
        this.takes('{');
      } else if (simple !== undefined) value += { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }[simple] ?? '';
      else {
        const point = Number.parseInt(short ?? long ?? '', 16);
        if (point >= 0xd800 && point <= 0xdfff) this.refuse('half a character');
        value += String.fromCodePoint(point);
      }
    }
  }

  private word(): string {
    const word = /^[A-Za-z_][A-Za-z0-9_-]*/.exec(this.text.slice(this.at))?.[0];
    if (word === undefined) return this.refuse('no name');
    this.at += word.length;
    return word;
  }

  /** Passes over blanks and comments; over line ends only when `lines`. */
  private blank(lines: boolean): void {
    const pattern = lines ? /^(?:[ \t\n]|#[^\n]*)+/ : /^(?:[ \t]|#[^\n]*)+/;
    this.at += pattern.exec(this.text.slice(this.at))?.[0].length ?? 0;
  }

  private takes(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private refuse(what: string): never {
    const line = this.text.slice(0, this.at).split('\n').length;
    throw new Error(`line ${line}: ${what}: ${JSON.stringify(this.text.slice(this.at, this.at + 40))}`);
  }
}
