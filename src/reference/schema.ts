/** The JSON Schema of preset files, made from the create parameters and their texts. */
import { createParameters, environments } from './create';
import { isPresetParameter, naturalValue } from './preset';
import { roles } from './roles';
import { docPage, type ReferenceText, referenceText } from './text';
import type { CreateParameter, Environment, Limit, Locale, Problem } from './types';

/** A JSON Schema (draft-07) with the additions that VS Code's JSON support understands. */
export type Schema = Readonly<Record<string, unknown>>;

interface Words {
  readonly preset: string;
  readonly environment: string;
  readonly environments: readonly [vpc: string, classic: string];
  readonly region: string;
  readonly initScript: string;
  readonly scriptPath: string;
  readonly parameters: string;
  readonly page: string;
  /** About a name that has no place where it stands; `other` is what was probably meant. */
  readonly unknown: (name: string, other: string | undefined) => string;
  /** About an environment that there is not. */
  readonly noEnvironment: (other: string | undefined) => string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    preset: 'A preset of NAVER Cloud: what a server is made with. Keep API keys and passwords out of it.',
    environment: 'Where the servers are made. The other parameters follow from it.',
    environments: ['Virtual Private Cloud, the newer environment.', 'The older environment without a VPC.'],
    region: 'The code of the region, such as KR. When left out, that of the account that creates.',
    initScript:
      'A script that runs once at the first start: its path, relative to this file, with / between the parts.',
    scriptPath: 'Enter a path that starts in the folder of this file, with / between the parts.',
    parameters: 'What the server is made with, by the names of the API. What is left out can be given in the form.',
    page: 'API docs',
    unknown: (name, other) =>
      other === undefined
        ? `“${name}” has no place here. Remove it.`
        : `“${name}” has no place here. Did you mean “${other}”?`,
    noEnvironment: (other) => `Enter vpc or classic.${other === undefined ? '' : ` Did you mean “${other}”?`}`,
  },
  ko: {
    preset: '서버를 생성할 때 사용하는 값을 담은 네이버 클라우드 프리셋입니다. API 인증키와 비밀번호를 넣지 마십시오.',
    environment: '서버를 생성할 환경입니다. 나머지 파라미터는 이 값에 따라 달라집니다.',
    environments: ['새로운 환경인 Virtual Private Cloud입니다.', 'VPC가 없는 이전 환경입니다.'],
    region: 'KR과 같은 리전 코드입니다. 생략하면 생성하는 계정의 리전을 사용합니다.',
    initScript:
      '처음 시작할 때 한 번 실행되는 스크립트입니다. 이 파일을 기준으로 한 상대 경로를 /로 구분하여 입력하십시오.',
    scriptPath: '이 파일의 폴더에서 시작하는 경로를 /로 구분하여 입력하십시오.',
    parameters:
      '서버를 생성할 때 사용하는 값이며 이름은 API와 같습니다. 생략한 값은 서버 생성 화면에서 입력할 수 있습니다.',
    page: 'API 문서',
    unknown: (name, other) =>
      other === undefined
        ? `‘${name}’ 항목은 여기에 사용할 수 없으므로 삭제하십시오.`
        : `‘${name}’ 항목은 여기에 사용할 수 없습니다. ‘${other}’의 오타인지 확인하십시오.`,
    noEnvironment: (other) =>
      `vpc 또는 classic을 입력하십시오.${other === undefined ? '' : ` ‘${other}’의 오타인지 확인하십시오.`}`,
  },
};

/** What the path of a script must look like: it starts in the folder of the preset. Source of a regular expression. */
export const scriptPath = '^(?![/\\\\])(?![A-Za-z]:)[^\\\\]+$';

/** The names that a preset may hold beside those of the API. */
export const presetNames = ['$schema', 'environment', 'region', 'initScript', 'parameters'] as const;

/** The sentences about names and values of presets that no parameter is meant by. */
export function presetText(locale: Locale): Pick<Words, 'unknown' | 'noEnvironment'> {
  return words[locale];
}

/**
 * The faults that VS Code finds by the schema alone, so that nobody else need tell them. It is not told which names and
 * which values there are: all that it could say of another one is that it is not allowed, and not what was meant.
 */
export function isToldBySchema({ rule, args }: Problem): boolean {
  switch (rule) {
    case 'notInteger':
    case 'notBoolean':
    case 'wrongForm':
      return true;
    case 'tooLittle':
    case 'tooMuch':
      return args.unit === 'characters' || args.unit === 'items' || args.unit === 'value';
    default:
      return false;
  }
}

