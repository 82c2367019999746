/**
 * A block: what one template wrote. Its content is a pdfmake node: a table, or stacks and columns, whose leaves are
 * texts already set into lines.
 */
import type { Line } from '../typeset/types.ts';
import type { Narrative, ViewText } from '../view/types.ts';

/** What the `lines` helper may be given; a bare string is a template's own word. */
export type Settable = ViewText | Narrative | string;

/** A text set into its column: the leaf of a block. Lengths in pt. */
export type Leaf = {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly leading: number;
  /** Type size. */
  readonly size: number;
  /** 0 is black; what is grey lies below everything else of the page. */
  readonly grey: number;
  /** What was set: the view's own object, by which the ledger knows it. */
  readonly source: Settable;
  /** Of a bare string: the text of the view that it says. */
  readonly says?: ViewText | Narrative;
  /** Printed again, beside the one time that counts: the identity of a continued program. */
  readonly reprint: boolean;
  /** What it is to those who hear the page; a paragraph, where nothing is said. */
  readonly role?: TextRole;
};

/** A heading of a level, a paragraph, or nothing that is read: a mark, what fills a page. */
export type TextRole = (typeof TEXT_ROLES)[number];
export const TEXT_ROLES = ['h1', 'h2', 'h3', 'p', 'artifact'] as const;

/**
 * Texts side by side that are one entry: of a list, label first, or of a table of contents on a level, where
 * neighbours of a kind make one list.
 */
export type EntryRole = (typeof ENTRY_ROLES)[number];
export const ENTRY_ROLES = ['li', 'toc-1', 'toc-2', 'toc-3'] as const;

/**
 * What a table's rows are. A head begins a table, to which the bodies that follow belong; `layout` only arranges texts
 * on the page.
 */
export type TableRole = (typeof TABLE_ROLES)[number];
export const TABLE_ROLES = ['thead', 'tbody', 'layout'] as const;

/** Texts: one, some below each other, or some side by side, each as wide as it was set for; or a chart with texts. */
export type TextNode =
  | { readonly lines: number }
  | (NodeStyle & { readonly chart: ChartNode })
  | (NodeStyle & { readonly stack: readonly TextNode[] })
  | (NodeStyle & {
      readonly columns: readonly { readonly lines: number }[];
      /** Dots from the end of the first column's text to the beginning of the last one's. */
      readonly leader?: boolean;
      readonly role?: EntryRole;
    });

/** Figures by year: a line above the years. As wide as the texts of all years were set for. */
export type ChartNode = {
  /** What the chart shows, in a sentence, for those who cannot see it. */
  readonly alt: string;
  /** Of the drawing, without what stands below it; mm. */
  readonly height: number;
  /** Before the plan: stands first and apart. */
  readonly baseline: ChartPoint;
  readonly points: readonly ChartPoint[];
};

export type ChartPoint = {
  /** null where there is no figure. */
  readonly value: number | null;
  /** Stands below the drawing, its width the point's share of the chart. */
  readonly year: { readonly lines: number };
  /** Stands below the year. */
  readonly word: TextNode;
  /** Stands at the point, or above the rule at 0 where there is no figure. */
  readonly figure: TextNode;
};

export type TableNode = NodeStyle & { readonly table: Table };

/** Margins left, top, right, bottom in mm. */
type NodeStyle = { readonly margin?: readonly [number, number, number, number] };

/** Rows list only the cells that start in them, as in HTML; cells may be grouped in arrays one level deep. */
export type Table = {
  readonly widths: readonly number[];
  readonly body: readonly (readonly (Cell | readonly Cell[])[])[];
  /** Whether the table is framed and its cells ruled off; it is, unless this says no. */
  readonly rules?: boolean;
  /** A body, where nothing is said. */
  readonly role?: TableRole;
};

export type Cell = TextNode & {
  readonly rowSpan?: number;
  readonly colSpan?: number;
  /** A grey of the theme, by name. */
  readonly fill?: string;
  /** At least so high, mm, beside the padding; never divided then. */
  readonly height?: number;
  /** Framed, in a table without rules. */
  readonly boxed?: boolean;
  /** Whether the text may go on on the next page; other cells stay whole. */
  readonly flow?: boolean;
  /** What the cell shows where its row goes on on the next page; without it, a cell printed before stays blank. */
  readonly continued?: TextNode;
  /** In a body: that it is the head of the cells on its right, of all or of so many columns. */
  readonly heads?: 'row' | number;
};

export type Block = {
  readonly content: TextNode | TableNode;
  /** The leaves that the content's `lines` point at; `leafAt` gives them. */
  readonly leaves: readonly Leaf[];
  /** Of a part of a torn block: what it shows instead of the whole's leaves, by their place among them. */
  readonly changed?: ReadonlyMap<number, Leaf>;
  /** Of a part that is not the first: what of the whole it is the beginning of. */
  readonly front?: Front;
  /** Space above, unless the block opens a page; pt. */
  readonly spaceBefore: number;
  /** Whether the block's upper rule lies on the lower rule of the block above. */
  readonly abut: boolean;
};

/** What is left of a table: a place in the whole, so that it need not be copied for every page. */
export type Rest = {
  readonly whole: Block & { readonly content: TableNode };
  /** The first row with something left to show. */
  readonly row: number;
  /** The first row that has not begun. */
  readonly fresh: number;
  /** How the cells that have begun and reach `row` go on, by their place in the grid. */
  readonly begun: ReadonlyMap<number, GoesOn>;
};

/** The beginning of a rest: as much of it as the next pages may need. */
export type Front = {
  readonly rest: Rest;
  /** The place in the whole's grid of each of its cells, cells as `resolveGrid` gives them. */
  readonly places: readonly number[];
  /** Whether something is left out below. */
  readonly isCut: boolean;
};

/** A place in a cell's text; or the cell shows its `continued` again; or nothing, as it is done. */
export type GoesOn = TextPlace | 'continued' | 'done';

/** A line of a leaf, counted among the cell's; after the last leaf where nothing is left. */
export type TextPlace = { readonly leaf: number; readonly line: number };

/** A mistake in a block that only its template can be blamed for; the message is for its author. */
export class BlockProblem extends Error {}
