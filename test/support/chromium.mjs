// The browser that shows the editor: the one of this machine, installed when there is none.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './processes.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  `${process.env.ProgramFiles}\\Google\\Chrome\\Application\\chrome.exe`,
];

/**
 * Opens a headless Chromium. CHROMIUM_PATH names another one than the machine's own.
 * @param {(line: string) => void} [progress]
 * @param {readonly string[]} [more] flags of Chromium
 * @throws Error when there is no Chromium and none can be installed.
 */
export async function launchBrowser(progress = () => {}, more = []) {
  return chromium.launch({ executablePath: await findBrowser(progress), args: [...flags, ...more] });
}

/** @param {(line: string) => void} progress */
async function findBrowser(progress) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  const downloaded = chromium.executablePath();
  const found = () => [...places, downloaded].find((place) => existsSync(place)) ?? '';
  if (found()) return found();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    progress('Installing Chromium and a Korean font with apt-get…');
    try {
      await aptInstall();
    } catch (error) {
      progress(error.message);
    }
    if (found()) return found();
  }
  progress('Installing Chromium with playwright-core…');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  await run(process.execPath, [cli, 'install', 'chromium'], { timeout: 600_000 });
  if (found()) return found();
  throw new Error('There is no Chromium; install one and name it in CHROMIUM_PATH.');
}

async function aptInstall() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, timeout: 180_000 });
  const packages = ['chromium', 'fonts-nanum'];
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, timeout: 600_000 });
}
