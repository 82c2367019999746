/** `npm run conformance`: makes every kind of PDF and asks veraPDF, qpdf, poppler and MuPDF what they think of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { installJudges } from '../../tests/conformance/install.mjs';
import { prepare, root, runNode } from './prepare.mjs';

/** Written by tests/conformance/documents.conformance.ts. */
const TABLE = `${root}node_modules/.cache/conformance/table.txt`;

prepare();
const trouble = installJudges();
if (trouble !== undefined) {
  process.stderr.write(`${trouble}\n`);
  process.exit(2);
}
runNode(`${root}src/tools/compile.mjs`);
rmSync(TABLE, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/vitest/vitest.mjs`,
    'run',
    '--config',
    'tests/vitest.conformance.config.ts',
    '--reporter=default',
    '--reporter=json',
    '--outputFile.json=node_modules/.reports/conformance.json',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
if (existsSync(TABLE)) process.stdout.write(readFileSync(TABLE, 'utf8'));
process.exitCode = status ?? 1;
