/**
 * Compiles the program as it would be without tags, into `dist/` beside this file: so that what tagging costs can be
 * measured, and bare pages compared with bare pages. The program itself has no such switch.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../../src/tools/bundle.mjs';

const folder = fileURLToPath(new URL('dist', import.meta.url));

/** Puts what does nothing in the place of the two modules that make structure elements. */
const untagged = {
  name: 'untagged',
  setup(build) {
    build.onResolve({ filter: /\/structure-(?:builder|writer)\.ts$/ }, () => ({
      path: fileURLToPath(new URL('no-structure.mjs', import.meta.url)),
    }));
  },
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
await bundle(folder, [untagged]);
writeFileSync(`${folder}/package.json`, '{ "type": "commonjs" }\n');
