/** Wrong templates, themes, fonts and command lines, through the compiled program. See `helpers/rejects.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, LAST_GOOD, reportedErrors, runProgram, STACK_TRACE } from './helpers/program.ts';
import { casesIn, prepareCase } from './helpers/rejects.ts';

describe.each(['templates', 'theme', 'fonts', 'cli'])('%s', (folder) => {
  test.each(casesIn(folder))('$name', async (wrong) => {
    const cwd = prepareCase(wrong);
    const { code, stdout, stderr } = await runProgram(wrong.args, { cwd });
    expect(reportedErrors(stderr)).toEqual(wrong.expected);
    expect(code).toBe(wrong.exit);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(readFileSync(join(cwd, 'out/R6/booklet.pdf'), 'utf8')).toBe(LAST_GOOD);
    expect(filesBelow(join(cwd, 'out'))).toEqual(['R6/booklet.pdf']);
  });
});
