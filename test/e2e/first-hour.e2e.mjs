// The first hour: who reads nothing, in Korean, in a narrow window, by keyboard, gets the servers that he wants. Each
// step is left once with Escape, and nothing is lost by it.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteAtExit } from '../support/processes.mjs';
import { openWorkbench } from './workbench.mjs';

const script = '#!/bin/bash\nset -e\napt-get update\napt-get install -y nginx\n';
/** Longest walk with Tab. */
const mostSteps = 90;

/** A folder with a plain script that nobody has marked as anything. */
function plainFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'ncloud-e2e-first-hour-'));
  deleteAtExit(folder);
  writeFileSync(join(folder, 'install.sh'), script);
  return folder;
}

/** The keyboard, which writes down what it is used for. Walking with Tab counts once, however far. */
class Keyboard {
  /** @type {string[]} */
  inputs = [];

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {string} key */
  async press(key) {
    this.inputs.push(key);
    await this.page.keyboard.press(key);
  }

  /** @param {string} text */
  async type(text) {
    this.inputs.push(`“${text}”`);
    await this.page.keyboard.type(text);
  }

  /**
   * Walks with Tab until the focused element of the frame fits.
   * @param {import('playwright-core').Frame} frame
   * @param {string} selector
   */
  async tabTo(frame, selector) {
    this.inputs.push(`Tab → ${selector}`);
    for (let step = 0; step < mostSteps; step++) {
      await this.page.keyboard.press('Tab');
      if (await frame.evaluate((fits) => document.activeElement?.matches(fits) ?? false, selector)) return;
    }
    assert.fail(`Tab never reached ${selector}`);
  }
}

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'from nothing to two servers with a script and a storage',
    locale: 'ko',
    folder: plainFolder(),
    async run(tools) {
      const context = await tools.browser.newContext({ viewport: { width: 700, height: 860 }, locale: tools.locale });
      const workbench = await openWorkbench({ ...tools, context });
      const { page } = workbench;
      const keys = new Keyboard(page);
      const shot = (step) => workbench.screenshot(`first-hour-${step}`);
      const { quickInput, dialog } = workbench;
      /** Leaves what is open with Escape; that is no input of the way itself. */
      const leave = async (gone) => {
        await page.keyboard.press('Escape');
        await gone.waitFor({ state: 'hidden' });
      };
      // The question hears a key once its button has the focus.
      const asked = () => dialog.locator('.monaco-button:focus').waitFor();
      const palette = async (words, command = words) => {
        await keys.press('F1');
        await quickInput.waitFor();
        await keys.type(words);
        await workbench.quickRow(command).first().waitFor();
      };
      // The palette knows the commands from when the view is there.
      await page.locator('.part.activitybar .action-item [aria-label^="NCLOUD"]').first().waitFor();
      await page.locator('.part.statusbar').click({ position: { x: 300, y: 10 } });

      // No account: the palette finds the sandbox by a word of the user's own.
      await palette('네이버 클라우드: 계정 없이', '계정 없이 사용해 보기');
      await shot('1-palette');
      await leave(quickInput);
      await palette('네이버 클라우드: 계정 없이', '계정 없이 사용해 보기');
      await keys.press('Enter');
      await workbench.treeRow('VPC').first().waitFor();
      await shot('2-sandbox');

      // A plain script: its lens is there, and nothing is underlined.
      await keys.press('Control+Shift+e');
      await page.locator('.part.sidebar .monaco-list:focus').waitFor();
      await keys.press('ArrowDown');
      await keys.press('Enter');
      // The explorer that has just come reads its folder once more, and may forget its row.
      const tab = page.locator('.part.editor .tab', { hasText: 'install.sh' });
      await tab.waitFor({ timeout: 2000 }).catch(() =>
        workbench.until(tab, async () => {
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press('Enter');
        }),
      );
      const lens = page.locator('.codelens-decoration a', { hasText: '이 스크립트로 서버 생성' });
      await lens.waitFor();
      assert.equal(await page.locator('.editor-instance [class*="squiggly-"]').count(), 0);
      await keys.press('Control+b');
      await shot('3-lens');

      // The lens, by keyboard; the account is asked for, as the sandbox has two.
      const openLens = async () => {
        await palette('CodeLens Commands');
        await keys.press('Enter');
        await workbench.quickRow('이 스크립트로 서버 생성').first().waitFor();
      };
      await openLens();
      await leave(quickInput);
      await openLens();
      await keys.press('Enter');
      await workbench.quickRow('VPC').first().waitFor();
      await shot('4-account');
      await leave(quickInput);
      await openLens();
      await keys.press('Enter');
      await workbench.quickRow('VPC').first().waitFor();
      await keys.press('Enter');

      const form = await workbench.webview('[name="serverName"]');
      await form.locator('[name="serverName"]:focus').waitFor();
      await form.waitForFunction(() => document.querySelector('[name="serverSpecCode"]')?.value);
      await keys.type('web');
      await page.keyboard.press('Escape');
      await keys.tabTo(form, '[name="serverCreateCount"]');
      await keys.press('Control+a');
      await keys.type('2');
      await form.locator('aside', { hasText: '서버 2대' }).waitFor();
      await shot('5-form');

      // An open list is left with Escape: the form stays, with what was chosen.
      await keys.tabTo(form, '[name="serverSpecCode"]');
      const spec = form.locator('[name="serverSpecCode"]');
      const chosen = await spec.inputValue();
      await page.keyboard.type('s4');
      await form.locator('[id="list-serverSpecCode"] [role=option]').first().waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await spec.inputValue(), chosen);

      await keys.tabTo(form, 'section[aria-labelledby="section-storage"] button.add');
      await keys.press('Enter');
      await keys.tabTo(form, '[name="blockStorageMappingList.1.blockStorageSize"]');
      await keys.type('55');
      await page.keyboard.press('Escape');
      await shot('7-storage');

      // The bar at the bottom opens, and closes with Escape.
      await keys.tabTo(form, 'aside .bar');
      await page.keyboard.press('Enter');
      await form.locator('aside.open').waitFor();
      const summary = (await form.locator('aside').textContent()) ?? '';
      assert.match(summary, /web001, web002/);
      assert.match(summary, /₩ 120 \/ 시간/);
      assert.match(summary, /스토리지 155GB/);
      assert.match(summary, /install\.sh/);
      await shot('8-summary');
      await page.keyboard.press('Escape');
      await form.locator('aside:not(.open)').waitFor();

      await keys.tabTo(form, '[data-action="create"]');
      await keys.press('Enter');
      await asked();
      const question = await workbench.dialogText();
      assert.match(question, /web001, web002/);
      assert.match(question, /install\.sh/);
      assert.match(question, /스토리지 1: 55GB/);
      await shot('9-question');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      assert.equal(await form.locator('[name="serverName"]').inputValue(), 'web');
      assert.equal(await form.locator('[name="blockStorageMappingList.1.blockStorageSize"]').inputValue(), '55');

      // The button has the focus again, as before the question.
      await form.locator('[data-action="create"]:focus').waitFor();
      await keys.press('Enter');
      await asked();
      await keys.press('Enter');
      await form.locator('.verdict.created').waitFor();
      await shot('10-created');
      await palette('Show NCLOUD');
      await keys.press('Enter');
      for (const name of ['web001', 'web002']) {
        await workbench.treeRow(name).filter({ hasText: '운영 중' }).first().waitFor({ timeout: 60_000 });
      }
      await workbench.notification(/서버 2대.*web001/).waitFor();
      await shot('11-running');
      console.log(`inputs: ${keys.inputs.length}: ${keys.inputs.join(' · ')}`);
      await workbench.close();
    },
  },
];
