// Runs a test module inside the extension host of a real VS Code, in a fresh window.
import { pathToFileURL } from 'node:url';

/**
 * Opens a window whose extension host loads `tests` (a CommonJS file that exports `run()`) and waits for its end.
 * @param {object} options
 * @param {import('playwright-core').Browser} options.browser
 * @param {{url: string, port: number}} options.editor
 * @param {string} options.extension folder of the extension under test
 * @param {string} options.tests absolute path of the test module
 * @param {(line: string) => void} options.print takes what the tests write with console.log
 * @param {(page: import('playwright-core').Page) => void} [options.watch] gets the window's page before it is opened
 * @param {number} [options.timeout] ms
 * @param {string | undefined} [options.inspect] port at which the extension host waits for a debugger
 * @returns {Promise<number>} exit code: 0 when `run()` resolved
 */
export async function runInHost({ browser, editor, extension, tests, print, watch, timeout = 420_000, inspect }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${editor.port}${pathToFileURL(path).pathname}`;
  const url = new URL(editor.url);
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
    ...(inspect ? [['inspect-brk-extensions', inspect]] : []),
  ];
  url.searchParams.set('payload', JSON.stringify(payload));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const code = new Promise((resolve, reject) => {
      page.exposeFunction('codeAutomationExit', resolve).catch(reject);
      page.once('crash', () => reject(new Error('The window crashed.')));
      setTimeout(() => reject(new Error(`The tests did not end within ${timeout} ms.`)), timeout).unref();
    });
    code.catch(() => {});
    await page.exposeFunction('codeAutomationLog', (_type, args) => print(args.map(String).join(' ')));
    watch?.(page);
    await page.goto(url.href);
    return Number(await code);
  } finally {
    await context.close();
  }
}
