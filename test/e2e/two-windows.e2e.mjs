// Two windows of one account that are confirmed in the same second: never more servers than confirmations, never two of a
// name, and both trees tell what the other has on its way.
import assert from 'node:assert/strict';
import { outerNcp } from './outer-ncp.mjs';
import { askFor, enter, settledRow, unfold } from './own-account.mjs';
import { openBeside, openWorkbench } from './workbench.mjs';

const create = 'createServerInstances';

/**
 * Presses the button of both questions at once.
 * @param {readonly import('./workbench.mjs').Workbench[]} windows
 */
async function confirmAll(windows) {
  await Promise.all(
    windows.map(({ dialog }) => dialog.locator('.monaco-button').filter({ hasText: 'Create' }).first().click()),
  );
}

/**
 * What the trees say of a name, once they say so.
 * @param {readonly import('./workbench.mjs').Workbench[]} windows
 * @param {string} name
 * @param {string} wanted
 */
const rows = (windows, name, wanted) => Promise.all(windows.map((window) => settledRow(window, name, wanted)));

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'confirmed in the same second, one name is made once and two lost names are both kept',
    async run(tools) {
      const ncp = await outerNcp(tools.editor);
      const { wire } = ncp;
      try {
        const first = await openWorkbench(tools);
        await enter(first, ncp);
        await unfold(first, ncp);
        const second = await openBeside(first, tools);
        await unfold(second, ncp);
        const windows = [first, second];

        // One name: while its request is on its way one window says that it asks, and the other that somebody else does.
        for (const window of windows) await askFor(window, 'twin');
        /** @type {(value?: unknown) => void} */
        let release = () => {};
        const released = new Promise((resolve) => {
          release = resolve;
        });
        wire.fate = { forward: async ({ action }) => (action === create ? released.then(() => 'pass') : 'pass') };
        await confirmAll(windows);
        // For a moment both hold a claim; then one of them has left the name to the other.
        const both = ['another window', 'being requested'];
        let said = [''];
        for (let turn = 0; turn < 40 && said.join() !== both.join(); turn++) {
          said = (await Promise.all(windows.map((window) => settledRow(window, 'twin', '', 250)))).sort();
        }
        assert.deepEqual(said, both);
        await first.screenshot('two-windows-1');
        await second.screenshot('two-windows-2');
        release();
        wire.fate = {};
        assert.deepEqual(await rows(windows, 'twin', 'server'), ['server', 'server']);
        assert.equal(wire.creations.length, 1);
        assert.equal(ncp.commits().length, 1);

        // Two names whose answers are lost, one of them after the commit: neither window forgets either.
        const names = ['left', 'right'];
        for (const [i, window] of windows.entries()) await askFor(window, names[i] ?? '');
        wire.fate = {
          forward: ({ action, params }) => (action === create && params.serverName === 'left' ? 'none' : 'pass'),
          answer: ({ action }) => (action === create ? 'none' : 'pass'),
        };
        await confirmAll(windows);
        assert.deepEqual(await rows(windows, 'left', 'unknown'), ['unknown', 'unknown']);
        assert.deepEqual(await rows(windows, 'right', 'server'), ['server', 'server']);
        assert.deepEqual(await rows(windows, 'left', 'unknown'), ['unknown', 'unknown']);
        assert.deepEqual(wire.creations.toSorted(), ['left', 'right', 'twin']);
        assert.equal(ncp.commits().length, 2);
        assert.deepEqual((await ncp.names()).filter((name) => ['left', 'right', 'twin'].includes(name)).sort(), [
          'right',
          'twin',
        ]);
        await first.close();
      } finally {
        ncp.stop();
      }
    },
  },
];
