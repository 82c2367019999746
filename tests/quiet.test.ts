/** Tests that mean what they say: neither chance nor a clock decides, and none reads what others are writing. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from './helpers/sources.ts';

const files = readdirSync(`${ROOT}tests`, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.ts') && name !== 'quiet.test.ts')
  .map((name) => ({ name, text: readFileSync(`${ROOT}tests/${name}`, 'utf8') }));

const CHANCE = /Math\.random\(|\brandom(?:Bytes|UUID|Int)\(/;
const CLOCK = /Date\.now\(|performance\.now\(|process\.hrtime|setTimeout\(|setInterval\(/;
/** Folders that programs and tests that run meanwhile write into. */
const SHARED = /cpSync\(`\$\{ROOT\}(?:dist|out|node_modules)/;

test.each([
  ['chance', CHANCE],
  ['clocks', CLOCK],
  ['copies of folders that others write', SHARED],
])('no test relies on %s', (_, pattern) => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
});
