/**
 * `npm run golden`: draws the golden pages anew, for the eye. Look at every changed picture before committing it.
 * Needs poppler (pdftoppm).
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root, runNode } from './prepare.mjs';

const DPI = 80;

prepare();
const { PNG } = await import('pngjs');
runNode(`${root}src/tools/compile.mjs`);
const golden = `${root}tests/golden`;
for (const name of ['R6', 'R6-booklet', 'R6-agenda']) mkdirSync(`${golden}/${name}`, { recursive: true });
for (const name of readdirSync(golden).sort()) {
  const out = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  const file = make(name, out);
  for (const picture of pictures(name)) rmSync(picture);
  const args = ['-gray', '-png', '-r', String(DPI), file, `${golden}/${name}/page`];
  const drawn = spawnSync('pdftoppm', args, { stdio: 'inherit' });
  if (drawn.error) throw drawn.error;
  rmSync(out, { recursive: true });
  pictures(name).forEach(shrink);
}

function pictures(name) {
  const folder = `${golden}/${name}`;
  return readdirSync(folder)
    .filter((file) => file.endsWith('.png'))
    .map((file) => `${folder}/${file}`);
}

/** Makes a case's PDF: of the real edition its tables, its booklet or a meeting's papers, of the others the tables. */
function make(name, out) {
  const run = (content, ...args) =>
    runNode(`${root}dist/hyokahyo.js`, [...args, '--quiet', '--content', content, '--out', out]);
  if (name === 'R6-agenda') {
    run(`${root}content`, 'agenda', 'R6', '--meeting', '2026-11-22');
    return join(out, 'R6/agenda/2026-11-22/会議資料.pdf');
  }
  if (name === 'R6') {
    cpSync(`${root}content`, join(out, 'content'), { recursive: true });
    appendFileSync(join(out, 'content/R6/edition.yaml'), '\nbooklet: false\n');
    run(join(out, 'content'), 'build', 'R6');
  } else run(name === 'R6-booklet' ? `${root}content` : `${golden}/${name}`, 'build', 'R6');
  return join(out, 'R6/booklet.pdf');
}

/** Poppler writes large files; a picture in the repository should be small. */
function shrink(file) {
  const picture = PNG.sync.read(readFileSync(file));
  writeFileSync(file, PNG.sync.write(picture, { colorType: 0, inputColorType: 6, deflateLevel: 9 }));
}
