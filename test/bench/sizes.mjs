// What may grow unnoticed: bytes that users download and load, what package.json adds to the editor, old libraries.
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/paths.mjs';
import { deleteAtExit } from '../support/processes.mjs';
import { packVsix } from '../support/vsix.mjs';

/** Most that users may have to download, in bytes. */
export const vsixLimit = 400_000;

/** Oldest versions without known holes, transitive ones too. */
export const floors = {
  axios: '1.20.0',
  'fast-xml-parser': '5.12.0',
  'follow-redirects': '1.16.3',
  'form-data': '4.0.6',
};

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

/**
 * The lowest version of a library that the lock file installs anywhere, undefined when it installs none.
 * @param {string} name
 */
export function lowestVersion(name) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version)
    .sort(compareVersions)[0];
}

/**
 * Negative when the version `a` is older than `b`.
 * @param {string} a
 * @param {string} b
 */
export function compareVersions(a, b) {
  return a.localeCompare(b, 'en', { numeric: true });
}
