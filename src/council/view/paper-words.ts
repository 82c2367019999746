/** What a paper is called in the book of all papers, and what its pages say of themselves. Pure. */
import type { Edition } from '../../content/edition.ts';
import type { Meeting, Paper } from '../../content/index.ts';
import { bookTitle } from '../../view/book.ts';
import { fiscalYear } from '../../view/format.ts';
import type { PartView, SectionView } from '../../view/types.ts';
import { editionText } from '../../view/view-text.ts';
import { meetingText } from './meeting-text.ts';

/** The id of a paper's anchor: its first page. */
export function paperId({ number }: Paper): string {
  return `paper/${number}`;
}

/** The number with the mark of a 差し替え: `資料3（修正）`. */
export function paperName({ number, mark }: Paper): string {
  return number + mark;
}

/** The meeting and which one it is, `小金井市子ども・子育て会議　第3回`; empty where neither is given. */
export function meetingWords({ name, number }: Meeting): string {
  return [name, number].filter((word) => word).join('　');
}

/** The meeting and its day. */
export function meetingAndDay(meeting: Meeting): string {
  return [meetingWords(meeting), meeting.dateText].filter((words) => words !== '').join('　');
}

/** What head and foot of a paper's pages say instead of the booklet's words. */
export function paperRunning(edition: Edition, meeting: Meeting): SectionView['running'] {
  const title = `${bookTitle(edition)}（${fiscalYear(edition.years.reporting)}）`;
  return {
    title: editionText(title, 'plan', 'title'),
    issued: meetingText(meeting, meeting.dateText, 'date'),
  };
}

/** 「案」 below everything on the pages of a draft. */
export function draftMark({ draft }: { readonly draft: boolean }): Pick<PartView, 'underlay'> {
  return draft ? { underlay: { template: 'draft-mark', data: {} } } : {};
}
