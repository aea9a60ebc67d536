// `npm run icon`: the icon of the extension, media/icons/extension.png, from the SVG beside it. The Marketplace takes no SVG.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './chromium.mjs';
import { root } from './paths.mjs';
import { exitOnSignals } from './processes.mjs';

/** Width and height in pixels: twice what the Marketplace shows. */
const size = 256;

exitOnSignals();
const drawing = readFileSync(join(root, 'media/icons/extension.svg'), 'utf8');
const browser = await launchBrowser(console.log);
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`);
  writeFileSync(join(root, 'media/icons/extension.png'), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
