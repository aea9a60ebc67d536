// A workspace with a folder of presets on the disk, and something outside of it.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import type { Look } from '../../../../src/ui/presets/named-file';

/** Bytes that a file may have. */
export const limit = 100;

/** `base/space` is the workspace, `base/space/presets` the folder of the preset; the rest is outside. */
export const base = realpathSync(mkdtempSync(join(tmpdir(), 'named-')));
export const root = join(base, 'space');
export const own = join(root, 'presets');
after(() => rmSync(base, { recursive: true, force: true }));

/** Makes the tree anew: files are texts, links are `-> target`. */
export function lay(tree: Readonly<Record<string, string>>): void {
  rmSync(base, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  for (const [path, text] of Object.entries(tree)) {
    const at = join(base, path);
    mkdirSync(dirname(at), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), at);
    else writeFileSync(at, text);
  }
}

/** As the editor tells of a file that is not of this computer. */
export async function look(path: string): Promise<Look> {
  const isLink = lstatSync(path).isSymbolicLink();
  const status = existsSync(path) ? statSync(path) : lstatSync(path);
  return { isLink, isFile: status.isFile(), size: status.size };
}
