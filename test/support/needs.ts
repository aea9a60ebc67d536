// What a test needs of the machine beside Node. Where it is missing the test is left out, and counted as left out.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const isWindows = process.platform === 'win32';

/** What is no program: symbolic links, file modes, signals and devices as POSIX has them, and what only Linux has. */
const abilities: Readonly<Record<string, () => boolean>> = {
  posix: () => !isWindows,
  '/proc': () => process.platform === 'linux',
};

/** The programs that have been looked for, with whether they are there. */
const found = new Map<string, boolean>();

function has(name: string): boolean {
  const known = found.get(name) ?? (abilities[name] ?? (() => isInPath(name)))();
  found.set(name, known);
  return known;
}

function isInPath(program: string): boolean {
  if (program.startsWith('/')) return !isWindows && isRunnable(program);
  const endings = isWindows ? (process.env.PATHEXT ?? '.EXE').split(';') : [''];
  const files = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => endings.map((e) => join(folder, program + e)));
  return files.some(isRunnable);
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Options of a test that runs these programs (`sh`, `openssl`, at just this place `/bin/dash`) or relies on `posix` (symbolic links, file modes,
 * signals) or `/proc`: without one of them it is left out. The report counts it by this reason and by no other.
 */
export function needs(...things: readonly string[]): { readonly skip: string | false } {
  const missing = things.filter((thing) => !has(thing));
  return { skip: missing.length > 0 && `needs ${missing.join(', ')}` };
}
