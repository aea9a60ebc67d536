// The reference has exactly the parameters of the two pages that it was made from, in their order.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createParameters, type Environment } from '../../../src/reference/index';

const seed = (environment: Environment) =>
  readFileSync(`test/fixtures/seed-parameters-${environment}.txt`, 'utf8').trim().split('\n');

/** What is documented elsewhere than on the page. */
const beyond: Record<Environment, string> = { vpc: 'isPreInstallGpuDriver', classic: 'responseFormatType' };

for (const environment of ['vpc', 'classic'] as const) {
  test(`${environment}: every parameter of the page, none invented, in its order`, () => {
    const names = createParameters[environment].map((parameter) => parameter.name);
    assert.deepEqual(
      names.filter((name) => name !== beyond[environment]),
      seed(environment),
    );
    assert.ok(names.includes(beyond[environment]));
  });
}

test('the parameter that only the SDK knows says so', () => {
  const driver = createParameters.vpc.find((parameter) => parameter.name === 'isPreInstallGpuDriver');
  assert.equal(driver?.evidence, 'sdk');
});
