/** Pages as pictures, by poppler, and how much two of them differ. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A grey picture, a byte a pixel. */
export type Picture = { readonly width: number; readonly height: number; readonly pixels: Uint8Array };

/** Draws every page of a PDF. poppler must have nothing to complain of. */
export function drawPages(pdf: Uint8Array, dpi: number): Picture[] {
  const folder = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  try {
    writeFileSync(join(folder, 'in.pdf'), pdf);
    const complaints = execFileSync('pdftoppm', ['-gray', '-r', String(dpi), 'in.pdf', 'page'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (complaints?.length) throw new Error(String(complaints));
    const files = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return files.sort().map((name) => parsePgm(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** PGM "P5": width, height and 255 in ASCII, then a byte a pixel. */
function parsePgm(bytes: Uint8Array): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (!header) throw new Error('no PGM picture');
  return { width: Number(header[1]), height: Number(header[2]), pixels: bytes.subarray(header[0].length) };
}

/** The part of pixels that differ by more than `tolerance` (of full black to white). */
export function difference(a: Picture, b: Picture, tolerance: number): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let different = 0;
  for (let i = 0; i < a.pixels.length; i++) {
    if (Math.abs((a.pixels[i] as number) - (b.pixels[i] as number)) > tolerance * 255) different++;
  }
  return different / a.pixels.length;
}
