/** 差し替え: what takes the place of papers that were handed out. */

import { type BagId, bagName } from '../../archive/bag-name.ts';
import { readHandOut } from '../../archive/handed-out.ts';
import { type MakePapers, nextPapers } from '../../archive/next-papers.ts';
import { readForm } from '../../archive/paper-form.ts';
import { revisionOf } from '../../archive/paper-history.ts';
import type { ComposedAgenda } from '../../council/agenda.ts';
import { diagnose, type Result } from '../../ground/diagnostic.ts';
import { type MeetingPlace, newestOf } from './meeting-place.ts';
import type { Run } from './run.ts';
import { pressOf } from './sealing.ts';

/**
 * Composes what differs from the newest papers that were handed out, in the same form unless the flags say otherwise.
 *
 * @param place of a meeting that was handed out
 * @returns an error where nothing differs, or where what was handed out is not as it was
 */
export async function composeRevised(
  run: Run,
  place: MeetingPlace,
  make: MakePapers,
): Promise<Result<ComposedAgenda>> {
  const id = newestOf(place) as BagId;
  const { value: newest, diagnostics } = readHandOut(run.world, place.archive, id);
  if (!newest) return { diagnostics };
  const before = readForm(newest.info.form ?? '');
  const { profile, 'with-form': withForm } = run.flags;
  const form = { withForm: withForm || before.withForm, cited: profile ?? before.cited };
  const next = await nextPapers(newest, make, form, pressOf(run));
  if (!next.value) return { diagnostics: next.diagnostics };
  if (!next.value.isChanged) {
    const hints = ['内容か会議のファイルを直してから、もう一度実行してください。'];
    return { diagnostics: [diagnose('agenda-unchanged', { bag: bagName(id) }, { hints })] };
  }
  return make(form, revisionOf(next.value.history, id.version + 1));
}
