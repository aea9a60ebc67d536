// The ground that every other test with a browser stands on.
import assert from 'node:assert/strict';
import { openWorkbench } from './workbench.mjs';

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'the workbench opens, and the palette runs a command',
    async run(tools) {
      const workbench = await openWorkbench(tools);
      await workbench.command('View: Show Explorer');
      await workbench.treeRow('install.sh').first().dblclick();
      await workbench.page.locator('.tab', { hasText: 'install.sh' }).first().waitFor();
      assert.deepEqual(await workbench.tabs(), ['install.sh']);
      await workbench.close();
    },
  },
  {
    name: 'the extension has its place in the activity bar',
    async run(tools) {
      const workbench = await openWorkbench(tools);
      await workbench.openView('NCLOUD');
      await workbench.screenshot('activity-bar');
      assert.match((await workbench.page.locator('.part.sidebar .composite.title').textContent()) ?? '', /^NCLOUD/);
      await workbench.close();
    },
  },
];
