/** The sentences that go with the findings, in the language of the user. */
import type { Locale } from '../reference/types';
import type { Finding, FindingArgs } from './finding';
import type { Rule, Sentence } from './rule';
import { rules } from './rules';

/** The sentences of one finding. */
export interface FindingText {
  /** What is wrong. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** The title of the fix; there when the finding has one. */
  readonly fix?: string;
}

/** What to tell the user about a finding. `from` holds the words: the rules, unless the finding is of another kind. */
export function findingText(
  { rule: id, args, fix: mend }: Finding,
  locale: Locale,
  from: readonly Pick<Rule, 'id' | 'what' | 'why' | 'fix'>[] = rules,
): FindingText {
  const rule = from.find((candidate) => candidate.id === id);
  if (!rule) return { what: id, why: '' };
  const said = (sentence: Sentence<FindingArgs>) => {
    const phrase = sentence[locale];
    return typeof phrase === 'string' ? phrase : phrase(args);
  };
  return { what: said(rule.what), why: said(rule.why), ...(mend && rule.fix && { fix: said(rule.fix) }) };
}
