/** The words of the reference in English and Korean: labels, hints, faults, return codes. */
import { type GatewayCode, type KnownCode, type ReturnCode, returnCodes } from './codes';
import { findCreateParameter } from './create';
import { choiceTitles, listTitle, sectionTitles } from './headings';
import { genericName } from './names';
import type { RuleName } from './rules';
import { englishCodes, englishGatewayCodes } from './text.en.codes';
import { englishForms, englishProblems } from './text.en.problems';
import { koreanCodes, koreanGatewayCodes } from './text.ko.codes';
import { koreanForms, koreanProblems } from './text.ko.problems';
import type { Choice, Environment, Locale, Problem, Section } from './types';

/** What a sentence about a fault may use: the label of its field and the rule's arguments as text, numbers grouped. */
export interface ProblemFacts {
  readonly label: string;
  readonly form: string;
  arg(name: string): string;
  /** What the parameters are called that an argument names by their wire names. */
  labels(key: string): string;
}
export type ProblemTexts = Readonly<Record<RuleName, (facts: ProblemFacts) => string>>;

/** Parameters whose form is fixed by a pattern. */
export type PatternName =
  | 'serverName'
  | 'keyName'
  | 'initScriptName'
  | 'networkInterfaceList.N.ip'
  | 'blockDevicePartitionList.N.mountPoint'
  | 'blockDevicePartitionList.N.partitionSize'
  | 'blockStorageMappingList.N.blockStorageSize'
  | 'blockStorageMappingList.N.blockStorageName';
export type FormTexts = Readonly<Record<PatternName, string>>;

/** What happened and what to do now; the second may be empty. */
export type CodeText = readonly [sentence: string, remedy: string];
export type CodeTexts = Readonly<Record<KnownCode | '9900001' | '9900002', CodeText>>;
export type GatewayTexts = Readonly<Record<GatewayCode, CodeText>>;

/** A return code in words. `name` is the create parameter to blame, with `N`. */
export interface CodeExplanation {
  readonly sentence: string;
  readonly remedy: string;
  readonly name?: string;
}

export interface ReferenceText {
  /** A short name of a create parameter; the wire name itself when it is unknown. */
  label(environment: Environment, genericName: string): string;
  /** One sentence about a create parameter with its limits; empty when it is unknown. */
  hint(environment: Environment, genericName: string): string;
  /** What people call a value of an enum; the value itself when there is no word for it. */
  value(environment: Environment, genericName: string, value: string): string;
  section(section: Section): string;
  /** What an item of a list of the wire holds, by the list's name (`blockStorageMappingList`). */
  list(list: string): string;
  /** What the user decides by giving one of the parameters that exclude each other. */
  choice(choice: Choice): string;
  /** One sentence that names the remedy. */
  problem(problem: Problem, environment: Environment): string;
  /** Undefined for a code that is in no table of ours. */
  returnCode(environment: Environment, code: string): CodeExplanation | undefined;
  /** The same for the codes of the API gateway (200, 210, 410 …). */
  gatewayCode(code: string): CodeExplanation | undefined;
}

interface Words {
  readonly problems: ProblemTexts;
  readonly forms: FormTexts;
  readonly codes: CodeTexts;
  readonly gateway: GatewayTexts;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    problems: englishProblems,
    forms: englishForms,
    codes: englishCodes,
    gateway: englishGatewayCodes,
  },
  ko: {
    problems: koreanProblems,
    forms: koreanForms,
    codes: koreanCodes,
    gateway: koreanGatewayCodes,
  },
};

/** The words of the reference in one language. */
export function referenceText(locale: Locale): ReferenceText {
  const { problems, forms, codes, gateway } = words[locale];
  const label = (environment: Environment, name: string) =>
    findCreateParameter(environment, name)?.label[locale] ?? name;
  return {
    label,
    hint: (environment, name) => findCreateParameter(environment, name)?.hint[locale] ?? '',
    value: (environment, name, value) => findCreateParameter(environment, name)?.enumWords?.[value]?.[locale] ?? value,
    section: (section) => sectionTitles[section][locale],
    list: (list) => listTitle(list)[locale],
    choice: (choice) => choiceTitles[choice][locale],
    problem({ name, rule, args }, environment) {
      const generic = genericName(name);
      const facts: ProblemFacts = {
        label: label(environment, generic),
        form: get<string>(forms, generic) ?? '',
        labels: (key) =>
          String(args[key] ?? '')
            .split(', ')
            .map((other) => label(environment, other))
            .join(', '),
        arg(key) {
          const value = args[key] ?? '';
          return typeof value === 'number' ? value.toLocaleString('en-US') : value;
        },
      };
      return get<(facts: ProblemFacts) => string>(problems, rule)?.(facts) ?? rule;
    },
    returnCode(environment, code) {
      const text = get<CodeText>(codes, code) ?? get<CodeText>(gateway, code);
      if (text === undefined) return undefined;
      const blamed = get<ReturnCode>(returnCodes, code)?.blames?.[environment];
      return { sentence: text[0], remedy: text[1], ...(blamed === undefined ? {} : { name: blamed }) };
    },
    gatewayCode(code) {
      const text = get<CodeText>(gateway, code);
      return text && { sentence: text[0], remedy: text[1] };
    },
  };
}

/** The address of a page of the official docs in one language; Korean is their default. */
export function docPage(page: string, locale: Locale): string {
  return locale === 'ko' ? page : page.replace('/docs/', '/docs/en/');
}

function get<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
