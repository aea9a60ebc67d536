// The first minutes after the installation: what is there, and the walkthrough, each step of which ends by doing it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from './workbench.mjs';

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'the VSIX brings icon, READMEs and notices, and each step of the walkthrough ends by doing it',
    vsix: true,
    async run(tools) {
      const extensions = join(tools.editor.dataDir, 'extensions');
      const [folder = ''] = readdirSync(extensions).filter((name) => name.startsWith('ncloud-servers.'));
      const installed = join(extensions, folder);
      const files = readdirSync(installed, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'));
      const { icon } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
      for (const file of [
        icon,
        'readme.md',
        'README.ko.md',
        'changelog.md',
        'LICENSE.txt',
        'dist/ThirdPartyNotices.txt',
      ])
        assert.ok(files.includes(file), `${file} is not among ${files}`);

      const workbench = await openWorkbench(tools);
      const { page } = workbench;
      const step = (title) => page.locator('.getting-started-step').filter({ hasText: title });
      const shot = (name) => workbench.screenshot(`fresh-${name}`);
      /** Brings the walkthrough back and waits until all these steps, and no others, are done. */
      const done = async (...titles) => {
        await page.locator('.tab', { hasText: /Walkthrough|Welcome/ }).click();
        for (const title of titles) await step(title).locator('.codicon.complete').waitFor();
        const complete = page.locator('.getting-started-step').filter({ has: page.locator('.codicon.complete') });
        assert.equal(await complete.count(), titles.length, titles.join());
      };

      await workbench.openView('NCLOUD');
      await page.locator('.welcome-view-content').first().waitFor();
      await workbench.command('NAVER Cloud: Get Started');
      await step('Keep it as a preset').waitFor();
      await shot('1-walkthrough');
      assert.equal(await page.locator('.getting-started-step').count(), 5);
      await done();
      const titles = ['Add a key, or try it without'];
      await step(titles[0]).getByText('Try It Without an Account').click();
      await workbench.treeRow('VPC').first().waitFor();
      await done(...titles);

      await workbench.openView('Explorer');
      await workbench.treeRow('init-scripts').first().click();
      await workbench.treeRow('web.sh').first().dblclick();
      await page.locator('.editor-instance [class*="squiggly-"]').nth(1).waitFor();
      titles.push('Check a script');
      await done(...titles);

      // Not by the step's button: a walkthrough that is still drawing itself takes the focus from the pick list.
      await workbench.command('NAVER Cloud: Create Server');
      await workbench.pick('VPC');
      const form = await workbench.webview('[name="serverName"]');
      await form.locator('[name="serverName"]:focus').waitFor();
      await page.keyboard.type('first');
      titles.push('Fill in one page');
      await done(...titles);

      await page.locator('.tab', { hasText: 'SANDBOX VPC' }).click();
      const again = await workbench.webview('[name="serverName"]');
      await again.locator('[data-action="create"]').click();
      await workbench.dialog.waitFor();
      await workbench.dialogButton('Create');
      titles.push('Create it and watch it start');
      await workbench.notification('first is running').waitFor({ timeout: 60_000 });
      await done(...titles);

      await workbench.openView('Explorer');
      await workbench.treeRow('web.ncloud.json').first().dblclick();
      await page.locator('.codelens-decoration a', { hasText: 'Create server…' }).waitFor();
      titles.push('Keep it as a preset');
      await done(...titles);
      await shot('2-done');
      await workbench.close();
    },
  },
];
