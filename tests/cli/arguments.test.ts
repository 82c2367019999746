import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/cli/arguments.ts';
import { COMMANDS } from '../../src/cli/commands/rows.ts';

const parse = (line: string) => parseCommandLine(line === '' ? [] : line.split(' '), COMMANDS);
const codes = (line: string) => parse(line).diagnostics.map(({ code }) => code);

test('words without end are shortened in what is said of them', () => {
  const long = 'x'.repeat(1_000_000);
  const lines = [[long], ['build', 'R6', long], ['build', `--${long}`], ['build', '--profile', long]];
  for (const line of lines) {
    const { diagnostics } = parseCommandLine(line, COMMANDS);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { message, hints } of diagnostics) {
      expect(message.length).toBeLessThan(200);
      expect(hints.join('').length).toBeLessThan(400);
    }
  }
});

describe('a good line', () => {
  test('has a command, an edition and flags in any order', () => {
    const { command, operands, flags, diagnostics } = parse('--strict build --out papers R6 --goal 1');
    expect(diagnostics).toEqual([]);
    expect([command?.name, operands]).toEqual(['build', ['R6']]);
    expect(flags).toMatchObject({
      strict: true,
      out: 'papers',
      goal: ['1'],
      json: false,
      content: undefined,
    });
  });

  test('may repeat a selection, and the last folder counts', () => {
    const { flags, diagnostics } = parse('build --goal 1 --goal=6 --program 1-1#2 --out a --out b');
    expect(diagnostics).toEqual([]);
    expect(flags).toMatchObject({ goal: ['1', '6'], program: ['1-1#2'], out: 'b' });
  });

  test.each([
    '',
    '--help',
    '--version',
    'build',
    'build --help',
    'check --version',
    'schema R6',
    'archive R6 --reason 訂正',
    'verify out/archive/R6/v1 --run-sealed-tool --json',
    'build -- R6',
  ])('%j', (line) => {
    expect(codes(line)).toEqual([]);
  });
});

describe('a wrong line', () => {
  test.each([
    ['biuld', ['command-unknown']],
    ['constructor', ['command-unknown']],
    ['biuld --goal 1', ['command-unknown']],
    ['build R6 R5', ['operand-surplus']],
    ['build R6 R5 R4', ['operand-surplus', 'operand-surplus']],
    ['build --stric', ['flag-unknown']],
    ['build -v', ['flag-unknown']],
    ['build --__proto__', ['flag-unknown']],
    ['build --out', ['flag-value-missing']],
    ['build --out --json', ['flag-value-missing']],
    ['build --goal=', ['flag-value-missing']],
    ['build --json=yes', ['flag-surplus-value']],
    ['schema --priority', ['flag-not-here']],
    ['--json', ['flag-not-here']],
    ['archive --reason', ['flag-value-missing']],
    ['archive --goal 1', ['flag-not-here']],
    ['build --reason 訂正', ['flag-not-here']],
    ['verify a --out b', ['flag-not-here']],
    ['verify a b', ['operand-surplus']],
    ['build --stric --qiet R6 R5', ['operand-surplus', 'flag-unknown', 'flag-unknown']],
  ])('%s', (line, expected) => {
    expect(codes(line)).toEqual(expected);
  });

  test.each([
    ['biuld', 'build'],
    ['chek', 'check'],
    ['build --stritc', '--strict'],
    ['build --departmnet 保育課', '--department'],
    ['build --no-colour', '--no-color'],
  ])('%s: did you mean %s', (line, meant) => {
    expect(parse(line).diagnostics[0]?.hints.join()).toContain(meant);
  });

  test('a command nobody would guess lists what there is', () => {
    const hint = parse('xyzzy').diagnostics[0]?.hints.join() ?? '';
    expect(COMMANDS.filter(({ name }) => !hint.includes(name))).toEqual([]);
  });

  test('never throws, and always says why', () => {
    const word = fc.oneof(
      fc.constantFrom('build', '--out', '--', '-', '--goal=', '-x', '--no-strict', 'R6', '--=', '=', ''),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word), (argv) => {
        const { diagnostics, flags } = parseCommandLine(argv, COMMANDS);
        expect(diagnostics.every(({ severity }) => severity === 'error')).toBe(true);
        expect(Object.keys(flags)).toHaveLength(28);
      }),
    );
  });
});
