// Where things are: the repository, its cache and what a test run leaves behind.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
/** Downloaded editors and everything built only for tests. NCLOUD_CACHE moves it. */
export const cache = process.env.NCLOUD_CACHE ? resolve(process.env.NCLOUD_CACHE) : join(root, '.cache');
/** Logs and screenshots of the last run. */
export const artefacts = join(root, '.cache', 'artefacts');

/**
 * A name of a test as a part of a file's name.
 * @param {string} name
 */
export function fileName(name) {
  return name.replace(/[^\p{L}\p{N}.-]+/gu, '-').slice(0, 80);
}
