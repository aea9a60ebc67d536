/** What return codes say, in English and Korean. */
import { blamedBy, codeWords, gatewayWords } from './codes';
import type { Environment, Locale } from './types';

/** A return code in words. `name` is the create parameter to blame, with `N`. */
export interface CodeExplanation {
  readonly sentence: string;
  readonly remedy: string;
  readonly name?: string;
}

export interface CodeText {
  /** Undefined for a code that is in no table of ours. */
  returnCode(environment: Environment, code: string): CodeExplanation | undefined;
  /** The same for the codes of the API gateway (200, 210, 410 …). */
  gatewayCode(code: string): CodeExplanation | undefined;
}

/** The words of return codes in one language; apart from `referenceText`, because the page of the form needs none. */
export function codeText(locale: Locale): CodeText {
  return {
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