/** The schema with its texts in one language. Required parameters are not demanded: a preset may leave them open. */
export function presetSchema(locale: Locale): Schema {
  const text = words[locale];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: text.preset,
    type: 'object',
    required: ['environment', 'parameters'],
    properties: {
      $schema: { type: 'string' },
      environment: {
        type: 'string',
        description: text.environment,
        defaultSnippets: environments.map((body, place) => ({ body, description: text.environments[place] })),
      },
      region: { type: 'string', description: text.region, pattern: '^[A-Z0-9]+$' },
      initScript: {
        type: 'string',
        description: text.initScript,
        pattern: scriptPath,
        patternErrorMessage: text.scriptPath,
      },
      parameters: { type: 'object', description: text.parameters },
    },
    if: { properties: { environment: { const: 'classic' } }, required: ['environment'] },
    // biome-ignore lint/suspicious/noThenProperty: this keyword of JSON Schema has no other name.
    then: { properties: { parameters: { $ref: '#/definitions/classic' } } },
    else: { properties: { parameters: { $ref: '#/definitions/vpc' } } },
    definitions: Object.fromEntries(
      environments.map((environment) => [environment, parametersSchema(environment, locale)]),
    ),
    defaultSnippets: environments.map((environment, place) => ({
      label: environment === 'vpc' ? 'VPC' : 'Classic',
      description: text.environments[place],
      body: { environment, parameters: { [roles.name]: '$1' } },
    })),
  };
}

/** A schema that is being put together. */
interface Draft {
  type?: string;
  properties?: Record<string, Draft>;
  items?: Draft;
  [keyword: string]: unknown;
}

function parametersSchema(environment: Environment, locale: Locale): Schema {
  const root = emptyObject();
  for (const parameter of createParameters[environment].filter(isPresetParameter)) {
    const leaf = parameterSchema(environment, parameter, locale);
    place(root, parameter.name.split('.'), parameter, leaf, referenceText(locale));
  }
  return root;
}

/** Puts the schema of a parameter where the parts of its wire name lead. */
function place(
  object: Draft,
  [head = '', ...rest]: string[],
  parameter: CreateParameter,
  leaf: Draft,
  text: ReferenceText,
) {
  object.properties ??= {};
  if (rest.length === 0) {
    object.properties[head] = leaf;
    return;
  }
  const [, ...inner] = rest;
  const items = inner.length === 0;
  object.properties[head] ??= items
    ? { ...described(leaf), type: 'array', uniqueItems: true, items: leaf, ...itemLimits(parameter.limits) }
    : {
        title: text.section(parameter.section),
        type: 'array',
        items: emptyObject(),
        ...(parameter.maxItems === undefined ? {} : { maxItems: parameter.maxItems }),
      };
  const next = object.properties[head]?.items;
  if (!items && next) place(next, inner, parameter, leaf, text);
}

function emptyObject(): Draft {
  return { type: 'object', properties: {} };
}

function parameterSchema(environment: Environment, parameter: CreateParameter, locale: Locale): Draft {
  const text = referenceText(locale);
  const { name, type, limits, pattern } = parameter;
  const hint = text.hint(environment, name);
  const problem = (rule: string) => text.problem({ name, rule, severity: 'error', args: {} }, environment);
  return {
    title: text.label(environment, name),
    description: hint,
    markdownDescription: `${hint}\n\n[${words[locale].page}](${docPage(parameter.page, locale)})`,
    type,
    ...(type === 'boolean' || parameter.enum === undefined
      ? {}
      : {
          defaultSnippets: parameter.enum.map((body) => ({ body, description: text.value(environment, name, body) })),
        }),
    ...(pattern === undefined ? {} : { pattern, patternErrorMessage: problem('wrongForm') }),
    ...(parameter.default === undefined ? {} : { default: naturalValue(parameter, parameter.default) }),
    ...valueLimits(type, limits),
  };
}

function described({ title, description, markdownDescription }: Draft): Draft {
  return { title, description, markdownDescription };
}

/** Limits in bytes have no keyword. */
function valueLimits(type: CreateParameter['type'], limits: readonly Limit[] = []): Draft {
  const [min, max] = type === 'integer' ? (['minimum', 'maximum'] as const) : (['minLength', 'maxLength'] as const);
  const limit = limits.find(({ unit }) => unit === (type === 'integer' ? 'value' : 'characters'));
  return {
    ...(limit?.min === undefined ? {} : { [min]: limit.min }),
    ...(limit?.max === undefined ? {} : { [max]: limit.max }),
  };
}

function itemLimits(limits: readonly Limit[] = []): Draft {
  const limit = limits.find(({ unit }) => unit === 'items');
  return {
    ...(limit?.min === undefined ? {} : { minItems: limit.min }),
    ...(limit?.max === undefined ? {} : { maxItems: limit.max }),
  };
}
