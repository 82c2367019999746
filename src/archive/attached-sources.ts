/**
 * What a sealed booklet carries: edition.yaml and every measure's file, byte for byte, all that its words and figures
 * were taken from. Meetings' files are no part of it, and papers carry nothing: each shows a part of the edition to a
 * council, is the file that `agenda` writes, and lies in the bag beside the whole.
 */

import { isFailure, type World } from '../ground/world.ts';
import type { Attachment } from '../pdf/print.ts';
import type { Held } from './held.ts';

/** RFC 9512. */
const MEDIA_TYPE = 'application/yaml';

const EDITION = 'edition.yaml';
const MEASURES = 'measures';

/**
 * The files a booklet is made from, by their paths in the edition's folder.
 *
 * @param world holds an edition's sources and nothing else
 * @param folder the edition's folder
 */
export function bookletSources(world: World, folder: string): Held {
  const measures = world.list(`${folder}/${MEASURES}`);
  const names = [EDITION, ...(isFailure(measures) ? [] : measures.map((name) => `${MEASURES}/${name}`))];
  return new Map(
    names.flatMap((name) => {
      const bytes = world.read(`${folder}/${name}`);
      return isFailure(bytes) ? [] : [[name, bytes] as const];
    }),
  );
}

/** The files as they are attached. */
export function attachmentsOf(sources: Held): Attachment[] {
  return [...sources].map(([name, content]) => ({
    name,
    mediaType: MEDIA_TYPE,
    description: describe(name),
    content,
  }));
}

function describe(name: string): string {
  if (name === EDITION) return '冊子全体の設定（計画の名前、年度、一覧、目標）';
  return `施策${name.slice(MEASURES.length + 1).replace(/\.yaml$/, '')}の文章と数値`;
}
