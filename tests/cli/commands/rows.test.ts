import { describe, expect, test } from 'vitest';
import { COMMANDS, OVERVIEW } from '../../../src/cli/commands/rows.ts';

describe('help', () => {
  const named = (text: string) => new Set(text.match(/--[a-z-]+/g));

  test.each(COMMANDS)('$name names each of its flags but itself, and no other', ({ flags, help }) => {
    const wanted = flags.filter((flag) => flag !== 'help').map((flag) => `--${flag}`);
    expect([...named(help)].sort()).toEqual([...wanted].sort());
  });

  test('the overview names every command', () => {
    expect(COMMANDS.filter(({ name }) => !OVERVIEW.includes(`\n  ${name} `))).toEqual([]);
  });

  test('fits a terminal of 100 columns', () => {
    const width = (line: string) =>
      [...line].reduce((sum, character) => sum + (character > '\u2000' ? 2 : 1), 0);
    const long = [OVERVIEW, ...COMMANDS.map(({ help }) => help)]
      .flatMap((text) => text.split('\n'))
      .filter((line) => width(line) > 100);
    expect(long).toEqual([]);
  });
});
