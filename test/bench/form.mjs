// How long the create form takes from the command until it can be used, next to an empty webview panel in the same
// window, and how long a key stroke in a filter over many specs takes to be drawn.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '../e2e/workbench.mjs';
import { startHarness } from '../page/harness.mjs';
import { launchBrowser } from '../support/chromium.mjs';
import { startEditor } from '../support/editor.mjs';
import { oldest } from '../support/install-editor.mjs';
import { artefacts, root } from '../support/paths.mjs';
import { deleteAtExit } from '../support/processes.mjs';

const keys = { form: 'Control+Alt+F8', empty: 'Control+Alt+F9' };

/**
 * Medians in ms from the key of the command to the page that can be used: the form with the focus in its first field
 * and all its pick lists filled, the empty panel with its document loaded.
 * @param {{version?: string, openings?: number}} [options]
 */
export async function measureForm({ version = oldest, openings = 5 } = {}) {
  const work = mkdtempSync(join(tmpdir(), 'ncloud-bench-'));
  const forget = deleteAtExit(work);
  const folder = join(work, 'workspace');
  mkdirSync(folder);
  const browser = await launchBrowser(console.log);
  const editor = await startEditor({
    version,
    folder,
    extensions: [{ dir: root }, { dir: makeStandIn(work) }],
    log: join(artefacts, 'bench-server.log'),
  });
  const samples = { form: [], empty: [] };
  try {
    const context = await browser.newContext({ viewport: { width: 1360, height: 860 } });
    await context.addInitScript(watch);
    const workbench = await openWorkbench({ browser, editor, artefacts, context });
    await workbench.openView('NCLOUD');
    await workbench.page.locator('.welcome-view-content a', { hasText: 'Try it without an account' }).click();
    await workbench.treeRow('running').first().waitFor();
    for (let opening = 0; opening <= openings; opening += 1) {
      // The two take turns in going first. The first opening of each loads code and look-ups, and does not count.
      for (const kind of opening % 2 === 0 ? ['form', 'empty'] : ['empty', 'form']) {
        const took = await measureOpening(workbench, kind);
        if (opening > 0) samples[kind].push(took);
      }
    }
  } finally {
    await browser.close();
    await editor.stop();
    forget();
  }
  return { form: median(samples.form), panel: median(samples.empty) };
}

/**
 * @param {import('../e2e/workbench.mjs').Workbench} workbench
 * @param {string} kind
 */
async function measureOpening(workbench, kind) {
  const { page } = workbench;
  await page.locator('.part.statusbar').click({ position: { x: 500, y: 10 } });
  await page.keyboard.press(keys[kind]);
  const frame = await workbench.webview(kind === 'form' ? 'ncloud-form' : '#empty');
  await frame.waitForFunction(() => window.usableAt !== undefined);
  const [pressedAt, usableAt] = [
    await page.evaluate(() => window.pressedAt),
    await frame.evaluate(() => window.usableAt),
  ];
  await page.locator('.tab.active .action-label.codicon-close').click();
  await page.locator('.part.editor .tab').first().waitFor({ state: 'detached' });
  return Number(usableAt) - pressedAt;
}

/** Runs in every frame before its own scripts: notes when the key of a command comes, and when a page can be used. */
function watch() {
  const now = () => performance.timeOrigin + performance.now();
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'F8' || key === 'F9') window.pressedAt = now();
    },
    { capture: true },
  );
  const isUsable = () => {
    if (document.querySelector('#empty')) return document.readyState === 'complete';
    if (document.activeElement?.getAttribute('name') !== 'serverName') return false;
    const lists = [
      ...document.querySelectorAll(
        '[role=combobox][aria-required], [name=serverImageNo], [name=serverSpecCode], [name=loginKeyName]',
      ),
    ];
    return lists.length > 0 && lists.every(({ value }) => value !== '') && !document.querySelector('.list-state');
  };
  const look = () => {
    if (isUsable()) window.usableAt = now();
    else setTimeout(look, 4);
  };
  if (window !== top) look();
}

/**
 * An extension with a command that opens an empty panel, and with keys for that command and for ours.
 * @param {string} work
 */
function makeStandIn(work) {
  const dir = join(work, 'stand-in');
  mkdirSync(dir);
  const key = (name) => keys[name].toLowerCase().replace('control', 'ctrl');
  const manifest = {
    name: 'panel',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.100.0' },
    main: './main.js',
    activationEvents: [],
    contributes: {
      commands: [{ command: 'bench.open', title: 'Bench: Open Empty Panel' }],
      keybindings: [
        { command: 'ncloud.createServer', key: key('form'), args: { kind: 'account', accountId: 'sandbox-vpc' } },
        { command: 'bench.open', key: key('empty') },
      ],
    },
  };
  writeFileSync(join(dir, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    join(dir, 'main.js'),
    `const vscode = require('vscode');
exports.activate = (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand('bench.open', () => {
      // Without scripts nobody could see when it is there.
      const options = { enableScripts: true };
      const panel = vscode.window.createWebviewPanel('bench.empty', 'Empty', vscode.ViewColumn.Active, options);
      panel.webview.html = '<!DOCTYPE html><html><body><p id="empty">Empty</p></body></html>';
    }),
  );
};
`,
  );
  return dir;
}

/**
 * The longest time in ms from a key stroke in the filter of a pick list with this many specs until its rows are drawn.
 * @param {number} count
 */
export async function measureFilter(count) {
  const specs = Array.from({ length: count }, (_, index) => ({
    serverSpecCode: `s${index}-g3`,
    serverSpecDescription: `vCPU ${index + 1}EA, Memory ${index + 1}GB`,
    cpuCount: index + 1,
    memorySize: (index + 1) * 1024 ** 3,
    generationCode: 'G3',
    hypervisorType: { code: 'KVM' },
  }));
  const harness = await startHarness();
  try {
    const rows = async ({ parameter }) =>
      ({ serverSpecCode: specs, serverImageNo: [{ serverImageNo: '1', serverImageName: 'ubuntu' }] })[parameter] ?? [];
    const { tab } = await harness.open({ rows });
    const field = tab.locator('[name="serverSpecCode"]');
    await tab.waitForFunction(() => document.querySelector('[name="serverSpecCode"]')?.value !== '');
    await field.fill('');
    await field.evaluate((input) => {
      window.strokes = [];
      input.addEventListener(
        'keydown',
        () => {
          const began = performance.now();
          // A task after the frame: everything has been calculated and drawn.
          requestAnimationFrame(() => setTimeout(() => window.strokes.push(performance.now() - began)));
        },
        { capture: true },
      );
    });
    const typed = ['s', '4', '9', 'Backspace', 'Backspace', 'Backspace', 'g', '3', ' ', '1', '2', 'x'];
    for (const [index, key] of typed.entries()) {
      await field.press(key);
      await tab.waitForFunction((strokes) => window.strokes.length === strokes, index + 1);
    }
    return Math.max(...(await tab.evaluate(() => window.strokes)));
  } finally {
    await harness.stop();
  }
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
