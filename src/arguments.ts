/** Command line → command, operands and flags. Pure; every mistake is a diagnostic for exit code 2. */
import { parseArgs } from 'node:util';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { didYouMean, shorten } from './yaml/index.ts';

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

export type CommandLine = {
  readonly command: string | undefined;
  readonly operands: readonly string[];
  readonly flags: Flags;
  readonly diagnostics: readonly Diagnostic[];
};

const COMMON: readonly FlagName[] = [
  'content',
  'out',
  'templates',
  'fonts',
  'strict',
  'json',
  'quiet',
  'all',
  'no-color',
  'debug',
  'help',
];
const SELECTION: readonly FlagName[] = ['goal', 'measure', 'program', 'department', 'priority'];

/** The commands: which flags each takes and how many operands at most. */
export const COMMANDS = {
  build: { flags: [...COMMON, ...SELECTION, 'profile', 'check'], operands: 1 },
  check: { flags: [...COMMON, ...SELECTION, 'profile'], operands: 1 },
  agenda: {
    flags: [
      ...COMMON,
      ...SELECTION,
      'profile',
      'meeting',
      'name',
      'date',
      'title',
      'draft',
      'with-form',
      'revised',
      'check',
    ],
    operands: 1,
  },
  'hand-out': { flags: [...COMMON, 'meeting'], operands: 1 },
  schema: { flags: COMMON, operands: 1 },
  archive: { flags: [...COMMON, 'reason'], operands: 1 },
  verify: {
    flags: ['strict', 'json', 'quiet', 'all', 'no-color', 'debug', 'help', 'run-sealed-tool'],
    operands: 1,
  },
} as const satisfies Record<string, { flags: readonly FlagName[]; operands: number }>;

export type CommandName = keyof typeof COMMANDS;

/** For words that are near none that is known, as `help` and `-h`. */
const HELP_HINT = '使い方は「hyokahyo --help」で見られます。';

/** Takes the words after the program's name apart. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
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
  const [command, ...operands] = words;
  const options = tokens.filter((token) => token.kind === 'option');
  const diagnostics = [
    ...commandProblems(command, operands),
    ...options.flatMap((option) => flagProblems(option, command)),
  ];
  return { command, operands, flags: flagValues(options), diagnostics };
}

type Option = { readonly name: string; readonly rawName: string; readonly value?: string | undefined };

function commandProblems(command: string | undefined, operands: readonly string[]): Diagnostic[] {
  if (command === undefined) return [];
  if (!isCommand(command)) {
    const hints = didYouMean(command, Object.keys(COMMANDS));
    return [
      diagnose(
        'command-unknown',
        { name: shorten(command) },
        {
          hints:
            hints.length > 0 ? hints : [`使えるコマンド: ${Object.keys(COMMANDS).join('、')}`, HELP_HINT],
        },
      ),
    ];
  }
  const surplus = operands.slice(COMMANDS[command].operands);
  return surplus.map((name) => diagnose('operand-surplus', { name: shorten(name) }));
}

/** Whether a word names a command. */
export function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(COMMANDS, word);
}

function flagProblems({ name, rawName, value }: Option, command: string | undefined): Diagnostic[] {
  const allowed: readonly FlagName[] = isCommand(command)
    ? COMMANDS[command].flags
    : ['help', 'version', 'debug'];
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
  if (!allowed.includes(flag) && (command === undefined || isCommand(command)) && flag !== 'version') {
    return [diagnose('flag-not-here', { name: rawName, command: command ?? 'hyokahyo' })];
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
