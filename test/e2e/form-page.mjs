// The create form as a person uses it: fields by their wire names, parts by their words.
import assert from 'node:assert/strict';

export class FormPage {
  #workbench;
  #frame;

  /**
   * Opens the form of an account, and unfolds it once its lists are there.
   * @param {import('./workbench.mjs').Workbench} workbench
   * @param {string} account
   */
  static async open(workbench, account) {
    await workbench.createServer(account);
    await workbench.page.locator('.tab.active', { hasText: account }).waitFor();
    const frame = await workbench.webview('main [data-action="create"]');
    const form = new FormPage(workbench, frame, account);
    await form.unfold();
    return form;
  }

  /**
   * @param {import('./workbench.mjs').Workbench} workbench
   * @param {import('playwright-core').Frame} frame
   * @param {string} account
   */
  constructor(workbench, frame, account) {
    this.account = account;
    this.#workbench = workbench;
    this.#frame = frame;
  }

  /** @param {string} name */
  field(name) {
    return this.#frame.locator(`[name="${name}"]`);
  }

  /** Waits until no list is under way. */
  async settled() {
    await this.#frame.waitForFunction(
      () => ![...document.querySelectorAll('.list-state')].some((state) => /Loading/.test(state.textContent)),
    );
  }

  async unfold() {
    await this.settled();
    const folded = this.#frame.locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    await this.settled();
  }

  /**
   * Fills fields in, in their order: booleans tick boxes, texts are typed; pick lists take the match and are cleared by ''.
   * @param {Record<string, string | boolean>} values
   */
  async fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const field = this.field(name);
      await this.settled();
      await this.#found(field);
      if (typeof value === 'boolean') await field.setChecked(value);
      else if ((await field.getAttribute('role')) === 'combobox') await this.#pick(name, value);
      else await field.fill(value);
    }
    await this.settled();
  }

  /**
   * Unfolds what holds a field, also what is drawn only now.
   * @param {import('playwright-core').Locator} field
   */
  async #found(field) {
    while (!(await field.isVisible())) {
      await this.unfold();
      await field.waitFor({ timeout: 1000 }).catch(() => {});
    }
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  async #pick(name, text) {
    const field = this.field(name);
    await field.fill(text);
    if (text !== '') await this.#frame.locator(`[id="list-${name}"] [role=option].active`).waitFor();
    await field.press('Enter');
    await this.settled();
    assert.equal(await field.getAttribute('aria-expanded'), 'false');
  }

  /**
   * Gives this one of several alternatives.
   * @param {string} parameter
   */
  async choose(parameter) {
    await this.#frame.locator(`input[type=radio][value="${parameter}"]`).check();
    await this.unfold();
  }

  /**
   * Presses an "Add" or "Remove" button.
   * @param {string} label
   */
  async press(label) {
    await this.#frame.getByRole('button', { name: label }).click();
    await this.unfold();
  }

  /** What the summary says against the form, each fault in a line. */
  faults() {
    return this.#frame.locator('.faults li').allTextContents();
  }

  /** Presses Create and answers the question. @returns {Promise<string>} what the question said */
  async create() {
    assert.deepEqual(await this.faults(), []);
    await this.#frame.locator('[data-action="create"]').click();
    await this.#workbench.dialog.waitFor();
    const question = await this.#workbench.dialogText();
    await this.#workbench.dialogButton('Create');
    await this.#frame.locator('.verdict.created').waitFor();
    return question;
  }
}
