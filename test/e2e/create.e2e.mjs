// The main job as a newcomer does it: from an empty view to a running server and back, once for each environment.
import assert from 'node:assert/strict';
import { openWorkbench } from './workbench.mjs';

/** Everything that differs between the two environments for a person at the keyboard. */
const environments = [
  {
    name: 'VPC',
    account: 'VPC',
    server: 'e2e-vpc',
    keys: {
      serverDescription: ['made by keyboard'],
      serverSpecCode: ['s4-g3', 'Enter'],
      associateWithPublicIp: ['Space'],
    },
    row: /^running · (203\.0\.113|198\.51\.100)\.\d+ · 4 vCPU 16 GB$/,
    button: 'Copy IP',
  },
  {
    name: 'Classic',
    account: 'Classic',
    server: 'e2e-classic',
    keys: { serverProductCode: ['SPSVRSTAND000005', 'Enter'], isProtectServerTermination: [] },
    row: /^running · no public IP · 4 vCPU 8 GB/,
    button: 'Copy Private IP',
  },
];

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = environments.map(({ name, account, server, keys, row: words, button }) => ({
  name: `${name}: try without an account, create by keyboard, stop, terminate`,
  async run(tools) {
    const workbench = await openWorkbench(tools);
    const { page } = workbench;
    const shot = (step) => workbench.screenshot(`create-${name}-${step}`);

    await workbench.openView('NCLOUD');
    await shot('1-welcome');
    await page.locator('.welcome-view-content a', { hasText: 'Try it without an account' }).click();
    await workbench.treeRow(account).first().waitFor();
    await shot('2-sandbox');

    await workbench.createServer(account);
    const form = await workbench.webview('[name="serverName"]');
    await form.locator('[name="serverName"]:focus').waitFor();
    await form.locator('[data-action="create"]').waitFor();
    await page.keyboard.type(server);
    const lists = Object.keys(keys).filter((name) => keys[name].includes('Enter'));
    await form.waitForFunction(
      (names) => names.every((name) => document.querySelector(`[name="${name}"]`)?.value),
      lists,
    );
    await fillByKeyboard(page, form, keys);
    await shot('3-form');
    await page.keyboard.press('Enter');

    await workbench.dialog.waitFor();
    assert.match(await workbench.dialogText(), new RegExp(server));
    await shot('4-confirm');
    await workbench.dialogButton('Create');

    const row = workbench.treeRow(server).first();
    await row.waitFor();
    await shot('5-creating');
    await workbench.treeRow(server).filter({ hasText: 'running' }).first().waitFor({ timeout: 60_000 });
    await workbench.notification(`${server} is running`).waitFor();
    const text = (await workbench.treeTexts()).find((line) => line.startsWith(server)) ?? '';
    assert.match(text.slice(server.length + 1), words);
    if (button) await workbench.notification(server).locator('.monaco-button', { hasText: button }).waitFor();
    await shot('6-running');
    // What the palette is used for next is the user's choice: a new server is shown, not selected.
    assert.equal(await page.locator('.part.sidebar .monaco-list-row.selected', { hasText: server }).count(), 0);

    await workbench.treeMenu(server, 'Stop Server');
    await workbench.dialogButton('Stop');
    await workbench.treeRow(server).filter({ hasText: 'stopped' }).first().waitFor({ timeout: 60_000 });

    const faults = form.locator('.faults');
    await form.locator('[name="serverName"]').fill(server);
    await faults.filter({ hasText: 'already exists' }).waitFor();

    await workbench.treeMenu(server, 'Terminate Server');
    assert.match(await workbench.dialogText(), new RegExp(server));
    await workbench.dialogButton('Terminate');
    await workbench.type(server);
    await row.waitFor({ state: 'detached', timeout: 60_000 });
    await faults.waitFor({ state: 'detached' });
    await shot('7-gone');
    await workbench.close();
  },
}));

/**
 * Walks from the name to the Create button with Tab alone, and types into the fields that `keys` names.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').Frame} form
 * @param {Record<string, string[]>} keys
 */
async function fillByKeyboard(page, form, keys) {
  const left = new Set(Object.keys(keys));
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab');
    const { action, name } = await form.evaluate(() => ({
      action: document.activeElement?.getAttribute('data-action'),
      name: document.activeElement?.getAttribute('name'),
    }));
    if (action === 'create') {
      assert.deepEqual([...left], [], 'Tab passes every field');
      return;
    }
    if (!name || !left.delete(name)) continue;
    for (const key of keys[name]) {
      if (['Enter', 'Space'].includes(key)) await page.keyboard.press(key);
      else await page.keyboard.type(key);
    }
  }
  assert.fail('Tab never reached the Create button');
}
