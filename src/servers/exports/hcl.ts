/** Values in the language of Terraform, so that a hostile text stays text. */

/** Escapes of JSON that HCL does not know. */
const foreignEscapes: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000c' };

/** A quoted HCL string in which neither interpolation nor directives are left alive. Half characters are replaced. */
export function literal(value: string): string {
  return JSON.stringify(value.replace(/\p{Cs}/gu, '\ufffd'))
    .replace(/[$%](?=\{)/g, (sign) => sign + sign)
    .replace(/\\./g, (pair) => foreignEscapes[pair] ?? pair);
}

/** Numbers, true and false, which stand without quotes; anything else is quoted. */
export function bare(value: string): string {
  return /^(\d+|true|false)$/.test(value) ? value : literal(value);
}

/** An attribute on one line; what opens a list or an object is none. */
const attribute = /^( *)([A-Za-z_][\w-]*) *= (.*[^[{(])$/s;

/** The text as `terraform fmt` leaves it: the signs of attributes on lines in a row stand below each other. */
export function aligned(text: string): string {
  const lines = text.split('\n');
  const parts = lines.map((line) => attribute.exec(line));
  let width = 0;
  return lines
    .map((line, place) => {
      const [, indent = '', name = '', value = ''] = parts[place] ?? [];
      if (name === '') return line;
      if (!parts[place - 1]) width = widest(parts, place);
      return `${indent}${name.padEnd(width - indent.length)} = ${value}`;
    })
    .join('\n');
}

/** The width up to the signs of the attributes from a place on. */
function widest(parts: readonly (RegExpExecArray | null)[], start: number): number {
  let width = 0;
  for (const part of parts.slice(start)) {
    if (!part) break;
    width = Math.max(width, `${part[1]}${part[2]}`.length);
  }
  return width;
}

/** Makes the labels of blocks out of names, each only once. */
export class Labels {
  private readonly used = new Set<string>();

  next(name: string): string {
    const stem = name.replace(/[^A-Za-z0-9_-]/g, '_').replace(/^(?![A-Za-z_])/, 'server_');
    let label = stem;
    for (let serial = 2; this.used.has(label); serial++) label = `${stem}_${serial}`;
    this.used.add(label);
    return label;
  }
}
