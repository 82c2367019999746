/** Wrong templates, themes, fonts and command lines, through the compiled program. See `helpers/rejects.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, LAST_GOOD, reportedErrors, runProgram, STACK_TRACE } from './helpers/program.ts';
import { type Case, casesIn, prepareCase } from './helpers/rejects.ts';

describe.each(['templates', 'theme', 'fonts', 'cli'])('%s', (folder) => {
  test.each(casesIn(folder))('$name', async (wrong) => {
    const cwd = prepareCase(wrong);
    const { code, stdout, stderr } = await runProgram(wrong.args, { cwd });
    const [said, beside] = isAsked(wrong) ? [stdout, stderr] : [stderr, stdout];
    expect([reportedErrors(said), reportedErrors(beside)]).toEqual([wrong.expected, []]);
    expect(code).toBe(wrong.exit);
    if (said === stderr) expect(stdout).toBe('');
    expect(stdout + stderr).not.toMatch(STACK_TRACE);
    expect(readFileSync(join(cwd, 'out/R6/booklet.pdf'), 'utf8')).toBe(LAST_GOOD);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
  });
});

/** What `check`, `verify` and `--check` find is their answer, and goes to standard output. */
function isAsked({ args: [command = '', ...rest], exit }: Case): boolean {
  const isQuestion = ['check', 'verify'].includes(command) || rest.includes('--check');
  return isQuestion && exit !== 2;
}
