// Installs the npm packages of this repository when they are missing or older than the lock file.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { npm } from './processes.mjs';

/** @param {(line: string) => void} progress */
export async function installLibraries(progress) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  progress('Installing npm packages…');
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, timeout: 600_000 });
}
