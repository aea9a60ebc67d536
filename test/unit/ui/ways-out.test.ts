// The ways out of the extension other than calls of the API: each is known, and none leads from the sandbox to a real host.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const door =
  /createTerminal|openTerminal|openExternal|child_process|node:(?:net|http|https|tls|dns)\b|\bfetch\(|vscode\.Task|createConnection/;

/** The files that may open one; `guard` is what keeps servers of the sandbox from it. */
const known: Readonly<Record<string, { readonly guard: RegExp } | { readonly why: string }>> = {
  'accounts/enter.ts': { why: 'opens the console of a site, of which the sandbox is none' },
  'form/acts.ts': { why: 'opens pages of the docs only' },
  'servers/commands/boot-log.ts': { guard: /login && account\.site !== 'sandbox'\) open\(/ },
  'tell.ts': { why: 'opens what others hand to it' },
  'servers/commands/console.ts': { guard: /site === 'sandbox'\) \{[^}]*return;/ },
};

test('every way out of the extension is known and minds the sandbox', () => {
  const files = readdirSync('src/ui', { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'));
  const found = files.filter((file) => door.test(readFileSync(join('src/ui', file), 'utf8')));
  assert.deepEqual(found.sort(), Object.keys(known).sort());
  for (const [file, entry] of Object.entries(known)) {
    if ('guard' in entry) assert.match(readFileSync(join('src/ui', file), 'utf8'), entry.guard, file);
  }
});
