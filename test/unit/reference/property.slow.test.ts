// Whatever is filled in, the checks answer; and what is sent from a good form is good again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Context,
  concreteName,
  createParameters,
  findAction,
  receivedValues,
  referenceText,
  sentValues,
  unsentNames,
  type Values,
  validate,
  validateParameters,
} from '../../../src/reference/index';
import { classicContext, classicValues, errors, metalValues, productValues, vpcContext, vpcValues } from './support';

const environment = fc.constantFrom('vpc' as const, 'classic' as const);
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.integer().map(String),
  fc.constantFrom('true', 'false', '0', '1', '/', '10.0.1.5', 'web-', 'MTRAT', 'CB1', ''),
);
const row = fc.dictionary(
  fc.constantFrom('hypervisorType', 'productType', 'subnet', 'vpcNo', 'gpuCount', 'minVolumeSize', 'osType'),
  fc.oneof(fc.jsonValue(), fc.record({ code: fc.constantFrom('KVM', 'XEN', 'BM', 'WINNT', 'LNX') })),
);
const names = (where: 'vpc' | 'classic') =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.constantFrom(...createParameters[where]), fc.nat(4), fc.nat(4))
        .map(([p, a, b]) => concreteName(p.name, a, b)),
    },
    { weight: 1, arbitrary: fc.string() },
  );
const anyForm = environment.chain((where) =>
  fc.record({
    values: fc.dictionary(names(where), text, { maxKeys: 25 }),
    context: fc.record({ environment: fc.constant(where), rows: fc.dictionary(names(where), row, { maxKeys: 6 }) }),
  }),
);

test('validate never throws, and each fault has a sentence', () => {
  const english = referenceText('en');
  fc.assert(
    fc.property(anyForm, ({ values, context }: { values: Values; context: Context }) => {
      for (const problem of validate(values, context)) {
        assert.notEqual(english.problem(problem, context.environment), problem.rule);
      }
      const action = findAction(context.environment === 'vpc' ? 'vserver' : 'server', 'createServerInstances');
      assert.ok(action);
      validateParameters(action, values);
    }),
    { numRuns: 400 },
  );
});

test('a filled value is either sent or named as unsent', () => {
  fc.assert(
    fc.property(anyForm, ({ values, context }: { values: Values; context: Context }) => {
      const filled = Object.values(values).filter((value) => value !== '').length;
      assert.equal(Object.keys(sentValues(values, context)).length + unsentNames(values, context).length, filled);
    }),
    { numRuns: 400 },
  );
});

const bases = [
  { values: vpcValues, context: vpcContext },
  { values: productValues, context: { environment: 'vpc', rows: {} } satisfies Context },
  { values: metalValues, context: { environment: 'vpc', rows: {} } satisfies Context },
  { values: classicValues, context: classicContext },
];
const goodForm = fc.constantFrom(...bases).chain(({ values, context }) =>
  fc
    .dictionary(names(context.environment), fc.oneof(text, fc.constantFrom('1', '5', 'data', '/data', '60')), {
      maxKeys: 4,
    })
    .map((more) => ({ values: { ...values, ...more }, context }))
    .filter((form) => errors(form.values, form.context).length === 0),
);

test('what is sent from a good form passes again, on the wire and as a form', () => {
  fc.assert(
    fc.property(goodForm, ({ values, context }) => {
      const sent = sentValues(values, context);
      const action = findAction(context.environment === 'vpc' ? 'vserver' : 'server', 'createServerInstances');
      assert.ok(action);
      assert.deepEqual(
        validateParameters(action, sent).filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.deepEqual(errors(receivedValues(context.environment, sent), context), []);
    }),
    { numRuns: 300 },
  );
});
