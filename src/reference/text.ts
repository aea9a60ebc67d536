/** The words of the reference in English and Korean: labels, hints, faults, return codes. */
import { blamedBy, codeWords, gatewayWords } from './codes';
import type { ClassicName } from './create.classic';
import type { VpcName } from './create.vpc';
import type { ProblemFacts, Rule } from './form';
import { forms } from './forms';
import { genericName } from './names';
import { rules } from './rules';
import { englishFields } from './text.en.fields';
import { koreanFields } from './text.ko.fields';
import type { Environment, Locale, Problem, Section } from './types';

/** Label and hint of a field. */
export type FieldText = readonly [label: string, hint: string];

export interface FieldTexts {
  readonly sections: Readonly<Record<Section, string>>;
  readonly vpc: Readonly<Record<VpcName, FieldText>>;
  readonly classic: Readonly<Record<ClassicName, FieldText>>;
}

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
  section(section: Section): string;
  /** One sentence that names the remedy. */
  problem(problem: Problem, environment: Environment): string;
  /** Undefined for a code that is in no table of ours. */
  returnCode(environment: Environment, code: string): CodeExplanation | undefined;
  /** The same for the codes of the API gateway (200, 210, 410 …). */
  gatewayCode(code: string): CodeExplanation | undefined;
}

const fieldTexts: Readonly<Record<Locale, FieldTexts>> = { en: englishFields, ko: koreanFields };

/** The words of the reference in one language. */
export function referenceText(locale: Locale): ReferenceText {
  const fields = fieldTexts[locale];
  const fieldText = (environment: Environment, name: string) => get<FieldText>(fields[environment], name);
  const label = (environment: Environment, name: string) => fieldText(environment, name)?.[0] ?? name;
  return {
    label,
    hint: (environment, name) => fieldText(environment, name)?.[1] ?? '',
    section: (section) => fields.sections[section],
    problem({ name, rule, args }, environment) {
      const generic = genericName(name);
      const facts: ProblemFacts = {
        label: label(environment, generic),
        form: get(forms, generic)?.[locale] ?? '',
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
      const sentence = get<Rule>(rules, rule)?.say[locale] ?? rule;
      return typeof sentence === 'string' ? sentence : sentence(facts);
    },
    returnCode(environment, code) {
      const name = blamedBy(code, environment);
      const told = codeWords(code)?.[locale];
      return told && { sentence: told[0], remedy: told[1], ...(name === undefined ? {} : { name }) };
    },
    gatewayCode(code) {
      const told = gatewayWords(code)?.[locale];
      return told && { sentence: told[0], remedy: told[1] };
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
