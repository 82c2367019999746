/** The sample edition's sources and bags made of them, in this process. */

import type { BagIdentity } from '../../src/archive/bag-info.ts';
import { agendaPapers, booklets } from '../../src/archive/documents.ts';
import type { Held } from '../../src/archive/held.ts';
import { composeBag, type Press } from '../../src/archive/seal.ts';
import { gatherSources, TOOL_CONTENTS } from '../../src/archive/sources.ts';
import { loadEdition } from '../../src/content/index.ts';
import type { Result } from '../../src/ground/diagnostic.ts';
import { openPrinter } from '../../src/pdf/print.ts';
import { ROOT } from './sources.ts';
import { changedDisk } from './world.ts';

/** A program's folder that is not there but for its files' names. */
const TOOL = Object.fromEntries(TOOL_CONTENTS.map((name) => [`tool/${name}`, `${name}\n`]));

const PLACES = {
  content: `${ROOT}content`,
  templates: `${ROOT}templates`,
  fonts: `${ROOT}fonts`,
  tool: 'tool',
};

/** The disk with the program's folder, and files changed: paths below the project's folder. */
export function diskWith(files: Readonly<Record<string, string | undefined>> = {}) {
  const changed = Object.entries(files).map(([path, text]) => [
    path.startsWith('tool/') ? path : `${ROOT}${path}`,
    text,
  ]);
  return changedDisk({ ...TOOL, ...Object.fromEntries(changed) });
}

/** What would be sealed of the sample edition. */
export function sampleSources(files: Readonly<Record<string, string | undefined>> = {}): Result<Held> {
  const world = diskWith(files);
  const { value, diagnostics } = loadEdition(world, `${PLACES.content}/R6`);
  return value ? gatherSources(world, PLACES, value.edition) : { diagnostics };
}

export const TEST_PRESS: Press = {
  creator: 'hyokahyo test',
  progress: () => {},
  openPrinter: async (info, paper) => openPrinter(info, paper),
  makers: [booklets, agendaPapers],
};

/** The sample edition's bag; without booklets unless a press says otherwise. */
export async function sampleBag(
  identity: Partial<BagIdentity> = {},
  press: Partial<Press> = { makers: [] },
  files: Readonly<Record<string, string | undefined>> = {},
): Promise<Result<Held>> {
  const sources = sampleSources(files);
  if (!sources.value) return sources;
  return composeBag(sources.value, { edition: 'R6', version: 1, ...identity }, { ...TEST_PRESS, ...press });
}
