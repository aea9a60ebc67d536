// The icon of the extension is the drawing beside it, without a ground. `npm run icon` makes it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { launchBrowser } from '../support/chromium.mjs';
import { root } from '../support/paths.mjs';

const address = (file, type) => `data:${type};base64,${readFileSync(join(root, 'media/icons', file), 'base64')}`;

test('the icon is its drawing, twice as large as the Marketplace shows it, with clear corners', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const seen = await page.evaluate(
      async (addresses) => {
        const pixels = async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = canvas.height = 256;
          const paper = canvas.getContext('2d');
          if (!paper) throw new Error('There is no canvas.');
          paper.drawImage(image, 0, 0, 256, 256);
          return { size: [image.naturalWidth, image.naturalHeight], data: paper.getImageData(0, 0, 256, 256).data };
        };
        const [icon, drawing] = [await pixels(addresses[0]), await pixels(addresses[1])];
        const opacity = (x, y) => icon.data[(y * 256 + x) * 4 + 3];
        const differences = icon.data.reduce((sum, value, i) => sum + Math.abs(value - drawing.data[i]), 0);
        return {
          size: icon.size,
          corners: [opacity(0, 0), opacity(255, 0), opacity(0, 255), opacity(255, 255)],
          middle: opacity(128, 128),
          difference: differences / icon.data.length,
        };
      },
      [address('extension.png', 'image/png'), address('extension.svg', 'image/svg+xml')],
    );
    assert.deepEqual(seen.size, [256, 256]);
    assert.deepEqual(seen.corners, [0, 0, 0, 0]);
    assert.equal(seen.middle, 255);
    assert.ok(seen.difference < 2, `Of 255 steps a channel differs by ${seen.difference}: run npm run icon`);
  } finally {
    await browser.close();
  }
});
