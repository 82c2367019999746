/** Every kind of PDF the program makes, by the compiled program itself, into a folder that stays to be looked at. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { filesBelow, runProgram } from '../helpers/program.ts';
import { ROOT } from '../helpers/sources.ts';

/** Ignored, and taken away with the packages. */
export const FOLDER = `${ROOT}node_modules/.cache/conformance/`;

/** Kana and ASCII with CFF outlines; see tests/fonts. */
const SQUARES = 'Squares-Regular';

type Kind = {
  readonly name: string;
  /** The command line, without folders. */
  readonly args: readonly string[];
  /** A golden case; the sample edition where none. */
  readonly golden?: string;
  /** What is put at the end of `edition.yaml`. */
  readonly edition?: string;
  /** Texts of the theme and what stands there instead. */
  readonly theme?: readonly (readonly [string, string])[];
  /** Whether the test font with CFF outlines is at hand. */
  readonly squares?: boolean;
};

const A3 = ['size: A4', 'size: A3'] as const;
const CROP_MARKS = [
  ['bleed: 0 ', 'bleed: 3 '],
  ['crop_marks: false', 'crop_marks: true'],
] as const;

const CFF = ['regular: [', `regular: [${SQUARES}, `] as const;

const KINDS: readonly Kind[] = [
  { name: 'booklet', args: ['build'] },
  { name: 'booklet-print', args: ['build', '--profile', 'print'] },
  { name: 'tables-only', args: ['build'], edition: 'booklet: false\n' },
  { name: 'extract-goal', args: ['build', '--goal', '1'] },
  { name: 'extract-program', args: ['build', '--program', '2-3#2', '--profile', 'print'] },
  { name: 'meeting', args: ['agenda', 'R6', '--meeting', '2026-11-22', '--with-form'] },
  {
    name: 'one-paper',
    args: [
      ...['agenda', 'R6', '--name', '資料1-2', '--date', '令和8年11月22日（日）'],
      ...['--department', '保育課', '--draft'],
    ],
  },
  { name: 'archive', args: ['archive', 'R6'] },
  { name: 'a3', args: ['build'], theme: [A3] },
  { name: 'a3-print', args: ['build', '--profile', 'print'], theme: [A3] },
  { name: 'crop-marks', args: ['build', '--profile', 'print'], theme: CROP_MARKS },
  { name: 'cff-font', args: ['build', '--fonts', 'fonts'], theme: [CFF], squares: true },
  ...readdirSync(`${ROOT}tests/golden`)
    .filter((golden) => existsSync(`${ROOT}tests/golden/${golden}/R6`))
    .map((golden) => ({ name: `golden-${golden}`, args: ['build'], golden })),
];

export type MadeDocument = { readonly name: string; readonly file: string };

/** Makes them all anew. @throws where one cannot be made */
export async function makeDocuments(): Promise<MadeDocument[]> {
  rmSync(FOLDER, { recursive: true, force: true });
  const made: MadeDocument[] = [];
  for (const kind of KINDS) {
    const cwd = join(FOLDER, kind.name);
    prepare(kind, cwd);
    const { code, stderr } = await runProgram(kind.args, { cwd });
    if (code !== 0) throw new Error(`${kind.name}: ${stderr}`);
    for (const path of filesBelow(join(cwd, 'out')).filter((one) => one.endsWith('.pdf'))) {
      const file = join(cwd, 'out', path);
      made.push({ name: `${kind.name}: ${path.replace(/^R6\/|^archive\/R6\/v1\/data\//, '')}`, file });
    }
  }
  return made;
}

function prepare({ golden, edition, theme, squares = false }: Kind, cwd: string): void {
  mkdirSync(cwd, { recursive: true });
  const content = golden === undefined ? 'content' : `tests/golden/${golden}`;
  cpSync(`${ROOT}${content}/R6`, join(cwd, 'content/R6'), { recursive: true });
  if (edition !== undefined) appendFileSync(join(cwd, 'content/R6/edition.yaml'), `\n${edition}`);
  if (squares) addSquares(join(cwd, 'fonts'));
  if (theme === undefined) return;
  cpSync(`${ROOT}templates`, join(cwd, 'templates'), { recursive: true });
  const path = join(cwd, 'templates/hyoka3/theme.yaml');
  let text = readFileSync(path, 'utf8');
  for (const [typed, instead] of theme) {
    if (!text.includes(typed)) throw new Error(`the theme does not hold “${typed}”`);
    text = text.replace(typed, instead);
  }
  writeFileSync(path, text);
}

/** The fonts that ship, and one more. */
function addSquares(fonts: string): void {
  const bytes = readFileSync(`${ROOT}tests/fonts/${SQUARES}.otf`);
  const entry = {
    name: SQUARES,
    file: `${SQUARES}.otf`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    version: '1',
    license: 'none',
    source: 'tests/fonts/make_squares.py',
  };
  cpSync(`${ROOT}fonts`, fonts, { recursive: true });
  writeFileSync(join(fonts, entry.file), bytes);
  appendFileSync(join(fonts, 'manifest.yaml'), `\n  - ${JSON.stringify(entry)}\n`);
}
