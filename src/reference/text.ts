/** The words of the reference in English and Korean: labels, hints, faults, return codes. */
import { blamedBy, codeWords, gatewayWords } from './codes';
import { findCreateParameter } from './create';
import type { ProblemFacts, Rule } from './form';
import { forms } from './forms';
import { choiceTitles, listTitle, sectionTitles } from './headings';
import { genericName } from './names';
import { rules } from './rules';
import type { Choice, Environment, Locale, Problem, Section } from './types';

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

/** The words of the reference in one language. */
export function referenceText(locale: Locale): ReferenceText {
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
