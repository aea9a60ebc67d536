/** Linux takes a carriage return for a part of the line. */
import { figure, type Rule } from '../rule';

const lf = 0x0a;
const cr = 0x0d;

/** UTF-16 units that are put together at a time. */
const chunk = 4096;

export const crlf: Rule<{ count: number; interpreter: string }> = {
  id: 'crlf',
  severity: 'error',
  what: {
    en: ({ interpreter }) =>
      interpreter
        ? `Linux will look for an interpreter named ${interpreter}⏎.`
        : 'The lines end as on Windows (CRLF); Linux takes the extra character for a part of the command.',
    ko: ({ interpreter }) =>
      interpreter
        ? `줄바꿈이 CRLF(Windows)여서 Linux가 ‘${interpreter}⏎’ 인터프리터를 찾습니다.`
        : '줄바꿈이 CRLF(Windows)여서 Linux가 줄 끝의 CR 문자를 명령의 일부로 읽습니다.',
  },
  why: {
    en: ({ count }) =>
      `${count === 1 ? 'One line ends' : `${figure(count)} lines end`} as on Windows (CRLF). The script stops at its first line or behaves oddly. Save the file with LF.`,
    ko: ({ count }) =>
      `${figure(count)}개 줄이 CRLF로 끝나며, 스크립트가 첫 줄에서 중단되거나 오동작합니다. 줄바꿈을 LF로 바꾸어 저장하십시오.`,
  },
  fix: { en: 'Convert to LF', ko: 'LF로 변환' },
  find({ text, osType, characters }) {
    const { first, last, count } = characters.crlf;
    if (osType !== 'LNX' || count === 0) return [];
    let start = first;
    while (start > 0 && text.charCodeAt(start - 1) > 0x20) start--;
    // With options it is the last one of these that gets the character.
    const named = /^#![ \t]*(?:\S*\/env[ \t]+)?[^ \t]*?([\w.+-]+)$/.exec(text.slice(0, Math.min(first, 200)));
    const interpreter = named?.[1] ?? '';
    let from = first;
    while (text.charCodeAt(from - 1) === cr) from--;
    const edit = { start: from, end: last + 2, text: toLf(text, from, last + 2, 'crlf') };
    return [{ start, end: first + 2, args: { count, interpreter }, edits: [edit] }];
  },
};

export const loneCr: Rule<{ count: number }> = {
  id: 'lone-cr',
  severity: 'warning',
  what: { en: 'A line is broken by a carriage return alone (CR).', ko: '캐리지 리턴(CR)만으로 줄이 나뉘어 있습니다.' },
  why: {
    en: ({ count }) =>
      `Linux does not end a line there: what follows becomes a part of it. ${count === 1 ? 'It happens once' : `It happens ${figure(count)} times`}. Save the file with LF.`,
    ko: ({ count }) =>
      `Linux는 이곳에서 줄을 끝내지 않고 다음 내용을 같은 줄로 읽습니다. 이런 곳이 ${figure(count)}군데 있습니다. 줄바꿈을 LF로 바꾸어 저장하십시오.`,
  },
  fix: { en: 'Convert to LF', ko: 'LF로 변환' },
  find({ text, osType, characters }) {
    const { first, last, count } = characters.loneCr;
    if (osType !== 'LNX' || count === 0) return [];
    const edit = { start: first, end: last + 1, text: toLf(text, first, last + 1, 'lone-cr') };
    return [{ start: first, end: first + 1, args: { count }, edits: [edit] }];
  },
};

/** Makes line breaks of CRLF, and of any further CR before it, or else of every CR that has no LF after it. */
function toLf(text: string, start: number, end: number, kind: 'crlf' | 'lone-cr'): string {
  const units = new Uint16Array(chunk);
  let length = 0;
  let result = '';
  const write = (code: number) => {
    units[length++] = code;
    if (length < chunk) return;
    result += fromUnits(units);
    length = 0;
  };
  let pending = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === cr && kind === 'crlf') {
      pending++;
      continue;
    }
    if (code !== lf) for (; pending > 0; pending--) write(cr);
    pending = 0;
    write(code === cr && text.charCodeAt(i + 1) !== lf ? lf : code);
  }
  return result + fromUnits(units.subarray(0, length));
}

function fromUnits(units: Uint16Array): string {
  return Reflect.apply(String.fromCharCode, undefined, units);
}
