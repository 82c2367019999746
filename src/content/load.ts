/** A folder → a checked edition, or everything wrong with it in one run. */
import { type Diagnostic, hasErrors, type Result, type Span } from '../ground/diagnostic.ts';
import type { World } from '../ground/world.ts';
import { checkSchema, type Finding, type Path, placeAll, type YamlDocument } from '../yaml/index.ts';
import { type Doubts, doubtsOf } from './doubts.ts';
import { type Edition, goalOf, type Measure, type Origin } from './edition.ts';
import { withEditionPlaces } from './edition-places.ts';
import { checkEdition } from './edition-rules.ts';
import { inside, type Place, readDocument } from './files.ts';
import { checkMeasure } from './measure-rules.ts';
import { inReadingOrder } from './order.ts';
import { finding } from './rule.ts';
import { type EditionFile, editionSchema, type MeasureFile, measureSchema } from './schemas.ts';
import { inWhole, type SoundPart, soundPart } from './sound.ts';
import { listMeasures, straysBeside } from './strays.ts';
import { textFindings } from './texts.ts';

/** An edition and the way back from any text of it to where it was typed. */
export type LoadedEdition = {
  readonly edition: Edition;
  /** The span of what an origin names, or of the first occurrence of a character in it. Parses the file again. */
  locate(origin: Origin, character?: string): Span;
};

/** A file of the right shape. */
type Checked<T> = { readonly name: string; readonly document: YamlDocument; readonly content: T };

/** An edition, and what measures cannot rely on in it. */
type CheckedEdition = Checked<EditionFile> & { readonly doubts: Doubts };

/** A measure, or the programs of it that have the right shape, with all that was found in the file. */
type RuledMeasure = Checked<MeasureFile> & {
  readonly diagnostics: readonly Diagnostic[];
  /** What the rules of its edition say of it. */
  readonly broken: readonly Diagnostic[];
};

/** An edition or what is wrong; then, where there is any, what is right, to be looked at further. */
export type EditionResult = Result<LoadedEdition> & { readonly sound?: LoadedEdition };

/**
 * @param world the disk
 * @param folder the edition's folder, e.g. `content/R6`
 * @param shownAs the folder's name in diagnostics, with forward slashes
 * @returns the edition (along with warnings), or the errors of all its files in reading order, and what is right in spite
 *   of them: whole programs of an edition.yaml without errors
 */
export function loadEdition(
  world: World,
  folder: string,
  shownAs = folder.replaceAll('\\', '/'),
): EditionResult {
  const place = { path: folder, shown: shownAs };
  const name = folder.split(/[\\/]/).findLast((part) => part !== '') ?? folder;
  const edition = readEdition(world, place, name);
  const measures = readMeasures(world, inside(place, 'measures'), edition.value);
  const broken = (measures.value ?? []).flatMap((measure) => measure.broken);
  const diagnostics = [
    ...straysBeside(world, place),
    ...edition.diagnostics,
    ...measures.diagnostics,
    ...(edition.value ? withEditionPlaces(broken, edition.value.document) : broken),
  ];
  const complete =
    edition.value && measures.value && !hasErrors([...edition.diagnostics, ...measures.diagnostics]);
  if (complete) diagnostics.push(...goalsWithoutMeasures(edition.value, measures.value));
  const sorted = inReadingOrder(diagnostics);
  if (complete && !hasErrors(sorted))
    return { value: assemble(edition.value, measures.value), diagnostics: sorted };
  const isSound = edition.value && !hasErrors(edition.diagnostics);
  const sound = isSound ? soundEdition(edition.value, measures.value ?? []) : undefined;
  return { diagnostics: sorted, ...(sound ? { sound } : {}) };
}

function readEdition(world: World, folder: Place, name: string): Result<CheckedEdition> {
  const { value: document, diagnostics } = readDocument(world, inside(folder, 'edition.yaml'), editionSchema);
  if (!document) return { diagnostics };
  const { value: content, diagnostics: problems } = checkSchema(document, editionSchema);
  const findings = [
    ...textFindings(document.value, document.asides),
    ...(content ? checkEdition(content, name) : []),
  ];
  const all = [...problems, ...placeAll(document, findings)];
  if (!content) return { diagnostics: all };
  return { value: { name, document, content, doubts: doubtsOf(content, findings) }, diagnostics: all };
}

