/** 次第: when and where the meeting is held, what it deals with, and the list of its papers. Pure. */
import type { Edition } from '../../content/edition.ts';
import type { Meeting, Paper } from '../../content/index.ts';
import type { BlockView, PartView, SectionView, SequenceView, ViewText } from '../../view/types.ts';
import { meetingText } from './meeting-text.ts';
import { draftMark, meetingWords, paperId, paperName, paperRunning } from './paper-words.ts';

/** A sequence of its own before the papers. */
export function coverSheet(edition: Edition, meeting: Meeting): SequenceView {
  return {
    numbering: { style: 'decimal', prefix: `次第${meeting.mark}-` },
    parts: [sheet(edition, meeting)],
  };
}

function sheet(edition: Edition, meeting: Meeting): PartView {
  const text = (printed: string, ...path: (string | number)[]) => meetingText(meeting, printed, ...path);
  const running = { ...paperRunning(edition, meeting), goal: text(`次第${meeting.mark}`, 'items') };
  const { continued } = edition.labels;
  const listHeading = (words: string, key: string): BlockView => ({
    template: 'agenda-papers',
    data: { heading: text(words, key) },
  });
  const section = (
    opening: readonly BlockView[],
    reopening: BlockView,
    body: readonly BlockView[],
  ): SectionView => ({ running, opening, reopening: [reopening], body });
  const itemsAgain = listHeading(`次第${continued}`, 'items');
  const papersHeading = listHeading('配付資料', 'papers');
  const papersAgain = listHeading(`配付資料${continued}`, 'papers');
  const listed = items(meeting, text);
  const sections =
    listed.length > 0
      ? [
          section([heading(meeting, text)], itemsAgain, listed),
          section([papersHeading], papersAgain, papers(meeting, text)),
        ]
      : [section([heading(meeting, text), papersHeading], papersAgain, papers(meeting, text))];
  return {
    furnished: true,
    ...draftMark(meeting),
    sectionCount: sections.length,
    section: (index) => sections[index] as SectionView,
  };
}

type Text = (printed: string, ...path: (string | number)[]) => ViewText;

function heading(meeting: Meeting, text: Text): BlockView {
  const held = meetingWords(meeting);
  const time = meeting.time === undefined ? '' : `　${meeting.time}`;
  return {
    template: 'agenda-heading',
    data: {
      meeting: text(held, 'meeting'),
      date: text(meeting.dateText + time, 'date'),
      place: meeting.place === undefined ? [] : [text(meeting.place, 'place')],
      mark: meeting.mark === '' ? [] : [text(meeting.mark, 'items')],
    },
    anchor: { id: 'agenda', title: `次第${meeting.mark}`, level: 1 },
  };
}

function items(meeting: Meeting, text: Text): BlockView[] {
  return meeting.items.map((item, index) => ({
    template: 'agenda-item',
    data: { number: text(String(index + 1), 'items', index), item: text(item, 'items', index) },
  }));
}

function papers(meeting: Meeting, text: Text): BlockView[] {
  return meeting.papers.map((paper) => ({ template: 'agenda-paper', data: paperEntry(paper, text) }));
}

function paperEntry(paper: Paper, text: Text) {
  const { index, title } = paper;
  const link = paperId(paper);
  return {
    number: { ...text(paperName(paper), 'papers', index, 'number'), link },
    title: { ...text(title + (paper.draft ? '（案）' : ''), 'papers', index, 'title'), link },
  };
}
