/** A bag made anew by the program that lies in it, in a temporary folder. */
import type { BagInfo } from '../archive/bag-info.ts';
import { below, type Held, inFolder } from '../archive/held.ts';
import { compareFiles, type RebuildAnswer } from '../archive/rebuild.ts';
import { OPEN_DATA } from '../archive/seal.ts';
import { PLACES_IN_BAG, TOOL_FILES } from '../archive/sources.ts';
import { PAYLOAD } from '../archive/tag-files.ts';
import { walk } from '../archive/walk.ts';
import { type Ended, runScript } from '../child-program.ts';
import { diagnose } from '../diagnostic.ts';
import { withTemporaryFiles } from '../outputs.ts';
import type { Tree } from '../world.ts';

/** What is compared. The catalogue and the tag files also tell of the version, which is always the first here. */
const MADE = ['booklet', 'agenda', OPEN_DATA];

/** How many lines of what a failing program says are shown. */
const LINES_SHOWN = 5;

/**
 * Runs the program of a bag. Only for bags that are as they were sealed, and only where the clerk asked for it: what
 * runs is the bytes that were checked, copied, never the files in the bag.
 */
export async function runSealedTool(tree: Tree, files: Held, { edition }: BagInfo): Promise<RebuildAnswer> {
  const payload = below(files, PAYLOAD);
  const sources = Object.values(PLACES_IN_BAG).flatMap((folder) => [
    ...inFolder(below(payload, folder), folder),
  ]);
  const { value, diagnostics } = await withTemporaryFiles(new Map(sources), async (folder) => {
    const { code, stderr } = await archiveIn(folder, edition);
    if (code !== 0) return failed(code, stderr);
    const made = walk(tree, `${folder}/out/archive/${edition}/v1/${PAYLOAD}`).files;
    return compareFiles(documentsIn(payload), documentsIn(made));
  });
  return value ?? { state: 'not-compared', compared: 0, diagnostics };
}

function archiveIn(folder: string, edition: string): Promise<Ended> {
  const { content, templates, fonts, tool } = PLACES_IN_BAG;
  const places = ['--content', content, '--templates', templates, '--fonts', fonts, '--out', 'out'];
  const start = `${folder}/${tool}/${TOOL_FILES.start}`;
  return runScript(start, ['archive', edition, ...places, '--quiet'], folder);
}

function documentsIn(payload: Held): Held {
  const made = MADE.flatMap((folder) => [...inFolder(below(payload, folder), `${PAYLOAD}/${folder}`)]);
  return new Map(made);
}

function failed(code: number | string, stderr: string): RebuildAnswer {
  const hints = stderr.trim().split('\n').slice(0, LINES_SHOWN);
  const why = diagnose('rebuild-sealed-tool', { code: String(code) }, { severity: 'warning', hints });
  return { state: 'not-compared', compared: 0, diagnostics: [why] };
}
