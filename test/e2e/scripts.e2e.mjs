// The script moment: a faulty script is mended in the editor and becomes a running server that carries it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteAtExit } from '../support/processes.mjs';
import { openWorkbench } from './workbench.mjs';

const faulty = '#!/bin/bash\r\n# 안녕하세요\r\necho "hello from e2e"\r\n';
const mended = /^#!\/bin\/bash\n#[\x20-\x7e]*\necho "hello from e2e"\n?$/;

/** A workspace with one script. */
function scriptFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-e2e-scripts-'));
  deleteAtExit(folder);
  mkdirSync(join(folder, 'init-scripts'));
  writeFileSync(join(folder, 'init-scripts', 'web.sh'), faulty);
  return folder;
}

/**
 * The text of the active editor, line by line as it is drawn.
 * @param {import('playwright-core').Page} page
 */
async function editorText(page) {
  const lines = await page.locator('.editor-instance .view-line').evaluateAll((rows) =>
    rows
      .map((row) => ({ top: Number.parseInt(row.style.top, 10), text: row.textContent.replaceAll('\u00a0', ' ') }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
  return lines.join('\n');
}

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'a faulty script is mended, and a server is created with it',
    folder: scriptFolder(),
    async run(tools) {
      const workbench = await openWorkbench(tools);
      const { page } = workbench;
      const shot = (step) => workbench.screenshot(`scripts-${step}`);
      const squiggles = page.locator('.editor-instance [class*="squiggly-"]');

      await workbench.openView('NCLOUD');
      await page.locator('.welcome-view-content a', { hasText: 'Try it without an account' }).click();
      await workbench.treeRow('VPC').first().waitFor();

      await workbench.openView('Explorer');
      await workbench.treeRow('init-scripts').first().click();
      await workbench.treeRow('web.sh').first().dblclick();
      await squiggles.nth(1).waitFor();
      await page.locator('.codelens-decoration a', { hasText: 'Upload as init script' }).waitFor();
      await page.locator('.statusbar-item', { hasText: /Init script .* kB/ }).waitFor();
      assert.equal(await squiggles.count(), 2);
      await shot('1-faults');

      const meter = page.locator('.statusbar-item', { hasText: /Init script .* kB .* 2 problems/ }).locator('a');
      assert.match((await meter.getAttribute('aria-label')) ?? '', /Init script .* 2 problems/);
      await meter.click();
      await workbench.pick('ASCII');
      await page.locator('.statusbar-item', { hasText: /Ln 2, Col 3/ }).waitFor();

      for (const [line, title] of [
        ['#!/bin/bash', 'Convert to LF'],
        ['안녕', ''],
      ]) {
        await page.locator('.editor-instance .view-line', { hasText: line }).click({ position: { x: 30, y: 8 } });
        await page.keyboard.press('Control+.');
        // The first mend has the focus.
        const mend = page.locator('.action-widget .monaco-list-row.action.focused');
        await (title ? mend.filter({ hasText: title }) : mend).waitFor();
        await page.keyboard.press('Enter');
        await mend.waitFor({ state: 'detached' });
      }
      await squiggles.first().waitFor({ state: 'detached' });
      await shot('2-mended');
      const text = await editorText(page);
      assert.match(text, mended);

      await page.locator('.codelens-decoration a', { hasText: 'Create server with this script' }).click();
      await workbench.pick('VPC');
      const form = await workbench.webview('[name="serverName"]');
      // The name is that of the script, and selected: what is typed takes its place.
      await form.waitForFunction(() => {
        const { activeElement: input } = document;
        if (!(input instanceof HTMLInputElement) || input.name !== 'serverName') return false;
        return input.value === 'web' && input.selectionStart === 0 && input.selectionEnd === 3;
      });
      await page.keyboard.type('e2e-script');
      assert.equal(await form.locator('[name="serverName"]').inputValue(), 'e2e-script');
      await shot('3-form');
      await form.locator('[data-action="create"]').click();
      await workbench.dialog.waitFor();
      assert.match(await workbench.dialogText(), /web LNX|: web/);
      await workbench.dialogButton('Create');

      await workbench.openView('NCLOUD');
      const running = workbench.treeRow('e2e-script', 'Servers').filter({ hasText: 'running' });
      await running.first().waitFor({ timeout: 60_000 });
      await shot('4-running');

      await workbench.treeRow('VPC', 'Init Scripts').first().click();
      await workbench.treeRow('web', 'Init Scripts').filter({ hasText: 'Linux' }).first().click();
      await page.locator('.editor-instance .view-line', { hasText: 'hello from e2e' }).waitFor();
      assert.equal(await editorText(page), text);
      await shot('5-stored');
      await workbench.treeMenu('web', 'Delete Init Script', 'Init Scripts');
      await workbench.dialog.waitFor();
      assert.match(await workbench.dialogText(), /e2e-script/);
      await workbench.dialogButton('Cancel');
      await workbench.close();
    },
  },
];
