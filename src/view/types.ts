/**
 * The view: every string as it will print, and the blocks that ask for them. Plain data; nothing here knows
 * type sizes, columns or pages.
 */
import type { Origin } from '../content/edition.ts';

/** A string as printed, with the place where it was typed. */
export type ViewText = {
  readonly text: string;
  readonly origin: Origin;
  /** Says again on a continued page what another text says: prints as often as need be, or never. */
  readonly reprint?: true;
};

/** A stretch of a narrative's paragraph in one weight. */
export type NarrativeSpan = { readonly text: string; readonly bold: boolean };

/** A paragraph of a narrative: one line as typed. `space` is an empty line. */
export type NarrativeParagraph =
  | { readonly kind: 'text' | 'item' | 'heading'; readonly spans: readonly NarrativeSpan[] }
  | { readonly kind: 'space' };

/** 結果の説明 or 会議意見, taken apart. */
export type Narrative = { readonly paragraphs: readonly NarrativeParagraph[]; readonly origin: Origin };

/** One block to lay out: the template that writes it and the data it is given. */
export type BlockView = {
  readonly template: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Stands in several sections: to be laid out once. */
  readonly shared?: true;
};

/** Blocks that belong together: headings and table header, then the rows. */
export type SectionView = {
  /** What the page head and foot of the section's pages print. */
  readonly running: Readonly<Record<string, ViewText>>;
  /** Stays with the first body block. */
  readonly opening: readonly BlockView[];
  /** Printed instead where the section goes on on a new page. */
  readonly reopening: readonly BlockView[];
  readonly body: readonly BlockView[];
};

/** What a paper may want otherwise than the booklet. */
export type ViewOptions = {
  /** Whether 会議意見 leaves room to write where there is none yet; how much, the theme says. */
  readonly opinionBlank?: boolean;
};

export type BookView = {
  /** For the file's properties. */
  readonly info: { readonly title: string; readonly author: string; readonly issued: string };
  /** What the page head and foot of every page print. */
  readonly running: Readonly<Record<string, ViewText>>;
  /** How many 計画(年度)/実績 columns the table has. */
  readonly yearColumns: number;
  readonly sectionCount: number;
  /** A section, made when it is asked for: a long book's strings need not stand in memory all at once. */
  section(index: number): SectionView;
};
