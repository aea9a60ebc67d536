/** Calls of Perl by which a script runs a command or waits, found line by line. */
import { type Call, mostCommands } from './call';
import { listAt, literalAt } from './literals';
import { type NestedCall, sleepOf } from './python';

/** A longer line is data. */
const longestLine = 2000;

interface PerlCalls {
  readonly calls: Call[];
  readonly commands: NestedCall[];
}

/** Reads the text once. What stands in here-documents, in the documentation and after `__END__` is no code. */
export function readPerl(text: string): PerlCalls {
  const found: PerlCalls = { calls: [], commands: [] };
  let endWord = '';
  let isDocumentation = false;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + longestLine)).trimEnd();
    if (endWord !== '') {
      if (line.trim() === endWord) endWord = '';
    } else if (isDocumentation) isDocumentation = !line.startsWith('=cut');
    else if (/^=[a-z]/.test(line)) isDocumentation = true;
    else if (line === '__END__' || line === '__DATA__') break;
    else {
      readLine(text, start, line, found);
      endWord = /<<~?\s?(["']?)([A-Za-z_]\w{0,80})\1/.exec(line)?.[2] ?? '';
    }
    start = end + 1;
  }
  return found;
}

function readLine(text: string, start: number, line: string, { calls, commands }: PerlCalls): void {
  if (/^\s*(?:#|$)/.test(line)) return;
  const input = /(?<!@\w{1,40}\s{0,4})[=(]\s{0,20}<STDIN>/.exec(line);
  if (input && isCode(line.slice(0, input.index)) && !/\b(?:while|for|foreach|map|grep)\b/.test(line)) {
    const end = start + input.index + input[0].length;
    calls.push({ start: end - '<STDIN>'.length, end, name: '<STDIN>' });
  }
  const run = /(?:^|[\s;({=!])(?:system|exec)\s{0,20}\(?\s{0,20}(?=["'])|`|(?<=^|[\s;({=])qx(?=["'])/.exec(line);
  if (run && commands.length < mostCommands && isCode(line.slice(0, run.index))) {
    const command = runCall(text, start + run.index + (run[0] === '`' ? 0 : run[0].length), run[0]);
    if (command) commands.push(command);
  }
  const sleep = /^(\s*)(sleep[ (]{1,20}(\d{1,9})\s?\)?)\s{0,20};/.exec(line);
  if (sleep) {
    const from = start + (sleep[1] ?? '').length;
    commands.push(sleepOf(Number(sleep[3]), from, from + (sleep[2] ?? '').length));
  }
}

function runCall(text: string, argument: number, opening: string): NestedCall | undefined {
  const given = { hasInput: false, isLimited: false, isInBackground: false };
  const literal = literalAt(text, argument, {});
  if (!literal || literal.end > argument + longestLine) return undefined;
  const after = text.slice(literal.end, literal.end + 30).trimStart();
  if (after.startsWith(',')) {
    const nested = listAt(text, argument, opening.includes('(') ? ')' : ';');
    return nested && { nested, ...given };
  }
  const isWhole = opening === '`' || /^(?:$|[);=|&?]|(?:and|or|if|unless)\b)/.test(after);
  return isWhole && literal.nested ? { nested: literal.nested, ...given } : undefined;
}

/** False where a text or a comment is open. */
function isCode(before: string): boolean {
  return !/["'`]|(?:^|\s)#/.test(before.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, ''));
}
