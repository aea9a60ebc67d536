/** The return code with which NCP, as far as the docs tell, refuses what a rule forbids. */
import { findReturnCode, type guessedCodes } from './codes';
import { genericName } from './names';
import { findRule } from './rules';
import { classicFieldCodes, type FieldRule } from './rules.fields';
import type { Environment, Evidence, Problem } from './types';

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly evidence: Evidence;
}

/** For refusals whose real code is unknown. */
const guessed = { missing: '9900001', invalid: '9900002' } as const satisfies Readonly<
  Record<string, `${keyof typeof guessedCodes}`>
>;

/** The documented code and message for a problem; a guess in a range of its own where there is none. */
export function ruleReturnCode(problem: Problem, environment: Environment): Refusal {
  const name = genericName(problem.name);
  const location = problem.rule === 'imageMissing' ? String(problem.args.names).split(', ').join(' or ') : problem.name;
  const ofField = environment === 'classic' ? classicFieldCodes[problem.rule as FieldRule]?.[name] : undefined;
  const rule = findRule(problem.rule);
  const code = ofField ?? rule?.code?.[environment];
  const known = code === undefined ? undefined : findReturnCode(environment, code);
  if (code !== undefined && known !== undefined) {
    return { code, message: (known.message ?? '').replace('{location}', location), evidence: known.evidence };
  }
  return rule?.isAbsence
    ? {
        code: guessed.missing,
        message: `Required field is not specified. location : ${location}`,
        evidence: 'guess',
      }
    : { code: guessed.invalid, message: `Parameter is invalid. location : ${location}`, evidence: 'guess' };
}
