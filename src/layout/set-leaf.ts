/** A string or narrative of the view → a leaf: set in a style of the theme, into a column of the theme. */
import { TextMemory } from '../ground/text-memory.ts';
import { EMPTY_LINE, setText } from '../typeset/index.ts';
import type { Face, Paragraph, Problem, SetText, TextStyle } from '../typeset/types.ts';
import type { Leaf, Settable, TextRole } from './block.ts';
import type { Columns } from './columns.ts';
import type { Theme } from './theme.ts';

/** Where a text stands and how it looks, as the `lines` helper is told. */
export type Place = {
  /** A column's name, neighbours joined with `+`, or `page` for the whole body. */
  readonly column: string;
  readonly style: string;
  /** How many columns from the first on. */
  readonly span: number;
  /** Which part of the width, for texts side by side. */
  readonly share: number;
  readonly role: TextRole;
};

export type SetLeaf = { readonly leaf: Leaf; readonly problems: readonly Problem[] };

/** The place names something that the theme does not have; `known` lists what it has. */
export type UnknownName = { readonly unknown: 'column' | 'style'; readonly known: readonly string[] };

/** The name of the whole body's width. */
const PAGE = 'page';

/** Makes the function that sets texts for one theme and edition. */
export function createSetter(
  theme: Theme,
  columns: Columns,
  faces: ReadonlyMap<string, Face>,
): (value: Settable, place: Place) => SetLeaf | UnknownName {
  const styles = resolveStyles(theme, faces);
  const slots = new Map<string, Slot[]>();
  return (value, place) => {
    const known = slots.get(place.column) ?? [];
    const slot = known.find((each) => isAt(each.place, place)) ?? resolveSlot(place, columns, styles);
    if ('unknown' in slot) return slot;
    if (!known.includes(slot)) slots.set(place.column, [...known, slot]);
    const { lines, problems } = setInSlot(value, slot);
    const { width, style } = slot;
    const leaf = {
      lines,
      width,
      leading: style.leading,
      size: style.text.size,
      grey: style.grey,
      source: value,
      reprint: false,
      role: place.role,
    };
    return { leaf, problems };
  };
}

/** A width and a style, with the texts that were set there: whole programs come again in every paper of a meeting. */
type Slot = {
  readonly place: Omit<Place, 'role'>;
  readonly width: number;
  readonly style: Style;
  readonly known: TextMemory<SetText>;
};

/** Whether places in one column are the same. */
function isAt(a: Slot['place'], b: Slot['place']): boolean {
  return a.style === b.style && a.span === b.span && a.share === b.share;
}

function resolveSlot(place: Place, columns: Columns, styles: ReadonlyMap<string, Style>): Slot | UnknownName {
  const { column, style: name, span, share } = place;
  const width = column === PAGE ? columns.pageWidth : columns.widthOf(column, span);
  if (width === undefined) return { unknown: 'column', known: [...columns.names, PAGE] };
  const style = styles.get(name);
  if (!style) return { unknown: 'style', known: [...styles.keys()] };
  return { place, width: width * share, style, known: new TextMemory() };
}

function setInSlot(value: Settable, { width, style, known }: Slot): SetText {
  return known.of(wordsOf(value), () => setText(paragraphsOf(value), style.text, width));
}

/** All that tells a value's lines from those of others in its slot. */
function wordsOf(value: Settable): string {
  if (typeof value === 'string') return `word ${value}`;
  return 'text' in value ? `text ${value.text}` : `narrative ${JSON.stringify(value.paragraphs)}`;
}

type Style = { readonly text: TextStyle; readonly leading: number; readonly grey: number };

function resolveStyles(theme: Theme, faces: ReadonlyMap<string, Face>): ReadonlyMap<string, Style> {
  const chain = (names: readonly string[]) => names.map((name) => faces.get(name) as Face);
  const regular = chain(theme.fonts.regular);
  const bold = chain(theme.fonts.bold);
  const resolve = ({
    leading,
    grey,
    bold: isBold,
    size,
    align,
    wrap,
    stretch,
    tracking,
  }: Theme['styles'][string]): Style => ({
    text: {
      size,
      regular: isBold ? bold : regular,
      bold,
      align,
      wrap,
      stretch,
      tracking,
      latinGap: theme.latin_gap,
    },
    leading,
    grey,
  });
  return new Map(Object.entries(theme.styles).map(([name, style]) => [name, resolve(style)]));
}

function paragraphsOf(value: Settable): Paragraph[] {
  if (typeof value === 'string') return [plainParagraph(value)];
  // A description may have been typed in several lines: each is a paragraph.
  if ('text' in value) return value.text.split('\n').map(plainParagraph);
  return value.paragraphs.map((paragraph) =>
    paragraph.kind === 'space'
      ? { space: EMPTY_LINE }
      : {
          spans: paragraph.spans,
          hang: paragraph.kind === 'item',
          keepWithNext: paragraph.kind === 'heading',
        },
  );
}

function plainParagraph(text: string): Paragraph {
  return { spans: [{ text, bold: false }], hang: false, keepWithNext: false };
}
