/** Short ways to write down parameters and actions, and the parameters that many actions share. */
import type { Action, ActionClass, FieldType, Parameter, Service, Shape } from './types';

type More = Partial<Omit<Parameter, 'name' | 'type'>>;

export const text = (name: string, more: More = {}): Parameter => ({ name, type: 'string', need: 'optional', ...more });
export const integer = (name: string, more: More = {}): Parameter => ({ ...text(name, more), type: 'integer' });
export const boolean = (name: string, more: More = {}): Parameter => ({
  ...text(name, more),
  type: 'boolean',
  enum: ['true', 'false'],
});

export const required = { need: 'required' } as const;
export const conditional = { need: 'conditional' } as const;

/** The limit on the length of a name: 3 to 30 characters. */
export const nameLength = { limits: [{ unit: 'characters', min: 3, max: 30 }] } as const;

/** The limit on the name of a Windows server, serial number included; no page has it, but NCP's refusal (905) says it. */
export const windowsNameLength = { unit: 'characters', max: 15 } as const;

/** Names of VPC login keys and init scripts: like those of servers. */
export const namePattern = '^[a-z][a-z0-9-]*[a-z0-9]$';

/** Such a name, with what it may consist of in words. */
export const plainName = {
  ...nameLength,
  pattern: namePattern,
  form: {
    en: 'Use a–z, 0–9 and -, start with a letter and end in a letter or digit.',
    ko: '소문자, 숫자, -만 사용하고, 소문자로 시작하여 소문자나 숫자로 끝내십시오.',
  },
} as const;

/** The name of a login key of VPC. */
export const keyName = text('keyName', plainName);

/** The name of an init script of VPC. The docs disagree on capital letters, so that they are let through. */
export const initScriptName = text('initScriptName', {
  ...nameLength,
  pattern: '^[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$',
  form: {
    en: 'Use letters, digits and -, start with a letter and end in a letter or digit.',
    ko: '영문자, 숫자, -만 사용하고, 영문자로 시작하여 영문자나 숫자로 끝내십시오.',
  },
});

/** The limit on a description: up to 1,000 bytes. */
export const descriptionLength = { limits: [{ unit: 'bytes', min: 0, max: 1000 }] } as const;

/** Understood by every action; the answer is XML when it is left out. */
export const responseFormatType = text('responseFormatType', { enum: ['xml', 'json'] });

/** Understood by every VPC action but getRegionList; the first region of getRegionList when it is left out. */
export const regionCode = text('regionCode');

/** Documented for VPC: pages start at 0 or 1, a page holds 1 to 1,000 rows. */
export const vpcPaging: readonly Parameter[] = [
  integer('pageNo', { limits: [{ unit: 'value', min: 0, max: 2147483647 }] }),
  integer('pageSize', { ...conditional, limits: [{ unit: 'value', min: 1, max: 1000 }] }),
];

/** Documented for Classic: both numbers from 0 to 2,147,483,647. */
export const classicPaging: readonly Parameter[] = [
  integer('pageNo', { limits: [{ unit: 'value', min: 0, max: 2147483647 }] }),
  integer('pageSize', { limits: [{ unit: 'value', min: 0, max: 2147483647 }] }),
];

/** The official docs of one action or create parameter. */
export const docs = (slug: string): string => `https://api.ncloud-docs.com/docs/${slug}`;

/** An answer that is one list of items. */
export const listOf = (field: string, shape: string): Shape => ({ [field]: [{ shape }] satisfies FieldType });

/** An action whose further parameters are those that its service gives to every action. */
export function action(
  service: Service,
  name: string,
  kind: ActionClass,
  slug: string,
  answer: Shape,
  parameters: readonly Parameter[],
): Action {
  return {
    service,
    name,
    class: kind,
    paged: parameters.some((parameter) => parameter.name === 'pageNo'),
    parameters,
    answer,
    page: docs(slug),
  };
}
