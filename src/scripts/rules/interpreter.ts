/** Rules on the interpreter that a first line names. NCP documents shell, Python and Perl. */
import { meantLine } from '../interpreter-name';
import type { Opening } from '../opening';
import type { Rule } from '../rule';
import { type ArgumentFault, type ShebangFault, shebangFault } from '../shebang-fault';
import { defaultShebang, startingLines } from '../shebang-remedy';

const mend = {
  en: ({ shebang, set }: { shebang: string; set: string }) => `Change to ${shebang}${set && `, then ${set}`}`,
  ko: ({ shebang, set }: { shebang: string; set: string }) =>
    `${set ? `‘${shebang}’ 줄과 ‘${set}’` : `‘${shebang}’`} 줄로 변경`,
};

export const interpreterPath: Rule<{ interpreter: string; shebang: string; set: string }> = {
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
  fix: mend,
  find: ({ opening }) => {
    if (faultOf(opening)?.fault !== 'relative') return [];
    const path = opening.parts?.path ?? '';
    return [mended(opening, { interpreter: path.endsWith('/') ? '' : path })];
  },
};

export const interpreterMisspelt: Rule<{ interpreter: string; meant: string; shebang: string; set: string }> = {
  id: 'interpreter-misspelt',
  severity: 'error',
  what: {
    en: ({ interpreter, meant }) => `The interpreter ${interpreter} looks like a misspelling of ${meant}.`,
    ko: ({ interpreter, meant }) => `‘${interpreter}’ 인터프리터는 ‘${meant}’의 오타로 보입니다.`,
  },
  why: {
    en: 'Linux looks for the interpreter by exactly this name; if there is none, the script does not start.',
    ko: 'Linux는 적힌 이름의 인터프리터만 찾습니다. 없으면 스크립트가 시작되지 않습니다.',
  },
  fix: mend,
  find: ({ opening }) => {
    const { parts } = opening;
    if (!parts || faultOf(opening)?.fault !== 'misspelt') return [];
    const meant = meantLine(parts);
    const isPath = meant.path !== parts.path;
    const said = isPath ? [parts.path, meant.path] : [parts.name, meant.name];
    return [mended(opening, { interpreter: said[0] ?? '', meant: said[1] ?? '' })];
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
  find({ opening }) {
    const { first, parts, language } = opening;
    const fault = faultOf(opening)?.fault;
    if (!parts?.path.startsWith('/') || isDocumented(language) || fault === 'no-program' || fault === 'misspelt')
      return [];
    return [{ start: first.start, end: first.end, args: { interpreter: parts.name || parts.path } }];
  },
};

export const envWithoutProgram: Rule<{ shebang: string; set: string }> = {
  id: 'env-without-program',
  severity: 'error',
  what: { en: 'env is not told which program to start.', ko: 'env가 실행할 프로그램이 적혀 있지 않습니다.' },
  why: {
    en: 'It then starts the script itself, again and again, and never ends.',
    ko: 'env가 이 스크립트 자체를 끝없이 다시 실행하여 종료되지 않습니다.',
  },
  fix: mend,
  find: ({ opening }) => (faultOf(opening)?.fault === 'no-program' ? [mended(opening, {})] : []),
};

export const envArguments: Rule<{ program: string; isProgram: number; shebang: string; set: string }> = {
  id: 'env-arguments',
  severity: 'error',
  what: {
    en: ({ program, isProgram }) =>
      isProgram ? `Linux will look for a program named “${program}”.` : `env gets “${program}” as one word.`,
    ko: ({ program, isProgram }) =>
      isProgram ? `Linux가 ‘${program}’ 프로그램을 찾습니다.` : `env는 ‘${program}’ 전체를 한 단어로 받습니다.`,
  },
  why: {
    en: 'In an interpreter line, env gets all that follows as one word.',
    ko: '인터프리터 줄에서 env는 뒤따르는 내용을 하나의 이름으로 받습니다.',
  },
  fix: mend,
  find: ({ opening }) => {
    const { parts } = opening;
    if (!parts || faultOf(opening)?.fault !== 'env-word') return [];
    return [mended(opening, { program: parts.argument, isProgram: parts.setsUp ? 0 : 1 })];
  },
};

export const interpreterArguments: Rule<{
  interpreter: string;
  argument: string;
  fault: ArgumentFault['fault'];
  shebang: string;
  set: string;
}> = {
  id: 'interpreter-arguments',
  severity: 'error',
  what: {
    en: ({ interpreter, argument, fault }) =>
      ({
        option: `${interpreter} gets “${argument}” as a single option.`,
        file: `${interpreter} will run a file named “${argument}” instead of this script.`,
        value: `${interpreter} takes the name of the script as the value of “${argument}”.`,
      })[fault],
    ko: ({ interpreter, argument, fault }) =>
      ({
        option: `‘${interpreter}’ 인터프리터는 ‘${argument}’ 전체를 옵션 하나로 받습니다.`,
        file: `‘${interpreter}’ 인터프리터가 이 스크립트 대신 ‘${argument}’ 파일을 실행하려고 합니다.`,
        value: `‘${interpreter}’ 인터프리터가 스크립트의 이름을 ‘${argument}’ 옵션의 값으로 읽습니다.`,
      })[fault],
  },
  why: {
    en: 'Linux passes all that follows the interpreter as one argument and the name of the script after it. So the script does not start.',
    ko: 'Linux는 인터프리터 뒤의 내용 전체를 인수 하나로 전달하고, 그 뒤에 스크립트의 이름을 붙입니다. 따라서 스크립트가 시작되지 않습니다.',
  },
  fix: mend,
  find: ({ opening }) => {
    const { parts } = opening;
    const fault = faultOf(opening);
    return parts && fault && 'argument' in fault ? [mended(opening, { interpreter: parts.name, ...fault })] : [];
  },
};

function faultOf({ parts }: Opening): ShebangFault | undefined {
  return parts && shebangFault(parts);
}

/** The place of the first line with what mends it. A line that names no interpreter gets the one of its language. */
function mended<Args>({ first, parts, language }: Opening, args: Args) {
  const { start, end } = first;
  const named = parts && startingLines(parts);
  const line = named?.line ?? (parts?.name === '' ? defaultShebang(language) : '');
  const edits = line ? [{ start, end, text: named?.text ?? line }] : undefined;
  return { start, end, args: { ...args, shebang: line, set: named?.set ?? '' }, edits };
}

function isDocumented(language: Opening['language']): boolean {
  return language !== 'other' && language !== 'powershell';
}
