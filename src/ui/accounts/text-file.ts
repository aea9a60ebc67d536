/** Reads a small text file that anybody may have put there: a pipe, a device or a giant in its place must not stop us. */
import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';

/** The text of a file, or why there is none. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** A folder, a pipe, a device. */
  | { readonly kind: 'no-file' }
  | { readonly kind: 'too-large' }
  /** `code` is that of the operating system: `EACCES`. */
  | { readonly kind: 'unreadable'; readonly code: string };

/**
 * Reads a file of at most `limit` bytes; a link counts as what it leads to. UTF-8, or UTF-16 by its byte order mark.
 * Never throws and never waits for another program.
 */
export async function readTextFile(path: string, limit: number): Promise<FileText> {
  try {
    // Opening a device may do something, so it is looked at first; a pipe that takes its place then does not block.
    if (!(await stat(path)).isFile()) return { kind: 'no-file' };
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const status = await file.stat();
      if (!status.isFile()) return { kind: 'no-file' };
      if (status.size > limit) return { kind: 'too-large' };
      // Some files say that they are empty and are not, and others grow: what is read decides.
      const bytes = Buffer.alloc(limit + 1);
      let length = 0;
      for (let read = -1; read !== 0 && length <= limit; length += read) {
        ({ bytesRead: read } = await file.read(bytes, length, bytes.length - length, length));
      }
      return length > limit ? { kind: 'too-large' } : { kind: 'text', text: decode(bytes.subarray(0, length)) };
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? { kind: 'missing' } : { kind: 'unreadable', code: code ?? '' };
  }
}

/** Bytes as text: UTF-16 with a byte order mark, as editors on Windows save it, else UTF-8. Without the mark. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) {
    const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
    return new TextDecoder('utf-16le').decode(swapped);
  }
  return new TextDecoder().decode(bytes);
}
