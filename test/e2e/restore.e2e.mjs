// A window that is reloaded with an open form: the tab and its draft come back, and nothing is sent until it is used.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './workbench.mjs';

/**
 * The extension's log files; each window has its own.
 * @param {string} dataDir
 */
function logFiles(dataDir) {
  const files = readdirSync(join(dataDir, 'logs'), { recursive: true }).map(String);
  return files.filter((file) => /NAVER Cloud\.log$/.test(file)).map((file) => join(dataDir, 'logs', file));
}

/**
 * The calls that the files tell of.
 * @param {string[]} files
 */
function calls(files) {
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.filter((line) => / attempt \d/.test(line));
}

/**
 * What a form shows: the texts of its fields, and what is in the summary.
 * @param {import('playwright-core').Frame} form
 */
async function seen(form) {
  return form.evaluate(() => ({
    fields: [...document.querySelectorAll('form input, form select')]
      .map((field) =>
        field instanceof HTMLInputElement && field.type !== 'text' ? field.checked : Reflect.get(field, 'value'),
      )
      .join('|'),
    summary: ['.count', '.names', '.price', 'dl']
      .map((part) => document.querySelector(part)?.textContent?.replace(/\s+/g, ' ') ?? '')
      .join('|'),
  }));
}

/**
 * Reloads as a person does: the editor then keeps its tabs, which it does not when the page is just loaded anew.
 * @param {import('./workbench.mjs').Workbench} workbench
 */
async function reload(workbench) {
  const loaded = workbench.page.waitForEvent('load');
  await workbench.command('Developer: Reload Window');
  await loaded;
  await workbench.ready();
}

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'Form: reload with an open form sends nothing until the page is touched',
    async run(tools) {
      const workbench = await openWorkbench(tools);
      const { page } = workbench;
      await workbench.openView('NCLOUD');
      await page.locator('.welcome-view-content a', { hasText: 'Try it without an account' }).click();
      await workbench.treeRow('VPC').first().waitFor();
      await workbench.createServer('VPC');
      const form = await workbench.webview('[data-action="preview"]');
      await form.locator('[name="serverName"]:focus').waitFor();
      await page.keyboard.type('kept-name');
      await form.locator('.price').first().waitFor();
      const left = await seen(form);
      assert.match(left.summary, /₩/);
      assert.match(left.fields, /ubuntu/);
      const { dataDir } = tools.editor;
      const earlier = logFiles(dataDir);
      assert.ok(calls(earlier).length > 0, 'the log tells of calls');
      const later = () => calls(logFiles(dataDir).filter((file) => !earlier.includes(file)));

      await reload(workbench);
      const restored = await workbench.webview('[name="serverName"]');
      await restored.waitForFunction(() => document.querySelector('[name="serverName"]')?.value === 'kept-name');
      // Nothing may be asked for while the page only stands there.
      await page.waitForTimeout(3000);
      assert.deepEqual(later(), [], 'called without a user');
      assert.deepEqual(await seen(restored), left);
      const held = restored.locator('.held');
      assert.match((await held.textContent()) ?? '', /Continued from .*not looked up yet/s);
      assert.equal(await restored.locator('.earlier').count(), 1);
      await workbench.screenshot('restore-1-untouched');

      await restored.locator('[name="serverName"]').click();
      await restored.locator('.earlier').waitFor({ state: 'detached' });
      for (let turn = 0; turn < 50 && later().length === 0; turn++) await page.waitForTimeout(100);
      assert.ok(later().length > 0, 'the new window has a log of its own');
      await workbench.screenshot('restore-2-touched');

      await page.keyboard.press('End');
      await page.keyboard.type('-2');
      await reload(workbench);
      const again = await workbench.webview('[name="serverName"]');
      await again.waitForFunction(() => document.querySelector('[name="serverName"]')?.value === 'kept-name-2');
      await workbench.close();
    },
  },
];
