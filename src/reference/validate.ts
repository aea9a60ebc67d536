/** The checks: a filled form against the create parameters and the rules, and any action's parameters against its table. */
import { createParameters, findCreateParameter } from './create';
import { type Finding, readForm } from './form';
import { concreteName, genericName, indicesOf } from './names';
import { rules } from './rules';
import { checkItems, checkValue, type FieldFinding } from './rules.fields';
import { compare, sortKey } from './sent';
import type { Action, Context, Parameter, Problem, Values } from './types';

/**
 * All faults of a form, in the order of its fields. `values` hold the user data as the raw script. Values that are not
 * sent are not judged; a rule that needs a row which `context` lacks is silent.
 */
export function validate(values: Values, context: Context): Problem[] {
  const form = readForm(values, context);
  const parameters = createParameters[context.environment];
  const problems: Problem[] = wrongNames(
    parameters,
    Object.keys(values).filter((name) => values[name] !== ''),
  );
  for (const name of form.names) {
    const parameter = findCreateParameter(context.environment, genericName(name));
    const finding = parameter && checkValue(parameter, name, form.value(name), 'form');
    if (finding !== undefined) problems.push(problem(finding.rule, finding));
  }
  problems.push(...missing(parameters, form.names), ...itemFaults(parameters, form.names));
  for (const [rule, { check }] of Object.entries(rules)) {
    for (const finding of check?.(form) ?? []) problems.push(problem(rule, finding));
  }
  return problems
    .map((found) => ({ found, key: sortKey(found.name, parameters) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ found }) => found);
}

/**
 * The faults of the flat wire parameters of any action, one by one: unknown names, need, type, enum, form, limits.
 * Base64 limits meet the value as it is on the wire. An empty value counts as left out.
 */
export function validateParameters(action: Action, values: Values): Problem[] {
  const given = Object.keys(values).filter((name) => values[name] !== '');
  const problems = wrongNames(action.parameters, given);
  for (const name of given) {
    const parameter = action.parameters.find((candidate) => candidate.name === genericName(name));
    const finding = parameter && checkValue(parameter, name, values[name] ?? '', 'wire');
    if (finding !== undefined) problems.push(problem(finding.rule, finding));
  }
  return [...problems, ...missing(action.parameters, given), ...itemFaults(action.parameters, given)];
}

function problem(rule: string, { name, severity = 'error', args = {}, mend }: Finding): Problem {
  return { name, rule, severity, args, ...(mend && { mend }) };
}

function wrongNames(parameters: readonly Parameter[], names: readonly string[]): Problem[] {
  const known = new Set(parameters.map((parameter) => parameter.name));
  return [
    ...names.filter((name) => !known.has(genericName(name))).map((name) => problem('unknownParameter', { name })),
    ...names.filter((name) => indicesOf(name).includes(0)).map((name) => problem('indexFromOne', { name })),
  ];
}

/** Required parameters that are absent; those inside a list are required of each item that exists. */
function missing(parameters: readonly Parameter[], names: readonly string[]): Problem[] {
  const given = new Set(names);
  return parameters
    .filter((parameter) => parameter.need === 'required')
    .flatMap(({ name }) => {
      if (!name.includes('.N')) return [name];
      if (name.endsWith('.N')) return names.some((other) => genericName(other) === name) ? [] : [concreteName(name, 1)];
      return outerIndices(name, names).map((index) => concreteName(name, index));
    })
    .filter((name) => !given.has(name))
    .map((name) => problem('missing', { name }));
}

/** Lists with too few or too many items; blamed is the last item. */
function itemFaults(parameters: readonly Parameter[], names: readonly string[]): Problem[] {
  return parameters
    .filter((parameter) => parameter.limits?.some(({ unit }) => unit === 'items'))
    .flatMap((parameter) => {
      const lists = new Map<string, string[]>();
      for (const name of names.filter((candidate) => genericName(candidate) === parameter.name)) {
        const list = name.replace(/\.\d+$/, '');
        const items = lists.get(list);
        if (items) items.push(name);
        else lists.set(list, [name]);
      }
      return [...lists.values()].flatMap((items): FieldFinding[] => {
        const finding = checkItems(parameter, items[items.length - 1] ?? parameter.name, items.length);
        return finding === undefined ? [] : [finding];
      });
    })
    .map((finding) => problem(finding.rule, finding));
}

function outerIndices(name: string, names: readonly string[]): number[] {
  const prefix = `${name.split('.N')[0]}.`;
  const indices = names.filter((other) => other.startsWith(prefix)).map((other) => indicesOf(other)[0] ?? 0);
  return [...new Set(indices)].filter((index) => index > 0);
}
