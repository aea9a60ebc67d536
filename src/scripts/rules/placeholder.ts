/** A rule on what stands for a value that its author was to fill in. */
import { isInBody, type Span } from '../grammar';
import { isComment, isRemark, linePrefix, lineRest, openQuote } from '../line';
import type { Place, Rule } from '../rule';
import type { ReadScript } from '../script';

type Args = { word: string; isOpen: number };

/** What such words name. */
const nouns =
  'name|user|username|user-name|password|passwd|token|domain|domain-name|host|hostname|ip|ip-address|public-ip|server-ip|repo|repository|repo-url|org|organization|project|project-id|bucket|bucket-name|region|branch|version|tag|image|key|api-key|access-key|secret|secret-key|email|port|database|db|path|server|account|id|url|app|app-name';

const angled = new RegExp(`<(?:(?:${nouns})|[A-Za-z][\\w -]{0,60})>`, 'gi');
const isNoun = new RegExp(`^(?:\\w{1,20}[ _-]){0,3}(?:${nouns}|ip)$`, 'i');
/** Such names are values themselves. */
const isNothing = /^(?:un(?:known|named|defined|set)|no|none|missing|invalid|empty|anonymous)\b/i;
const isAsking = /(?:^|[ _-])(?:your|my|insert|replace|change|enter|fill)(?=[ _-])|[ _-]here$/i;

/** Words that ask without brackets. */
const plain =
  /(?:YOUR[-_/][A-Z][A-Z0-9_/-]{0,59}[A-Z0-9_]|your[-_][a-z][a-z0-9_-]{0,59}[a-z0-9_]|(?:REPLACE|CHANGE)_?(?:ME|THIS)(?:_[A-Z_]{1,40})?|REPLACE_WITH_[A-Z_]{1,40}|INSERT_[A-Z_]{1,40}_HERE|insert[-_][a-z_-]{1,40}[-_]here|change[-_]?me)\b|\/path\/to\/[\w./-]{1,80}/g;

export const placeholder: Rule<Args> = {
  id: 'placeholder',
  severity: 'warning',
  what: {
    en: ({ word }) => `“${word}” stands for a value that is not filled in.`,
    ko: ({ word }) => `‘${word}’ 자리에 값이 입력되지 않았습니다.`,
  },
  why: {
    en: ({ isOpen }) =>
      isOpen
        ? 'Outside quotes a shell takes < and > for files to read and to write, and the command fails. Put the real value there.'
        : 'The script would run with this very text. Put the real value there.',
    ko: ({ isOpen }) =>
      isOpen
        ? '따옴표 밖의 <와 >는 셸에서 파일 입출력을 뜻하므로 명령이 실패합니다. 실제 값을 입력하십시오.'
        : '이대로 두면 스크립트가 이 문자열을 그대로 사용합니다. 실제 값을 입력하십시오.',
  },
  find(script) {
    if (script.opening.kind === 'cloud-init') return [];
    const places = [...angledPlaces(script), ...plainPlaces(script)].sort((a, b) => a.start - b.start);
    const { text } = script;
    const prose = places.length > 0 ? proseIn(script) : [];
    const meant = places.filter((place) => !prose.some(({ start, end }) => start <= place.start && place.start < end));
    // One a line: the others are filled in along with it.
    return meant.filter(({ start }, i) => i === 0 || text.slice(meant[i - 1]?.start, start).includes('\n'));
  },
};

