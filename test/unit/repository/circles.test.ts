// No file of the product imports itself by way of others, types included: each can be read, and tested, from below.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';

/** `import … from`, `export … from`, `import '…'`, `import('…')`, and the same of types. */
const reference = /(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}(?:\/[^'"\n]*)?)\1/g;

/** Which files each file imports. */
type Imports = ReadonlyMap<string, readonly string[]>;

function readImports(folders: readonly string[]): Imports {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name.replaceAll('\\', '/'))),
  );
  return new Map(files.map((file) => [file, importsOf(file, readFileSync(file, 'utf8'))]));
}

/** Imports of files that are no TypeScript, such as styles, lead nowhere. */
function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(reference)].flatMap(([, , path = '']) => {
    const target = join(dirname(file), path);
    return [`${target}.ts`, join(target, 'index.ts')].filter((candidate) => existsSync(candidate)).slice(0, 1);
  });
}

/** A circle that every file of which imports the next one, and the last the first; undefined when there is none. */
function findCircle(imports: Imports): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) return way.slice(way.indexOf(file));
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

test('a circle is found and told in its order, whatever leads into it', () => {
  const lines = (file: string, source: string) => [file, importsOf(file, source)] as const;
  assert.deepEqual(importsOf('src/reference/x.ts', "import type { A } from './types';"), ['src/reference/types.ts']);
  assert.deepEqual(importsOf('src/ui/x.ts', "export * from '../reference';"), ['src/reference/index.ts']);
  assert.deepEqual(importsOf('src/x.ts', "type A = import('./reference/types').Row;"), ['src/reference/types.ts']);
  assert.deepEqual(importsOf('src/x.ts', "import './reference/types'; await import( './extension' );"), [
    'src/reference/types.ts',
    'src/extension.ts',
  ]);
  assert.deepEqual(importsOf('media/x.ts', "import './form.css'; import { html } from 'lit';"), []);
  const circle = new Map([
    lines('src/extension.ts', "import { a } from './reference/codes';"),
    lines('src/reference/codes.ts', "import {\n  type A,\n} from './types';"),
    lines('src/reference/types.ts', "const a: typeof import('./codes') = 1;"),
  ]);
  assert.deepEqual(findCircle(circle), ['src/reference/codes.ts', 'src/reference/types.ts']);
});

test('no circle of imports in src and media', () => {
  const imports = readImports(['src', 'media']);
  assert.ok(imports.size > 250);
  assert.deepEqual(findCircle(imports)?.join(' → '), undefined);
});
