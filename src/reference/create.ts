/** What a server can be made with, in both environments, and what a look-up for one of these parameters asks for. */
import { classicCreateParameters } from './create.classic';
import { vpcCreateParameters } from './create.vpc';
import { possibleKinds } from './kinds';
import { fieldText } from './rows';
import type { Context, CreateParameter, Environment, Values } from './types';

/** Both, the one first that new servers are made in. */
export const environments: readonly Environment[] = ['vpc', 'classic'];

/** Every parameter of createServerInstances, in the order in which it is sent. Names are wire names with `N`. */
export const createParameters: Readonly<Record<Environment, readonly CreateParameter[]>> = {
  vpc: vpcCreateParameters,
  classic: classicCreateParameters,
};

const byName: Readonly<Record<Environment, ReadonlyMap<string, CreateParameter>>> = {
  vpc: new Map(vpcCreateParameters.map((parameter) => [parameter.name, parameter])),
  classic: new Map(classicCreateParameters.map((parameter) => [parameter.name, parameter])),
};

/** The create parameter of that generic name (`networkInterfaceList.N.ip`). */
export function findCreateParameter(environment: Environment, name: string): CreateParameter | undefined {
  return byName[environment].get(name);
}

/**
 * What to ask the source of a parameter for, given the rest of the form; without region, paging and answer format.
 * Undefined when there is no source, or when it must wait for another field.
 */
export function lookupParams(
  parameter: CreateParameter,
  values: Values,
  context: Context,
): Record<string, string> | undefined {
  const { source } = parameter;
  if (source === undefined) return undefined;
  if (parameter.with !== undefined && !parameter.with.some((name) => values[name])) return undefined;
  const kinds = possibleKinds(values, context);
  const only = kinds.length === 1 ? kinds[0] : undefined;
  const params: Record<string, string> = { ...((only && source.fixedFor?.[only]) ?? source.fixed) };
  for (const [param, from] of Object.entries(source.needs ?? {})) {
    const value = resolve(from, values, context);
    if (value === '') return undefined;
    params[param] = value;
  }
  for (const [param, from] of Object.entries(source.narrowedBy ?? {})) {
    const value = resolve(from, values, context);
    if (value !== '') params[param] = value;
  }
  return params;
}

/** Reads `vpcNo` from the values and `subnetNo@zoneCode` from the chosen row of `subnetNo`. */
function resolve(from: string, values: Values, context: Context): string {
  const [name = '', field] = from.split('@');
  const partners = findCreateParameter(context.environment, name)?.with;
  // A value that is not sent must not narrow a list either.
  if (partners !== undefined && !partners.some((other) => values[other])) return '';
  if (field === undefined) return values[name] ?? '';
  return values[name] ? fieldText(context.rows[name], field) : '';
}

/** The values without those members of each `oneOf` group that the user did not choose. A group without a choice stays. */
export function chosenValues(
  environment: Environment,
  values: Values,
  chosen: Readonly<Record<string, string>>,
): Values {
  const dropped = new Set(
    createParameters[environment]
      .filter(({ name, oneOf }) => oneOf !== undefined && chosen[oneOf] !== undefined && chosen[oneOf] !== name)
      .map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(values).filter(([name]) => !dropped.has(name)));
}
