/** A bag made again by the program that lies in it, in a temporary folder. */
import type { BagInfo } from '../../archive/bag-info.ts';
import { copiesIn, meetingsIn } from '../../archive/handed-out-copies.ts';
import { below, type Held, inFolder } from '../../archive/held.ts';
import { compareFiles, countMade, type RebuildAnswer } from '../../archive/rebuild.ts';
import { OPEN_DATA } from '../../archive/seal.ts';
import { PLACES_IN_BAG, TOOL_FILES, toolIn } from '../../archive/sources.ts';
import { PAYLOAD } from '../../archive/tag-files.ts';
import { walk } from '../../archive/walk.ts';
import { type Ended, runScript } from '../../ground/child-program.ts';
import { type Diagnostic, diagnose } from '../../ground/diagnostic.ts';
import { withTemporaryFiles } from '../../ground/outputs.ts';
import type { Tree } from '../../ground/world.ts';

/** What is compared. The catalogue and the tag files also tell of the version, which is always the first here. */
const MADE = ['booklet', 'agenda', OPEN_DATA];

/** How many lines of what a failing program says are shown. */
const LINES_SHOWN = 5;

/** Minutes after which the program is ended: a book of a thousand programs takes one. */
const LONGEST = 10;

const { content, templates, fonts, tool } = PLACES_IN_BAG;

/**
 * Runs the program of a bag. Only for bags of which everything else agrees, and only where the clerk asked for it: what
 * runs is the bytes that were checked, copied, never the files in the bag; not for ever; and nothing of it is left.
 */
export async function runSealedTool(tree: Tree, files: Held, info: BagInfo): Promise<RebuildAnswer> {
  const make = info.meeting === undefined ? sealAgain : verifyCopy;
  const { value, diagnostics } = await make(tree, files, info);
  return value ?? { state: 'not-compared', compared: 0, diagnostics };
}

/** Seals the edition again and compares from outside. Papers that were handed out are not made: they are copies. */
function sealAgain(tree: Tree, files: Held, { edition }: BagInfo) {
  const payload = below(files, PAYLOAD);
  const copies = copiesIn(payload);
  const handedOut = new Set(
    [...meetingsIn(copies)].map((day) => `${content}/${edition}/agendas/${day}.yaml`),
  );
  const sources = Object.values(PLACES_IN_BAG)
    .flatMap((folder) => [...inFolder(below(payload, folder), folder)])
    .filter(([path]) => !handedOut.has(path));
  return withTemporaryFiles(new Map(sources), async (folder, stopped) => {
    const places = ['--content', content, '--templates', templates, '--fonts', fonts, '--out', 'out'];
    const ended = await runIn(folder, ['archive', edition, ...places, '--quiet'], stopped);
    if (ended.code !== 0) return failed(ended);
    const made = walk(tree, `${folder}/out/archive/${edition}/v1/${PAYLOAD}`).files;
    const sealed = new Map([...payload].filter(([path]) => !copies.has(path)));
    return compareFiles(documentsIn(sealed), documentsIn(made));
  });
}

/** A 差し替え cannot be handed out again without what it replaces: the program verifies a copy of its bag. */
function verifyCopy(_: Tree, files: Held) {
  const program = inFolder(toolIn(below(files, PAYLOAD)), tool);
  return withTemporaryFiles(new Map([...program, ...inFolder(files, BAG)]), async (folder, stopped) => {
    const ended = await runIn(folder, ['verify', BAG, '--strict', '--quiet'], stopped);
    if (ended.code === 0) return { state: 'equal' as const, compared: countMade(files), diagnostics: [] };
    if (ended.code !== 1) return failed(ended);
    const different = diagnose('rebuild-sealed-differs', undefined);
    return { state: 'different' as const, compared: 0, diagnostics: [different] as Diagnostic[] };
  });
}

const BAG = 'bag';

async function runIn(folder: string, args: readonly string[], stopped: AbortSignal): Promise<Ended> {
  const late = AbortSignal.timeout(LONGEST * 60_000);
  const ended = await runScript(
    `${folder}/${tool}/${TOOL_FILES.start}`,
    args,
    folder,
    AbortSignal.any([stopped, late]),
  );
  return late.aborted ? { ...ended, code: `${LONGEST} 分で打ち切り` } : ended;
}

function documentsIn(payload: Held): Held {
  const made = MADE.flatMap((folder) => [...inFolder(below(payload, folder), `${PAYLOAD}/${folder}`)]);
  return new Map(made);
}

function failed({ code, stderr }: Ended): RebuildAnswer {
  const hints = stderr.trim().split('\n').slice(0, LINES_SHOWN);
  const why = diagnose('rebuild-sealed-tool', { code: String(code) }, { severity: 'warning', hints });
  return { state: 'not-compared', compared: 0, diagnostics: [why] };
}
