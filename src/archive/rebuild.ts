/** A bag made anew from its own sources, and compared with what was sealed, byte by byte. */
import { loadEdition } from '../content/index.ts';
import { type Diagnostic, diagnose, hasErrors, type Result } from '../ground/diagnostic.ts';
import { isFailure, type World } from '../ground/world.ts';
import type { BagInfo } from './bag-info.ts';
import { differenceHint } from './difference.ts';
import { composeHandOut } from './hand-out.ts';
import { copiesIn } from './handed-out-copies.ts';
import { below, type Held, heldWorld, sameBytes } from './held.ts';
import { readForm } from './paper-form.ts';
import { readHistory } from './paper-history.ts';
import { composeBag, type Press } from './seal.ts';
import { PLACES_IN_BAG, sourcesIn, TOOL_FILES, toolIn } from './sources.ts';
import { PAYLOAD } from './tag-files.ts';

/** `failed`: errors in the sealed content, templates or fonts, so that there is nothing to compare. */
export type RebuildState = 'equal' | 'different' | 'failed' | 'not-compared';

export type RebuildAnswer = {
  readonly state: RebuildState;
  /** How many files were made anew and compared; what they were made from does not count. */
  readonly compared: number;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Why this program is not the one that sealed a bag, if it is not.
 *
 * @param files the bag's files
 * @param tool this program's folder
 */
export function toolDifference(
  world: World,
  files: Held,
  { tool: sealed }: BagInfo,
  tool: string,
  installed: string,
): Diagnostic | undefined {
  if (sealed !== installed) return notCompared('rebuild-version', { sealed, installed });
  const payload = toolIn(below(files, PAYLOAD));
  const same = [TOOL_FILES.start, TOOL_FILES.bundle].every((name) => {
    const [ours, theirs] = [world.read(`${tool}/${name}`), payload.get(name)];
    return theirs !== undefined && !isFailure(ours) && sameBytes(ours, theirs);
  });
  return same ? undefined : notCompared('rebuild-program', { version: sealed });
}

const RUN_SEALED =
  '信頼できるところから受け取ったものなら、--run-sealed-tool を付けると、保存されたプログラムで作り直して比べます。';

function notCompared<C extends 'rebuild-version' | 'rebuild-program'>(
  code: C,
  details: Parameters<typeof diagnose<C>>[1],
): Diagnostic {
  return diagnose(code, details, { severity: 'warning', hints: [RUN_SEALED] });
}

/** Makes the bag anew with this program. Only for bags whose program is the same and that are as they were sealed. */
export async function rebuild(files: Held, info: BagInfo, press: Press): Promise<RebuildAnswer> {
  const payload = below(files, PAYLOAD);
  const loaded = loadEdition(heldWorld(payload), `${PLACES_IN_BAG.content}/${info.edition}`);
  if (!loaded.value) return failed(loaded.diagnostics);
  const sources = sourcesIn(payload, loaded.value.edition);
  if (!sources.value) return failed(sources.diagnostics);
  const copies = copiesIn(payload);
  const bag = await composeFrom(sources.value, info, press, copies);
  if (!bag.value) return failed(bag.diagnostics);
  const answer = compareFiles(files, bag.value);
  return { ...answer, compared: answer.compared - copies.size };
}

function composeFrom(sources: Held, info: BagInfo, press: Press, copies: Held): Promise<Result<Held>> {
  const { edition, version, reason, previous, meeting, papers = '', form = '' } = info;
  if (meeting === undefined)
    return composeBag(sources, { edition, version, reason, previous }, press, copies);
  const history = readHistory(papers);
  const identity = { edition, meeting, version, previous, form: readForm(form), history };
  return composeHandOut(sources, identity, press);
}

function failed(causes: readonly Diagnostic[]): RebuildAnswer {
  const errors = causes.filter(({ severity }) => severity === 'error');
  return { state: 'failed', compared: 0, diagnostics: [diagnose('rebuild-errors', undefined), ...errors] };
}

/** Whether a file of a bag is no source. */
function isMade(file: string): boolean {
  return !Object.values(PLACES_IN_BAG).some((folder) => file.startsWith(`${PAYLOAD}/${folder}/`));
}

/** How many files of a bag are no sources. */
export function countMade(files: Held): number {
  return [...files.keys()].filter(isMade).length;
}

/** Compares what was sealed with what was made anew, in both directions. */
export function compareFiles(sealed: Held, made: Held): RebuildAnswer {
  const missing = [...sealed.keys()].filter((file) => !made.has(file));
  const surplus = [...made.keys()].filter((file) => !sealed.has(file));
  const different = [...sealed].flatMap(([file, bytes]) => {
    const anew = made.get(file);
    if (!anew || sameBytes(bytes, anew)) return [];
    return [diagnose('rebuild-differs', { file }, { hints: [differenceHint(file, bytes, anew)] })];
  });
  const diagnostics = [
    ...different,
    ...missing.map((file) => diagnose('rebuild-missing', { file })),
    ...surplus.map((file) => diagnose('rebuild-surplus', { file })),
  ];
  return {
    state: hasErrors(diagnostics) ? 'different' : 'equal',
    compared: countMade(made),
    diagnostics,
  };
}
