// Runs in the extension host: activates the named extensions in the given order and prints how long each took, and
// the longest task of the first use of ours, which loads all that is needed for a list.
const { readFileSync } = require('node:fs');
const vscode = require('vscode');
const { longestTask } = require('../support/longest-task.cjs');

exports.run = async () => {
  const { order, settle } = JSON.parse(readFileSync(process.env.NCLOUD_TEST_INPUT, 'utf8'));
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
  const firstUse = await longestTask(async () => vscode.commands.executeCommand('ncloud.refresh'));
  console.log(JSON.stringify({ times, firstUse }));
};
