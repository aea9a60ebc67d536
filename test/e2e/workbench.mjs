// The workbench as a person uses it: commands, pick lists, dialogs, trees, notifications, webviews.
import { join } from 'node:path';
import { fileName } from '../support/paths.mjs';

/** Longest wait for something to appear, in ms. Nothing waits for a time. */
const patience = 20_000;

/**
 * What a test gets.
 * @typedef {object} Tools
 * @property {import('playwright-core').Browser} browser
 * @property {Awaited<ReturnType<typeof import('../support/editor.mjs').startEditor>>} editor
 * @property {string} workspace its open folder
 * @property {string} artefacts folder for screenshots
 * @property {string} locale
 */

/**
 * @typedef {object} EndToEndTest
 * @property {string} name
 * @property {(tools: Tools) => Promise<void>} run
 * @property {'en' | 'ko'} [locale]
 * @property {object} [userSettings]
 * @property {string} [folder] what its workspace is a copy of
 * @property {boolean} [vsix] whether the extension is installed from its VSIX
 */

/**
 * Opens a window in a browser profile of its own and waits until the workbench can be used.
 * @param {object} options
 * @param {import('playwright-core').Browser} options.browser
 * @param {{url: string}} options.editor
 * @param {string} options.artefacts folder for screenshots
 * @param {import('playwright-core').BrowserContext} [options.context] an earlier window's profile, to keep its secrets
 */
export async function openWorkbench({ browser, editor, artefacts, context }) {
  const profile = context ?? (await browser.newContext({ viewport: { width: 1360, height: 860 } }));
  profile.setDefaultTimeout(patience);
  const workbench = new Workbench(await profile.newPage(), artefacts);
  await workbench.page.goto(editor.url);
  await workbench.ready();
  return workbench;
}

/**
 * Opens another window of the same profile beside one that is open; both are in front, as on a wide screen.
 * @param {Workbench} workbench
 * @param {{editor: {url: string}, artefacts: string}} tools
 */
export async function openBeside({ page }, { editor, artefacts }) {
  const opened = page.context().waitForEvent('page');
  await page.evaluate((url) => void window.open(url, '_blank', 'popup,width=1360,height=860'), editor.url);
  const beside = new Workbench(await opened, artefacts);
  await beside.ready();
  return beside;
}

export class Workbench {
  #artefacts;

  /**
   * @param {import('playwright-core').Page} page
   * @param {string} artefacts
   */
  constructor(page, artefacts) {
    this.page = page;
    this.#artefacts = artefacts;
  }

  /** Waits until the parts are drawn and the connection to the extension host stands. */
  async ready() {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
    await this.page.locator('.monaco-workbench .part.activitybar .action-item').first().waitFor();
    await this.page.locator('#status\\.host').waitFor();
  }

  async reload() {
    await this.page.reload();
    await this.ready();
  }

  async close() {
    await this.page.context().close();
  }

