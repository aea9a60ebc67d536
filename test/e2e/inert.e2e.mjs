// Names and messages of NCP that hold links and icons, at every kind of place: text there, and nothing to click on.
import assert from 'node:assert/strict';
import { wrapSandbox } from './recorder.mjs';
import { openWorkbench } from './workbench.mjs';

const hostile = '[click](command:workbench.action.files.newUntitledFile) [w](https://example.invalid) $(trash)';
const bare = 'https://bare.example.invalid/x';

/** Runs in the extension host: the sandbox behind a proxy that renames a server and a VPC, and refuses. */
function wrapper(exports, require, { names, refusal }) {
  const http = require('node:http');
  /** @type {typeof import('../../src/sandbox/index')} */
  const { startSandbox } = require('./recorded-sandbox.cjs');

  exports.startSandbox = async (options) => {
    const sandbox = await startSandbox(options);
    const proxy = http.createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const { host: _, 'accept-encoding': __, ...headers } = request.headers;
      if (/\/(stop|create)ServerInstances/.test(request.url ?? '')) {
        response.writeHead(400, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ responseError: { returnCode: '99999', returnMessage: refusal } }));
        return;
      }
      const forward = { method: request.method, headers };
      http
        .request(`${sandbox.endpoint}${request.url}`, forward, async (answer) => {
          const parts = [];
          for await (const part of answer) parts.push(part);
          let body = Buffer.concat(parts).toString();
          for (const [name, text] of Object.entries(names)) body = body.replaceAll(`"${name}"`, JSON.stringify(text));
          const { 'content-length': ___, ...kept } = answer.headers;
          response.writeHead(answer.statusCode ?? 502, kept);
          response.end(body);
        })
        .end(Buffer.concat(chunks));
    });
    await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
    const stop = () => {
      proxy.close();
      return sandbox.stop();
    };
    const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());
    return { ...sandbox, endpoint: `http://127.0.0.1:${port}`, stop };
  };
}

/**
 * What one could click on in an element (links, icons of names), and its text.
 * @param {import('playwright-core').Locator} element
 */
async function life(element) {
  await element.waitFor();
  return element.evaluate((root) => ({
    links: [...root.querySelectorAll('a')]
      .map((link) => `${link.getAttribute('href') ?? ''}${link.dataset.href ?? ''}`)
      .filter((href) => /command:|example\.invalid/.test(href)),
    icons: root.querySelectorAll('.codicon-trash').length,
    text: root.textContent,
  }));
}

/**
 * @param {string} place
 * @param {import('playwright-core').Locator} element
 */
async function assertInert(place, element) {
  const { links, icons, text } = await life(element);
  assert.deepEqual(links, [], `${place}: links`);
  assert.equal(icons, 0, `${place}: icons`);
  assert.match(text, /\[click\].*newUntitledFile/s, `${place}: the text is there`);
  assert.match(text, /\$ ?\(trash\)/, `${place}: the icon's name is there`);
}

/** @type {import('./workbench.mjs').EndToEndTest[]} */
export const tests = [
  {
    name: 'links and icons in names and messages are text in tree, tooltip, pick list, question, notification and form',
    async run(tools) {
      wrapSandbox(tools.editor, wrapper, {
        names: { 'demo-web': `${hostile} ${bare}`, 'demo-vpc': hostile },
        refusal: `refused ${hostile} ${bare}`,
      });
      const workbench = await openWorkbench(tools);
      const { page } = workbench;
      await workbench.openView('NCLOUD');
      await page.locator('.welcome-view-content a', { hasText: 'Try it without an account' }).click();
      const row = workbench.treeRow('newUntitledFile', 'Servers').first();
      await assertInert('tree', row);

      await workbench.command('NAVER Cloud: Copy Public IP');
      await workbench.pick('VPC');
      await assertInert('pick list', workbench.quickRow('newUntitledFile').first());
      await workbench.screenshot('inert-pick');
      await page.keyboard.press('Escape');

      await row.hover();
      const tooltip = page.locator('.workbench-hover .hover-contents', { hasText: 'newUntitledFile' }).first();
      await assertInert('tooltip', tooltip);
      await workbench.screenshot('inert-tooltip');

      await workbench.treeMenu('newUntitledFile', 'Stop Server', 'Servers');
      await assertInert('question', workbench.dialog);
      await workbench.dialogButton('Stop');
      const toast = workbench.notification('refused');
      await assertInert('notification', toast);
      assert.match((await toast.textContent()) ?? '', /99999/);
      await workbench.screenshot('inert-notification');
      await toast.getByText('[click]').click();
      await workbench.notificationButton('refused', 'Copy Details');
      await toast.waitFor({ state: 'detached' });

      await workbench.createServer('VPC');
      const form = await workbench.webview('[name="serverName"]');
      await form.locator('[name="serverName"]:focus').waitFor();
      await page.keyboard.type('inert');
      await form.waitForFunction(() => document.querySelector('[name="vpcNo"]')?.value.includes('[click]'));
      await form.getByText('Ready.').waitFor();
      await form.locator('[data-action="create"]').click();
      await assertInert('question of a creation', workbench.dialog);
      await workbench.dialogButton('Create');
      await form.getByText('99999').first().waitFor();
      await assertInert('form', form.locator('body'));
      await workbench.screenshot('inert-form');
      assert.deepEqual(
        (await workbench.tabs()).filter((title) => /untitled/i.test(title)),
        [],
        'nothing ran',
      );
      await workbench.close();
    },
  },
];
