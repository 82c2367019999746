/** 意見記入用紙: a row to write in for every program of a paper. Pure. */
import { type Edition, originOf } from '../../content/edition.ts';
import type { Meeting, Paper } from '../../content/index.ts';
import type { BlockView, PartView } from '../../view/types.ts';
import { meetingText } from './meeting-text.ts';
import { draftMark, meetingAndDay, paperId, paperName, paperRunning } from './paper-words.ts';

/** Follows the tables of its paper, under the paper's number. */
export function opinionForm(edition: Edition, meeting: Meeting, paper: Paper): PartView {
  const place = ['papers', paper.index, 'form'];
  const title = `${paperName(paper)}　意見記入用紙`;
  const held = meetingAndDay(meeting);
  const heading = (words: string): BlockView => ({
    template: 'form-heading',
    data: { title: meetingText(meeting, words, ...place), meeting: meetingText(meeting, held, 'meeting') },
  });
  const anchor = { id: `${paperId(paper)}/form`, title: '意見記入用紙', level: 2 };
  const header: BlockView = { template: 'form-header', data: {}, shared: true };
  return {
    furnished: true,
    ...draftMark(paper),
    sectionCount: 1,
    section: () => ({
      running: { ...paperRunning(edition, meeting), goal: meetingText(meeting, '意見記入用紙', ...place) },
      opening: [{ ...heading(title), anchor }, header],
      reopening: [heading(title + edition.labels.continued), header],
      body: rows(edition),
    }),
  };
}

function rows({ measures }: Edition): BlockView[] {
  return measures.flatMap(({ file, measure, programs }) =>
    programs.map(({ index, number, name }): BlockView => {
      const text = (printed: string, key: string) => ({
        text: printed,
        origin: originOf(file, 'programs', index, key),
      });
      const data = {
        measure: { text: measure, origin: originOf(file, 'measure') },
        number: text(String(number), 'number'),
        name: text(name, 'name'),
      };
      return { template: 'form-row', data };
    }),
  );
}
