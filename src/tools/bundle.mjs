/**
 * `src/` → `bundle.cjs` (everything, libraries included, each evaluated only when first used) and `hyokahyo.js`, which
 * starts it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { root } from './prepare.mjs';
import { readyTemplates } from './ready-templates.mjs';

/** Modules of libraries that nothing here ever calls; absent.mjs says what they would do. */
const UNUSED = ['@noble/ciphers/aes', 'brotli/decompress.js', 'linebreak', 'linkedom', 'unicode-properties'];

const COMMON = {
  absWorkingDir: root,
  platform: 'node',
  target: 'node20.19',
  bundle: true,
  legalComments: 'none',
  format: 'cjs',
  logLevel: 'warning',
};

/**
 * @param {string} folder an existing folder to write into
 * @param {readonly import('esbuild').Plugin[]} plugins what may put other modules in the place of the program's own
 * @returns {Promise<import('esbuild').Metafile>} what went into the bundle
 */
export async function bundle(folder, plugins = []) {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const outfile = `${folder}/bundle.cjs`;
  const [{ metafile }] = await Promise.all([
    build({
      ...COMMON,
      entryPoints: ['src/cli/main.ts'],
      outfile,
      mainFields: ['module', 'main'],
      // yaml's other build asks the environment at every token; this one is the same without.
      alias: {
        yaml: './node_modules/yaml/browser/index.js',
        ...Object.fromEntries(UNUSED.map((name) => [name, './src/tools/absent.mjs'])),
      },
      define: { HYOKAHYO_VERSION: JSON.stringify(version) },
      minifySyntax: true,
      minifyWhitespace: true,
      metafile: true,
      plugins: [readyTemplates, ...plugins],
    }),
    build({
      ...COMMON,
      entryPoints: ['src/launcher.ts'],
      outfile: `${folder}/hyokahyo.js`,
      banner: { js: '#!/usr/bin/env node' },
    }),
  ]);
  writeFileSync(outfile, inAscii(readFileSync(outfile, 'utf8')));
  return metafile;
}

/** The compiler leaves regular expressions as they are; a text of ASCII alone takes V8 half the memory, and less time. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
