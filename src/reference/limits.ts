/** Limits on one value: how it is measured, when it breaks one, and how that is told. */
import { base64Length, byteLength } from './base64';
import type { ProblemFacts, Rules } from './form';
import type { Limit, Locale } from './types';

type Bound = (limit: string, actual: string) => string;
type Bounds = Readonly<Record<'least' | 'most', Readonly<Record<Locale, Bound>>>>;

/** How a broken limit is told, by its unit. */
const bounds: Readonly<Record<Limit['unit'], Bounds>> = {
  characters: {
    least: {
      en: (limit, actual) => `Use at least ${limit} characters; there are ${actual}.`,
      ko: (limit, actual) => `${limit}자 이상 입력하십시오. 지금은 ${actual}자입니다.`,
    },
    most: {
      en: (limit, actual) => `Use at most ${limit} characters; there are ${actual}.`,
      ko: (limit, actual) => `${limit}자 이하로 입력하십시오. 지금은 ${actual}자입니다.`,
    },
  },
  bytes: {
    least: {
      en: (limit, actual) => `Use at least ${limit} bytes; there are ${actual}.`,
      ko: (limit, actual) => `${limit}바이트 이상 입력하십시오. 지금은 ${actual}바이트입니다.`,
    },
    most: {
      en: (limit, actual) => `Use at most ${limit} bytes; there are ${actual}.`,
      ko: (limit, actual) => `${limit}바이트 이하로 입력하십시오. 지금은 ${actual}바이트입니다.`,
    },
  },
  base64: {
    least: {
      en: (limit, actual) => `Use at least ${limit} bytes; there are ${actual}.`,
      ko: (limit, actual) => `${limit}바이트 이상 입력하십시오. 지금은 ${actual}바이트입니다.`,
    },
    most: {
      en: (limit, actual) =>
        `Shorten the script: as base64 it takes ${actual} bytes of at most ${limit} (16,383 bytes of script).`,
      ko: (limit, actual) =>
        `스크립트를 줄이십시오. base64로 ${actual}바이트이며 최대 ${limit}바이트(스크립트 16,383바이트)입니다.`,
    },
  },
  items: {
    least: {
      en: (limit, actual) => `Choose at least ${limit}; ${actual} are chosen.`,
      ko: (limit, actual) => `${limit}개 이상 선택하십시오. 지금은 ${actual}개입니다.`,
    },
    most: {
      en: (limit, actual) => `Choose at most ${limit}; ${actual} are chosen.`,
      ko: (limit, actual) => `${limit}개 이하로 선택하십시오. 지금은 ${actual}개입니다.`,
    },
  },
  gigabytes: {
    least: { en: (limit) => `Enter ${limit} GiB or more.`, ko: (limit) => `${limit}GiB 이상 입력하십시오.` },
    most: { en: (limit) => `Enter ${limit} GB or less.`, ko: (limit) => `${limit}GB 이하로 입력하십시오.` },
  },
  value: {
    least: { en: (limit) => `Enter ${limit} or more.`, ko: (limit) => `${limit} 이상을 입력하십시오.` },
    most: { en: (limit) => `Enter ${limit} or less.`, ko: (limit) => `${limit} 이하를 입력하십시오.` },
  },
};

const bound =
  (side: 'least' | 'most', locale: Locale) =>
  ({ arg }: ProblemFacts): string =>
    bounds[arg('unit') as Limit['unit']][side][locale](arg('limit'), arg('actual'));

export const limitRules = {
  tooLittle: { say: { en: bound('least', 'en'), ko: bound('least', 'ko') } },
  tooMuch: { say: { en: bound('most', 'en'), ko: bound('most', 'ko') } },
} as const satisfies Rules;

/** Whether `base64` limits meet the raw text of a form or the base64 text on the wire. */
export type Side = 'form' | 'wire';

/** How a measured value breaks a limit; undefined when it keeps it. */
export function breach(
  limit: Limit,
  actual: number,
): { rule: keyof typeof limitRules; args: Record<string, string | number> } | undefined {
  const { unit, min, max } = limit;
  if (min !== undefined && actual < min) return { rule: 'tooLittle', args: { unit, limit: min, actual } };
  if (max !== undefined && actual > max) return { rule: 'tooMuch', args: { unit, limit: max, actual } };
  return undefined;
}

/** The size of a value in the unit of a limit. */
export function measure(unit: Limit['unit'], value: string, side: Side): number {
  switch (unit) {
    case 'characters':
      return [...value].length;
    case 'bytes':
      return byteLength(value);
    case 'base64':
      return side === 'form' ? base64Length(value) : value.length;
    default:
      return Number(value);
  }
}
