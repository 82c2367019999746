/** 次第: when and where the meeting is held, what it deals with, and the list of its papers. Pure. */
import type { Edition } from '../../content/edition.ts';
import type { Meeting, Paper } from '../../content/index.ts';
import type { BlockView, PartView, SectionView, SequenceView, ViewText } from '../types.ts';
import { meetingText } from './meeting-text.ts';
import { paperId, paperRunning } from './paper-words.ts';

/** A sequence of its own before the papers. */
export function coverSheet(edition: Edition, meeting: Meeting): SequenceView {
  return { numbering: { style: 'decimal', prefix: '次第-' }, parts: [sheet(edition, meeting)] };
}

function sheet(edition: Edition, meeting: Meeting): PartView {
  const text = (printed: string, ...path: (string | number)[]) => meetingText(meeting, printed, ...path);
  const running = { ...paperRunning(edition, meeting), goal: text('次第', 'items') };
  const section = (opening: readonly BlockView[], body: readonly BlockView[]): SectionView => ({
    running,
    opening,
    reopening: [],
    body,
  });
  const papersHeading: BlockView = { template: 'agenda-papers', data: {} };
  const listed = items(meeting, text);
  const sections =
    listed.length > 0
      ? [section([heading(meeting, text)], listed), section([papersHeading], papers(meeting, text))]
      : [section([heading(meeting, text), papersHeading], papers(meeting, text))];
  return {
    furnished: true,
    ...(meeting.draft ? { underlay: { template: 'draft-mark', data: {} } } : {}),
    sectionCount: sections.length,
    section: (index) => sections[index] as SectionView,
  };
}

type Text = (printed: string, ...path: (string | number)[]) => ViewText;

function heading(meeting: Meeting, text: Text): BlockView {
  const held = [meeting.name, meeting.number].filter((word) => word).join('　');
  const time = meeting.time === undefined ? '' : `　${meeting.time}`;
  return {
    template: 'agenda-heading',
    data: {
      meeting: text(held, 'meeting'),
      date: text(meeting.dateText + time, 'date'),
      place: meeting.place === undefined ? [] : [text(meeting.place, 'place')],
    },
    anchor: { id: 'agenda', title: '次第', level: 1 },
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
  const { index, number, title } = paper;
  const link = paperId(paper);
  return {
    number: { ...text(number, 'papers', index, 'number'), link },
    title: { ...text(title + (paper.draft ? '（案）' : ''), 'papers', index, 'title'), link },
  };
}
