/** What is kept by the address of a file follows the file when it gets another one. */
import type * as vscode from 'vscode';

type Renames = vscode.FileRenameEvent['files'];

/** The same by the new addresses, of files and of all that lies in folders; undefined when nothing of it was renamed. */
export function renamed<T>(kept: Readonly<Record<string, T>>, files: Renames): Record<string, T> | undefined {
  const moved = Object.entries(kept).map(([address, value]) => [newAddress(address, files), value, address] as const);
  if (moved.every(([address, , before]) => address === before)) return undefined;
  // What had the new address before was overwritten.
  const [stayed, went] = [moved.filter(([to, , from]) => to === from), moved.filter(([to, , from]) => to !== from)];
  return Object.fromEntries([...stayed, ...went].map(([address, value]) => [address, value]));
}

function newAddress(address: string, files: Renames): string {
  for (const { oldUri, newUri } of files) {
    const old = oldUri.toString();
    if (address === old || address.startsWith(`${old}/`)) return newUri.toString() + address.slice(old.length);
  }
  return address;
}
