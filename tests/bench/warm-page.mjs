/** The row of the live preview: a changed program's page, warm. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { median } from './statistics.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @param {string} folder where the loads stand, each with its `content/R6`
 * @param {readonly string[]} names the loads' folders
 * @returns for each load the median, the least and the most milliseconds
 */
export async function measureWarmPages(folder, names) {
  const program = `${folder}/warm-page.cjs`;
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['tests/bench/warm-page.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return names.map((name) => {
    const args = [program, `${folder}/${name}/content/R6`, `${ROOT}templates`, `${ROOT}fonts`];
    const times = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    return { name, median: median(times), least: Math.min(...times), most: Math.max(...times) };
  });
}
