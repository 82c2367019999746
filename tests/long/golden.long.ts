import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { composeCase } from './compose-folder.ts';
import { difference, drawPages, type Picture } from './pictures.ts';

const golden = fileURLToPath(new URL('../golden', import.meta.url));

/** Another poppler smooths edges a little differently; a moved line changes far more. */
const ALLOWED = 0.002;

describe('golden pages (npm run golden draws them anew)', () => {
  it.each(readdirSync(golden))('%s', async (name) => {
    const drawn = drawPages(await composeCase(name), 80);
    const pictures = readdirSync(`${golden}/${name}`).filter((file) => file.endsWith('.png'));
    expect(pictures).toHaveLength(drawn.length);
    pictures.sort().forEach((file, index) => {
      const expected = readGrey(`${golden}/${name}/${file}`);
      const part = difference(drawn[index] as Picture, expected, 0.2);
      expect(part, file).toBeLessThanOrEqual(ALLOWED);
    });
  });
});

function readGrey(file: string): Picture {
  const { width, height, data } = PNG.sync.read(readFileSync(file));
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = data[i * 4] as number;
  return { width, height, pixels };
}
