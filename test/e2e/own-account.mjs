// An account whose servers stand behind a stand-in, in a window: its key, its rows, its form.
import { setTimeout as sleep } from 'node:timers/promises';

/** How the account is called. */
export const account = 'public-kr';

/**
 * What the tree says of a name.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} name
 */
async function rowOf(workbench, name) {
  const rows = (await workbench.treeTexts('Servers')).filter((text) => text.startsWith(`${name} `));
  if (rows.length === 0) return 'nothing';
  return rows.length > 1 ? `several rows: ${rows.join(', ')}` : kindOf(rows[0].slice(name.length + 1));
}

/** @param {string} words */
function kindOf(words) {
  if (/^(running|creating|starting)/.test(words)) return 'server';
  return /^(unknown|made|being requested|another window)/.exec(words)?.[0] ?? words;
}

/**
 * Waits until the tree says so, and gives what it says at last.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} name
 * @param {string} wanted
 * @param {number} [patience] in ms
 */
export async function settledRow(workbench, name, wanted, patience = 10_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const row = await rowOf(workbench, name);
    if (row === wanted || Date.now() > deadline) return row;
    await sleep(50);
  }
}

/**
 * Opens the form and its question.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {string} name
 */
export async function askFor(workbench, name) {
  await workbench.createServer(account);
  // A row that is drawn anew at that very moment tells the command nothing of itself, which asks then.
  const asked = workbench.promptBox('Which account?').waitFor({ timeout: 10_000 });
  void asked.then(() => workbench.pick(account)).catch(() => {});
  const form = await workbench.webview('[name="serverName"]');
  const ready = form
    .locator('body')
    .filter({ has: form.locator('.names', { hasText: name }) })
    .filter({ hasText: 'Ready.' });
  // A form that the editor has just brought back may once more put in what it held.
  await workbench.until(workbench.dialog, async () => {
    await form.locator('[name="serverName"]').fill(name);
    await ready.waitFor({ timeout: 3000 }).catch(() => {});
    await form.locator('[data-action="create"]').click();
  });
}

/**
 * Adds the account of that NCP.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {{accessKey: string, secretKey: string}} key
 */
export async function enter(workbench, { accessKey, secretKey }) {
  await workbench.openView('NCLOUD');
  await workbench.command('NAVER Cloud: Add Your API Key');
  await workbench.pick('console.ncloud.com');
  await workbench.type(accessKey, 'Access Key');
  await workbench.type(secretKey, 'Secret Key');
  await workbench.treeRow(account, 'Servers').first().waitFor();
}

/**
 * Brings the account's servers into sight; a browser that was killed may have lost the key.
 * @param {import('./workbench.mjs').Workbench} workbench
 * @param {{accessKey: string, secretKey: string}} key
 */
export async function unfold(workbench, { accessKey, secretKey }) {
  await workbench.openView('NCLOUD');
  const row = workbench.treeRow(account, 'Servers').first();
  await workbench.until(workbench.treeRow('demo-web', 'Servers').first(), async () => {
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    const question = workbench.promptBox('Access Key');
    const servers = workbench.treeRow('demo-web', 'Servers').first();
    await question.or(servers).first().waitFor();
    if (!(await question.isVisible())) return;
    await workbench.type(accessKey, 'Access Key');
    await workbench.type(secretKey, 'Secret Key');
  });
}
