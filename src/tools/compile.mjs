/**
 * Compiles `src/` into the one bundle that ships: `dist/hyokahyo.js` (starts) and `dist/bundle.cjs` (the rest,
 * libraries included, each evaluated only when first used), with the licences of what went into it and all else that
 * tells where it comes from: `archive` seals this folder along with every edition.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { prepare, root } from './prepare.mjs';

prepare();
const { build } = await import('esbuild');
const { licences } = await import('./licences.mjs');
const { name, version, description, license, engines } = JSON.parse(
  readFileSync(`${root}package.json`, 'utf8'),
);
const dist = `${root}dist/`;

/** Modules of libraries that nothing here ever calls; absent.mjs says what they would do. */
const UNUSED = ['@noble/ciphers/aes', 'brotli/decompress.js', 'linebreak', 'linkedom', 'unicode-properties'];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const common = {
  absWorkingDir: root,
  platform: 'node',
  target: 'node20.19',
  bundle: true,
  legalComments: 'none',
};
const [bundle] = await Promise.all([
  build({
    ...common,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/bundle.cjs',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // yaml's other build asks the environment at every token; this one is the same without.
    alias: {
      yaml: './node_modules/yaml/browser/index.js',
      fontkit: './src/tools/fontkit-when-used.mjs',
      pdfkit: './src/tools/pdfkit-when-used.mjs',
      ...Object.fromEntries(UNUSED.map((name) => [name, './src/tools/absent.mjs'])),
    },
    define: { HYOKAHYO_VERSION: JSON.stringify(version) },
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    logLevel: 'warning',
  }),
  build({
    ...common,
    entryPoints: ['src/launcher.ts'],
    outfile: 'dist/hyokahyo.js',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    logLevel: 'warning',
  }),
]);
// The compiler leaves regular expressions as they are; a text of ASCII alone takes V8 half the memory, and less time.
const compiled = readFileSync(`${dist}bundle.cjs`, 'utf8');
writeFileSync(
  `${dist}bundle.cjs`,
  compiled.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
);
writeFileSync(`${dist}LICENSES.txt`, licences(bundle.metafile));
// CommonJS starts sooner than modules.
const about = { name, version, description, license, type: 'commonjs', engines };
writeFileSync(`${dist}package.json`, `${JSON.stringify(about, null, 2)}\n`);
// An installed package has no lock file of its own.
for (const file of ['package-lock.json', 'LICENSE', 'README.md'])
  copyFileSync(`${root}${file}`, `${dist}${file}`);
