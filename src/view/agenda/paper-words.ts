/** What a paper is called in the book of all papers, and what its pages say of themselves. Pure. */
import type { Edition } from '../../content/edition.ts';
import type { Meeting, Paper } from '../../content/index.ts';
import { bookTitle } from '../book.ts';
import { fiscalYear } from '../format.ts';
import type { SectionView } from '../types.ts';
import { editionText } from '../view-text.ts';
import { meetingText } from './meeting-text.ts';

/** The id of a paper's anchor: its first page. */
export function paperId({ number }: Paper): string {
  return `paper/${number}`;
}

/** What head and foot of a paper's pages say instead of the booklet's words. */
export function paperRunning(edition: Edition, meeting: Meeting): SectionView['running'] {
  const title = `${bookTitle(edition)}（${fiscalYear(edition.years.reporting)}）`;
  return {
    title: editionText(title, 'plan', 'title'),
    issued: meetingText(meeting, meeting.dateText, 'date'),
  };
}
