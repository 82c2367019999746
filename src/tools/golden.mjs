/**
 * `npm run golden`: draws the golden pages anew, for the eye. Look at every changed picture before committing it.
 * Needs poppler (pdftoppm).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root, runNode } from './prepare.mjs';

const DPI = 80;

prepare();
const { PNG } = await import('pngjs');
runNode(`${root}src/tools/compile.mjs`);
const golden = `${root}tests/golden`;
mkdirSync(`${golden}/R6`, { recursive: true });
for (const name of readdirSync(golden).sort()) {
  const content = name === 'R6' ? `${root}content` : `${golden}/${name}`;
  const out = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  runNode(`${root}dist/hyokahyo.js`, ['build', 'R6', '--quiet', '--content', content, '--out', out]);
  for (const file of readdirSync(`${golden}/${name}`).filter((entry) => entry.endsWith('.png'))) {
    rmSync(`${golden}/${name}/${file}`);
  }
  const args = ['-gray', '-png', '-r', String(DPI), join(out, 'R6', 'booklet.pdf'), `${golden}/${name}/page`];
  const drawn = spawnSync('pdftoppm', args, { stdio: 'inherit' });
  if (drawn.error) throw drawn.error;
  rmSync(out, { recursive: true });
  for (const file of readdirSync(`${golden}/${name}`).filter((entry) => entry.endsWith('.png'))) {
    shrink(`${golden}/${name}/${file}`);
  }
}

/** Poppler writes large files; a picture in the repository should be small. */
function shrink(file) {
  const picture = PNG.sync.read(readFileSync(file));
  writeFileSync(file, PNG.sync.write(picture, { colorType: 0, inputColorType: 6, deflateLevel: 9 }));
}
