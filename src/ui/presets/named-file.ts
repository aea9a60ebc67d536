/** Files that a file of somebody else names: they are read only when they really lie in its folder, whatever links say. */
import { realpath, stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { isInside } from '../inside';

/** Why a named file is not read; `link` where nobody can tell where a link leads. */
export type NamedFileFault = 'outside' | 'link' | 'missing' | 'unreadable' | 'no-file' | 'too-large';

/** What is known of a path without following a link in its last part. */
export interface Look {
  readonly isLink: boolean;
  readonly isFile: boolean;
  /** Bytes. */
  readonly size: number;
}

/**
 * The path that a name leads to from the folder `own`, as far as text tells; undefined when it leads out of `root`, which
 * is `own` or lies above it. All are paths of addresses, with `/` between their parts.
 */
export function namedPath(root: string, own: string, name: string): string | undefined {
  if (/^[/\\]|^[a-z]:|\\/i.test(name)) return undefined;
  // The beginning of `own` and not `root` itself, which may be written in another case where case does not count.
  const base = own.split('/').slice(0, depthOf(root)).join('/');
  const path = posix.join(own, name);
  return path.startsWith(`${base}/`) && !path.endsWith('/') ? path : undefined;
}

/** What speaks against reading a file of this computer, by where the folder and the file really are. Never throws. */
export async function localFault(root: string, file: string, limit: number): Promise<NamedFileFault | undefined> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    if (!isInside(realFile, realRoot)) return 'outside';
    const status = await stat(realFile);
    return contentFault({ isFile: status.isFile(), size: status.size }, limit);
  } catch (error) {
    return absenceFault(error);
  }
}

/**
 * What speaks against reading a file elsewhere, where only `look` tells of it: no part of the way from `root` may be a
 * link, since it may lead anywhere. Both are paths of addresses. Never throws.
 */
export async function remoteFault(
  root: string,
  file: string,
  look: (path: string) => PromiseLike<Look>,
  limit: number,
): Promise<NamedFileFault | undefined> {
  const parts = file.split('/');
  try {
    for (let length = depthOf(root) + 1; length < parts.length; length++) {
      if ((await look(parts.slice(0, length).join('/'))).isLink) return 'link';
    }
    const last = await look(file);
    return last.isLink ? 'link' : contentFault(last, limit);
  } catch (error) {
    return absenceFault(error);
  }
}

/** How many parts a path has, the empty one before its first `/` among them. */
function depthOf(path: string): number {
  return path.replace(/\/+$/, '').split('/').length;
}

function contentFault({ isFile, size }: Omit<Look, 'isLink'>, limit: number): NamedFileFault | undefined {
  if (!isFile) return 'no-file';
  return size > limit ? 'too-large' : undefined;
}

/** What a file that cannot be looked at lacks; both Node and the editor say so when it is not there. */
function absenceFault(error: unknown): NamedFileFault {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return code === 'ENOENT' || code === 'FileNotFound' ? 'missing' : 'unreadable';
}
