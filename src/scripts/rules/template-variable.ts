/** A rule on the syntax of Terraform and Jinja in a shell script: a template that nothing has filled in. */
import { isInBody, type Span } from '../grammar';
import { isComment, linePrefix, lineRest } from '../line';
import type { Place, Rule } from '../rule';
import type { ReadScript } from '../script';

type Args = { word: string; effect: string; language: string };

/** What a shell does with it; tried with bash 5.2 and dash 0.5.12. */
const effects: Readonly<Record<string, { readonly en: string; readonly ko: string }>> = {
  fails: { en: 'the command fails', ko: '명령이 실패합니다' },
  stops: { en: 'the script stops', ko: '스크립트가 중단됩니다' },
  number: { en: 'the shell puts its process ID there', ko: '이 자리에 셸의 프로세스 ID가 들어갑니다' },
  stays: { en: 'the text stays as it is', ko: '텍스트가 그대로 남습니다' },
  all: {
    en: 'the line fails, and what stands between such lines runs in any case',
    ko: '이 줄은 실패하고 그 사이의 명령은 그대로 실행됩니다',
  },
};

export const templateVariable: Rule<Args> = {
  id: 'template-variable',
  severity: 'warning',
  what: {
    en: ({ word, language, effect }) => `“${word}” is syntax of ${language} templates: ${effects[effect]?.en ?? ''}.`,
    ko: ({ word, language, effect }) => `‘${word}’ 표현은 ${language} 템플릿 문법이라, ${effects[effect]?.ko ?? ''}.`,
  },
  why: {
    en: ({ language }) =>
      language === 'Terraform'
        ? 'A shell does not know it. Use the text that templatefile() gives, or set the value here.'
        : 'A shell does not know it. Use the rendered text, or set the value here.',
    ko: ({ language }) =>
      language === 'Terraform'
        ? '셸이 해석하지 못하는 문법입니다. templatefile()로 값을 채운 내용을 사용하거나 값을 직접 지정하십시오.'
        : '셸이 해석하지 못하는 문법입니다. 렌더링한 내용을 사용하거나 값을 직접 지정하십시오.',
  },
  fix: { en: 'Remove one $', ko: '‘$’ 하나 삭제' },
  find(script) {
    const { grammar } = script;
    if (!grammar) return [];
    return [
      ...grammar.malformed.flatMap((span) => malformedPlace(script, span)),
      ...matches(script, /%\{~?[ \t]{0,9}(?:if|else|endif|for|endfor)\b[^}\n]{0,80}\}?/g, 'Terraform', 'all'),
      ...matches(
        script,
        /\{%-?[ \t]{0,9}(?:if|elif|else|endif|for|endfor|set|include|block)\b[^}\n]{0,80}\}?/g,
        'Jinja',
        'all',
      ),
      ...matches(
        script,
        /\{\{-?[ \t]{0,9}(?!(?:end|else|range|if|json)\b)[a-z_]\w{0,60}(?:\.\w{1,60}){0,5}[ \t]{0,9}(?:\|[^{}\n]{0,80})?-?\}\}/g,
        'Jinja',
        'stays',
      ),
    ];
  },
};

function malformedPlace(script: ReadScript, { start, end }: Span): Place<Args>[] {
  const { text, grammar, opening } = script;
  const { interpreter } = opening;
  const args = { word: shown(text, start, end), language: 'Terraform' };
  if (text[start + 1] === '$') return escapedPlace(script, { start, end }, args);
  // ksh has names with dots.
  if (interpreter.includes('ksh')) return [];
  const isSurvived = interpreter === 'bash' || isInBody(grammar, start);
  const [effect, severity] = isSurvived ? (['fails', 'warning'] as const) : (['stops', 'error'] as const);
  return [{ start, end, args: { ...args, effect }, severity }];
}

/** `$${name}`, which Terraform makes `${name}` of. */
function escapedPlace({ text, grammar }: ReadScript, { start, end }: Span, args: Omit<Args, 'effect'>): Place<Args>[] {
  const name = /^\$\$\{(\w+)\}/.exec(text.slice(start, end))?.[1];
  if (name === undefined) return [];
  // A variable that is not set would be the next fault.
  const edits = grammar?.sets(name) ? [{ start, end: start + 1, text: '' }] : undefined;
  return [{ start, end, args: { ...args, effect: 'number' }, edits }];
}

/** Where it stands in a command: a here-document may hold a template for another program. */
function matches({ text, grammar }: ReadScript, pattern: RegExp, language: string, effect: string): Place<Args>[] {
  const places: Place<Args>[] = [];
  let looks = 0;
  for (const { 0: found, index: start } of text.matchAll(pattern)) {
    if (places.length >= most || ++looks > mostLooks) break;
    const prefix = linePrefix(text, start);
    const line = prefix + lineRest(text, start);
    if (isComment(prefix) || forOthers.test(line)) continue;
    const isLine = prefix.trim() === '';
    const isText = isInBody(grammar, start);
    if ((effect === 'all' && !isLine && !/[;&|]\s*$/.test(prefix)) || (language === 'Jinja' && isText)) continue;
    const end = start + found.length;
    places.push({ start, end, args: { word: shown(text, start, end), effect: isText ? 'stays' : effect, language } });
  }
  return places;
}

const most = 101;

/** Most of them stand where they are right; no real script has more. */
const mostLooks = 2_000;

/** Commands that take such templates themselves. */
const forOthers =
  /--format|--template|\s-f\s+["']?\{|\s-o\s|go-template|\b(?:ansible|helm|jinja2?|j2|consul-template|docker|podman|kubectl|gomplate|confd|sed|perl|awk|grep)\b|\$\{\{|\{\{\s*\./;

function shown(text: string, start: number, end: number): string {
  return text.slice(start, Math.min(end, start + 40)).replace(/\s+/g, ' ');
}
