// Servers of different states selected together: the menu offers every operation, the palette takes the selection.
// And one of them: what a click, a double click and Enter do.
import assert from 'node:assert/strict';
import { openWorkbench } from './workbench.mjs';

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'a running and a stopped server are stopped together; a double click and Enter ask what to do with one',
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

      // One click selects, two ask what to do, and Enter asks about the row that the arrow keys have reached.
      const question = (name) =>
        page.locator(`.quick-input-widget input[placeholder="What do you want to do with ${name}?"]`);
      const row = (name) => workbench.treeRow(name, 'Servers').first();
      await workbench.until(question('demo-web'), () => row('demo-web').dblclick());
      await workbench.screenshot('selection-double-click');
      await page.keyboard.press('Escape');
      await workbench.pane('Servers').locator('.monaco-list:focus').waitFor();
      const focused = workbench.pane('Servers').locator('.monaco-list-row.focused', { hasText: 'demo-db' });
      await workbench.until(focused, () => page.keyboard.press('ArrowUp'));
      await page.keyboard.press('Enter');
      await question('demo-db').waitFor();
      assert.ok((await workbench.pickTexts()).includes('Stop Server'));
      await page.keyboard.press('Escape');
      // Newer builds let it fade.
      await workbench.quickInput.waitFor({ state: 'hidden' });
      await row('demo-batch').click();
      await page.locator('.monaco-list-row.selected', { hasText: 'demo-batch' }).waitFor();
      assert.equal(await workbench.quickInput.isVisible(), false);
      await workbench.close();
    },
  },
];
