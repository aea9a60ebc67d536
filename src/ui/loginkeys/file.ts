/** The file of a private key: where it may go, and writing it so that it is there, whole, and for its owner alone. */
import { lstat, open, readFile, realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isInside } from '../inside';

/**
 * What speaks against a place. `git`: it lies in a work tree, so that the key may be committed; the others leave no
 * choice: something is there already, the place lies in an open workspace folder, its folder is not there.
 */
export type PlaceProblem = 'exists' | 'workspace' | 'git' | 'no-folder';

/** Judges the path of a new file. `workspaceFolders` are paths; links on the way are followed before they are compared. */
export async function placeProblem(
  path: string,
  workspaceFolders: readonly string[],
): Promise<PlaceProblem | undefined> {
  const folder = await realpath(dirname(path)).catch(() => undefined);
  if (folder === undefined) return 'no-folder';
  if (await isThere(path)) return 'exists';
  for (const workspace of workspaceFolders) {
    if (isInside(folder, await realpath(workspace).catch(() => workspace))) return 'workspace';
  }
  for (let parent = folder; ; parent = dirname(parent)) {
    if (await isThere(join(parent, '.git'))) return 'git';
    if (parent === dirname(parent)) return undefined;
  }
}

/**
 * Writes a new file that only its owner can read, and reads it back; on Windows its folder decides who can. Nothing that
 * exists is overwritten and no link is followed; when anything goes wrong no file is left.
 * @throws the error of the file system, or Error when something else was read back.
 */
export async function savePrivateKey(path: string, privateKey: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    try {
      await file.writeFile(privateKey);
      await file.sync();
    } finally {
      await file.close();
    }
    if ((await readFile(path, 'utf8')) !== privateKey) throw new Error('The file holds something else.');
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Whether there is a file, a folder or a link, also one that leads nowhere. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
