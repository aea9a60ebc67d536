/** The variables that a shell script gives a value to, as far as it is written out. */

const assignment = /(?<![\w$.{/-])([A-Za-z_]\w{0,63})=("[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s;&|<>()"'`]{1,300})/g;

/** More of them no script has. */
const most = 10_000;

/** The output of a command, or its beginning where the value was cut. */
const output = /\$\(|`|\$$/;

/**
 * For each name what is assigned to it anywhere, without quotes; another variable stays as written, the output of a
 * command is left out. Reads the text once.
 */
export function readVariables(text: string): ReadonlyMap<string, readonly string[]> {
  const variables = new Map<string, string[]>();
  let left = most;
  for (const [, name = '', value = ''] of text.matchAll(assignment)) {
    if (left-- === 0) break;
    if (output.test(value)) continue;
    const values = variables.get(name) ?? [];
    values.push(value.replace(/^(["'])(.*)\1$/, '$2'));
    variables.set(name, values);
  }
  return variables;
}
