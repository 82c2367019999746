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
  /** The id of an anchor the text leads to, where the reader can follow it. */
  readonly link?: string;
};

/** A stretch of a narrative's paragraph in one weight. */
export type NarrativeSpan = { readonly text: string; readonly bold: boolean };

/** A paragraph of a narrative: one line as typed. `space` is an empty line. */
export type NarrativeParagraph =
  | { readonly kind: 'text' | 'item' | 'heading'; readonly spans: readonly NarrativeSpan[] }
  | { readonly kind: 'space' };

/** 結果の説明 or 会議意見, taken apart. */
export type Narrative = { readonly paragraphs: readonly NarrativeParagraph[]; readonly origin: Origin };

/** A place that bookmarks, links and page references lead to. */
export type Anchor = {
  /** `goal/1`, `measure/1-1`, `program/1-1#2`, `part/contents`: unique in the book. */
  readonly id: string;
  /** The bookmark's words. */
  readonly title: string;
  /** The bookmark's depth, 1 at the top. */
  readonly level: number;
};

/** One block to lay out: the template that writes it and the data it is given. */
export type BlockView = {
  readonly template: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Stands in several sections: to be laid out once. */
  readonly shared?: true;
  readonly anchor?: Anchor;
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
  /** In the printed book it begins on a right-hand page; on screen it goes on where the last one ended. */
  readonly rightHand?: true;
};

/** A part of the book that begins on a new page: the cover, the contents, all tables … */
export type PartView = {
  /** Whether the part's pages have a head and a foot; a cover has none. */
  readonly furnished: boolean;
  /** Lies below everything else on each of the part's pages: the mark of a draft. */
  readonly underlay?: BlockView;
  readonly sectionCount: number;
  /**
   * A section, made when it is asked for: a long book's strings need not stand in memory all at once, and the page
   * numbers it cites are known by then.
   */
  section(index: number): SectionView;
};

/** How pages are numbered: `iii`; `3 / 29`; or with what stands before, as `資料3-1/4`. */
export type Numbering = { readonly style: 'roman' | 'decimal'; readonly prefix?: string };

/** Parts whose pages are numbered in one row, from 1. */
export type SequenceView = {
  readonly numbering: Numbering;
  /** Cites page numbers of its own pages that are still to come, as a table of contents does. */
  readonly citesItself?: true;
  readonly parts: readonly PartView[];
};

/** The page number as printed of the page on which an anchor stands; undefined as long as that is not known. */
export type Places = (anchor: string) => string | undefined;

/** What a paper may want otherwise than the booklet. */
export type ViewOptions = {
  /** Whether 会議意見 leaves room to write where there is none yet; how much, the theme says. */
  readonly opinionBlank?: boolean;
  /** Where in the printed booklet a program stands, to be printed with it. */
  readonly bookPlaces?: Places;
};

export type BookView = {
  /** For the file's properties. */
  readonly info: { readonly title: string; readonly author: string; readonly issued: string };
  /** What the page head and foot of every page print. */
  readonly running: Readonly<Record<string, ViewText>>;
  /** In reading order. They are laid out last to first: each knows the page numbers of those behind it. */
  sequences(places: Places): readonly SequenceView[];
};
