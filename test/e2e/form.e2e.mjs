// What the form offers beside creating: the request in other forms, the price, and a login key made on the spot.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from './workbench.mjs';

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'Form: make a login key on the spot, see the price, preview the request as a curl script',
    async run(tools) {
      const workbench = await openWorkbench(tools);
      const { page } = workbench;
      const shot = (step) => workbench.screenshot(`form-${step}`);
      const keys = mkdtempSync(join(tmpdir(), 'e2e-keys-'));
      await workbench.openView('NCLOUD');
      await page.locator('.welcome-view-content a', { hasText: 'Try it without an account' }).click();
      await workbench.treeRow('VPC').first().waitFor();

      await workbench.createServer('VPC');
      const form = await workbench.webview('[data-action="preview"]');
      await form.locator('[name="serverName"]:focus').waitFor();
      await page.keyboard.type('e2e-form');
      await form.locator('.price', { hasText: /₩ .* sample price/ }).waitFor();

      await form.locator('[data-make="createLoginKey"]').click();
      await workbench.type('e2e-key');
      const path = join(keys, 'e2e-key.pem');
      await workbench.saveAs(path, 'e2e-key.pem');
      await workbench.notification('e2e-key was saved').waitFor();
      await form.locator('aside dl', { hasText: 'e2e-key' }).waitFor();
      assert.match(readFileSync(path, 'utf8'), /PRIVATE KEY/);
      assert.equal(await form.locator('[name="serverName"]').inputValue(), 'e2e-form');
      await shot('1-key');

      await form.locator('[data-action="preview"]').click();
      await workbench.pick('curl (sh)');
      await page.locator('.monaco-editor .view-line', { hasText: '#!/bin/sh' }).waitFor();
      await shot('2-curl');
      assert.ok((await workbench.tabs()).includes('create-e2e-form.sh'), `${await workbench.tabs()}`);
      assert.match((await page.locator('.statusbar').textContent()) ?? '', /Shell Script/);
      const script = join(keys, 'create-e2e-form.sh');
      await page.locator('.editor-group-container.active .monaco-editor').click();
      await page.keyboard.press('Control+s');
      await workbench.saveAs(script, 'create-e2e-form.sh');
      // The editor makes the file before it writes it.
      const saved = () => (existsSync(script) ? readFileSync(script, 'utf8') : '');
      while (saved() === '') await page.waitForTimeout(50);
      assert.match(saved(), /^#!\/bin\/sh\n# Creates 1 server\./);
      // Beside the script the form is narrow.
      await form.locator('aside .bar').click();
      await form.locator('[data-action="preview"]').click();
      await workbench.pick('Terraform');
      await page.locator('.monaco-editor .view-line', { hasText: 'ncloud_server' }).waitFor();
      assert.ok((await workbench.tabs()).includes('e2e-form.tf'), `${await workbench.tabs()}`);
      await shot('2-terraform');
      await page.keyboard.press('Control+w');
      await page.locator('.tab', { hasText: 'e2e-form.tf' }).waitFor({ state: 'detached' });
      assert.equal(await workbench.dialog.count(), 0);
      await form.locator('[data-action="create"]').click();
      await workbench.dialog.waitFor();
      const asked = await workbench.dialogText();
      assert.match(asked, /₩ [\d,]+ \/ hour · sample price/);
      assert.match(asked, /e2e-key/);
      await shot('3-confirm');
      await workbench.dialogButton('Cancel');
      rmSync(keys, { recursive: true });
      await workbench.close();
    },
  },
];
