// `npm run sandbox`: builds the sandbox when its sources are newer, then runs it. stdout belongs to the sandbox.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installLibraries } from './libraries.mjs';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

const program = join(root, 'dist/sandbox-cli.cjs');
const built = statSync(program, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((file) =>
  file.isFile(),
);
if (built === 0 || sources.some((file) => statSync(join(file.parentPath ?? file.path, file.name)).mtimeMs > built)) {
  await installLibraries(console.error);
  await run(process.execPath, ['esbuild.mjs'], { cwd: root });
}

const sandbox = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => sandbox.kill(signal));
sandbox.once('exit', (code) => process.exit(code ?? 1));
