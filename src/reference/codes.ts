/** The return codes that are known, of NCP's actions, of its gateway and of the sandbox. */
import { classicCodes } from './codes.classic';
import { creationCodes } from './codes.creation';
import { gatewayCodes } from './codes.gateway';
import { requestCodes } from './codes.requests';
import { stateCodes } from './codes.states';
import { vpcCodes } from './codes.vpc';
import type { CodeWords, ReturnCode } from './return-code';
import type { Environment } from './types';

export const returnCodes = { ...requestCodes, ...creationCodes, ...classicCodes, ...stateCodes, ...vpcCodes } as const;

/** Codes of our own, with which the sandbox refuses where the real code is unknown; NCP uses none of this range. */
export const guessedCodes = {
  9900001: {
    words: {
      en: ['The sandbox misses a required value.', 'Fill it in. NCP uses a code that is not documented.'],
      ko: ['샌드박스가 필수 값이 없는 요청을 거부했습니다.', '값을 입력하십시오. 실제 NCP의 코드는 문서에 없습니다.'],
    },
  },
  9900002: {
    words: {
      en: ['The sandbox does not accept a value.', 'Correct it. NCP uses a code that is not documented.'],
      ko: ['샌드박스가 받아들일 수 없는 값을 거부했습니다.', '값을 고치십시오. 실제 NCP의 코드는 문서에 없습니다.'],
    },
  },
} as const satisfies Readonly<Record<string, Told>>;

interface Told {
  readonly words: CodeWords;
}

/** The facts about a return code of an action; undefined for one that is not known in that environment. */
export function findReturnCode(environment: Environment, code: string): ReturnCode | undefined {
  const found = entry<ReturnCode>(returnCodes, code);
  return found?.environments.includes(environment) ? found : undefined;
}

/** The create parameter to blame for a return code, with `N`. */
export function blamedBy(code: string, environment: Environment): string | undefined {
  return entry<ReturnCode>(returnCodes, code)?.blames?.[environment];
}

/** What a code of an action, of the sandbox or of the gateway says; undefined for one that is in no table of ours. */
export function codeWords(code: string): CodeWords | undefined {
  return (entry<Told>(returnCodes, code) ?? entry<Told>(guessedCodes, code))?.words ?? gatewayWords(code);
}

/** The same for the codes of the API gateway alone, whose numbers mean something else there. */
export function gatewayWords(code: string): CodeWords | undefined {
  return entry<Told>(gatewayCodes, code)?.words;
}

function entry<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}
