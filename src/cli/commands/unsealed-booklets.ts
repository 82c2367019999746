/** Booklets in the output folder that are not the ones being sealed. */
import { sameBytes } from '../../archive/held.ts';
import { compose } from '../../book/pipeline.ts';
import { type Diagnostic, diagnose } from '../../ground/diagnostic.ts';
import { isFailure } from '../../ground/world.ts';
import type { Profile } from '../../layout/theme.ts';
import { openPdf } from './build.ts';
import { outputName } from './output-name.ts';
import { folders, type Run } from './run.ts';

const PROFILES: readonly Profile[] = ['screen', 'print'];

const EVERYTHING = { goals: [], measures: [], programs: [], departments: [], priority: false };

/**
 * The sealed booklets carry their sources, so those that `build` writes are made again, only where there are any.
 *
 * @returns a warning for each that is another one
 */
export async function otherBooklets(run: Run, edition: string): Promise<Diagnostic[]> {
  const { content, out, templates, fonts } = folders(run);
  const found: Diagnostic[] = [];
  for (const profile of PROFILES) {
    const path = `${out}/${edition}/${outputName(EVERYTHING, profile)}`;
    if (isFailure(run.world.kind(path))) continue;
    const sources = { edition: `${content}/${edition}`, templates, fonts, progress: run.progress };
    const request = { ...sources, selection: EVERYTHING, profile };
    const { value } = await compose(run.world, request, run.creator, openPdf);
    const bytes = await value?.finish();
    const there = run.world.read(path, bytes?.length);
    if (bytes && !isFailure(there) && sameBytes(there, bytes)) continue;
    const build = `hyokahyo build ${edition}${profile === 'print' ? ' --profile print' : ''}`;
    const hints = [
      `公表していなければ、作り直してください: ${build}`,
      '公表したものなら、そのときの内容に戻してから保存するか、公表したものを差し替えてください。',
    ];
    found.push(diagnose('booklet-unsealed', { path }, { severity: 'warning', hints }));
  }
  return found;
}
