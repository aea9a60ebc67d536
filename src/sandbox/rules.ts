/** How the sandbox refuses: with documented codes where there are any, else with codes of a fake range. */
import { type Environment, findReturnCode } from '../reference/index';
import { type Rule, rules } from './rules.table';

export { type Rule, rules } from './rules.table';

export type RuleId = keyof typeof rules;

/** The server API refuses a request: HTTP 400 with a return code. Nothing was changed. */
export class Refusal extends Error {
  readonly returnCode: string;

  constructor(returnCode: string, returnMessage: string) {
    super(returnMessage);
    this.name = 'Refusal';
    this.returnCode = returnCode;
  }
}

type Details = Readonly<Record<string, string | number>>;

/**
 * @throws Refusal always: the code of the environment with NCP's message, or a fake one. What NCP writes is known for
 * some codes only; other messages are ours and start with [sandbox].
 */
export function refuse(id: RuleId, environment: Environment, details: Details = {}): never {
  const rule: Rule = rules[id];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? ''));
  const code = codeOf(rule, environment);
  const own = rule[environment];
  const message = typeof own === 'object' ? own.message : code && findReturnCode(environment, code)?.message;
  throw new Refusal(code ?? fakeCode(id), message === undefined ? `[sandbox] ${fill(rule.say)}` : fill(message));
}

/** The return code that NCP gives for a rule, as far as it is known. */
export function codeOf(rule: Rule, environment: Environment): string | undefined {
  const documented = rule[environment];
  return typeof documented === 'object' ? documented.code : documented;
}

/** The sandbox's own code of a rule. NCP uses no seven-digit codes that start with 99, as far as is known. */
export function fakeCode(id: RuleId): string {
  return String(9900101 + Object.keys(rules).indexOf(id));
}
