// Whatever was stored as a form, if it is taken at all the page shows it, and what it keeps of it is taken again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FormState } from '../../../media/state';
import { createParameters, type Environment, type LeftForm } from '../../../src/reference/index';
import { checkedForm } from '../../../src/ui/form/messages';

const odd = fc.oneof(
  fc.string(),
  fc.constantFrom('', '1', '0', '-1', '1e9', '999999999', '00', 'true', ' web ', '\u202e', 'NaN', '__proto__', '{}'),
);

function forms(environment: Environment): fc.Arbitrary<LeftForm> {
  const own = createParameters[environment].filter(({ supplied }) => !supplied);
  const name = fc
    .tuple(fc.constantFrom(...own.map((parameter) => parameter.name)), fc.integer({ min: 1, max: 100 }))
    .map(([generic, index]) => generic.replaceAll('.N', `.${index}`));
  const field = fc.oneof(odd, fc.integer(), fc.boolean(), fc.record({ code: odd, codeName: odd }), fc.anything());
  const fields = ['vpcNo', 'vpcName', 'serverImageNo', 'osType', 'subnetType', 'cpuCount', 'memorySize', 'toString'];
  const groups = [...new Set(own.flatMap(({ oneOf }) => oneOf ?? []))];
  const chosen = groups.map((group) => {
    const names = own.filter(({ oneOf }) => oneOf === group).map((parameter) => parameter.name);
    return fc.option(fc.constantFrom(...names).map((choice) => [group, choice] as const));
  });
  return fc
    .record({
      values: fc.dictionary(name, odd),
      chosen: fc.tuple(...chosen).map((all) => Object.fromEntries(all.filter((one) => one !== null))),
      script: fc.constantFrom(undefined, 'file:///a%ZZ', 'untitled:Untitled-1', 'x:////'),
      rows: fc.dictionary(name, fc.dictionary(fc.constantFrom(...fields), field)),
      filled: fc.array(name),
      changed: fc.constantFrom(undefined, 0, -1, 1_764_511_200_000, 8.64e15),
    })
    .map(({ values, chosen: chosenNow, script, rows, filled, changed }) => {
      const form = {
        draft: {
          environment,
          values,
          chosen: chosenNow,
          ...(environment === 'vpc' && script !== undefined && { script }),
        },
        memory: { rows, filled, ...(changed !== undefined && { changed }) },
      };
      const checked = checkedForm(JSON.parse(JSON.stringify(form)), environment);
      assert.ok(checked, JSON.stringify(form));
      return checked;
    });
}

for (const environment of ['vpc', 'classic'] as const) {
  test(`${environment}: any form that is taken can be shown, replaced and kept`, () => {
    const account = { id: 'a', label: 'company', environment, region: 'KR', sandbox: false };
    fc.assert(
      fc.property(forms(environment), forms(environment), (one, other) => {
        const state = new FormState(
          'ko',
          account,
          one,
          ['web001'],
          async () => [] as never,
          () => undefined,
        );
        for (const left of [one, other]) {
          state.replace(left);
          state.judgeAll();
          state.told.problems.map((fault) => state.itemLabel(fault.name));
          const { held, derived } = state;
          assert.ok(derived.names.length >= 1 && derived.names.length <= 1000);
          state.text.lines(environment, derived.sent, derived.values, (name, value) => state.shownValue(name, value));
          assert.ok(checkedForm(JSON.parse(JSON.stringify(held)), environment), JSON.stringify(held));
        }
        state.release(state.derived.names);
      }),
      { numRuns: 60 },
    );
  });
}
