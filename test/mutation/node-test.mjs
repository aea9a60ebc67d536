// Stands in for node:test in the bundle of the mutation tests: the tests of a file are collected, and run by the runner.
import { mock } from 'node:test';

/** What a file has asked for so far; the runner reads it. */
const collected = () => globalThis.collectedTests;

export function test(name, ...rest) {
  const options = typeof rest[0] === 'object' ? rest[0] : {};
  const body = rest.find((one) => typeof one === 'function');
  if (!options.skip) collected().tests.push({ name, body });
}
export const before = (hook) => collected().before.push(hook);
export const after = (hook) => collected().after.push(hook);
export const run = () => assertUnused('run');
export { mock };
export default test;

function assertUnused(name) {
  throw new Error(`${name} of node:test is not there under mutation`);
}
