// The checks of the form and the sandbox decide alike: neither lets through what the other refuses, and where the docs
// name a return code for a refusal, the sandbox alone names it too.
//
// Left out is what only the account knows: names and addresses that are taken, and how many servers and addresses are
// left. The values steer clear of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc, { type Arbitrary } from 'fast-check';
import { ApiError, NcloudClient, NcloudError } from '../../../src/client/index';
import {
  type Context,
  type Environment,
  findReturnCode,
  genericName,
  keptNames,
  type Problem,
  ruleReturnCode,
  sentValues,
  type Values,
  validate,
} from '../../../src/reference/index';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index';
import { pickedRows } from '../../../src/servers/creation/picked';
import { Catalog, createServers, plannedNames } from '../../../src/servers/index';
import { changed } from '../../support/create-changes';
import { type Offer, offerOf } from '../../support/create-offer';
import { type Filled, goodClassic, goodVpc } from '../../support/create-values';

/** NCP passes unknown parameters over, which the form does not. */
const strict = { strict: true } as const;

/** Two accounts of one seed: in the first everything is looked up and nothing is made, in the second it is made. */
let offered: Sandbox;
let account: Sandbox;
const offers: Offer[] = [];
const catalogs = new Map<string, Catalog>();

const places = [
  ['vpc', 'KR'],
  ['vpc', 'SGN'],
  ['classic', '1'],
  ['classic', '7'],
] as const satisfies readonly (readonly [Environment, string])[];

before(async () => {
  // Both are of one moment, in which their rows are dated.
  const begun = Date.now();
  let isBegun = false;
  const now = () => (isBegun ? Date.now() : begun);
  offered = await startSandbox({ ...strict, now });
  account = await startSandbox({ ...strict, now });
  isBegun = true;
  const client = new NcloudClient(offered);
  for (const [environment, region] of places) {
    const offer = await offerOf(client, environment, region);
    assert.deepEqual(await offerOf(new NcloudClient(account), environment, region), offer);
    offers.push(offer);
    catalogs.set(`${environment} ${region}`, new Catalog(client, environment, region));
  }
});
after(async () => {
  await offered.stop();
  await account.stop();
});

/** What the form says before anything is sent. */
interface Verdict {
  readonly context: Context;
  readonly errors: readonly Problem[];
  /** Sent values that their look-up does not offer. */
  readonly withdrawn: readonly string[];
  /** A look-up for the values was refused, such as that of the specs of an unknown image. */
  readonly lookupRefused: boolean;
}

async function judge({ environment, region, values }: Filled): Promise<Verdict> {
  const catalog = catalogs.get(`${environment} ${region}`);
  assert.ok(catalog);
  try {
    const { context, withdrawn } = await pickedRows(catalog, environment, values);
    const errors = validate(values, context).filter(({ severity }) => severity === 'error');
    const kept = new Set(keptNames(values, context));
    return { context, errors, withdrawn: withdrawn.filter((name) => kept.has(name)), lookupRefused: false };
  } catch (error) {
    assert.ok(error instanceof NcloudError && error.outcome === 'rejected', String(error));
    const context: Context = { environment, rows: {} };
    const errors = validate(values, context).filter(({ severity }) => severity === 'error');
    return { context, errors, withdrawn: [], lookupRefused: true };
  }
}

/** The values as they go on the wire, with what the form would have kept back because NCP does not know it. */
function rawValues(values: Values, context: Context, errors: readonly Problem[]): Values {
  const wrongNames = errors.filter(({ rule }) => rule === 'unknownParameter' || rule === 'indexFromOne');
  const unknown = wrongNames.map(({ name }): [string, string] => [name, values[name] ?? '']);
  return { ...sentValues(values, context), ...Object.fromEntries(unknown) };
}

/** The refusal of a request that must be refused. */
async function refusal(environment: Environment, region: string, values: Values): Promise<ApiError> {
  const made = account.commits.length;
  const place: Values = environment === 'vpc' ? { regionCode: region } : {};
  const service = environment === 'vpc' ? 'vserver' : 'server';
  try {
    await new NcloudClient(account).call(service, 'createServerInstances', { ...place, ...values });
  } catch (error) {
    assert.ok(error instanceof ApiError, String(error));
    assert.equal(error.status, 400);
    assert.equal(error.outcome, 'rejected');
    assert.equal(account.commits.length, made);
    return error;
  }
  return assert.fail('the sandbox accepted it');
}

/** The documented codes for values that NCP does not know, by their parameter. */
const unknownCodes: Readonly<Record<Environment, Readonly<Record<string, readonly string[]>>>> = {
  vpc: { serverImageProductCode: ['10712'] },
  classic: {
    serverImageProductCode: ['10712'],
    // Unknown altogether, or known but not for the image.
    serverProductCode: ['10712', '10702'],
    memberServerImageNo: ['24110'],
    zoneNo: ['24111'],
    loginKeyName: ['10710'],
    'accessControlGroupConfigurationNoList.N': ['24124'],
  },
};

/** How often each outcome came up. */
type Tally = Map<string, number>;
function count(tally: Tally, what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1);
}

/** Sends the values as the form's verdict tells: both must decide alike. What was made is gone for the next one. */
async function agree(filled: Filled, tally: Tally = new Map()): Promise<void> {
  try {
    await compare(filled, tally);
  } finally {
    if (account.commits.length > 0) {
      await account.stop();
      account = await startSandbox(strict);
    }
  }
}

