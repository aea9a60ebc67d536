// `npm run package`: ncloud-servers.vsix from what is built.
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leanCopy } from './editor.mjs';
import { root } from './paths.mjs';
import { exitOnSignals, run } from './processes.mjs';

/**
 * Packs the extension as it is built in dist/.
 * @param {string} file where to
 * @returns {Promise<string>} what vsce says, warnings too
 */
export async function packVsix(file) {
  const { folder, forget } = leanCopy(root);
  try {
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    const { repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    // Without a repository there is no address that the links of the README could lead to: they stay as they are.
    const asItIs = repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links'];
    const flags = ['--no-dependencies', ...asItIs, '--out', file];
    return await run(process.execPath, [vsce, 'package', ...flags], { cwd: folder, all: true });
  } finally {
    forget();
  }
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) {
  exitOnSignals();
  console.log(await packVsix(join(root, 'ncloud-servers.vsix')));
}
