// `npm run watch` as an editor's task reads it: F5 waits for `Watching`, and problems become squiggles.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

const [task] = JSON.parse(readFileSync('.vscode/tasks.json', 'utf8')).tasks;
const { background, pattern } = task.problemMatcher;

test('watching: built once, again after a change, a mistake is told with its place, and then it is mended', async (t) => {
  const copy = mkdtempSync(join(tmpdir(), 'watch-'));
  for (const entry of ['src', 'media', 'package.json', 'tsconfig.json']) {
    cpSync(entry, join(copy, entry), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  const child = spawn(process.execPath, [resolve('esbuild.mjs'), '--watch'], { cwd: copy });
  t.after(() => {
    child.kill();
    rmSync(copy, { recursive: true, maxRetries: 5 });
  });
  child.stderr.pipe(process.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** What is printed up to the end of the next build, with its begin and its end. */
  const nextBuild = async () => {
    const printed: string[] = [];
    for (;;) {
      const { value, done } = await lines.next();
      assert.ok(!done, `it has ended: ${printed.join('\n')}`);
      printed.push(value);
      if (new RegExp(background.endsPattern).test(value)) return printed;
    }
  };
  assert.deepEqual(await nextBuild(), ['Building', 'Watching']);
  assert.match('Building', new RegExp(background.beginsPattern));

  const source = join(copy, 'src/client/index.ts');
  const good = readFileSync(source, 'utf8');
  const save = (text: string) => {
    // In one go: no build may find half a file.
    writeFileSync(join(copy, 'saved'), text);
    renameSync(join(copy, 'saved'), source);
  };
  save(`${good}export const added = 'by a change';\n`);
  assert.deepEqual(await nextBuild(), ['Building', 'Watching']);

  save(`${good}\nexport const = 1;\n`);
  const told = (await nextBuild()).filter((line) => new RegExp(pattern.regexp).test(line));
  const [, file, line, , severity] = new RegExp(pattern.regexp).exec(told[0] ?? '') ?? [];
  assert.deepEqual([file, line, severity], ['src/client/index.ts', String(good.split('\n').length + 1), 'error']);

  save(good);
  assert.deepEqual(await nextBuild(), ['Building', 'Watching']);
});
