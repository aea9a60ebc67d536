/** What `terraform fmt` would change in a configuration that is made of single-line attributes, blocks and comments. */

/** Each line that it would write otherwise, with its number. */
export function unformatted(text: string): string[] {
  const faults: string[] = [];
  const lines = text.split('\n');
  let depth = 0;
  let run: number[] = [];
  const isEven = () => new Set(run.map((line) => signOf(lines[line] ?? ''))).size <= 1;
  const isTight = () => run.some((line) => /[^ ] =/.test((lines[line] ?? '').slice(0, signOf(lines[line] ?? '') + 1)));
  const close = (line: number) => {
    if (!isEven() || (run.length > 0 && !isTight())) faults.push(`${line}: signs of ${run.length} attributes`);
    run = [];
  };
  lines.forEach((line, place) => {
    const content = line.trim();
    if (/^[}\]]/.test(content)) depth--;
    if (content !== '' && line.length - line.trimStart().length !== 2 * depth) faults.push(`${place + 1}: indent`);
    if (line !== line.trimEnd()) faults.push(`${place + 1}: blanks at the end`);
    const isOpen = /[{[(]$/.test(content) && !content.startsWith('#');
    if (signOf(line) >= 0 && !isOpen) {
      run.push(place);
      if (!/^ *[\w-]+ *= \S/.test(line)) faults.push(`${place + 1}: blanks around the sign`);
    } else close(place);
    if (isOpen) depth++;
  });
  close(lines.length);
  if (depth !== 0) faults.push('blocks without an end');
  if (!text.endsWith('\n') || text.endsWith('\n\n')) faults.push('end of the file');
  return faults;
}

/** Where the sign of an attribute stands; -1 on other lines. */
function signOf(line: string): number {
  return /^ *[A-Za-z_][\w-]* *(?==)/.exec(line)?.[0].length ?? -1;
}
