// What may grow unnoticed: bytes that users download and load, what package.json adds to the editor.
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/paths.mjs';
import { deleteAtExit } from '../support/processes.mjs';
import { packVsix } from '../support/vsix.mjs';

/** Most that users may have to download, in bytes. */
export const vsixLimit = 400_000;

/** Size of the VSIX in bytes. */
export async function vsixBytes() {
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-size-'));
  const forget = deleteAtExit(folder);
  try {
    const vsix = join(folder, 'measured.vsix');
    await packVsix(vsix);
    return statSync(vsix).size;
  } finally {
    forget();
  }
}

/** How many views and commands the extension adds. */
export function contributions() {
  const { contributes = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { views: Object.values(contributes.views ?? {}).flat().length, commands: contributes.commands?.length ?? 0 };
}
