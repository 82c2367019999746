/**
 * Compiles `src/` into what ships, `dist/`: the bundle, what starts it, the licences of what went into it, the
 * documents, and all else that says where it comes from: `archive` seals this folder along with every edition.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
const { bundle } = await import('./bundle.mjs');
const { licences } = await import('./licences.mjs');
const dist = `${root}dist`;
const { name, version, description, license, engines } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
writeFileSync(`${dist}/LICENSES.txt`, licences(await bundle(dist)));
// CommonJS starts sooner than modules.
const about = { name, version, description, license, type: 'commonjs', engines };
writeFileSync(`${dist}/package.json`, `${JSON.stringify(about, null, 2)}\n`);
// An installed package has no lock file of its own.
const manuals = JSON.parse(readFileSync(`${root}src/archive/manuals.json`, 'utf8'));
for (const file of ['package-lock.json', 'LICENSE', ...manuals]) {
  mkdirSync(dirname(`${dist}/${file}`), { recursive: true });
  copyFileSync(`${root}${file}`, `${dist}/${file}`);
}
