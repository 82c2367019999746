/** A meeting's documents: a cover sheet, each paper, and all of them in one. Pure. */
import type { Edition } from '../../content/edition.ts';
import type { Meeting, Paper } from '../../content/index.ts';
import { documentOf } from '../../view/book.ts';
import type { BookView, PartView, SequenceView } from '../../view/types.ts';
import { coverSheet } from './cover-sheet.ts';
import { paperSequence } from './paper.ts';
import { meetingAndDay, paperName } from './paper-words.ts';

export type AgendaDocument = {
  /** The file's name without ending, with the mark of a 差し替え. */
  readonly name: string;
  /** The paper's number; absent for what the whole meeting shares. */
  readonly paper?: string;
  readonly view: BookView;
};

/** What a paper shows: the part of the edition that it selects, and that part's tables. */
export type PaperContent = { readonly paper: Paper; readonly edition: Edition; readonly tables: PartView };

/** The names of the files beside the papers. */
const COVER_SHEET = '次第';
const ALL = '会議資料';

/** Every paper; with a meeting of several, its cover sheet first and all in one file last. */
export function agendaDocuments(
  edition: Edition,
  meeting: Meeting,
  contents: readonly PaperContent[],
  withCoverSheet: boolean,
): AgendaDocument[] {
  const sequences = contents.map(({ paper, edition: part, tables }) =>
    paperSequence(part, meeting, paper, tables),
  );
  const papers = contents.map(({ paper }, index) => ({
    name: paperName(paper),
    paper: paper.number,
    view: documentView(edition, meeting, `${paperName(paper)}　${paper.title}`, [
      sequences[index] as SequenceView,
    ]),
  }));
  if (!withCoverSheet) return papers;
  const sheet = coverSheet(edition, meeting);
  const { mark } = meeting;
  const held = meetingAndDay(meeting);
  return [
    { name: COVER_SHEET + mark, view: documentView(edition, meeting, `${held}　次第${mark}`, [sheet]) },
    ...papers,
    { name: ALL + mark, view: documentView(edition, meeting, held + mark, [sheet, ...sequences]) },
  ];
}

/** A document is of the meeting's day. */
function documentView(
  edition: Edition,
  meeting: Meeting,
  title: string,
  sequences: readonly SequenceView[],
): BookView {
  const { info, ...rest } = documentOf(edition, title);
  return { ...rest, info: { ...info, issued: meeting.date }, sequences: () => sequences };
}
