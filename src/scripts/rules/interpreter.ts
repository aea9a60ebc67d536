/** Rules on the interpreter that a first line names. NCP documents shell, Python and Perl. */
import { meantLine } from '../first-line/interpreter-name';
import { type ArgumentFault, type ShebangFault, shebangFault } from '../first-line/shebang-fault';
import { defaultShebang, startingLines } from '../first-line/shebang-remedy';
import type { Opening } from '../opening';
import type { Rule } from '../rule';

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
        ? `‘${interpreter}’ 인터프리터를 전체 경로로 적지 않았습니다.`
        : '첫 줄에 사용할 인터프리터가 적혀 있지 않습니다.',
  },
  why: {
    en: 'Linux looks for the interpreter at exactly this path. Write it from the slash on, as in #!/bin/bash.',
    ko: 'Linux는 적힌 경로에서만 인터프리터를 찾습니다. ‘#!/bin/bash’처럼 /로 시작하는 전체 경로를 적으십시오.',
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
    en: 'Linux looks for the interpreter by exactly this name; if there is none, the script does not start. Correct the name.',
    ko: 'Linux는 적힌 이름의 인터프리터만 찾습니다. 없으면 스크립트가 시작되지 않습니다. 이름을 고치십시오.',
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
    en: 'Documented are shell, Python and Perl. Another one works only if the server image contains it. Let a shell script install it first and then start this one.',
    ko: 'NCP는 셸, Python, Perl을 안내합니다. 다른 인터프리터는 서버 이미지에 들어 있을 때만 동작하므로, 셸 스크립트에서 먼저 설치한 뒤 실행하십시오.',
  },
  find({ opening }) {
    const { first, parts, language } = opening;
    if (!parts?.path.startsWith('/') || /^(?:no-program|misspelt)$/.test(faultOf(opening)?.fault ?? '')) return [];
    // A server image has its own in /bin and /usr/bin.
    const isElsewhere = !/^\/(?:usr\/)?bin\//.test(parts.path);
    // Ubuntu and Rocky Linux come without these shells.
    const isExtra = /^(?:fish|[zkc]sh|mksh|tcsh)$/.test(parts.name);
    if (isDocumented(language) && !isElsewhere && !isExtra) return [];
    const interpreter = isElsewhere ? parts.path : parts.name || parts.path;
    return [{ start: first.start, end: first.end, args: { interpreter } }];
  },
};

export const envWithoutProgram: Rule<{ shebang: string; set: string }> = {
  id: 'env-without-program',
  severity: 'error',
  what: { en: 'env is not told which program to start.', ko: 'env가 실행할 프로그램이 적혀 있지 않습니다.' },
  why: {
    en: 'It then starts the script itself, again and again, and never ends. Name the program, as in /usr/bin/env bash.',
    ko: 'env가 이 스크립트 자체를 끝없이 다시 실행하여 종료되지 않습니다. ‘/usr/bin/env bash’처럼 프로그램을 적으십시오.',
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
    en: 'Linux passes all that follows env as one word. Name the program by its path, as in #!/bin/bash, or use env -S.',
    ko: 'Linux는 env 뒤의 내용 전체를 한 단어로 전달합니다. ‘#!/bin/bash’처럼 프로그램의 경로를 적거나 ‘env -S’를 사용하십시오.',
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
    en: 'Linux passes all that follows the interpreter as one argument and the name of the script after it. So the script does not start. Leave it out, or let the script set its options, as by set -e.',
    ko: 'Linux는 인터프리터 뒤의 내용 전체를 인수 하나로 전달하고, 그 뒤에 스크립트의 이름을 붙이므로 스크립트가 시작되지 않습니다. 그 내용을 지우거나, 셸 옵션은 스크립트 안에서 ‘set -e’처럼 지정하십시오.',
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
