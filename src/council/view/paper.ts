/** One paper of a meeting: an extract of the tables with its own number, title and page numbers. Pure. */
import type { Edition } from '../../content/edition.ts';
import type { Meeting, Paper } from '../../content/index.ts';
import type { Anchor, BlockView, PartView, SequenceView, ViewText } from '../../view/types.ts';
import { opinionForm } from './form.ts';
import { meetingText } from './meeting-text.ts';
import { draftMark, meetingWords, paperId, paperName, paperRunning } from './paper-words.ts';

/**
 * @param edition the part of it that the paper shows
 * @param tables the part's tables
 */
export function paperSequence(
  edition: Edition,
  meeting: Meeting,
  paper: Paper,
  tables: PartView,
): SequenceView {
  const parts = [
    paperPart(edition, meeting, paper, tables),
    ...(paper.form ? [opinionForm(edition, meeting, paper)] : []),
  ];
  return { numbering: { style: 'decimal', prefix: `${paperName(paper)}-` }, parts };
}

/** The tables below the paper's heading, on pages that say what they belong to. */
function paperPart(edition: Edition, meeting: Meeting, paper: Paper, tables: PartView): PartView {
  const running = paperRunning(edition, meeting);
  return {
    ...tables,
    ...draftMark(paper),
    section(index) {
      const section = tables.section(index);
      const opening = section.opening.map((block) => withinPaper(block, paper));
      return {
        ...section,
        running: { ...section.running, ...running },
        opening: index === 0 ? [...paperHeading(meeting, paper), ...opening] : opening,
        body: section.body.map((block) => withinPaper(block, paper)),
      };
    },
  };
}

/** The number in its box, the meeting, and the paper's title. */
function paperHeading(meeting: Meeting, paper: Paper): BlockView[] {
  const own = (text: string, ...path: (string | number)[]): ViewText =>
    meetingText(meeting, text, 'papers', paper.index, ...path);
  const held = meetingWords(meeting);
  const data = {
    number: own(paperName(paper), 'number'),
    meeting: held === '' ? [] : [meetingText(meeting, held, 'meeting')],
    date: meetingText(meeting, meeting.dateText, 'date'),
    title: own(paper.title, 'title'),
    draft: paper.draft ? [own('（案）', 'draft')] : [],
  };
  const anchor = { id: paperId(paper), title: `${paperName(paper)}　${paper.title}`, level: 1 };
  return [{ template: 'paper-heading', data, anchor }];
}

/** The same program may stand in several papers: its anchor is one of the paper's. */
function withinPaper(block: BlockView, paper: Paper): BlockView {
  return block.anchor ? { ...block, anchor: anchorWithin(block.anchor, paper) } : block;
}

function anchorWithin({ id, title, level }: Anchor, paper: Paper): Anchor {
  return { id: `${paperId(paper)}/${id}`, title, level: level + 1 };
}
