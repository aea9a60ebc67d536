/** The form of a return code, and short ways to write one down. */
import type { Environment, Evidence, Locale } from './types';

/** What happened and what to do now, in each language; the second may be empty. */
export type CodeWords = Readonly<Record<Locale, readonly [sentence: string, remedy: string]>>;

/**
 * A code that server actions are known to answer with. `message` is what NCP writes, as far as it is known;
 * `{location}`, `{0}` and `{1}` stand for names. A code without a status or message is only known by number.
 */
export interface ReturnCode {
  readonly words: CodeWords;
  readonly environments: readonly Environment[];
  readonly status?: number;
  readonly message?: string;
  readonly evidence: Evidence;
  /** The create parameter to blame (wire name with `N`). */
  readonly blames?: Readonly<Partial<Record<Environment, string>>>;
}

const code =
  (...environments: readonly Environment[]) =>
  (words: CodeWords, message?: string, more: Partial<ReturnCode> = {}): ReturnCode => ({
    words,
    environments,
    evidence: 'documented',
    ...(message === undefined ? {} : { status: 400, message }),
    ...more,
  });
export const classic = code('classic');
export const vpc = code('vpc');
export const common = code('classic', 'vpc');
