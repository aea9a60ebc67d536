/** The words of the reference in English and Korean: labels, hints, titles, faults. */
import { findCreateParameter } from './create';
import type { ProblemFacts } from './form';
import { choiceTitles, listTitle, sectionTitles } from './headings';
import { type Line, Lines, type Shown } from './items';
import { genericName } from './names';
import { initScriptName, keyName } from './parameters';
import { findRule } from './rules';
import type { Choice, Environment, Locale, Localized, Problem, Section, Values } from './types';

export interface ReferenceText {
  /** A short name of a create parameter; the wire name itself when it is unknown. */
  label(environment: Environment, genericName: string): string;
  /**
   * What a value is called, by its concrete wire name: in a list with its item, `Storage 2 – size`. The `values` tell
   * which item is the default one; without them it is the first.
   */
  itemLabel(environment: Environment, name: string, values?: Values): string;
  /**
   * Lines for people about the values under these concrete wire names, of an item one for all. What names the servers and
   * what NCP assumes anyway is left out.
   */
  lines(environment: Environment, names: readonly string[], values: Values, shown: Shown): Line[];
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
  /** What a button for `Problem.mend` says; empty for a rule that has none. */
  mend(rule: string): string;
}

/** The words of the reference in one language. */
export function referenceText(locale: Locale): ReferenceText {
  const label = (environment: Environment, name: string) =>
    findCreateParameter(environment, name)?.label[locale] ?? name;
  return {
    label,
    itemLabel: (environment, name, values) => new Lines(environment, locale, values).label(name),
    lines: (environment, names, values, shown) => new Lines(environment, locale, values).of(names, shown),
    hint: (environment, name) => findCreateParameter(environment, name)?.hint[locale] ?? '',
    value: (environment, name, value) => findCreateParameter(environment, name)?.enumWords?.[value]?.[locale] ?? value,
    section: (section) => sectionTitles[section][locale],
    list: (list) => listTitle(list)[locale],
    choice: (choice) => choiceTitles[choice][locale],
    problem({ name, rule, args }, environment) {
      const generic = genericName(name);
      const facts: ProblemFacts = {
        label: label(environment, generic),
        form: formOf(environment, generic)?.[locale] ?? '',
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
      const sentence = findRule(rule)?.say[locale] ?? rule;
      return typeof sentence === 'string' ? sentence : sentence(facts);
    },
    mend: (rule) => findRule(rule)?.mend?.[locale] ?? '',
  };
}

/** The words for the pattern of a parameter: one to create servers with, or the name of something made for them. */
function formOf(environment: Environment, name: string): Localized | undefined {
  const parameter =
    findCreateParameter(environment, name) ?? [keyName, initScriptName].find((one) => one.name === name);
  return parameter?.form;
}

/** The address of a page of the official docs in one language; Korean is their default. */
export function docPage(page: string, locale: Locale): string {
  return locale === 'ko' ? page : page.replace('/docs/', '/docs/en/');
}
