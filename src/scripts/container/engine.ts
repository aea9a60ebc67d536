/** The program on this computer that runs containers. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

export type EngineName = 'docker' | 'podman';

/** A program that runs containers, by its full path. */
export interface Engine {
  readonly name: EngineName;
  readonly path: string;
}

/** `engine`: one that answers. `silent`: there is one that does not, with its own last words. `none`: there is none. */
export type EngineSearch =
  | { readonly kind: 'engine'; readonly engine: Engine }
  | { readonly kind: 'silent'; readonly name: EngineName; readonly reason: string }
  | { readonly kind: 'none' };

const names: readonly EngineName[] = ['docker', 'podman'];

/** Milliseconds for an answer: one that is asked over a network may never give it. */
const patience = 15_000;

/** Looks for one in the folders of PATH, and asks whether it can run something. Never rejects. */
export async function findEngine(environment: NodeJS.ProcessEnv = process.env): Promise<EngineSearch> {
  let silent: EngineSearch = { kind: 'none' };
  for (const name of names) {
    const path = await pathOf(name, environment);
    if (path === undefined) continue;
    const reason = await complaint(path, environment);
    if (reason === undefined) return { kind: 'engine', engine: { name, path } };
    if (silent.kind === 'none') silent = { kind: 'silent', name, reason };
  }
  return silent;
}

/** Only whole paths count: a program in the folder that is open is not run. */
async function pathOf(name: EngineName, { PATH, Path }: NodeJS.ProcessEnv): Promise<string | undefined> {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const folders = (PATH ?? Path ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  for (const folder of folders) {
    const path = join(folder, file);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  return undefined;
}

/** Why it cannot run anything now, in its own words; undefined when it can. */
function complaint(path: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(path, ['version'], { env, timeout: patience, windowsHide: true }, (error, _, stderr) => {
      resolve(error ? (stderr.trim().split('\n').at(-1) ?? '') : undefined);
    });
  });
}
