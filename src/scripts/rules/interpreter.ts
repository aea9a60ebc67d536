/** Rules on who runs a script for Linux. NCP documents shell, Python and Perl by `#!`. */
import type { Edit } from '../finding';
import type { Opening } from '../opening';
import type { Rule } from '../rule';

/** Where the usual interpreters lie on the Linux images. */
const paths: Readonly<Record<string, string>> = {
  sh: '/bin/sh',
  bash: '/bin/bash',
  dash: '/bin/dash',
  python: '/usr/bin/env python',
  python2: '/usr/bin/python2',
  python3: '/usr/bin/python3',
  perl: '/usr/bin/perl',
};

const defaultShebangs: Readonly<Record<string, string>> = {
  shellscript: '#!/bin/bash',
  python: '#!/usr/bin/python3',
  perl: '#!/usr/bin/perl',
};

export const shebangMissing: Rule<{ shebang: string }> = {
  id: 'shebang-missing',
  severity: 'error',
  what: { en: 'The first line does not name an interpreter (#!).', ko: '첫 줄에 인터프리터(#!)가 없습니다.' },
  why: {
    en: 'NCP runs shell, Python and Perl scripts whose first line starts with #!. Others may be ignored without any message.',
    ko: 'NCP는 첫 줄이 #!로 시작하는 셸, Python, Perl 스크립트를 실행합니다. 그 밖의 스크립트는 아무 알림 없이 무시될 수 있습니다.',
  },
  fix: { en: ({ shebang }) => `Insert ${shebang}`, ko: ({ shebang }) => `‘${shebang}’ 추가` },
  find({ osType, opening: { kind, first, language } }) {
    if (osType !== 'LNX' || kind !== 'code') return [];
    const { start, end } = first;
    const shebang = defaultShebangs[language] ?? '';
    return [
      { start, end, args: { shebang }, edits: shebang ? [{ start, end: start, text: `${shebang}\n` }] : undefined },
    ];
  },
};

/** The fix moves the line to the top; blanks before it go, comments stay. */
export const shebangDisplaced: Rule<{ line: number }> = {
  id: 'shebang-displaced',
  severity: 'error',
  what: {
    en: ({ line }) =>
      line === 1
        ? 'Blanks stand before the interpreter line (#!).'
        : `The interpreter line (#!) is line ${line}, not the first one.`,
    ko: ({ line }) =>
      line === 1
        ? '인터프리터 줄(#!) 앞에 공백이 있습니다.'
        : `인터프리터 줄(#!)이 첫 줄이 아니라 ${line}행에 있습니다.`,
  },
  why: {
    en: 'The server only looks at the very first characters of the script.',
    ko: '서버는 스크립트의 맨 처음 문자만 확인합니다.',
  },
  fix: { en: 'Move it to the top', ko: '맨 위로 이동' },
  find({ text, opening: { first, displaced: line } }) {
    if (!line) return [];
    const top = first.start;
    const start = line.start + (line.text.length - line.text.trimStart().length);
    const isBlankBefore = text.slice(top, start).trim() === '';
    const next = Math.min(line.end + (text.startsWith('\r\n', line.end) ? 2 : 1), text.length);
    const edits: Edit[] = isBlankBefore
      ? [{ start: top, end: start, text: '' }]
      : [
          { start: top, end: top, text: `${text.slice(start, line.end)}\n` },
          { start: line.start, end: next, text: '' },
        ];
    return [{ start, end: line.end, args: { line: text.slice(0, line.start).split('\n').length }, edits }];
  },
};

export const interpreterPath: Rule<{ interpreter: string; shebang: string }> = {
  id: 'interpreter-path',
  severity: 'error',
  what: {
    en: ({ interpreter }) =>
      interpreter
        ? `The interpreter ${interpreter} is not a full path.`
        : 'The first line does not say which interpreter to use.',
    ko: ({ interpreter }) =>
      interpreter
        ? `‘${interpreter}’ 인터프리터의 경로가 전체 경로가 아닙니다.`
        : '첫 줄에 사용할 인터프리터가 적혀 있지 않습니다.',
  },
  why: {
    en: 'Linux looks for the interpreter at exactly this path, which has to start with a slash.',
    ko: 'Linux는 적힌 경로에서만 인터프리터를 찾습니다. 경로는 /로 시작해야 합니다.',
  },
  fix: { en: ({ shebang }) => `Change to ${shebang}`, ko: ({ shebang }) => `‘${shebang}’ 줄로 변경` },
  find({ opening: { first, parts } }) {
    if (!parts || parts.path.startsWith('/')) return [];
    const { start, end } = first;
    const { path, name, options } = parts;
    const known = paths[name];
    const suits = known !== undefined && (options === '' || !known.includes('env '));
    const shebang = suits ? `#!${known}${options && ` ${options}`}` : path === '' ? '#!/bin/bash' : '';
    const edits = shebang ? [{ start, end, text: shebang }] : undefined;
    return [{ start, end, args: { interpreter: path, shebang }, edits }];
  },
};

export const interpreterUnknown: Rule<{ interpreter: string }> = {
  id: 'interpreter-unknown',
  severity: 'warning',
  what: {
    en: ({ interpreter }) => `NCP does not name ${interpreter} among the interpreters of init scripts.`,
    ko: ({ interpreter }) => `‘${interpreter}’ 인터프리터는 NCP의 초기화 스크립트 안내에 없습니다.`,
  },
  why: {
    en: 'Documented are shell, Python and Perl. Another one works only if the server image contains it.',
    ko: 'NCP는 셸, Python, Perl을 안내합니다. 다른 인터프리터는 서버 이미지에 들어 있을 때만 동작합니다.',
  },
  find({ opening: { first, parts, language } }) {
    if (!parts?.path.startsWith('/') || isDocumented(language)) return [];
    return [{ start: first.start, end: first.end, args: { interpreter: parts.name || parts.path } }];
  },
};

export const envArguments: Rule<{ program: string; shebang: string }> = {
  id: 'env-arguments',
  severity: 'error',
  what: {
    en: ({ program }) => `Linux will look for a program named “${program}”.`,
    ko: ({ program }) => `Linux가 ‘${program}’ 프로그램을 찾습니다.`,
  },
  why: {
    en: 'In an interpreter line, env gets all that follows as one word.',
    ko: '인터프리터 줄에서 env는 뒤따르는 내용을 하나의 이름으로 받습니다.',
  },
  fix: { en: ({ shebang }) => `Change to ${shebang}`, ko: ({ shebang }) => `‘${shebang}’ 줄로 변경` },
  find({ opening: { first, parts, language } }) {
    if (!parts?.path.startsWith('/') || !isDocumented(language)) return [];
    const { name, options, isEnv, splits } = parts;
    if (!isEnv || splits || options === '') return [];
    const { start, end } = first;
    const known = paths[name];
    const shebang = known === undefined || known.includes('env ') ? '' : `#!${known} ${options}`;
    const edits = shebang ? [{ start, end, text: shebang }] : undefined;
    return [{ start, end, args: { program: `${name} ${options}`, shebang }, edits }];
  },
};

function isDocumented(language: Opening['language']): boolean {
  return language !== 'other' && language !== 'powershell';
}
