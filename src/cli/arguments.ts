/** Command line → command, operands and flags. Pure; every mistake is a diagnostic for exit code 2. */
import { parseArgs } from 'node:util';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { didYouMean, shorten } from '../yaml/index.ts';

type FlagKind = 'switch' | 'value' | 'list';

/** Every flag there is. */
const FLAGS = {
  content: 'value',
  out: 'value',
  templates: 'value',
  fonts: 'value',
  strict: 'switch',
  json: 'switch',
  quiet: 'switch',
  all: 'switch',
  'no-color': 'switch',
  debug: 'switch',
  help: 'switch',
  version: 'switch',
  goal: 'list',
  measure: 'list',
  program: 'list',
  department: 'list',
  priority: 'switch',
  profile: 'value',
  check: 'switch',
  meeting: 'value',
  name: 'value',
  date: 'value',
  title: 'value',
  draft: 'switch',
  'with-form': 'switch',
  revised: 'switch',
  reason: 'value',
  'run-sealed-tool': 'switch',
} as const satisfies Record<string, FlagKind>;

export type FlagName = keyof typeof FLAGS;

/** Flags whose value is one of a few words; the first is the usual one. */
const CHOICES = { profile: ['screen', 'print'] } as const satisfies { [N in FlagName]?: readonly string[] };

type FlagValue<K extends FlagKind> = K extends 'switch'
  ? boolean
  : K extends 'value'
    ? string | undefined
    : readonly string[];

type Choice<N> = N extends keyof typeof CHOICES ? (typeof CHOICES)[N][number] | undefined : never;

export type Flags = {
  readonly [N in FlagName]: N extends keyof typeof CHOICES ? Choice<N> : FlagValue<(typeof FLAGS)[N]>;
};

/** `command` is undefined where no word, or an unknown one, stands in its place. */
export type CommandLine<C> = {
  readonly command: C | undefined;
  readonly operands: readonly string[];
  readonly flags: Flags;
  readonly diagnostics: readonly Diagnostic[];
};

/** What a command line is read by. */
type Listed = { readonly name: string; readonly flags: readonly FlagName[] };

/** Flags that go without a command. */
const BARE: readonly FlagName[] = ['help', 'version', 'debug'];

/** For words that are near none that is known, as `help` and `-h`. */
const HELP_HINT = '使い方は「hyokahyo --help」で見られます。';

/** Takes the words after the program's name apart; every command takes one operand at most. */
export function parseCommandLine<C extends Listed>(
  argv: readonly string[],
  commands: readonly C[],
): CommandLine<C> {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(FLAGS).map(([name, kind]) => [
        name,
        { type: kind === 'switch' ? 'boolean' : 'string' } as const,
      ]),
    ),
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [word, ...operands] = words;
  const command = commands.find(({ name }) => name === word);
  const options = tokens.filter((token) => token.kind === 'option');
  const isUnknown = word !== undefined && !command;
  const diagnostics = [
    ...(isUnknown ? [unknownCommand(word, commands)] : []),
    ...(command ? operands.slice(1).map((name) => diagnose('operand-surplus', { name: shorten(name) })) : []),
    ...options.flatMap((option) => flagProblems(option, command, isUnknown)),
  ];
  return { command, operands, flags: flagValues(options), diagnostics };
}

type Option = { readonly name: string; readonly rawName: string; readonly value?: string | undefined };

function unknownCommand(name: string, commands: readonly Listed[]): Diagnostic {
  const names = commands.map((command) => command.name);
  const meant = didYouMean(name, names);
  const hints = meant.length > 0 ? meant : [`使えるコマンド: ${names.join('、')}`, HELP_HINT];
  return diagnose('command-unknown', { name: shorten(name) }, { hints });
}

/** @param isUnknown whether a command is named that there is not: it may take the flag or not */
function flagProblems(
  { name, rawName, value }: Option,
  command: Listed | undefined,
  isUnknown: boolean,
): Diagnostic[] {
  const allowed = command?.flags ?? BARE;
  if (!Object.hasOwn(FLAGS, name)) {
    const meant = didYouMean(
      rawName,
      allowed.map((flag) => `--${flag}`),
    );
    return [
      diagnose('flag-unknown', { name: shorten(rawName) }, { hints: meant.length > 0 ? meant : [HELP_HINT] }),
    ];
  }
  const flag = name as FlagName;
  if (FLAGS[flag] === 'switch') {
    if (value !== undefined) return [diagnose('flag-surplus-value', { name: rawName })];
  } else if (value === undefined || value === '' || value.startsWith('--')) {
    return [diagnose('flag-value-missing', { name: rawName })];
  }
  const choices: readonly string[] | undefined = (CHOICES as Partial<Record<FlagName, readonly string[]>>)[
    flag
  ];
  if (choices && value !== undefined && !choices.includes(value)) {
    const hints = [`使える値: ${choices.join('、')}`];
    return [diagnose('flag-value', { name: rawName, value: shorten(value) }, { hints })];
  }
  if (!allowed.includes(flag) && !isUnknown && flag !== 'version') {
    return [diagnose('flag-not-here', { name: rawName, command: command?.name ?? 'hyokahyo' })];
  }
  return [];
}

function flagValues(options: readonly Option[]): Flags {
  const given = (name: string) => options.filter((option) => option.name === name);
  return Object.fromEntries(
    Object.entries(FLAGS).map(([name, kind]) => {
      if (kind === 'switch') return [name, given(name).length > 0];
      const values = given(name).flatMap((option) => option.value ?? []);
      return [name, kind === 'list' ? values : values.at(-1)];
    }),
  ) as Flags;
}
