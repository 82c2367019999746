/** `npm test`: installs what is missing, then types, lint and format, the bundle, and the tests. */
import { prepare, root, runNode } from './prepare.mjs';

prepare();
const modules = `${root}node_modules/`;
const [mode, ...rest] = process.argv.slice(2);
const long = mode === '--long';
if (!long) {
  runNode(`${modules}typescript/bin/tsc`, ['--noEmit']);
  runNode(`${modules}@biomejs/biome/bin/biome`, ['check', '--error-on-warnings', '.']);
}
runNode(`${root}src/tools/compile.mjs`);
const config = long ? 'tests/vitest.long.config.ts' : 'tests/vitest.config.ts';
const report = `--outputFile.json=node_modules/.reports/${long ? 'long' : 'tests'}.json`;
const reporters = ['--reporter=default', '--reporter=json', report];
runNode(`${modules}vitest/vitest.mjs`, [
  'run',
  '--config',
  config,
  ...reporters,
  ...(long ? rest : process.argv.slice(2)),
]);
