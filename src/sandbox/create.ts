/** What the creations of both environments have in common: checks against the account, names, defaults, fates. */
import {
  type Context,
  createParameters,
  type Environment,
  fieldText,
  genericName,
  lookupParams,
  type Row,
  receivedValues,
  serverNames,
  serverServices,
  shapes,
  unsentNames,
  type Values,
  validate,
} from '../reference/index';
import type { Answer } from './answer';
import type { Call } from './call';
import { code } from './codes';
import type { Image, Spec } from './machine';
import { refuseProblems } from './parameters';
import type { RuleId } from './rules';
import { refuse } from './rules';
import { isSpecFor } from './seed/vpc-specs';
import type { MutableRow } from './shelf';

/** Asks another action of the same account, as a client would. */
export type LookUp = (service: string, action: string, params: Values) => Answer;

/** How a value is refused that its look-up does not offer; `reference` where there is nothing better. */
const notOffered: Readonly<Record<string, RuleId>> = {
  loginKeyName: 'loginKey',
  'accessControlGroupConfigurationNoList.N': 'accessControlGroup',
  'networkInterfaceList.N.accessControlGroupNoList.N': 'accessControlGroupUnknown',
  'networkInterfaceList.N.networkInterfaceNo': 'usedInterface',
};

/** Sent with a server that they mean nothing to, these are ignored; that others are refused is a guess. */
const ignored = /^(userData|isVaccineInstall|isEncryptedBaseBlockStorageVolume|networkInterfaceList\.\d+\.(ip|acc.*))$/;

/**
 * Checks a creation as a whole: every value that comes from a look-up must be offered by it, and the reference must
 * find no fault. `known` are the rows that the caller has found already.
 * @throws Refusal
 */
export function checkCreation(call: Call, known: Readonly<Record<string, Row>>, lookUp: LookUp): Context {
  const { environment, params } = call;
  const values = receivedValues(environment, params.values);
  const rows: Record<string, Row> = { ...known };
  const context: Context = { environment, rows };
  const regionCode = params.text('regionCode');
  const region: Values = regionCode === undefined ? {} : { regionCode };
  for (const parameter of createParameters[environment]) {
    const { source } = parameter;
    for (const name of Object.keys(values).filter((candidate) => genericName(candidate) === parameter.name)) {
      const value = values[name] ?? '';
      const wanted = source && !(name in rows) ? lookupParams(parameter, values, context) : undefined;
      if (!source || !wanted) continue;
      const answer = lookUp(source.service, source.action, { ...region, ...wanted });
      const row = (answer[source.list] as readonly Row[]).find((one) => fieldText(one, source.value) === value);
      if (!row) refuse(notOffered[parameter.name] ?? 'reference', environment, { name, value });
      rows[name] = row;
    }
  }
  refuseProblems(validate(values, context), environment);
  const stray = unsentNames(values, context).find((name) => !ignored.test(name));
  if (stray !== undefined) refuse('notApplicable', environment, { name: stray });
  return context;
}

/**
 * The spec that is asked for, or the smallest that fits: by memory, CPUs, base storage, kind of disk (documented). That
 * VPC never chooses a Micro spec by itself is a guess: the default price plan does not go with it.
 */
export function chooseSpec(
  environment: Environment,
  specs: readonly Spec[],
  image: Image,
  wanted: { readonly field: 'specCode' | 'productCode'; readonly value: string } | undefined,
): Spec {
  if (wanted) {
    const spec = specs.find((candidate) => candidate[wanted.field] === wanted.value);
    if (!spec) refuse('spec', environment, wanted);
    if (!isSpecFor(spec, image)) refuse('specForImage', environment, wanted);
    return spec;
  }
  const [smallest] = specs
    .filter((spec) => isSpecFor(spec, image) && (environment === 'classic' || spec.kind !== 'MICRO'))
    .sort(
      (a, b) =>
        a.memory - b.memory ||
        a.cpuCount - b.cpuCount ||
        a.rootSize - b.rootSize ||
        Number(a.diskType !== 'NET') - Number(b.diskType !== 'NET'),
    );
  return smallest ?? refuse('specForImage', environment, { value: '' });
}

/** The names of the servers to make, in order. */
export function namesOf({ params, world }: Call): string[] {
  const name = params.text('serverName') ?? `s${world.random.hex(11)}`;
  return serverNames(name, params.number('serverCreateCount') ?? 1, params.number('serverCreateStartNo') ?? 1);
}

/** The key that is asked for, or the newest one (documented). @throws Refusal when there is none. */
export function loginKeyOf({ params, environment }: Call, keys: readonly MutableRow[]): string {
  const asked = params.text('loginKeyName');
  const key = asked === undefined ? keys.at(-1) : keys.find((row) => row.keyName === asked);
  return key ? fieldText(key, 'keyName') : refuse('loginKey', environment, { value: asked ?? '' });
}

/** Partitions as the answer shows them. */
export function partitionsOf({ params }: Call): Row[] {
  return params.items('blockDevicePartitionList').map((item) => ({
    mountPoint: item.required('mountPoint'),
    partitionSize: item.text('partitionSize') ?? '',
  }));
}

/** The fields of a server's row that tell back what was asked for: texts, numbers, truths and codes. */
export function toldOf({ environment, params }: Call): Row {
  const shape = shapes[`${serverServices[environment]}.ServerInstance`] ?? {};
  const told: Record<string, unknown> = {};
  for (const { name, toldAs = '' } of createParameters[environment]) {
    const value = params.text(name);
    const [field = ''] = toldAs.split('.');
    if (value === undefined) continue;
    if (shape[field] === 'string') told[field] = value;
    if (shape[field] === 'number') told[field] = Number(value);
    if (shape[field] === 'boolean') told[field] = value === 'true';
    if (shape[field] === 'code') told[field] = code(value);
  }
  return told;
}
