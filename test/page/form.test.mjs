// The form's page in a plain Chromium: accessibility in every theme and language, keyboard, pick lists, drafts.
// Run with `node test/support/page.mjs form`; screenshots go to .cache/artefacts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settled, shot, startHarness, themes, told, violations } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startHarness>>} */
let harness;
before(async () => {
  harness = await startHarness();
});
after(() => harness?.stop());

const field = (tab, name) => tab.locator(`[name="${name}"]`);

async function openForm(options) {
  const page = await harness.open(options);
  await settled(page.tab);
  return page;
}

/**
 * What the host says when values take the place of what the page holds.
 * @param {Record<string, string>} values
 */
function filledWith(values) {
  return {
    type: 'start',
    locale: 'en',
    account: { id: 'a', label: 'company', environment: 'vpc', region: 'KR', sandbox: false },
    draft: { environment: 'vpc', values, chosen: {} },
    memory: { rows: {}, filled: [] },
    replace: true,
    waits: false,
    takenNames: [],
  };
}

/** The first question about a script that fits, once the page has asked it. */
const asksFor = (sent, fits) => told(sent, 'checkScript', fits);

for (const environment of ['vpc', 'classic']) {
  for (const locale of ['en', 'ko']) {
    for (const theme of Object.keys(themes)) {
      test(`nothing bars anybody: ${environment}, ${locale}, ${theme}`, async () => {
        const width = locale === 'ko' ? 700 : 1200;
        const { tab, errors, close } = await openForm({ environment, locale, theme, width });
        const fold = async () => {
          const folded = tab.locator('details:not([open]) > summary');
          while ((await folded.count()) > 0) await folded.first().click();
        };
        await fold();
        for (const add of await tab.locator('.items > button.add').all()) await add.click();
        await fold();
        await tab.locator('[data-action="create"]').click();
        assert.deepEqual(await violations(tab), []);
        await tab.screenshot({ path: shot(`${environment}-${locale}-${theme}`), fullPage: true });
        await field(tab, environment === 'vpc' ? 'serverSpecCode' : 'serverProductCode').click();
        assert.deepEqual(await violations(tab), []);
        await tab.screenshot({ path: shot(`${environment}-${locale}-${theme}-list`) });
        const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${overflow} px too wide`);
        assert.deepEqual(errors, []);
        await close();
      });
    }
  }
}

test('the form starts at the name, with what it can fill in, and says what is missing', async () => {
  const { tab, close } = await openForm();
  assert.equal(await tab.evaluate(() => document.activeElement?.getAttribute('name')), 'serverName');
  assert.equal(await tab.locator('.fault').count(), 0);
  assert.match((await tab.locator('.more').textContent()) ?? '', /1 field to fill in\s+Name\s/);
  assert.equal(await tab.locator('aside .error').count(), 0);
  await field(tab, 'serverName').fill('web-');
  await field(tab, 'serverCreateCount').fill('2');
  assert.match((await tab.locator('aside').textContent()) ?? '', /2 servers\s+web-001, web-002/);
  assert.equal(await tab.locator('[data-action="create"]').textContent(), 'Create 2 servers');
  await close();
});

test('an item of a list is one line in the summary, and a problem names it', async () => {
  const storages = {
    'blockStorageMappingList.1.order': '1',
    'blockStorageMappingList.1.blockStorageSize': '50',
    'blockStorageMappingList.1.blockStorageVolumeTypeCode': 'CB1',
    'blockStorageMappingList.2.order': '2',
    'blockStorageMappingList.3.order': '3',
    'blockStorageMappingList.3.blockStorageSize': '55',
  };
  const { tab, close } = await openForm({ draft: { values: storages } });
  const lines = async () => (await tab.locator('aside dl > div').allTextContents()).map((line) => line.trim());
  const told = await lines();
  assert.deepEqual(told.slice(-3), ['Storage 150 GB CB1', 'Storage 2size not given', 'Storage 355 GB']);
  const problem = tab.locator('[data-fault="blockStorageMappingList.3.blockStorageSize"]');
  assert.match((await problem.textContent()) ?? '', /^Storage 3 – size: /);
  await close();
});

test('several servers whose names are in use go on from the next free number by one click', async () => {
  const draft = { values: { serverName: 'web', serverCreateCount: '2' } };
  const { tab, sent, close } = await openForm({ draft, takenNames: ['web001', 'web002'] });
  await tab.locator('aside [data-mend]', { hasText: 'Start at 3' }).click();
  await tab.waitForFunction(() => document.activeElement?.getAttribute('name') === 'serverCreateStartNo');
  assert.match((await tab.locator('aside').textContent()) ?? '', /2 servers\s+web003, web004/);
  await tab.locator('[data-action="create"]').click();
  const create = await told(sent, 'create');
  assert.equal(create.draft.values.serverCreateStartNo, '3');
  await close();
});

test('the button goes to the first problem, and sends the draft once there is none', async () => {
  const { tab, sent, close } = await openForm();
  await field(tab, 'serverDescription').focus();
  await tab.locator('[data-action="create"]').click();
  // The page draws what it says before it goes there.
  await tab.waitForFunction(() => document.activeElement?.getAttribute('name') === 'serverName');
  assert.equal(await field(tab, 'serverName').getAttribute('aria-invalid'), 'true');
  assert.equal(sent.filter(({ type }) => type === 'create').length, 0);
  await field(tab, 'serverName').fill('web-1');
  await tab.keyboard.press('Enter');
  assert.equal(sent.filter(({ type }) => type === 'create').length, 0);
  await tab.locator('[data-action="create"]').click();
  const create = await told(sent, 'create');
  assert.equal(create.draft.values.serverName, 'web-1');
  await close();
});

test('a script file stands in line with its label', async () => {
  const { tab, close } = await openForm({ draft: { script: 'file:///w/install.sh' } });
  const tops = await tab.locator('.field', { has: tab.locator('.file') }).evaluate((part) =>
    ['label, .label', '.file > span'].map((selector) => {
      const range = document.createRange();
      range.selectNodeContents(part.querySelector(selector) ?? part);
      return range.getBoundingClientRect().top;
    }),
  );
  assert.equal(tops[0], tops[1]);
  await close();
});

test('a script file stands in its field until another one is chosen; it is checked, and not among the values', async () => {
  const script = 'file:///home/me/%EC%84%A4%EC%B9%98.sh';
  const { tab, sent, answer, close } = await openForm({ draft: { script } });
  await field(tab, 'serverName').fill('web-1');
  // The lists that come in meanwhile tell more of the network, and have it asked about anew.
  const asked = await asksFor(sent, ({ form, reach }) => form === 'file' && reach === 'none');
  assert.equal(asked.value, script);
  await answer(asked, [{ severity: 'error', text: 'Line 1: no interpreter' }]);
  await tab.locator('.fault.error', { hasText: 'no interpreter' }).waitFor();
  assert.match(
    (await tab.locator('aside dl').textContent()) ?? '',
    /Init script\s*설치\.sh \(uploaded when you create\)/,
  );
  await tab.locator('aside .faults.error button', { hasText: 'no interpreter' }).click();
  await tab.waitForFunction(() => document.activeElement?.getAttribute('name') === 'initScriptNo');
  assert.deepEqual(await violations(tab), []);
  await tab.locator('[data-action="create"]').click();
  const create = await told(sent, 'create');
  assert.deepEqual([create.draft.script, create.draft.values.initScriptNo ?? ''], [script, '']);
  await tab.locator('button[name="initScriptNo"]').click();
  await tab.locator('input[name="initScriptNo"]').waitFor();
  await tab.locator('.fault', { hasText: 'no interpreter' }).first().waitFor({ state: 'detached' });
  assert.doesNotMatch((await tab.locator('aside dl').textContent()) ?? '', /Init script/);
  await close();
});

test('the script field shows what the checks say; it stops nothing, for the host asks', async () => {
  const { tab, sent, answer, close } = await openForm({ environment: 'classic' });
  await field(tab, 'serverName').fill('web-1');
  await field(tab, 'userData').fill('echo hel\n');
  const before = await asksFor(sent, ({ value }) => value === 'echo hel\n');
  await field(tab, 'userData').fill('echo hello\n');
  const asked = await asksFor(sent, ({ value }) => value === 'echo hello\n');
  assert.deepEqual([asked.form, asked.reach], ['userData', undefined]);
  await answer(before, [{ severity: 'error', text: 'an older answer' }]);
  await answer(asked, [{ severity: 'error', text: 'Line 1: no interpreter' }]);
  await tab.locator('aside .faults.error button', { hasText: 'Line 1: no interpreter' }).click();
  await tab.waitForFunction(() => document.activeElement?.getAttribute('name') === 'userData');
  await tab.locator('.control .fault.error', { hasText: 'no interpreter' }).waitFor();
  assert.equal(await tab.locator('text=an older answer').count(), 0);
  await tab.locator('[data-action="create"]').click();
  assert.equal(sent.filter(({ type }) => type === 'create').length, 1);
  await field(tab, 'userData').fill('');
  await tab.locator('.fault', { hasText: 'no interpreter' }).waitFor({ state: 'detached' });
  await close();
});

test('Classic: an image of bare metal can be picked, and brings RAID and partitions', async () => {
  const { tab, close } = await openForm({ environment: 'classic' });
  assert.equal(await field(tab, 'raidTypeName').count(), 0);
  await field(tab, 'serverImageProductCode').fill('win-2016-64-bm');
  await tab.locator('[id="list-serverImageProductCode"] [role=option].active').waitFor();
  await field(tab, 'serverImageProductCode').press('Enter');
  await field(tab, 'raidTypeName').waitFor();
  await tab.getByRole('button', { name: 'Add partition' }).waitFor();
  await close();
});

test('the script is checked with what the form knows of the network', async () => {
  const { tab, sent, close } = await openForm();
  await field(tab, 'initScriptNo').fill('demo-linux');
  await field(tab, 'initScriptNo').press('Enter');
  assert.equal((await asksFor(sent, ({ form }) => form === 'initScriptNo')).reach, 'none');
  await field(tab, 'associateWithPublicIp').check();
  await asksFor(sent, ({ reach }) => reach === 'public-ip');
  await field(tab, 'associateWithPublicIp').uncheck();
  await field(tab, 'subnetNo').fill('private');
  await field(tab, 'subnetNo').press('Enter');
  await asksFor(sent, ({ reach }) => reach === 'nat');
  await close();
});

test('what is filled in so far is sent to be saved as a preset, problems or not', async () => {
  const { tab, sent, close } = await openForm();
  await field(tab, 'serverDescription').fill('half done');
  await tab.locator('[data-action="save-preset"]').click();
  const save = await told(sent, 'savePreset');
  assert.equal(save.draft.values.serverDescription, 'half done');
  assert.equal(sent.filter(({ type }) => type === 'create').length, 0);
  await close();
});

test('the preview goes to the first problem, and sends the draft once there is none', async () => {
  const { tab, sent, close } = await openForm();
  const preview = tab.locator('[data-action="preview"]');
  await preview.click();
  await tab.waitForFunction(() => document.activeElement?.getAttribute('name') === 'serverName');
  assert.equal(sent.filter(({ type }) => type === 'preview').length, 0);
  await field(tab, 'serverName').fill('web-1');
  await preview.click();
  const asked = await told(sent, 'preview');
  assert.equal(asked.draft.values.serverName, 'web-1');
  assert.equal(sent.filter(({ type }) => type === 'create').length, 0);
  await close();
});

test('the price follows spec, count and plan, and only the product code is asked for', async () => {
  const { tab, sent, close } = await openForm();
  const price = tab.locator('aside .price');
  await price.waitFor();
  const hourly = (await price.textContent()) ?? '';
  assert.match(hourly, /^≈ ₩ [\d,]+ \/ hour · sample price of the sandbox, server only \(\d{4}-\d\d-\d\d\)$/);
  await field(tab, 'serverCreateCount').fill('3');
  assert.match((await price.textContent()) ?? '', /hour each, ₩ [\d,]+ \/ hour for 3/);
  await field(tab, 'feeSystemTypeCode').selectOption('FXSUM');
  assert.match((await price.textContent()) ?? '', /month each/);
  const asked = () => sent.filter(({ type }) => type === 'price');
  assert.deepEqual(
    asked().map((message) => Object.keys(message)),
    [['type', 'product']],
  );
  const before = await price.textContent();
  await field(tab, 'serverSpecCode').click();
  await tab.locator('#list-serverSpecCode [role=option]').nth(4).click();
  await tab.waitForFunction(
    (old) => ![null, undefined, old].includes(document.querySelector('aside .price')?.textContent),
    before,
  );
  assert.equal(asked().length, 2);
  await close();
});

test('without a price nothing is said about one', async () => {
  const { tab, sent, close } = await openForm({ price: async () => undefined });
  await told(sent, 'price');
  // A draft leaves later than a price is asked for.
  await field(tab, 'serverName').fill('web-1');
  await told(sent, 'draft');
  assert.equal(sent.filter(({ type }) => type === 'price').length, 1);
  assert.equal(await tab.locator('aside .price').count(), 0);
  assert.doesNotMatch((await tab.locator('aside').textContent()) ?? '', /free|₩/);
  await close();
});

test('a login key that is made on the spot is chosen, and nothing else changes', async () => {
  const { tab, sent, post, close } = await openForm();
  await field(tab, 'serverName').fill('web-1');
  await tab.locator('[data-make="createLoginKey"]').click();
  const make = await told(sent, 'make');
  assert.deepEqual(make, { type: 'make', parameter: 'loginKeyName', maker: 'createLoginKey' });
  const client = harness.client;
  await client.call('vserver', 'createLoginKey', { regionCode: 'KR', keyName: 'made-here' });
  await post({ type: 'made', parameter: 'loginKeyName', value: 'made-here' });
  await settled(tab);
  assert.equal(await field(tab, 'loginKeyName').inputValue(), 'made-here');
  assert.equal(await tab.locator('.note').count(), 0);
  await field(tab, 'loginKeyName').click();
  assert.equal(await tab.locator('#list-loginKeyName [aria-selected=true] > span').textContent(), 'made-here');
  assert.equal(await field(tab, 'serverName').inputValue(), 'web-1');
  assert.match((await tab.locator('aside dl').textContent()) ?? '', /Login key\s*made-here/);
  assert.equal(sent.filter(({ type, lookup }) => type === 'lookup' && lookup.parameter === 'loginKeyName').length, 2);
  await close();
});

test('Classic, whose scripts nobody can upload, offers no upload', async () => {
  const { tab, close } = await openForm({ environment: 'classic' });
  assert.equal(await tab.locator('[data-make="createLoginKey"]').count(), 1);
  await tab.getByRole('radio', { name: 'Init script' }).check();
  assert.equal(await tab.locator('[data-make="uploadScript"]').count(), 0);
  await close();
});

test('a problem in the summary leads to its field, also when that is folded away', async () => {
  const { tab, close } = await openForm();
  await tab.locator('details[data-part="network"] > summary').click();
  await field(tab, 'networkInterfaceList.1.ip').fill('192.0.2.1');
  await tab.locator('details[data-part="network"] > summary').click();
  await tab.locator('[data-fault="networkInterfaceList.1.ip"]').click();
  await tab.waitForFunction(() => document.activeElement?.getAttribute('name') === 'networkInterfaceList.1.ip');
  await close();
});

test('a pick list is worked by keys alone', async () => {
  const { tab, close } = await openForm();
  const spec = field(tab, 'serverSpecCode');
  await spec.focus();
  const start = await spec.inputValue();
  await tab.keyboard.type('m2');
  assert.equal(await spec.getAttribute('aria-expanded'), 'true');
  await tab.keyboard.press('Escape');
  assert.equal(await spec.inputValue(), start);
  assert.equal(await spec.getAttribute('aria-expanded'), 'false');
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  const active = await spec.getAttribute('aria-activedescendant');
  const label = await tab.locator(`[id="${active}"] > span`).textContent();
  await tab.keyboard.press('Enter');
  assert.ok((await spec.inputValue()).startsWith(label));
  assert.notEqual(await spec.inputValue(), start);
  await spec.fill('m2');
  await tab.keyboard.press('Tab');
  assert.match(await spec.inputValue(), /^m2-g3/);
  assert.notEqual(await tab.evaluate(() => document.activeElement?.getAttribute('name')), 'serverSpecCode');
  await close();
});

test('a typed value or label is picked on leaving, anything else is restored and said', async () => {
  const { tab, close } = await openForm();
  const subnet = field(tab, 'subnetNo');
  const first = await subnet.inputValue();
  await subnet.click();
  const labels = await tab.locator('#list-subnetNo [role=option] > span').allTextContents();
  await tab.keyboard.press('Escape');
  await subnet.fill(labels[1]);
  await field(tab, 'serverName').focus();
  assert.ok((await subnet.inputValue()).startsWith(labels[1]));
  await subnet.fill('nowhere');
  await field(tab, 'serverName').focus();
  assert.ok((await subnet.inputValue()).startsWith(labels[1]));
  assert.match((await tab.locator('.note').textContent()) ?? '', /“nowhere” is not in the list/);
  assert.notEqual(first, await subnet.inputValue());
  await close();
});

test('keys of an input method are not taken for a choice', async () => {
  const { tab, close } = await openForm();
  const spec = field(tab, 'serverSpecCode');
  await spec.focus();
  const before = await spec.inputValue();
  await tab.keyboard.press('ArrowDown');
  await tab.keyboard.press('ArrowDown');
  await spec.evaluate((input) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
  );
  assert.equal(await spec.inputValue(), before);
  assert.equal(await spec.getAttribute('aria-expanded'), 'true');
  await close();
});

test('another VPC brings its own subnets and firewalls', async () => {
  const { tab, sent, close } = await openForm();
  const vpc = field(tab, 'vpcNo');
  await vpc.click();
  const names = await tab.locator('#list-vpcNo [role=option] > span').allTextContents();
  assert.ok(names.length > 1, 'the sandbox has several VPCs');
  const subnet = await field(tab, 'subnetNo').inputValue();
  await tab.locator('#list-vpcNo [role=option]').nth(1).click();
  await tab.waitForFunction(
    (old) => !['', old, undefined].includes(document.querySelector('[name=subnetNo]')?.value),
    subnet,
  );
  const asked = sent.filter(({ type, lookup }) => type === 'lookup' && lookup.parameter === 'subnetNo');
  assert.equal(asked.length, 2);
  await close();
});

test('of alternatives the others are kept, not sent, and named', async () => {
  const { tab, sent, close } = await openForm({ environment: 'classic' });
  await field(tab, 'userData').fill('#!/bin/sh\necho 1\n');
  await tab.getByRole('radio', { name: 'Init script' }).check();
  await tab.locator('.kept', { hasText: 'Kept, not sent' }).waitFor();
  await field(tab, 'serverName').fill('web-1');
  await tab.locator('[data-action="create"]').click();
  const create = await told(sent, 'create');
  assert.equal(create.draft.values.userData, '#!/bin/sh\necho 1\n');
  assert.equal(create.draft.chosen.script, 'initScriptNo');
  await close();
});

test('a list that cannot be had says so and can be asked for again', async () => {
  let broken = true;
  const rows = async ({ parameter }) => {
    if (parameter !== 'vpcNo') return [];
    if (broken) throw new Error('NCP did not answer in time.');
    return [{ vpcNo: '1', vpcName: 'main', ipv4CidrBlock: '10.0.0.0/16' }];
  };
  const { tab, close } = await harness.open({ rows });
  await tab.getByText('The list could not be loaded. NCP did not answer in time.').waitFor();
  await tab.getByText('No login key in this account: create one').waitFor();
  broken = false;
  await tab.getByRole('button', { name: 'Retry' }).click();
  await tab.waitForFunction(() => document.querySelector('[name=vpcNo]')?.value.startsWith('main'));
  await close();
});

test('what is typed while a list is on its way is kept, and chosen once the list is there', async () => {
  /** @type {(() => void)[]} */
  let waiting = [];
  let isHeld = false;
  const specs = ['c2-g3', 's4-g3', 's8-g3'].map((serverSpecCode, index) => ({
    serverSpecCode,
    cpuCount: 2 * (index + 1),
    memorySize: 4 * 1024 ** 3,
  }));
  const lists = {
    serverImageNo: [
      { serverImageNo: '1', serverImageName: 'ubuntu' },
      { serverImageNo: '2', serverImageName: 'rocky' },
      { serverImageNo: '3', serverImageName: 'debian' },
      { serverImageNo: '4', serverImageName: 'alma' },
    ],
    serverSpecCode: specs,
  };
  const rows = async ({ parameter }) => {
    if (isHeld && parameter === 'serverSpecCode')
      await new Promise((resolve) => waiting.push(() => resolve(undefined)));
    return lists[parameter] ?? [];
  };
  const release = () => {
    for (const go of waiting) go();
    waiting = [];
  };
  const { tab, close } = await harness.open({ rows });
  await settled(tab);
  const spec = field(tab, 'serverSpecCode');
  const holds = (text) =>
    tab.waitForFunction((start) => document.querySelector('[name=serverSpecCode]')?.value.startsWith(start), text);
  const imageFor = async (name) => {
    await field(tab, 'serverImageNo').fill(name);
    await tab.keyboard.press('Enter');
    await tab.locator('.list-state', { hasText: 'Loading' }).waitFor();
  };
  isHeld = true;
  for (const [image, typed, key, chosen] of [
    ['rocky', 's4-g3', 'Enter', 's4-g3'],
    ['debian', 's8', 'Tab', 's8-g3'],
    ['alma', 'nothing', 'Tab', 's8-g3'],
  ]) {
    await imageFor(image);
    await spec.fill(typed);
    await tab.keyboard.press(key);
    assert.equal(await spec.inputValue(), typed, 'kept while nothing is known');
    await tab.locator('[data-action="create"]').click();
    await tab.waitForFunction(() => document.activeElement?.getAttribute('name') === 'serverSpecCode');
    assert.equal(await spec.inputValue(), typed);
    await tab.waitForFunction(() => /Loading/.test(document.querySelector('[role=status]')?.textContent ?? ''));
    await tab.keyboard.press('Tab');
    release();
    await holds(chosen);
  }
  await tab.locator('.note', { hasText: 'nothing' }).waitFor({ state: 'attached' });
  await close();
});

test('500 rows open and filter at once', async () => {
  const specs = Array.from({ length: 500 }, (_, index) => ({
    serverSpecCode: `s${index}-g3`,
    cpuCount: index + 1,
    memorySize: 1024 ** 3,
  }));
  const images = [{ serverImageNo: '1', serverImageName: 'ubuntu' }];
  const rows = async ({ parameter }) =>
    parameter === 'serverSpecCode' ? specs : parameter === 'serverImageNo' ? images : [];
  const { tab, close } = await harness.open({ rows });
  await settled(tab);
  const spec = field(tab, 'serverSpecCode');
  await spec.click();
  assert.ok((await tab.locator('#list-serverSpecCode [role=option]').count()) <= 30);
  const took = await spec.evaluate(async (input) => {
    const began = performance.now();
    input.value = 's49';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await input.parentElement.updateComplete;
    return performance.now() - began;
  });
  assert.equal(await tab.locator('#list-serverSpecCode [role=option]').count(), 11);
  assert.ok(took < 50, `${took} ms`);
  await close();
});

test('what is typed reaches the host as a draft, and a refusal takes nothing away', async () => {
  const { tab, sent, post, close } = await openForm();
  await field(tab, 'serverName').fill('web-1');
  await told(sent, 'draft', ({ draft }) => draft.values.serverName === 'web-1');
  await post({ type: 'refused', name: 'serverName', message: 'The name is already in use. (10300)' });
  await tab.locator('.fault', { hasText: '(10300)' }).waitFor();
  assert.equal(await field(tab, 'serverName').inputValue(), 'web-1');
  await post({ type: 'unknown', names: ['web-1'], message: 'NCP did not answer in time.' });
  await tab.locator('.verdict.unknown').waitFor();
  assert.doesNotMatch((await tab.locator('body').textContent()) ?? '', /failed/i);
  await close();
});

test('what became of a creation stays to be read while another one is on its way', async () => {
  const { tab, post, close } = await openForm();
  await post({ type: 'unknown', names: ['web-1'], message: 'NCP did not answer in time.' });
  for (const step of /** @type {const} */ (['checking', 'sending', undefined])) {
    await post({ type: 'creating', ...(step && { step }) });
    await tab.locator(`[data-action="create"][aria-busy="${step !== undefined}"]`).waitFor();
    assert.ok(await tab.locator('.verdict.unknown').isVisible());
  }
  await close();
});

test('after a creation the form asks for the next servers, without a red word before that is done', async () => {
  const { tab, sent, post, close } = await openForm({ draft: { values: { serverCreateCount: '2' } } });
  await tab.locator('.price').waitFor();
  await field(tab, 'serverName').fill('web');
  await post({ type: 'created', names: ['web001', 'web002'] });
  const create = tab.locator('[data-action="create"]');
  await tab.locator('.verdict.created').waitFor();
  assert.deepEqual(
    [await tab.locator('.count').textContent(), await tab.locator('.names').textContent(), await create.textContent()],
    ['1 server', '', 'Create another…'],
  );
  await create.click();
  assert.equal(await tab.evaluate(() => document.activeElement?.getAttribute('name')), 'serverName');
  assert.equal(await tab.locator('.fault, .faults').count(), 0);
  assert.ok(await tab.locator('.verdict.created').isVisible());
  assert.equal(sent.filter(({ type }) => type === 'create').length, 0);
  await tab.setViewportSize({ width: 600, height: 900 });
  assert.ok(await tab.locator('#create-reason', { hasText: 'For the next servers' }).isVisible(), 'also when narrow');
  await tab.keyboard.type('db');
  assert.equal(await create.textContent(), 'Create 1 server');
  await close();
});

test('an emptied form is a new one, and comes back as it was', async () => {
  const { tab, sent, close } = await openForm();
  const empty = tab.locator('[data-action="start-empty"]');
  const back = tab.locator('[data-action="bring-back"]');
  await tab.locator('.price').waitFor();
  assert.equal(await empty.count(), 0);
  const top = () => field(tab, 'serverName').evaluate((input) => input.getBoundingClientRect().top);
  const before = await top();
  await field(tab, 'serverName').fill('web');
  await empty.waitFor();
  assert.equal(await top(), before, 'nothing moves from under the hands');
  await field(tab, 'serverDescription').fill('mine');
  await empty.click();
  await back.waitFor();
  assert.equal(await field(tab, 'serverDescription').inputValue(), '');
  assert.equal(await empty.count(), 0);
  assert.equal(await tab.evaluate(() => document.activeElement?.getAttribute('name')), 'serverName');
  await tab.keyboard.type('other');
  const emptied = sent.length;
  await back.click();
  await back.waitFor({ state: 'detached' });
  assert.equal(await field(tab, 'serverName').inputValue(), 'web');
  assert.equal(await field(tab, 'serverDescription').inputValue(), 'mine');
  const isMine = (message) => message.draft.values.serverDescription === 'mine';
  await told(sent, 'draft', (message) => isMine(message) && sent.indexOf(message) >= emptied);
  await close();
});

test('a form that is filled anew can be given back what it held', async () => {
  const { tab, post, close } = await openForm();
  await tab.locator('.price').waitFor();
  await field(tab, 'serverName').fill('web');
  await post(filledWith({ serverName: 'preset' }));
  await tab.locator('[data-action="bring-back"]').click();
  await tab.waitForFunction(() => document.querySelector('[name=serverName]')?.value === 'web');
  await close();
});

test('a name that the form has filled in is selected, so that typing replaces it; one of the user is not', async () => {
  const { tab, post, close } = await openForm();
  const start = filledWith({ serverName: 'install' });
  await field(tab, 'serverName').fill('mine');
  await post({ ...start, memory: { ...start.memory, filled: ['serverName'] } });
  await tab.waitForFunction(() => {
    const { activeElement: input } = document;
    if (!(input instanceof HTMLInputElement) || input.name !== 'serverName') return false;
    return input.selectionStart === 0 && input.selectionEnd === 'install'.length;
  });
  await post({ ...start, takenNames: ['install'] });
  await tab.locator('.faults', { hasText: 'already exists' }).waitFor();
  await tab.keyboard.type('web');
  assert.equal(await field(tab, 'serverName').inputValue(), 'web');
  await post(filledWith({ serverName: 'preset' }));
  await tab.waitForFunction(() => document.querySelector('[name=serverName]')?.value === 'preset');
  const [from, end] = await field(tab, 'serverName').evaluate((input) => [input.selectionStart, input.selectionEnd]);
  assert.equal(from, end);
  await close();
});

test('a page that is told twice what takes the place of its own keeps what was typed in between', async () => {
  const { tab, post, close } = await openForm();
  const start = filledWith({ serverDescription: 'preset' });
  const held = (name, value) =>
    tab.waitForFunction(([field, text]) => document.querySelector(`[name=${field}]`)?.value === text, [name, value]);
  await post(start);
  await held('serverDescription', 'preset');
  await field(tab, 'serverName').fill('web');
  await post({ ...start, takenNames: ['web'] });
  await tab.locator('.faults', { hasText: 'already exists' }).waitFor();
  await held('serverName', 'web');
  await post({ ...start, memory: { ...start.memory, changed: 1 } });
  await held('serverName', '');
  await close();
});

test('a key that may close the tab leaves nothing untold', async () => {
  const { tab, sent, close } = await openForm();
  await field(tab, 'serverName').fill('web');
  await tab.keyboard.press('Control');
  assert.equal(sent.filter(({ type }) => type === 'draft').at(-1)?.draft.values.serverName, 'web');
  await close();
});

test('a storage gets the next number by itself, which can be changed under More', async () => {
  const { tab, sent, close } = await openForm();
  const add = tab.locator('button.add', { hasText: 'Block storage' });
  await add.click();
  await add.click();
  await field(tab, 'blockStorageMappingList.2.blockStorageSize').fill('100');
  assert.equal(await field(tab, 'blockStorageMappingList.1.order').count(), 0);
  await tab.locator('details[data-part="blockStorageMappingList.2"] > summary').click();
  assert.equal(await field(tab, 'blockStorageMappingList.2.order').inputValue(), '2');
  await field(tab, 'blockStorageMappingList.2.order').fill('7');
  const order = 'blockStorageMappingList.2.order';
  const { draft } = await told(sent, 'draft', (message) => message.draft.values[order] === '7');
  assert.equal(draft.values['blockStorageMappingList.1.order'], '1');
  await close();
});

test('what is added is gone on with: its first field has the focus and is seen', async () => {
  const { tab, close } = await openForm({ width: 700, height: 600 });
  const folded = tab.locator('details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  for (const words of ['Add firewall', 'Add network interface', 'Add block storage']) {
    const add = tab.locator('button.add', { hasText: words }).first();
    for (const time of ['first', 'second']) {
      const before = await fieldNames(tab);
      await add.focus();
      await tab.keyboard.press('Enter');
      await tab.waitForFunction(
        (known) => ![undefined, null, ...known].includes(document.activeElement?.getAttribute('name')),
        before,
      );
      const [added] = (await fieldNames(tab)).filter((name) => !before.includes(name));
      const focused = tab.locator(':focus');
      assert.equal(await focused.getAttribute('name'), added, time);
      const box = await focused.boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= 600 - 45, `${added} at ${box?.y}`);
    }
  }
  await close();
});

/** The names of all controls, in the order of the page. */
function fieldNames(tab) {
  return tab.evaluate(() =>
    [...document.querySelectorAll('input, select, textarea, button[name]')].map((control) =>
      control.getAttribute('name'),
    ),
  );
}

test('a number of servers that is no whole number promises nothing', async () => {
  const { tab, close } = await openForm();
  await field(tab, 'serverCreateCount').fill(' 2 ');
  assert.equal(await tab.locator('[data-action="create"]').textContent(), 'Create 2 servers');
  await field(tab, 'serverCreateCount').fill('2.5');
  assert.equal(await tab.locator('[data-action="create"]').textContent(), 'Create 1 server');
  await close();
});

test('a key opens the page of the field that has the focus, and its link is no stop of its own', async () => {
  const { tab, sent, close } = await openForm();
  const opened = () => sent.filter(({ type }) => type === 'openPage').map(({ parameter }) => parameter);
  await tab.keyboard.press('Shift+F1');
  await field(tab, 'serverSpecCode').focus();
  await tab.keyboard.press('F1');
  await tab.keyboard.press('Shift+F1');
  await tab.locator('.hint.shown button').click();
  assert.deepEqual(opened(), ['serverName', 'serverSpecCode', 'serverSpecCode']);
  assert.match((await tab.locator('.hint.shown').textContent()) ?? '', /in the API docs\s+Shift\+F1/);
  for (const name of ['serverName', 'serverSpecCode', 'feeSystemTypeCode', 'associateWithPublicIp'])
    assert.equal(await field(tab, name).getAttribute('aria-keyshortcuts'), 'Shift+F1', name);
  await field(tab, 'serverName').focus();
  await tab.keyboard.press('Tab');
  assert.equal(await tab.evaluate(() => document.activeElement?.getAttribute('name')), 'serverCreateCount');
  await close();
});

test('that a text was dropped is said until the user has gone on', async () => {
  const { tab, close } = await openForm();
  const note = tab.locator('.note');
  const drop = async () => {
    await field(tab, 'serverSpecCode').fill('xyz');
    await tab.keyboard.press('Tab');
    await note.waitFor();
    assert.match((await tab.locator('[role=status]').textContent()) ?? '', /“xyz” is not in the list/);
  };
  await drop();
  await field(tab, 'serverSpecCode').focus();
  assert.equal(await note.count(), 1, 'who comes back reads it');
  await field(tab, 'vpcNo').focus();
  await note.waitFor({ state: 'detached' });
  await drop();
  await tab.keyboard.press('Tab');
  await note.waitFor({ state: 'detached' });
  await field(tab, 'serverName').fill('web');
  await drop();
  await tab.locator('[data-action="preview"]').click();
  await note.waitFor({ state: 'detached' });
  await close();
});

test('an empty form invites: what is missing is no problem before one tries without', async () => {
  const { tab, close } = await openForm();
  const missing = tab.locator('.faults.missing');
  const error = tab.locator('aside .error');
  await tab.keyboard.press('Tab');
  assert.equal(await error.count(), 0, 'to pass by is no fault');
  assert.equal(await tab.locator('.fault').count(), 0);
  assert.match((await tab.locator('#create-reason').textContent()) ?? '', /^Fill in what is missing/);
  await field(tab, 'serverName').fill('w');
  await field(tab, 'serverName').fill('');
  await tab.keyboard.press('Tab');
  assert.match((await tab.locator('.more .faults.error').textContent()) ?? '', /1 problem\s+Name: Enter a name\./);
  const [hint, fault] = await Promise.all(
    ['#hint-serverName', '[id="fault-serverName"]'].map((part) => tab.locator(part).textContent()),
  );
  assert.ok(!hint?.includes(fault?.trim() ?? ''), 'the hint does not say it again');
  await field(tab, 'serverName').fill('web');
  assert.equal((await error.count()) + (await missing.count()), 0);
  await close();
});

test('after a refusal the form does not claim to be ready', async () => {
  const { tab, post, close } = await openForm();
  await field(tab, 'serverName').fill('web');
  const reason = tab.locator('#create-reason');
  assert.match((await reason.textContent()) ?? '', /^Ready/);
  await post({ type: 'refused', message: 'The limit is reached. (10100)' });
  await tab.locator('.verdict.refused').waitFor();
  assert.doesNotMatch((await reason.textContent()) ?? '', /Ready/);
  await close();
});

test('nothing is asked that needs no answer: serial number, subnet of eth0, older images, empty lists', async () => {
  const { tab, close } = await openForm();
  assert.equal(await field(tab, 'serverCreateStartNo').count(), 0);
  await field(tab, 'serverCreateCount').fill('2');
  await field(tab, 'serverCreateStartNo').fill('7');
  await field(tab, 'serverCreateCount').fill('1');
  assert.equal(await field(tab, 'serverCreateStartNo').inputValue(), '7', 'what was entered is not hidden');

  await tab.locator('details[data-part="network"] > summary').click();
  await tab.getByRole('button', { name: 'Add network interface' }).click();
  assert.equal(await field(tab, 'networkInterfaceList.1.subnetNo').count(), 0);
  assert.doesNotMatch(
    (await tab.locator('[id="hint-networkInterfaceList.2.subnetNo"]').textContent()) ?? '',
    /default/,
  );

  assert.equal(await tab.locator('input[type=radio]').count(), 0);
  await tab.locator('summary', { hasText: 'Another kind' }).click();
  await tab.getByRole('radio', { name: 'Server image product' }).check();
  await field(tab, 'serverImageProductCode').waitFor();
  await tab.getByRole('radio', { name: 'Server image', exact: true }).check();

  await tab.locator('details[data-part="advanced"] > summary').click();
  await tab.locator('.barren', { hasText: 'GPU fabric cluster pool' }).waitFor();
  assert.equal(await field(tab, 'fabricClusterPoolNo').count(), 0);
  await close();
});

test('a draft that says more of eth0 than its subnet shows it', async () => {
  const values = { 'networkInterfaceList.1.subnetNo': '99' };
  const { tab, close } = await openForm({ draft: { values } });
  await tab.locator('details[data-part="network"] > summary').click();
  await field(tab, 'networkInterfaceList.1.subnetNo').waitFor();
  await close();
});

test('the header says everything once', async () => {
  const { tab, post, close } = await openForm();
  const account = { id: 'a', label: 'SANDBOX VPC', environment: 'vpc', region: 'KR', sandbox: true };
  await post({ ...filledWith({}), account, replace: false });
  await tab.locator('.sandbox').waitFor();
  assert.equal(await tab.locator('.where').textContent(), 'SANDBOX VPC · KR');
  await close();
});

test('a script that the form came with is named at once, and checked anew when its file was edited', async () => {
  const draft = { script: 'file:///w/web.sh', values: { serverName: 'web' } };
  const { tab, sent, answer, post, close } = await openForm({ draft });
  assert.equal(await tab.locator('.where').textContent(), 'company · VPC · KR · web.sh');
  const isOfFile = ({ form, reach }) => form === 'file' && reach === 'none';
  await answer(await asksFor(sent, isOfFile), [{ severity: 'error', text: 'Line 7: no ASCII.' }]);
  await tab.locator('.faults.error', { hasText: 'Line 7' }).waitFor();
  const reason = tab.locator('#create-reason');
  assert.equal(await reason.textContent(), 'You are asked whether to fix the script before anything is made.');
  const before = sent.length;
  await post({ type: 'scriptEdited' });
  await answer(await asksFor(sent, (question) => isOfFile(question) && sent.indexOf(question) >= before), []);
  await tab.locator('.faults.error').waitFor({ state: 'detached' });
  assert.match((await reason.textContent()) ?? '', /^Ready\./);
  await close();
});

test('a server that does not reach the internet for its script is given a public IP from the note itself', async () => {
  const draft = { script: 'file:///w/web.sh', values: { serverName: 'web' } };
  const { tab, sent, answer, close } = await openForm({ draft });
  const fault = { severity: 'warning', text: 'Line 5: no internet.', isOfNetwork: true };
  await answer(await asksFor(sent, ({ reach }) => reach === 'none'), [fault]);
  const mend = tab.locator('aside [data-mend="associateWithPublicIp"]');
  await mend.waitFor();
  await field(tab, 'serverCreateCount').fill('2');
  await mend.waitFor({ state: 'detached' });
  await field(tab, 'serverCreateCount').fill('1');
  await mend.click();
  await tab.locator('[name="associateWithPublicIp"]:checked').waitFor();
  await answer(await asksFor(sent, ({ reach }) => reach === 'public-ip'), []);
  await tab.locator('.faults.warning').waitFor({ state: 'detached' });
  await close();
});

test('a form that is filled from outside goes on showing the hint of the field that has the focus', async () => {
  const { tab, post, close } = await openForm();
  await field(tab, 'serverName').focus();
  await tab.locator('.hint.shown #hint-serverName').waitFor();
  await post(filledWith({ serverDescription: 'preset' }));
  await tab.waitForFunction(() => document.querySelector('[name=serverDescription]')?.value === 'preset');
  assert.ok(await tab.locator('.hint.shown #hint-serverName').isVisible());
  await close();
});

for (const locale of ['en', 'ko']) {
  test(`buttons say what they do, without a colon; what stands alone cannot be moved: ${locale}`, async () => {
    const { tab, close } = await openForm({ locale });
    const folded = tab.locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    const adds = tab.locator('.items > button.add');
    for (const add of await adds.all()) await add.click();
    assert.equal(await tab.locator('.icon.up, .icon.down').count(), 0);
    await adds.last().click();
    await tab.locator('.icon.up').nth(1).waitFor();
    assert.equal(await tab.locator('.icon.down').count(), 2);
    const said = await tab
      .locator('form button')
      .evaluateAll((all) => all.map((button) => button.ariaLabel ?? button.textContent));
    assert.ok(said.length > 10);
    assert.deepEqual(
      said.filter((words) => words?.includes(':')),
      [],
    );
    await close();
  });
}

test('the link to the docs and its key stand on one line at any width', async () => {
  const { tab, close } = await openForm({ locale: 'ko' });
  // As the editor draws keys.
  await tab.locator('.hint.shown kbd').evaluate((key) => {
    key.style.padding = '1px 3px';
  });
  for (let width = 320; width < 1200; width += 40) {
    await tab.setViewportSize({ width, height: 700 });
    const [link, key] = await tab
      .locator('.hint.shown :is(button, kbd)')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()));
    assert.ok(link && key && key.top < link.bottom && key.bottom > link.top, `${width} px`);
  }
  await close();
});

test('the active row of a list is of one colour, also where that is translucent', async () => {
  const { tab, paint, close } = await openForm({ theme: 'contrastLight' });
  await field(tab, 'serverSpecCode').focus();
  await field(tab, 'serverSpecCode').press('ArrowDown');
  const row = tab.locator('.popup li.active');
  await row.waitFor();
  for (const theme of Object.keys(themes)) {
    await paint(theme);
    const parts = await row
      .locator('*')
      .evaluateAll((all) => all.map((part) => getComputedStyle(part).backgroundColor));
    assert.deepEqual([...new Set(parts)], ['rgba(0, 0, 0, 0)'], theme);
  }
  await close();
});

test('nothing sticks out beside an open list', async () => {
  const { tab, close } = await openForm();
  const hint = tab.locator('.control', { has: field(tab, 'serverSpecCode') }).locator('.hint');
  await field(tab, 'serverSpecCode').focus();
  await hint.waitFor();
  await field(tab, 'serverSpecCode').press('ArrowDown');
  await hint.waitFor({ state: 'hidden' });
  await field(tab, 'serverSpecCode').press('Escape');
  await hint.waitFor();
  await close();
});
