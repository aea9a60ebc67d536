/** The table of all rules. */
import type { Rule } from './form';
import { fieldRules } from './rules.fields';
import { imageRules } from './rules.image';
import { nameRules } from './rules.names';
import { networkRules } from './rules.network';
import { storageRules } from './rules.storage';

const table = { ...fieldRules, ...nameRules, ...imageRules, ...networkRules, ...storageRules } as const;

export type RuleName = keyof typeof table;

/** Every rule by the name that `Problem.rule` carries. */
export const rules: Readonly<Record<RuleName, Rule>> = table;

/** The rule of that name, or undefined when it is not in the table. */
export function findRule(name: string): Rule | undefined {
  return Object.hasOwn(rules, name) ? rules[name as RuleName] : undefined;
}
