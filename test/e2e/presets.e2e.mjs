// From an open preset file to a created server: three inputs, and nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './workbench.mjs';

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'Presets: save one from the form, and from the open file to a running server with three inputs',
    async run(tools) {
      const workbench = await openWorkbench(tools);
      const { page } = workbench;
      const shot = (step) => workbench.screenshot(`presets-${step}`);
      await workbench.openView('NCLOUD');
      await page.locator('.welcome-view-content a', { hasText: 'Try it without an account' }).click();
      await workbench.treeRow('VPC').first().waitFor();

      await workbench.createServer('VPC');
      const form = await workbench.webview('[data-action="save-preset"]');
      await form.locator('[name="serverName"]:focus').waitFor();
      await page.keyboard.type('e2e-preset');
      await form.locator('dl', { hasText: /ACG/ }).waitFor();
      await form.locator('[data-action="save-preset"]').click();
      await workbench.quickInput.waitFor();
      await shot('1-save');
      await page.keyboard.press('Enter');
      await workbench.notificationButton('e2e-preset.ncloud.json was saved', 'Open');
      await page.locator('.codelens-decoration a', { hasText: 'Create server…' }).waitFor();
      await shot('2-open');
      const file = readFileSync(join(tools.workspace, 'e2e-preset.ncloud.json'), 'utf8');
      const preset = JSON.parse(file);
      assert.deepEqual([preset.environment, preset.region], ['vpc', 'KR']);
      assert.equal(preset.parameters.serverName, 'e2e-preset');
      assert.equal(preset.parameters.networkInterfaceList[0].networkInterfaceOrder, 0);
      assert.doesNotMatch(file, /secret|accessKey|userData/i);

      let inputs = 0;
      const input = async (act) => {
        inputs += 1;
        await act();
      };
      await input(() => page.locator('.codelens-decoration a', { hasText: 'Create server…' }).click());
      await workbench.promptBox('The name of the server').waitFor();
      await shot('3-name');
      await input(() => page.keyboard.press('Enter'));
      await workbench.dialog.waitFor();
      assert.match(await workbench.dialogText(), /e2e-preset/);
      await shot('4-confirm');
      await input(() => workbench.dialogButton('Create'));
      await workbench.treeRow('e2e-preset').filter({ hasText: 'running' }).first().waitFor({ timeout: 60_000 });
      await shot('5-running');
      assert.equal(inputs, 3);
      await workbench.close();
    },
  },
];
