/** `hyokahyo archive`: seals an edition into a bag that is never changed again. */
import { type BagIdentity, composeBag } from '../archive/seal.ts';
import { gatherSources, PLACES_IN_BAG, type Places } from '../archive/sources.ts';
import { nextBag, versionFolder } from '../archive/versions.ts';
import { findEdition, inReadingOrder, loadEdition } from '../content/index.ts';
import { type Diagnostic, hasErrors, type Span, withoutRepeats } from '../diagnostic.ts';
import { writeFolder } from '../outputs.ts';
import { typedPath } from '../shown.ts';
import { asError } from './build.ts';
import { folders, type Outcome, type Run, slashed } from './run.ts';
import { pressOf } from './sealing.ts';

/** Makes the bag and writes it; where anything is wrong, nothing is sealed. */
export async function archive(run: Run): Promise<Outcome> {
  const { content, out } = folders(run);
  const found = findEdition(run.world, content, run.operands[0]);
  if (found.value === undefined) return stopped(found.diagnostics);
  const next = nextBag(run.world, `${out}/archive`, found.value, run.flags.reason);
  if (!next.value) return stopped(next.diagnostics);
  const { bag, diagnostics } = await compose(run, next.value);
  const all = inReadingOrder([...found.diagnostics, ...diagnostics]);
  const told = run.flags.strict ? all.map(asError) : all;
  if (!bag || hasErrors(told)) return stopped(told);
  return write(`${out}/archive/${found.value}/${versionFolder(next.value.version)}`, bag, told);
}

function stopped(diagnostics: readonly Diagnostic[]): Outcome {
  return { diagnostics, outputs: [] };
}

type Composed = {
  readonly bag?: ReadonlyMap<string, Uint8Array> | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Everything is read once; the bag is made of what was read, as it will lie in the bag. */
async function compose(run: Run, identity: BagIdentity): Promise<Composed> {
  const { content, templates, fonts } = folders(run);
  const places: Places = { content, templates, fonts, tool: slashed(run.tool) };
  const loaded = loadEdition(run.world, `${content}/${identity.edition}`);
  if (!loaded.value) return { diagnostics: loaded.diagnostics };
  const sources = gatherSources(run.world, places, loaded.value.edition);
  if (!sources.value) return { diagnostics: [...loaded.diagnostics, ...sources.diagnostics] };
  const bag = await composeBag(sources.value, identity, pressOf(run));
  const diagnostics = [...loaded.diagnostics, ...bag.diagnostics.map((one) => asTyped(one, places))];
  return { bag: bag.value, diagnostics: withoutRepeats(diagnostics) };
}

/** Names the files of a diagnostic as they lie on the disk. */
function asTyped(diagnostic: Diagnostic, places: Places): Diagnostic {
  const { span, related } = diagnostic;
  return {
    ...diagnostic,
    ...(span ? { span: spanAsTyped(span, places) } : {}),
    ...(related ? { related: related.map((one) => ({ ...one, span: spanAsTyped(one.span, places) })) } : {}),
  };
}

function spanAsTyped(span: Span, places: Places): Span {
  const kinds = Object.keys(PLACES_IN_BAG) as (keyof Places)[];
  const kind = kinds.find((one) => span.file.startsWith(`${PLACES_IN_BAG[one]}/`));
  if (!kind) return span;
  return { ...span, file: places[kind] + span.file.slice(PLACES_IN_BAG[kind].length) };
}

function write(
  folder: string,
  bag: ReadonlyMap<string, Uint8Array>,
  diagnostics: readonly Diagnostic[],
): Outcome {
  const trouble = writeFolder(folder, bag);
  if (trouble) return stopped([...diagnostics, trouble]);
  const bytes = [...bag.values()].reduce((sum, { length }) => sum + length, 0);
  const note = `保存しました。確かめるには: hyokahyo verify ${typedPath(folder)}`;
  return { diagnostics, outputs: [{ file: folder, bytes }], note };
}
