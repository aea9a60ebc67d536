// The files of a group, by their paths from the root, in the order of their names.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { groups, unfit } from './groups.mjs';

/** Where the bundle of the tests is, from the folder that Stryker works in. */
export const bundled = '.cache/mutated-tests.cjs';

/**
 * What is mutated.
 * @param {string} root @param {string} group
 */
export function sources(root, group) {
  return filesBelow(root, 'src').filter((file) => beginsWith(file, 'src', groups[group]?.files));
}

/**
 * The tests that are run on it.
 * @param {string} root @param {string} group
 */
export function testFiles(root, group) {
  return filesBelow(root, 'test/unit').filter(
    (file) => file.endsWith('.test.ts') && beginsWith(file, 'test/unit', groups[group]?.tests) && !isUnfit(file),
  );
}

/**
 * Whether a file of tests, or a test behind the path of its file, is not run.
 * @param {string} test
 */
export function isUnfit(test) {
  return beginsWith(test, 'test/unit', unfit);
}

/** @param {string} path @param {string} folder @param {readonly string[]} [beginnings] */
function beginsWith(path, folder, beginnings = []) {
  return beginnings.some((beginning) => path.startsWith(`${folder}/${beginning}`));
}

function filesBelow(root, folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort();
}
