// The form's page at four sizes, in every theme and both languages: what has the focus is seen, and so are the buttons.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { covered, stops } from './covered.mjs';
import { newestThemes, settled, startHarness, themes, told, violations } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startHarness>>} */
let harness;
before(async () => {
  harness = await startHarness();
});
after(() => harness?.stop());

const narrow = { width: 600, height: 800 };
const sizes = [narrow, { width: 900, height: 800 }, { width: 1366, height: 700 }, { width: 1500, height: 1000 }];
/** As a panel below or a second editor beside leave it. */
const odd = [
  { width: 1100, height: 360 },
  { width: 320, height: 480 },
];
const findings = Array.from({ length: 8 }, (_, index) => ({
  severity: 'error',
  text: `Line ${index + 1}: the sentence about a finding in a script, which takes two lines or three.`,
}));

/** The form with all that makes it long: everything unfolded, items in the lists, problems, findings, notes. */
async function longForm(locale) {
  const page = await harness.open({ locale, ...narrow });
  const { tab, sent, answer } = page;
  await settled(tab);
  const unfold = async () => {
    const folded = tab.locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
  };
  await unfold();
  for (const add of await tab.locator('.items > button.add').all()) await add.click();
  await unfold();
  await tab.locator('[name="serverCreateCount"]').fill('12');
  await tab.locator('[name="serverName"]').fill('9-web');
  await tab.locator('[name="initScriptNo"]').fill('demo-linux');
  await tab.keyboard.press('Enter');
  await told(sent, 'checkScript');
  for (const question of sent.filter(({ type }) => type === 'checkScript')) await answer(question, findings);
  await tab.locator('[data-action="create"]').click();
  await tab.locator('.more .faults.error li').nth(findings.length).waitFor({ state: 'attached' });
  return page;
}

for (const locale of ['en', 'ko']) {
  test(`what has the focus is seen, with its list and the buttons, at any size and in any theme: ${locale}`, async () => {
    const { tab, paint, errors, close } = await longForm(locale);
    for (const size of sizes) {
      await tab.setViewportSize(size);
      for (const theme of Object.keys(themes)) {
        await paint(theme);
        const isFirst = theme === Object.keys(themes)[0];
        assert.deepEqual(await covered(tab, isFirst), [], `${size.width}x${size.height}, ${theme}`);
      }
    }
    for (const size of odd) {
      await tab.setViewportSize(size);
      assert.deepEqual(await covered(tab), [], `${size.width}x${size.height}`);
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide for ${size.width} px`);
    }
    assert.deepEqual(errors, []);
    await close();
  });
}

test('Tab comes by every stop once, sees each, and needs one for a field', async () => {
  const { tab, close } = await longForm('en');
  for (const size of sizes) {
    await tab.setViewportSize(size);
    const { hidden, walked, fields } = await stops(tab);
    assert.deepEqual(hidden, [], `${size.width}x${size.height}`);
    const all = await tab.locator('input, select, textarea').count();
    // Of radios only one is a stop.
    assert.equal(fields, all - (await tab.locator('input[type=radio]:not(:checked)').count()), 'every field is a stop');
    assert.ok(
      walked.every((stop, index) => stop !== walked[index - 1]),
      'no field has two stops',
    );
  }
  await close();
});

test('narrow: one line says it all, opens over the fields and closes by Escape', async () => {
  const { tab, paint, close } = await longForm('en');
  const bar = tab.locator('.bar');
  await tab.locator('.bar-cost').waitFor();
  assert.match((await bar.textContent()) ?? '', /12 servers\s+≈ ₩ [\d,]+ \/ hour\s+\d+ problems/);
  assert.equal(await bar.getAttribute('aria-expanded'), 'false');
  assert.equal(await tab.locator('.more').isVisible(), false);
  await bar.focus();
  await tab.keyboard.press('Enter');
  await tab.locator('.more').waitFor();
  assert.equal(await bar.getAttribute('aria-expanded'), 'true');
  for (const theme of Object.keys(themes)) {
    await paint(theme);
    assert.deepEqual(await violations(tab), [], theme);
  }
  await tab.keyboard.press('Tab');
  assert.ok(await tab.evaluate(() => document.activeElement?.hasAttribute('data-fault')), 'Tab goes on in the summary');
  await tab.keyboard.press('Escape');
  assert.equal(await tab.locator('.more').isVisible(), false);
  assert.equal(await tab.evaluate(() => document.activeElement?.className), 'bar');

  await bar.click();
  await tab.locator('[data-fault="serverName"]').first().click();
  await tab.waitForFunction(() => document.activeElement?.getAttribute('name') === 'serverName');
  assert.equal(await tab.locator('.more').isVisible(), false, 'a problem leads to its field, which is seen');
  await bar.click();
  await tab.keyboard.press('Shift+Tab');
  await tab.locator('.more').waitFor({ state: 'hidden' });
  await bar.click();
  await tab.locator('h1').click();
  await tab.locator('.more').waitFor({ state: 'hidden' });
  await close();
});

test('narrow: what the bar says is whole', async () => {
  for (const locale of ['en', 'ko']) {
    const { tab, close } = await longForm(locale);
    await tab.locator('.bar-cost').waitFor({ state: 'attached' });
    for (const width of [320, 360, 400, 440, 480, 520, 600, 700, 899]) {
      await tab.setViewportSize({ width, height: 700 });
      const cut = await tab
        .locator('.bar > span:not(.chevron)')
        .evaluateAll((all) =>
          all
            .filter((part) => part.scrollWidth > part.clientWidth)
            .map((part) => `${part.className} ${part.textContent}`),
        );
      assert.deepEqual(cut, [], `${width} px, ${locale}`);
    }
    await close();
  }
});

test('in the newest themes too nothing bars anybody, all controls look alike, and one button is the first', async () => {
  const { tab, paint, close } = await harness.open({ environment: 'classic' });
  await settled(tab);
  const border = (selector) => tab.locator(selector).evaluate((element) => getComputedStyle(element).borderTopColor);
  const ground = (selector) => tab.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
  for (const theme of Object.keys(newestThemes)) {
    await paint(theme);
    assert.deepEqual(await violations(tab), [], theme);
    const controls = ['serverDescription', 'feeSystemTypeCode', 'zoneNo', 'userData'];
    const [first, ...others] = await Promise.all(controls.map((name) => border(`[name="${name}"]`)));
    for (const other of others) assert.equal(other, first, theme);
    assert.notEqual(await border('[data-action="preview"]'), await ground('[data-action="create"]'), theme);
  }
  await close();
});