/** All measure files that are right at least in part; the diagnostics tell of their shape. */
function readMeasures(
  world: World,
  folder: Place,
  edition: CheckedEdition | undefined,
): Result<readonly RuledMeasure[]> {
  const { value: files = [], diagnostics: listing } = listMeasures(world, folder);
  const results = files.map((file) =>
    readMeasure(world, inside(folder, file), file.replace(/\.yaml$/, ''), edition),
  );
  return {
    value: results.flatMap(({ value }) => value ?? []),
    diagnostics: [...listing, ...results.flatMap(({ diagnostics }) => diagnostics)],
  };
}

/** A measure is checked as soon as it is read: its places are found the faster. */
function readMeasure(
  world: World,
  place: Place,
  name: string,
  edition: CheckedEdition | undefined,
): Result<RuledMeasure> {
  const { value: document, diagnostics: unreadable } = readDocument(world, place, measureSchema);
  if (!document) return { diagnostics: unreadable };
  const { value: whole, diagnostics: problems } = checkSchema(document, measureSchema);
  const diagnostics = [...problems, ...placeAll(document, textFindings(document.value, document.asides))];
  const part = whole ? undefined : soundPart(document, diagnostics);
  const content = whole ?? part?.content;
  if (!content) return { diagnostics };
  const findings = edition ? checkMeasure(content, name, edition.content, edition.doubts) : [];
  const broken = placeAll(document, part ? findings.map((one) => inWhole(one, part)) : findings);
  return { value: { name, document, content, diagnostics, broken }, diagnostics };
}

/** What is right of an edition with errors; undefined where that is nothing. */
function soundEdition(edition: CheckedEdition, measures: readonly RuledMeasure[]): LoadedEdition | undefined {
  const parts = measures.flatMap(({ name, document, diagnostics, broken }) => {
    const part = soundPart(document, [...diagnostics, ...broken]);
    return part ? [{ name, document, ...part }] : [];
  });
  return parts.length > 0 ? assemble(edition, parts) : undefined;
}

function goalsWithoutMeasures(
  { document, content }: Checked<EditionFile>,
  measures: readonly Checked<MeasureFile>[],
): Diagnostic[] {
  const goals = new Set(measures.map(({ content }) => goalOf(content)));
  const findings = content.goals.flatMap(({ number }, index): Finding[] =>
    goals.has(number)
      ? []
      : [
          finding(
            ['goals', index, 'number'],
            'goal-without-measures',
            { goal: number },
            {
              severity: 'warning',
              hints: [
                `measures に「${number}-1.yaml」のような施策のファイルを作るか、この目標を消してください。`,
              ],
            },
          ),
        ],
  );
  return placeAll(document, findings);
}

function assemble(
  edition: Checked<EditionFile>,
  measures: readonly (Checked<MeasureFile> & Partial<SoundPart>)[],
): LoadedEdition {
  // Only the ways back are kept: the values that the files were read into are no longer needed.
  const ways = new Map([['edition.yaml', edition.document.locate]]);
  for (const { name, document } of measures) ways.set(`measures/${name}.yaml`, document.locate);
  return {
    edition: { ...edition.content, measures: measures.map(toMeasure) },
    locate(origin, character) {
      const [file = '', path = ''] = origin.split('#');
      const way = ways.get(file);
      if (!way) throw new Error(`No file of the edition: ${origin}`);
      return way(pathOf(path), character === undefined ? 'value' : { character });
    },
  };
}

/** The path of keys and indices in an origin, after its `#`. */
export function pathOf(text: string): Path {
  return text === '' ? [] : text.split('/').map(decodeURIComponent);
}

function toMeasure({ name, content, indices }: Checked<MeasureFile> & Partial<SoundPart>): Measure {
  const programs = content.programs.map((program, at) => ({ ...program, index: indices?.[at] ?? at }));
  return { ...content, file: `measures/${name}.yaml`, programs };
}
