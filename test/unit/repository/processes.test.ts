// What a script of this repository started ends with it, whatever the program is doing to the script's folders.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { needs } from '../../support/needs';

const module = pathToFileURL(join(process.cwd(), 'test/support/processes.mjs')).href;

/** Makes a folder, starts a program that never stops writing into it, tells both and ends by a signal. */
const script = `
  import { once } from 'node:events';
  import { mkdtempSync } from 'node:fs';
  import { tmpdir } from 'node:os';
  import { join } from 'node:path';
  import { deleteAtExit, exitOnSignals, startTree } from ${JSON.stringify(module)};
  exitOnSignals();
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-processes-'));
  deleteAtExit(folder);
  const writes = "const fs = require('fs'); console.log('on'); for (let n = 0; ; n++) { fs.mkdirSync('d' + n % 9, { recursive: true }); fs.writeFileSync('d' + n % 9 + '/f' + n % 99, ''); }";
  const { child } = startTree(process.execPath, ['-e', writes], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  console.log(child.pid + ' ' + folder);
  process.kill(process.pid, 'SIGTERM');
  setInterval(() => {}, 1000);
`;

test('a program that writes while its script ends is ended with it', needs('posix'), async () => {
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  const { code, stdout } = await run.then(
    () => assert.fail('the signal is its end'),
    (error: { code: number; stdout: string }) => error,
  );
  const [pid, folder = ''] = stdout.trim().split(' ');
  const survives = existsSync(folder);
  if (survives) process.kill(Number(pid), 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  assert.equal(survives, false, 'it wrote on');
  assert.equal(code, 143);
});
