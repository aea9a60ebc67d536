/** The sentences that go with the findings, in the language of the user. */
import type { Locale } from '../reference/types';
import type { Finding, FindingArgs, RuleName } from './finding';
import { english } from './text.en';
import { korean } from './text.ko';

/** A text, or a function that puts the figures of a finding into it. */
export type Phrase = string | ((args: FindingArgs) => string);

/** The texts of one rule: what is wrong, why it matters, and what its fix does. */
export interface RuleText {
  readonly what: Phrase;
  readonly why: Phrase;
  /** Only for rules that have a fix. */
  readonly fix?: Phrase;
}

export type ScriptTexts = Readonly<Record<RuleName, RuleText>>;

/** The sentences of one finding. */
export interface FindingText {
  readonly what: string;
  readonly why: string;
  /** The title of the fix; there when the finding has one. */
  readonly fix?: string;
}

/** All texts of a language. */
export function scriptTexts(locale: Locale): ScriptTexts {
  return locale === 'ko' ? korean : english;
}

/** What to tell the user about a finding. */
export function findingText(finding: Finding, locale: Locale): FindingText {
  const { what, why, fix } = scriptTexts(locale)[finding.rule];
  return {
    what: filled(what, finding.args),
    why: filled(why, finding.args),
    ...(finding.fix && fix !== undefined && { fix: filled(fix, finding.args) }),
  };
}

function filled(phrase: Phrase, args: FindingArgs): string {
  return typeof phrase === 'string' ? phrase : phrase(args);
}
