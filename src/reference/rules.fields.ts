/** What one value may be: need, type, enum, form and limits. Used for the form and for the parameters of any action. */
import { isBase64 } from './base64';
import type { Finding, Rules } from './form';
import { breach, limitRules, measure, type Side } from './limits';
import { meant } from './meant';
import type { Parameter } from './types';

export const fieldRules = {
  missing: {
    isAbsence: true,
    say: { en: ({ label }) => `Fill in “${label}”.`, ko: ({ label }) => `‘${label}’ 값을 지정하십시오.` },
    code: { classic: '900' },
  },
  unknownParameter: {
    say: {
      en: ({ label, arg }) =>
        arg('meant')
          ? `The API has no parameter ${label}. Did you mean ${arg('meant')}?`
          : `Remove ${label}: the API has no such parameter.`,
      ko: ({ label, arg }) =>
        arg('meant')
          ? `‘${label}’ 파라미터는 API에 없습니다. ‘${arg('meant')}’의 오타인지 확인하십시오.`
          : `‘${label}’ 값을 삭제하십시오. API에 없는 파라미터입니다.`,
    },
  },
  indexFromOne: { say: { en: 'Number the items of the list from 1.', ko: '목록의 번호를 1부터 매기십시오.' } },
  notInteger: { say: { en: 'Enter a whole number.', ko: '정수를 입력하십시오.' } },
  notBoolean: { say: { en: 'Enter true or false.', ko: 'true 또는 false를 입력하십시오.' } },
  notOneOf: {
    say: {
      en: ({ arg }) => `Choose one of: ${arg('allowed')}.${arg('meant') ? ` Did you mean ${arg('meant')}?` : ''}`,
      ko: ({ arg }) =>
        `${arg('allowed')} 중에서 선택하십시오.${arg('meant') ? ` ‘${arg('meant')}’의 오타인지 확인하십시오.` : ''}`,
    },
  },
  wrongForm: {
    say: {
      en: ({ label, form }) => form || `Correct the form of “${label}”.`,
      ko: ({ label, form }) => form || `‘${label}’ 값의 형식을 고치십시오.`,
    },
  },
  notBase64: {
    say: { en: 'Encode the user data as base64.', ko: '사용자 데이터를 base64로 인코딩하십시오.' },
    code: { classic: '24302' },
  },
  ...limitRules,
} as const satisfies Rules;

export type FieldRule = keyof typeof fieldRules;
export type FieldFinding = Finding & { readonly rule: FieldRule };

/** The return codes that the docs give for a bad value of one Classic create parameter. */
export const classicFieldCodes: Readonly<Partial<Record<FieldRule, Readonly<Record<string, string>>>>> = {
  notOneOf: { feeSystemTypeCode: '10711' },
  tooLittle: { serverDescription: '24300', userData: '24301' },
  tooMuch: {
    serverDescription: '24300',
    userData: '24301',
    serverCreateCount: '10707',
    'accessControlGroupConfigurationNoList.N': '24124',
  },
};

/** The first fault of one filled value. What a limit of uncertain origin forbids is only a warning. */
export function checkValue(parameter: Parameter, name: string, value: string, side: Side): FieldFinding | undefined {
  const severity = parameter.evidence === 'guess' ? 'warning' : 'error';
  const fault = (rule: FieldRule, args: Finding['args'] = {}): FieldFinding => ({ name, rule, severity, args });
  if (parameter.type === 'integer' && !/^\d+$/.test(value)) return fault('notInteger');
  if (parameter.type === 'boolean' && value !== 'true' && value !== 'false') return fault('notBoolean');
  if (parameter.enum !== undefined && !parameter.enum.includes(value)) {
    const other = meant(value, parameter.enum);
    return fault('notOneOf', { allowed: parameter.enum.join(', '), ...(other === undefined ? {} : { meant: other }) });
  }
  if (parameter.pattern !== undefined && !new RegExp(parameter.pattern).test(value)) return fault('wrongForm');
  for (const limit of parameter.limits ?? []) {
    if (limit.unit === 'items') continue;
    if (limit.unit === 'base64' && side === 'wire' && !isBase64(value)) return fault('notBase64');
    const broken = breach(limit, measure(limit.unit, value, side));
    if (broken !== undefined) return fault(broken.rule, broken.args);
  }
  return undefined;
}

/** The fault of a list that has that many items. */
export function checkItems(parameter: Parameter, name: string, items: number): FieldFinding | undefined {
  for (const limit of parameter.limits ?? []) {
    const broken = limit.unit === 'items' ? breach(limit, items) : undefined;
    if (broken !== undefined) return { name, ...broken };
  }
  return undefined;
}
