// `npm run package`: ncloud-servers.vsix from what is built.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leanCopy } from './editor.mjs';
import { root } from './paths.mjs';
import { exitOnSignals, run } from './processes.mjs';

/**
 * Packs the extension as it is built in dist/.
 * @param {string} file where to
 * @returns {Promise<string>} what vsce says
 */
export async function packVsix(file) {
  const { folder, forget } = leanCopy(root);
  try {
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    // Everything is bundled. Links of the README stay as they are: there may be no address that they could lead to.
    const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
    return await run(process.execPath, [vsce, 'package', ...flags, '--out', file], { cwd: folder });
  } finally {
    forget();
  }
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  exitOnSignals();
  console.log(await packVsix(join(root, 'ncloud-servers.vsix')));
}
