// Runs in the extension host: activates the named extensions in the given order and prints how long each took, and
// how many bytes of code ours had loaded by then, and the longest task of its first use, which loads all that is needed
// for a list.
const { readFileSync, statSync } = require('node:fs');
const { sep } = require('node:path');
const vscode = require('vscode');
const { longestTask } = require('../support/longest-task.cjs');

exports.run = async () => {
  const { order, ours, settle } = JSON.parse(readFileSync(process.env.NCLOUD_TEST_INPUT ?? '', 'utf8'));
  await new Promise((resolve) => setTimeout(resolve, settle));
  const times = {};
  for (const id of order) {
    const extension = vscode.extensions.getExtension(id);
    if (!extension) throw new Error(`${id} is not installed`);
    if (extension.isActive) throw new Error(`${id} was activated by the start of the editor`);
    const started = performance.now();
    await extension.activate();
    times[id] = performance.now() - started;
  }
  const { extensionPath } = /** @type {import('vscode').Extension<unknown>} */ (vscode.extensions.getExtension(ours));
  const bytes = bytesLoaded(extensionPath);
  const firstUse = await longestTask(async () => vscode.commands.executeCommand('ncloud.refresh'));
  console.log(JSON.stringify({ times, bytes, firstUse }));
};

/**
 * Size of all files in a folder that this process has loaded as modules.
 * @param {string} folder
 */
function bytesLoaded(folder) {
  const files = Object.keys(require.cache).filter((file) => file.startsWith(`${folder}${sep}`));
  if (files.length === 0) throw new Error(`Nothing in ${folder} was loaded`);
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}
