/** The variables that a shell script gives a value to, as far as it is written out. */

const assignment = /(?<![\w$.{/-])([A-Za-z_]\w{0,63})=("[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s;&|<>()"'`]{1,300})/g;

/** More of them no script has. */
const most = 10_000;

/** More values of one variable are not kept: none of them is likelier than the others. */
const mostValues = 20;

/** The output of a command, or its beginning where the value was cut. */
const output = /\$\(|`|\$$/;

/**
 * For each name the different values that it is assigned anywhere, without quotes; another variable stays as written, the output of a
 * command is left out. Reads the text once.
 */
export function readVariables(text: string): ReadonlyMap<string, readonly string[]> {
  const variables = new Map<string, string[]>();
  let left = most;
  for (const [, name = '', value = ''] of text.matchAll(assignment)) {
    if (left-- === 0) break;
    if (output.test(value)) continue;
    const values = variables.get(name) ?? [];
    const plain = value.replace(/^(["'])(.*)\1$/, '$2');
    if (values.length < mostValues && !values.includes(plain)) values.push(plain);
    variables.set(name, values);
  }
  return variables;
}
