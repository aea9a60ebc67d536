/** The files of the journal in the extension's own storage, which all windows share. */
import { type FSWatcher, watch } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { IntentFile, IntentStore, Owner } from '../servers/creation/intent';

const ending = '.json';
const unfinished = '.tmp';

/** A file that its writer has left unfinished for so long will not be finished, in milliseconds. */
const leftAfter = 60 * 60_000;

/** Longer files are none of ours, in bytes. */
const longest = 2_000_000;

/** So many files are read at a time. */
const atOnce = 20;

/** This process. */
export const self: Owner = { pid: process.pid, host: hostname() };

/** Whether the process may still run; of one on another computer nobody here knows. */
export function isAlive({ pid, host }: Owner): boolean {
  if (host !== self.host) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

export class CreationFiles implements IntentStore {
  private watcher: FSWatcher | undefined;
  private notify: (() => void) | undefined;

  /** `folder` is made when the first file is. */
  constructor(private readonly folder: string) {}

  async read(): Promise<readonly IntentFile[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    });
    this.follow();
    const files: IntentFile[] = [];
    const rest = names.filter((name) => name.endsWith(ending)).values();
    const work = async () => {
      for (const name of rest) {
        const path = join(this.folder, name);
        const text = await textOf(path).catch((error: unknown) => (codeOf(error) === 'ENOENT' ? undefined : ''));
        if (text !== undefined) files.push({ id: name.slice(0, -ending.length), path, text });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    for (const name of names) if (name.endsWith(unfinished)) await removeLeft(join(this.folder, name));
    return files;
  }

  async create(id: string, text: string): Promise<void> {
    const made = await mkdir(this.folder, { recursive: true });
    const path = this.pathOf(id);
    await this.written(id, text, async (written) => {
      // Nobody sees half a file, and one that is there stays. Where there are no links a file of that id is another of ours.
      await link(written, path).catch(async (error: unknown) => {
        if (codeOf(error) === 'EEXIST') throw error;
        await (await open(path, 'wx', 0o600)).close();
        await rename(written, path);
      });
    });
    if (made !== undefined) await syncFolder(join(this.folder, '..'));
    this.follow();
  }

  replace(id: string, text: string): Promise<void> {
    return this.written(id, text, (written) => rename(written, this.pathOf(id)));
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
    await syncFolder(this.folder);
  }

  watch(notify: () => void): { dispose(): void } {
    this.notify = notify;
    this.follow();
    return {
      dispose: () => {
        this.notify = undefined;
        this.watcher?.close();
      },
    };
  }

  /** Watches the folder from when it is there. Where that cannot be done nothing is lost: it is read at each use, too. */
  private follow(): void {
    if (!this.notify || this.watcher) return;
    try {
      this.watcher = watch(this.folder, { persistent: false }, (_, name) => {
        if (!name?.endsWith(unfinished)) this.notify?.();
      });
      this.watcher.on('error', () => {
        this.watcher?.close();
        this.watcher = undefined;
      });
    } catch {
      this.watcher = undefined;
    }
  }

  private pathOf(id: string): string {
    return join(this.folder, `${id}${ending}`);
  }

  /** Writes the text into a file of its own, which `place` puts where it belongs. */
  private async written(id: string, text: string, place: (path: string) => Promise<void>): Promise<void> {
    const path = join(this.folder, `${id}.${process.pid}${unfinished}`);
    try {
      const file = await open(path, 'w', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await place(path);
    } finally {
      await rm(path, { force: true });
    }
    await syncFolder(this.folder);
  }
}

/** The text of the file; empty for what is no file of ours. */
async function textOf(path: string): Promise<string> {
  const found = await stat(path);
  return found.isFile() && found.size <= longest ? readFile(path, 'utf8') : '';
}

/** The name of a file counts as written only then. Some systems do that by themselves, and let no folder be opened. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  try {
    await folder?.sync().catch(() => undefined);
  } finally {
    await folder?.close();
  }
}

/** Removes what a process has left unfinished. */
async function removeLeft(path: string): Promise<void> {
  const left = await stat(path).catch(() => undefined);
  if (left && Date.now() - left.mtimeMs > leftAfter) await rm(path, { force: true }).catch(() => undefined);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
