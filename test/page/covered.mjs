// What has the focus, or belongs to it, and is not to be seen.

/**
 * Gives the focus to everything that takes it, opens the pick lists among it if wanted, and looks whether something lies over
 * it, over the rows of the list or over the buttons.
 * @param {import('playwright-core').Page} tab
 * @param {boolean} [withLists]
 * @returns {Promise<string[]>} what lies under what
 */
export function covered(tab, withLists = true) {
  return tab.evaluate(async (opens) => {
    const form = /** @type {any} */ (document.querySelector('ncloud-form'));
    // The page learns of a new size of its own with the next frame.
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const drawn = async (element) => {
      await form.updateComplete;
      await element?.updateComplete;
    };
    const named = (element) =>
      element?.getAttribute('name') || element?.className || element?.textContent?.trim().slice(0, 40) || 'the edge';
    const faults = [];
    const look = (element, x, y, what) => {
      const at = document.elementFromPoint(x, y);
      if (!at || !(element.contains(at) || at.contains(element))) faults.push(`${what} lies under ${named(at)}`);
    };
    const lookAt = (element, what) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      look(element, left + width / 2, top + height / 2, what);
    };
    const narrow = matchMedia('(max-width: 899px)').matches;
    const buttons = narrow
      ? ['.bar', '[data-action=create]']
      : ['[data-action=create]', '[data-action=preview]', '[data-action=save-preset]'];
    /** @type {NodeListOf<HTMLInputElement>} */
    const focusable = document.querySelectorAll('input, select, textarea, summary, button');
    for (const stop of focusable) {
      if (!stop.checkVisibility() || stop.disabled || stop.tabIndex < 0) continue;
      stop.focus();
      await drawn();
      lookAt(stop, named(stop));
      const hint = document.querySelector('.hint.shown > span');
      // Below many faults it may be further down.
      if (hint && !document.getElementById(`fault-${stop.name}`) && stop.matches('input, select, textarea')) {
        const [line] = hint.getClientRects();
        if (line) look(hint, line.left + 4, line.top + line.height / 2, `the hint of ${named(stop)}`);
      }
      for (const button of buttons) lookAt(document.querySelector(button), `${button} at ${named(stop)}`);
      if (!opens || stop.getAttribute('role') !== 'combobox') continue;
      const combobox = stop.parentElement;
      const press = (key) => stop.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      press('ArrowDown');
      await drawn(combobox);
      lookAt(stop, `${named(stop)} with its list`);
      const popup = combobox?.querySelector('.popup');
      if (!popup) throw new Error(`${named(stop)} has no list.`);
      const { left, right, top, bottom } = popup.getBoundingClientRect();
      if (left < 0 || right > innerWidth) faults.push(`the list of ${named(stop)} is too wide`);
      for (const y of [top + 3, bottom - 3]) look(popup, left + 12, y, `the list of ${named(stop)}`);
      press('Escape');
      await drawn(combobox);
    }
    return faults;
  }, withLists);
}

/**
 * Walks through the page with the Tab key.
 * @param {import('playwright-core').Page} tab
 */
export async function stops(tab) {
  await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const hidden = [];
  const walked = [];
  let fields = 0;
  await tab.evaluate(() => {
    const start = document.querySelector('h1');
    if (start) start.tabIndex = -1;
    start?.focus();
  });
  for (;;) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(() => {
      const stop = document.activeElement;
      if (!stop || stop === document.body || stop.tagName === 'H1') return undefined;
      const { left, top, width, height } = stop.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      const name = stop.getAttribute('name') ?? stop.getAttribute('aria-label') ?? stop.textContent?.trim() ?? '';
      return {
        name: `${stop.tagName} ${name}`,
        isField: stop.matches('input, select, textarea'),
        isSeen: at !== null && (stop.contains(at) || at.contains(stop)),
      };
    });
    if (!stop || walked.length > 300) return { hidden, walked, fields };
    walked.push(stop.name);
    if (stop.isField) fields += 1;
    if (!stop.isSeen) hidden.push(stop.name);
  }
}