async function compare(filled: Filled, tally: Tally): Promise<void> {
  const { environment, region, values } = filled;
  const { context, errors, withdrawn, lookupRefused } = await judge(filled);
  if (errors.length === 0 && withdrawn.length === 0 && !lookupRefused) {
    const outcome = await createServers(new NcloudClient(account), environment, region, values, context);
    assert.equal(outcome.kind, 'created', outcome.kind === 'created' ? '' : outcome.error.message);
    assert.ok(outcome.kind === 'created');
    const planned = plannedNames(values);
    assert.equal(outcome.servers.length, planned.length);
    if (values.serverName)
      assert.deepEqual(
        outcome.servers.map(({ name }) => name),
        planned,
      );
    return count(tally, 'created');
  }
  const { returnCode, returnMessage } = await refusal(environment, region, rawValues(values, context, errors));
  count(tally, 'refused');
  const rules = new Set(errors.map(({ rule, name }) => `${rule} ${genericName(name)}`));
  if (lookupRefused || rules.size + withdrawn.length > 1) return;
  const [error] = errors;
  const [unknown] = withdrawn;
  if (error !== undefined) {
    const expected = ruleReturnCode(error, environment);
    count(tally, error.rule);
    if (expected.evidence === 'guess') return assert.match(returnMessage, /^\[sandbox\] /);
    assert.deepEqual([returnCode, returnMessage], [expected.code, expected.message]);
    count(tally, returnCode);
  } else if (unknown !== undefined) {
    const codes = unknownCodes[environment][genericName(unknown)];
    if (codes === undefined) return;
    assert.ok(codes.includes(returnCode), `${unknown}: ${returnCode}`);
    assert.equal(returnMessage, findReturnCode(environment, returnCode)?.message);
    count(tally, returnCode);
  }
}

/** A failure is printed with its seed, its path and what went wrong. */
const shown = { includeErrorInReport: true } as const;

/** Values of every place, in equal parts. */
function anywhere(of: (good: Arbitrary<Filled>) => Arbitrary<Filled>): Arbitrary<Filled> {
  return fc.oneof(...offers.map((offer) => of(offer.environment === 'vpc' ? goodVpc(offer) : goodClassic(offer))));
}

test('what is good by construction, checks and sandbox accept', async () => {
  const tally: Tally = new Map();
  const property = fc.asyncProperty(
    anywhere((good) => good),
    (filled) => agree(filled, tally),
  );
  await fc.assert(property, { ...shown, numRuns: 120 });
  assert.equal(tally.get('refused') ?? 0, 0);
});

test('whatever is changed, checks and sandbox decide alike', async () => {
  const tally: Tally = new Map();
  const property = fc.asyncProperty(anywhere(changed), (filled) => agree(filled, tally));
  await fc.assert(property, { ...shown, numRuns: 240 });
  assert.ok((tally.get('created') ?? 0) >= 60);
  assert.ok((tally.get('refused') ?? 0) >= 60);
});

test('what they once disagreed about', async () => {
  const [korea] = offers.filter(({ region }) => region === 'KR');
  const [first] = offers.filter(({ region }) => region === '1');
  const [vpc] = korea?.vpcs ?? [];
  const [image] = first?.choices.filter((choice) => choice.image.memberServerImageNo) ?? [];
  assert.ok(korea && vpc && image);
  const open = vpc.subnets.find((row) => row.zoneCode === 'KR-1');
  // An own Classic image beside an unknown product code: the own one wins, but the other must exist.
  await agree({
    environment: 'classic',
    region: '1',
    values: { ...image.image, serverImageProductCode: 'TRUE', serverName: 'two-images' },
  });
  const kvm: Values = {
    serverImageNo: '23214590',
    vpcNo: vpc.vpcNo,
    subnetNo: String(open?.subnetNo),
    serverName: 'with-pool',
    'networkInterfaceList.1.networkInterfaceOrder': '0',
    'networkInterfaceList.1.accessControlGroupNoList.1': vpc.groups[0] ?? '',
  };
  // A product code that is not sent beside an image number: it must not narrow the list of pools.
  const pool = korea.pools.get('KR-1 gp8ap56-g3')?.[0] ?? '';
  const product = 'SVR.VSVR.HICPU.C004.M008.NET.SSD.B050.H001';
  const tally: Tally = new Map();
  const values = { ...kvm, fabricClusterPoolNo: pool, serverProductCode: product };
  await agree({ environment: 'vpc', region: 'KR', values }, tally);
  // A volume type, whose rows have a field of the name that the items of their list have.
  const typed = {
    'blockStorageMappingList.1.order': '1',
    'blockStorageMappingList.1.blockStorageVolumeTypeCode': 'FB1',
  };
  await agree({ environment: 'vpc', region: 'KR', values: { ...kvm, ...typed } }, tally);
  // Bare metal of Classic, whose images are in a list of their own.
  const [metal] = first?.choices.filter(({ kind }) => kind === 'BM') ?? [];
  const metalValues = { ...metal?.image, ...metal?.specs[0], raidTypeName: '5', serverName: 'metal', zoneNo: '2' };
  await agree({ environment: 'classic', region: '1', values: metalValues }, tally);
  assert.deepEqual([...tally], [['created', 3]]);
});
