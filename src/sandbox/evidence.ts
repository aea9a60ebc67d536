/** How sure we are of each thing that the sandbox does. A test fails when anything has no label here. */
import {
  actions,
  createParameters,
  type Environment,
  type Evidence,
  findReturnCode,
  type Problem,
  rules as referenceRules,
  ruleReturnCode,
} from '../reference/index';
import { behaviourLabels, type Label, seedLabels, shapeLabels } from './evidence.labels';
import { findHandler } from './handlers';
import { codeOf, fakeCode, type Rule, type RuleId, rules } from './rules';

/**
 * What a label is about. A code is one that an environment refuses with, whatever the number of things it stands for;
 * a parameter is labelled for each action.
 */
export type EvidenceKind = 'shape' | 'seed' | 'behaviour' | 'rule' | 'code' | 'parameter';

/** The codes that an environment refuses with: those of our own rules, then those of the reference's. */
function codesOf(environment: Environment): [string, Evidence][] {
  const own = Object.entries<Rule>(rules).filter(([, { only = environment }]) => only === environment);
  const names = ['', ...createParameters[environment].map(({ name }) => name)];
  const problems = Object.keys(referenceRules).flatMap((rule) =>
    names.map((name): Problem => ({ name, rule, severity: 'error', args: {} })),
  );
  return [
    ...own.map(([id, rule]): [string, Evidence] => {
      const code = codeOf(rule, environment) ?? fakeCode(id as RuleId);
      return [`${environment} ${code}`, findReturnCode(environment, code)?.evidence ?? 'guess'];
    }),
    ...problems.map((problem): [string, Evidence] => {
      const { code, evidence } = ruleReturnCode(problem, environment);
      return [`${environment} ${code}`, evidence];
    }),
  ];
}

/** Every label, by what it is about and its name. */
export function labels(): Readonly<Record<EvidenceKind, ReadonlyMap<string, Evidence>>> {
  const plain = (table: Readonly<Record<string, Label>>) =>
    new Map(Object.entries(table).map(([name, { evidence }]) => [name, evidence]));
  const own = Object.entries<Rule>(rules);
  return {
    shape: plain(shapeLabels),
    seed: plain(seedLabels),
    behaviour: plain(behaviourLabels),
    rule: new Map(own.map(([name, { evidence }]) => [name, evidence])),
    code: new Map([...codesOf('vpc'), ...codesOf('classic')]),
    parameter: new Map(
      actions
        .filter(findHandler)
        .flatMap(({ service, name, parameters }) =>
          parameters.map((parameter): [string, Evidence] => [
            `${service}/${name} ${parameter.name}`,
            parameter.evidence ?? 'documented',
          ]),
        ),
    ),
  };
}

/** How many labels are of which evidence. */
export type EvidenceShare = Readonly<Record<Evidence, number>>;

/** The figures for CONTRIBUTING, by what the labels are about. */
export function share(): Readonly<Record<EvidenceKind, EvidenceShare>> {
  const { shape, seed, behaviour, rule, code, parameter } = labels();
  return {
    shape: count(shape),
    seed: count(seed),
    behaviour: count(behaviour),
    rule: count(rule),
    code: count(code),
    parameter: count(parameter),
  };
}

function count(labelled: ReadonlyMap<string, Evidence>): EvidenceShare {
  const counts: Record<Evidence, number> = { documented: 0, sdk: 0, seen: 0, guess: 0 };
  for (const evidence of labelled.values()) counts[evidence] += 1;
  return counts;
}
