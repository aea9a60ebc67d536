// Servers of different states selected together: the menu offers every operation, and the palette takes the selection.
import assert from 'node:assert/strict';
import { openWorkbench } from './workbench.mjs';

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'a running and a stopped server are stopped together: the question says which one stays as it is',
    async run(tools) {
      const workbench = await openWorkbench(tools);
      const { page } = workbench;
      await workbench.openView('NCLOUD');
      await page.locator('.welcome-view-content a', { hasText: 'Try it without an account' }).click();
      await workbench.treeRow('demo-web', 'Servers').first().waitFor();
      await workbench.treeRow('demo-web', 'Servers').first().click();
      await workbench
        .treeRow('demo-batch', 'Servers')
        .first()
        .click({ modifiers: ['ControlOrMeta'] });
      await workbench.treeMenu('demo-batch', 'Stop Server', 'Servers');
      await workbench.dialog.waitFor();
      assert.match(await workbench.dialogText(), /Stop demo-web\?.*Left out: demo-batch \(already stopped\)/s);
      await workbench.screenshot('selection-menu');
      await workbench.dialogButton('Cancel');

      await workbench.command('NAVER Cloud: Stop Server');
      await workbench.dialog.waitFor();
      assert.match(await workbench.dialogText(), /Stop demo-web\?.*Left out: demo-batch \(already stopped\)/s);
      await workbench.dialogButton('Cancel');
      await workbench.close();
    },
  },
];
