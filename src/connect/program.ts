/** The programs of this computer that connect: where they are, and how old. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** Milliseconds that a program has to tell its version. */
const patience = 5000;

/**
 * The full path of a program that PATH leads to, `ssh` perhaps. Undefined when there is none. Folders of PATH that are
 * not absolute are left out: they would lead into whatever folder is open.
 */
export async function findProgram(
  name: string,
  { PATH = '', Path = PATH }: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  for (const folder of Path.split(delimiter)) {
    const path = join(folder, file);
    if (isAbsolute(folder) && (await isExecutable(path))) return path;
  }
  return undefined;
}

/** `[9, 2]` of `OpenSSH_9.2p1 …`. Undefined when the program does not say so. */
export async function sshVersion(path: string): Promise<readonly [major: number, minor: number] | undefined> {
  const said = await new Promise<string>((resolve) => {
    execFile(path, ['-V'], { timeout: patience }, (_, stdout, stderr) => resolve(stderr + stdout));
  });
  const [, major, minor] = /OpenSSH_(?:for_Windows_)?(\d+)\.(\d+)/.exec(said) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor)];
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