  /**
   * @returns {Promise<string>} the file
   * @param {string} name
   */
  async screenshot(name) {
    const path = join(this.#artefacts, `${fileName(name)}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /**
   * Does something until it has its effect. Like a person, do it again: for a moment after a box was closed or a view was
   * opened the editor loses what is pressed, and takes the focus back.
   * @param {import('playwright-core').Locator} effect what is seen then
   * @param {() => Promise<void>} act
   */
  async until(effect, act) {
    const deadline = Date.now() + patience;
    while (!(await effect.isVisible())) {
      if (Date.now() > deadline) throw new Error(`It had no effect: ${effect}`);
      await act();
      await effect.waitFor({ timeout: 2000 }).catch(() => {});
    }
  }

  // ---- commands, pick lists and input boxes

  /**
   * Runs a command by its full title in the palette, such as 'NCLOUD: Create Server…'.
   * @param {string} title
   */
  async command(title) {
    await this.openPalette();
    await this.quickInput.locator('input[type=text]').first().fill(`>${title}`);
    await this.quickRow(title).first().click();
  }

  /**
   * The titles that the palette offers for some words.
   * @param {string} words
   */
  async commandTitles(words) {
    await this.openPalette();
    await this.quickInput.locator('input[type=text]').first().fill(`>${words}`);
    await this.quickInput.locator('.monaco-list-row').first().waitFor();
    const titles = await this.pickTexts();
    await this.page.keyboard.press('Escape');
    return titles;
  }

  async openPalette() {
    if (await this.quickInput.isVisible()) await this.page.keyboard.press('Escape');
    // A page that was never clicked, or whose webview has the focus, does not hear the key.
    await this.page.locator('.part.statusbar').click({ position: { x: 500, y: 10 } });
    await this.page.keyboard.press('F1');
    await this.quickInput.waitFor();
  }

  get quickInput() {
    return this.page.locator('.quick-input-widget').filter({ visible: true });
  }

  /**
   * Rows of the open pick list that contain the text.
   * @param {string | RegExp} text
   */
  quickRow(text) {
    return this.quickInput.locator('.monaco-list-row').filter({ hasText: text });
  }

  /**
   * Chooses the first row with the text in the open pick list.
   * @param {string | RegExp} text
   */
  async pick(text) {
    await this.quickRow(text).first().click();
  }

  /** Texts of the rows that the pick list shows. */
  async pickTexts() {
    await this.quickInput.locator('.monaco-list-row').first().waitFor();
    return labels(this.quickInput.locator('.monaco-list-row'));
  }

  /**
   * Types into the open input box and accepts it, once the box asks (its prompt or placeholder holds `prompt`).
   * @param {string} text
   * @param {string} [prompt]
   */
  async type(text, prompt) {
    await this.quickInput.waitFor();
    if (prompt) await this.promptBox(prompt).waitFor();
    const input = this.quickInput.locator('input').filter({ visible: true }).last();
    await input.fill(text);
    await input.press('Enter');
  }

  /**
   * Names the file in the open save dialog, once the dialog has put its own proposal (which ends with `proposed`).
   * @param {string} path
   * @param {string} proposed
   */
  async saveAs(path, proposed) {
    const input = this.quickInput.locator('input').filter({ visible: true }).last();
    const holds = (text) =>
      this.page.waitForFunction(
        (end) => [...document.querySelectorAll('.quick-input-widget input')].some(({ value }) => value.endsWith(end)),
        text,
      );
    await holds(proposed);
    await input.fill(path);
    await holds(path);
    // While the dialog looks at the path it hears no key; like a person, press again.
    while (await input.isVisible()) {
      await input.press('Enter', { timeout: 1000 }).catch(() => {});
      await input.waitFor({ state: 'hidden', timeout: 1000 }).catch(() => {});
    }
  }

  /** @param {string} prompt */
  promptBox(prompt) {
    const quoted = JSON.stringify(prompt);
    return this.quickInput
      .getByText(prompt)
      .or(this.quickInput.locator(`input[placeholder*=${quoted}]`))
      .or(this.quickInput.locator(`input[aria-label*=${quoted}]`))
      .first();
  }

  /** What the open input box says against its value, '' for nothing. */
  async inputProblem() {
    const message = this.quickInput.locator('.quick-input-message');
    return (await message.isVisible()) ? ((await message.textContent()) ?? '') : '';
  }

  // ---- dialogs and notifications

  get dialog() {
    return this.page.locator('.monaco-dialog-box');
  }

  /** The whole text of the open modal dialog. */
  async dialogText() {
    return (await this.dialog.textContent()) ?? '';
  }

  /** @param {string} label */
  async dialogButton(label) {
    await this.dialog.locator('.monaco-button').filter({ hasText: label }).first().click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /**
   * A notification that contains the text (a locator: wait for it, read it).
   * @param {string | RegExp} text
   */
  notification(text) {
    return this.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text }).first();
  }

  /**
   * @param {string | RegExp} text
   * @param {string} label
   */
  async notificationButton(text, label) {
    await this.notification(text).locator('.monaco-button').filter({ hasText: label }).first().click();
  }

  // ---- side bar and trees

  /**
   * Opens a view container by its title in the activity bar, unless it is open.
   * @param {string} title
   */
  async openView(title) {
    const tab = this.page
      .locator('.part.activitybar .action-item')
      .filter({ has: this.page.locator(`[aria-label^="${title}"]`) });
    if ((await tab.first().getAttribute('aria-expanded')) === 'true') return;
    await tab.first().click();
    await this.page
      .locator('.part.sidebar .composite.title')
      .filter({ hasText: new RegExp(title, 'i') })
      .waitFor();
  }

  /**
   * One view of the side bar, by its title.
   * @param {string} title
   */
  pane(title) {
    return this.page
      .locator('.part.sidebar .pane')
      .filter({ has: this.page.locator('.pane-header', { hasText: title }) });
  }

  /**
   * Rows of the side bar's trees (or of one view) that contain the text.
   * @param {string | RegExp} text
   * @param {string} [view]
   */
  treeRow(text, view) {
    const within = view ? this.pane(view) : this.page.locator('.part.sidebar');
    return within.locator('.monaco-list-row').filter({ hasText: text });
  }

  /**
   * Texts of the drawn rows: label and description, separated by a space.
   * @param {string} [view]
   */
  async treeTexts(view) {
    const within = view ? this.pane(view) : this.page.locator('.part.sidebar');
    return labels(within.locator('.monaco-list-row'));
  }

  /**
   * Clicks an icon at the row, by the title of its command.
   * @param {string | RegExp} text
   * @param {string} title
   * @param {string} [view]
   */
  async treeAction(text, title, view) {
    const row = this.treeRow(text, view).first();
    await row.hover();
    await row.locator(`.actions a[aria-label^="${title}"], .actions .action-label[title^="${title}"]`).first().click();
  }

  /**
   * Opens the form of an account from its row.
   * @param {string} account
   */
  async createServer(account) {
    // Where the pointer was left, a row may have come under it, and its tooltip lies over the others.
    await this.page.mouse.move(900, 600);
    await this.page.locator('.workbench-hover').filter({ visible: true }).waitFor({ state: 'detached' });
    const row = this.treeRow(account, 'Servers').first();
    const deadline = Date.now() + patience;
    // The row moves while servers above it come and go.
    for (;;) {
      await row.hover();
      try {
        await row.locator('.actions a[aria-label^="Create Server"]').first().click({ timeout: 2000 });
        return;
      } catch (error) {
        if (Date.now() > deadline) throw error;
      }
    }
  }

  /**
   * Chooses from the row's context menu. (A menu that just opened ignores the mouse button for a moment.)
   * @param {string | RegExp} text
   * @param {string} title
   * @param {string} [view]
   */
  async treeMenu(text, title, view) {
    await this.treeRow(text, view).first().click({ button: 'right' });
    const item = this.page.locator('.monaco-menu .action-item').filter({ hasText: title }).first();
    await item.hover();
    await this.page.locator('.monaco-menu .action-item.focused').filter({ hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.monaco-menu').first().waitFor({ state: 'detached' });
  }

  // ---- editors and webviews

  /** Titles of the open editor tabs. */
  async tabs() {
    return labels(this.page.locator('.part.editor .tab'));
  }

  /**
   * The innermost frame of a webview, found by an element that it holds.
   * @returns {Promise<import('playwright-core').Frame>}
   * @param {string} selector
   */
  async webview(selector) {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      for (const frame of this.page.frames()) {
        if (frame === this.page.mainFrame()) continue;
        if ((await frame.$(selector).catch(() => null)) !== null) return frame;
      }
      await this.page.waitForTimeout(50);
    }
    throw new Error(`No webview holds ${selector}`);
  }
}

/**
 * What each element says: label, description and detail, separated by spaces.
 * @param {import('playwright-core').Locator} elements
 */
function labels(elements) {
  return elements.evaluateAll((rows) => {
    const text = (part) => part?.textContent.trim() ?? '';
    // Newer builds keep the end of a file name in a container of its own.
    const label = (part) =>
      [
        text(part.querySelector('.monaco-icon-name-container')) +
          text(part.querySelector('.monaco-icon-suffix-container')),
        text(part.querySelector('.monaco-icon-description-container')),
      ]
        .filter(Boolean)
        .join(' ');
    return rows.map((row) =>
      [...row.querySelectorAll('.monaco-icon-label-container')]
        .filter((part) => part.checkVisibility())
        .map(label)
        .filter(Boolean)
        .join(' '),
    );
  });
}
