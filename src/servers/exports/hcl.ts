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
