/** Prints `N passed, N failed` over the reports that the test runs of this clone have left. */
import { existsSync, readFileSync } from 'node:fs';
import { root } from './prepare.mjs';

let passed = 0;
let failed = 0;
for (const name of ['tests', 'long', 'conformance']) {
  const file = `${root}node_modules/.reports/${name}.json`;
  if (!existsSync(file)) continue;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
if (failed > 0 || passed === 0) process.exit(1);
