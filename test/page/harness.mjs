// The form's page in a plain Chromium: the real document with its policy, a host that answers from a real sandbox.
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { builds } from '../../esbuild.mjs';
import { launchBrowser } from '../support/chromium.mjs';
import { portOf } from '../support/editor.mjs';
import { artefacts, root } from '../support/paths.mjs';
import { newestThemes, themes } from './themes.mjs';

export { newestThemes, themes };

const allThemes = { ...themes, ...newestThemes };

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const { default: axe } = await import(axePath);

const out = join(root, '.cache/page');
const kinds = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  dark2026: 'vscode-dark',
  light2026: 'vscode-light',
  contrastDark: 'vscode-high-contrast',
  contrastLight: 'vscode-high-contrast vscode-high-contrast-light',
};
/** Longest wait for something that the page does by itself, in ms. Nothing waits for a time. */
const patience = 15_000;
const regions = { vpc: 'KR', classic: '1' };

/**
 * Builds the page, starts a sandbox and a browser.
 * `open` gives a page that shows the form; `sent` on it are the messages and questions that the form has posted, and
 * `answer` answers one of these; `paint` gives it another theme.
 */
export async function startHarness() {
  mkdirSync(artefacts, { recursive: true });
  /** @type {import('esbuild').BuildOptions} */
  const common = { absWorkingDir: root, bundle: true, format: 'esm', logLevel: 'warning' };
  const [reference, page, style] = await Promise.all([
    ...['reference', 'form', 'form-style'].map(shipped),
    build({
      ...common,
      entryPoints: ['test/page/parts.ts'],
      platform: 'node',
      packages: 'external',
      outfile: join(out, 'parts.mjs'),
    }),
  ]);
  const { Catalog, NcloudClient, PriceList, pageHtml, startSandbox } = await import(
    pathToFileURL(join(out, 'parts.mjs')).href
  );
  const sandbox = await startSandbox({ speed: 'instant' });
  const client = new NcloudClient(sandbox);
  const prices = new PriceList(client, true);
  const catalogs = {
    vpc: new Catalog(client, 'vpc', regions.vpc),
    classic: new Catalog(client, 'classic', regions.classic),
  };
  const files = new Map([
    ['/reference.cjs', ['text/javascript', reference]],
    ['/form.js', ['text/javascript', page]],
    ['/form-style.css', ['text/css', style]],
  ]);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const origin = `http://${request.headers.host}`;
    const html = () =>
      pageHtml({
        locale: searchParams.get('locale') ?? 'en',
        title: 'Create server',
        element: 'ncloud-form',
        attributes: { 'account-id': 'a' },
        reference: `${origin}/reference.cjs`,
        script: `${origin}/form.js`,
        style: `${origin}/form-style.css`,
        cspSource: origin,
        nonce: 'bm9uY2Vub25jZW5vbmNl',
      });
    const [type, text] = files.get(pathname) ?? ['text/html', html()];
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const browser = await launchBrowser();

  async function open({
    theme = 'dark',
    locale = 'en',
    environment = 'vpc',
    width = 1200,
    height = 900,
    draft = {},
    takenNames = [],
    price = (product) => prices.price('KR', product),
    rows = (lookup, fresh) => catalogs[environment].rows(lookup.parameter, lookup.params, { fresh }),
  } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, locale });
    const tab = await context.newPage();
    tab.setDefaultTimeout(patience);
    const sent = [];
    const errors = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    tab.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const post = (message) => tab.evaluate((data) => window.postMessage(data, '*'), message);
    const hosts = {
      ready: () =>
        post({
          type: 'start',
          locale,
          account: { id: 'a', label: 'company', environment, region: 'KR', sandbox: false },
          draft: { environment, values: {}, chosen: {}, ...draft },
          memory: { rows: {}, filled: [] },
          replace: false,
          takenNames,
        }),
      ask: async ({ id, question }) => {
        const find = answers[question.type];
        if (!find) return;
        try {
          await post({ type: 'answer', id, answer: await find(question) });
        } catch (error) {
          await post({ type: 'unanswered', id, reason: error.message });
        }
      },
    };
    const answers = {
      price: ({ product }) => price(product),
      lookup: ({ lookup, fresh = false }) => rows(lookup, fresh),
    };
    /** The numbers of the questions among the messages. */
    const ids = new Map();
    await tab.exposeFunction('toHost', (message) => {
      const said = message.type === 'ask' ? message.question : message;
      ids.set(said, message.id);
      sent.push(said);
      return hosts[message.type]?.(message);
    });
    const answer = (question, found) => post({ type: 'answer', id: ids.get(question), answer: found });
    await tab.addInitScript(
      ([variables, kind]) => {
        let state;
        window.acquireVsCodeApi = () => ({
          postMessage: (message) => void window.toHost(message),
          getState: () => state,
          setState: (next) => {
            state = next;
          },
        });
        const paint = (next, className) => {
          for (const name of [...document.documentElement.style])
            if (name.startsWith('--vscode-')) document.documentElement.style.removeProperty(name);
          for (const [name, value] of Object.entries(next)) document.documentElement.style.setProperty(name, value);
          document.body.className = className;
        };
        Object.assign(window, { paint });
        document.addEventListener('DOMContentLoaded', () => paint(variables, kind));
      },
      [allThemes[theme], kinds[theme]],
    );
    const paint = (next) =>
      tab.evaluate(
        ([variables, kind]) => Reflect.get(window, 'paint')(variables, kind),
        [allThemes[next], kinds[next]],
      );
    await tab.goto(`${origin}/?locale=${locale}`);
    await tab.locator('[data-action="create"]').waitFor();
    return { tab, sent, errors, post, answer, paint, close: () => context.close() };
  }

  return {
    open,
    client,
    async stop() {
      await browser.close();
      server.close();
      await sandbox.stop();
    },
  };
}

/**
 * The first message of a type that fits, once the page has posted it: the page takes its time, and so does its way here.
 * @param {string} type
 */
export async function told(sent, type, fits = (_message) => true) {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = sent.find((message) => message.type === type && fits(message));
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`The page posted no such message ${type}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * Waits until the form has filled in what it can.
 * @param {import('playwright-core').Page} tab
 */
export async function settled(tab) {
  await tab.waitForFunction(
    () =>
      document.querySelector('[name="serverSpecCode"], [name="serverProductCode"]')?.value !== '' &&
      ![...document.querySelectorAll('.list-state')].some((state) => /Loading|불러오는/.test(state.textContent)),
  );
}

/**
 * What bars people from the page as it is now.
 * @param {import('playwright-core').Page} tab
 */
export async function violations(tab) {
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/**
 * What is shipped under a name, in readable form.
 * @param {string} name
 */
async function shipped(name) {
  const all = /** @type {(import('esbuild').BuildOptions & { entryPoints: Record<string, string> })[]} */ (builds);
  const options = all.find(({ entryPoints }) => name in entryPoints);
  if (!options) throw new Error(`Nothing is built as ${name}`);
  const { outputFiles } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: { [name]: options.entryPoints[name] },
    minify: false,
    write: false,
  });
  return outputFiles[0].text;
}

/**
 * Where a screenshot goes.
 * @param {string} name
 */
export function shot(name) {
  return join(artefacts, `form-${name}.png`);
}
