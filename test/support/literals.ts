import { transformSync } from 'esbuild';

/** What a program puts into a template stands for this. */
const open = '{}';

/**
 * The string literals of a program, also those inside of templates; what a template puts in is `{}`.
 * @throws when a Korean letter stands outside of them: then the program was misread.
 */
export function literalsOf(program: string): string[] {
  // Without types and comments, and with double quotes, there is little to tell apart.
  const { code } = transformSync(program, { loader: 'ts', charset: 'utf8', target: 'esnext' });
  const found: string[] = [];
  let at = 0;

  const text = (quote: string): string => {
    let said = '';
    for (at++; at < code.length && code[at] !== quote; at++) {
      if (code[at] === '\\') {
        said += unescaped(code[++at] ?? '');
      } else if (quote === '`' && code.startsWith('${', at)) {
        at += 2;
        said += open;
        scan('}');
      } else said += code[at];
    }
    return said;
  };
  /** Reads on to the end, or to the bracket that closes what was opened before. */
  const scan = (end?: string): void => {
    let depth = 0;
    for (; at < code.length; at++) {
      const sign = code[at] ?? '';
      if (sign === '"' || sign === "'" || sign === '`') found.push(text(sign));
      else if (sign === '/' && beginsPattern(code.slice(0, at))) skipPattern();
      else if (sign === '{') depth++;
      else if (sign === '}' && depth-- === 0 && end) return;
    }
  };
  const skipPattern = (): void => {
    let isInClass = false;
    for (at++; at < code.length && (code[at] !== '/' || isInClass); at++) {
      if (code[at] === '\\') at++;
      else if (code[at] === '[') isInClass = true;
      else if (code[at] === ']') isInClass = false;
    }
  };

  scan();
  const letters = (said: string) => said.match(/[가-힣]/g)?.length ?? 0;
  if (letters(found.join('')) !== letters(code)) throw new Error('Korean outside of literals');
  return found;
}

/** Whether a slash behind this begins a regular expression and does not divide. */
function beginsPattern(before: string): boolean {
  return /(?:[(,=:[!&|?{;]|=>|\breturn)\s*$/.test(before.slice(-40));
}

function unescaped(sign: string): string {
  return { n: '\n', t: '\t', r: '\r', 0: '\0' }[sign] ?? sign;
}