/** What only people read: strings of Python that are no part of a statement, and the documentation in Perl. */
function proseIn({ text, opening: { language } }: ReadScript): Span[] {
  if (language !== 'python' && language !== 'perl') return [];
  const pattern =
    language === 'python'
      ? /("""|''')[\s\S]*?(?:\1|$(?![\s\S]))/g
      : /^=[a-z]\w*[\s\S]*?(?:^=cut\b|$(?![\s\S]))|^__(?:END|DATA)__$[\s\S]*/gm;
  const spans = Array.from(text.matchAll(pattern), ({ 0: found, index: start }) => ({
    start,
    end: start + found.length,
  }));
  const opensStatement = (start: number) =>
    /(?:^|[^\s([{,=+\\])\s*\n\s*[rRuU]?$/.test(text.slice(Math.max(0, start - 200), start));
  return spans.filter(({ start }) => language === 'perl' || opensStatement(start));
}

/** No real script has more of them; only a flood has. */
const most = 100;

function angledPlaces({ text, opening, grammar }: ReadScript): Place<Args>[] {
  const places: Place<Args>[] = [];
  const isShell = opening.language === 'shellscript';
  let looks = 0;
  for (const { 0: word, index: start } of text.matchAll(angled)) {
    if (++looks > most) break;
    const end = start + word.length;
    const inner = word.slice(1, -1);
    const prefix = linePrefix(text, start);
    const rest = lineRest(text, end);
    if (
      (opening.language === 'perl' && opensPattern.test(prefix)) ||
      isExempt(prefix, rest) ||
      /[<&]$/.test(prefix) ||
      isElement(text, inner, end)
    )
      continue;
    const isOpen = grammar?.inputs.has(start) ?? false;
    // A text of several lines is most likely a help.
    if (isShell && !isOpen && !isInBody(grammar, start) && openQuote(prefix) === '') continue;
    const isInValue = /[/@:=.-]$/.test(prefix);
    const isWhole = /["']$/.test(prefix) && prefix.at(-1) === rest[0];
    // `sort <names>sorted` reads and writes files: only where no file can follow is it none.
    const endsCommand = /^\s*(?:$|[;&|)]|\s-{1,2}\w)/.test(rest);
    // Help lists its options at the beginning of lines; in a shell these are those of a command.
    const isHelp = !isShell && /^\s*-{1,2}\w/.test(prefix);
    const isNamed = isNoun.test(inner) && !isNothing.test(inner) && !isHelp && (isInValue || isWhole);
    const isMeant = isAsking.test(inner) || isNamed;
    const isBroken = isOpen && /\s$/.test(prefix) && endsCommand;
    if (isOpen ? isBroken || (isMeant && !isFileName(rest, prefix)) : isMeant)
      places.push({ start, end, args: { word, isOpen: Number(isOpen) } });
  }
  return places;
}

/** What Perl looks for. */
const opensPattern = /(?:[=!]~\s*|(?:^|[\s;({])(?:s|m|qr))[/{|#!,(]\S*$/;

/** `cmd <my-list> out.txt`: a file to read, then one to write. */
function isFileName(rest: string, prefix: string): boolean {
  return /\s$/.test(prefix) && /^\s*[\w./~$"'-]/.test(rest) && !/^[/@:.]/.test(rest);
}

/** How far from its name an element is closed at most. */
const nearby = 20_000;

/** The name of an element of HTML or XML, which is closed or holds a text. */
function isElement(text: string, inner: string, end: number): boolean {
  const name = inner.split(' ')[0] ?? inner;
  return text.startsWith('</', end) || text.slice(end, end + nearby).includes(`</${name}>`);
}

function plainPlaces({ text, opening }: ReadScript): Place<Args>[] {
  const places: Place<Args>[] = [];
  const filledIn = new Set<string>();
  let looks = 0;
  for (const { 0: word, index: start } of text.matchAll(plain)) {
    if (++looks > most) break;
    const end = start + word.length;
    const prefix = linePrefix(text, start);
    const rest = lineRest(text, end);
    if (/\b(?:sed|perl|awk|envsubst|replace)\b/.test(prefix)) filledIn.add(word);
    const isPath = word.startsWith('/');
    const isShell = opening.language === 'shellscript';
    // `$YOUR_NAME` and `YOUR_NAME=` are a variable of that name, for whichever command.
    const isVariable = /\$\{?$/.test(prefix) || (/(?:^|\s)$/.test(prefix) && /^\+?=/.test(rest));
    const isBracketed = isShell && ['{}', '[]'].includes(`${prefix.at(-1)}${rest[0]}`);
    const isValue = isPath
      ? !/[\w-]$/.test(prefix)
      : (isBracketed || /(?:^|[\s"'=:/@,(])$/.test(prefix)) && !/^[\w-]/.test(rest);
    // A bare word is the name of a function; in other languages that of a variable as well.
    const isBare = isShell ? prefix.trim() === '' && /^[a-z]/.test(word) : openQuote(prefix) === '';
    if (isValue && !isVariable && !isBare && !isExempt(prefix, rest))
      places.push({ start, end, args: { word: word.slice(0, 60), isOpen: 0 } });
  }
  return places.filter(({ args }) => !filledIn.has(args.word));
}

/** Help, not the name of a domain. */
const isShown = /\b(?:usage|metavar|help\s*=)|(?<![.\w@/-])(?:examples?(?![\w.-])|e\.g\.)/i;

/** Comments, what is only shown, and what looks for such words. `login_url=` is a variable, not one that logs. */
function isExempt(prefix: string, rest: string): boolean {
  const isSaid = /^\s*(?:echo|printf|print|log\w*\b(?!=)|die|warn|error|info|fail|usage|read)\b/.test(prefix);
  const isWritten = /["'\s](?:>{1,2}\s*["']?[\w./$~]|\|\s*(?:sudo\s+)?tee\b)/.test(rest);
  const isSought = /\b(?:grep|egrep|sed|awk|perl|case|if|elif|while|test)\b|\[\[? /.test(prefix);
  return isComment(prefix) || isRemark(prefix) || (isSaid && !isWritten) || isSought || isShown.test(prefix);
}
