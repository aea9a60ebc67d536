/** Whether a path lies in a folder: some things must not get into one, others must not get out. */
import { isAbsolute, relative, sep } from 'node:path';

/** Compares two paths of this computer as they are written: no link is followed. A folder lies in itself. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
