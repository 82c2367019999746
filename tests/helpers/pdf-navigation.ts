/** How a reader gets about in a finished PDF, as pdfjs sees it: labels, bookmarks, links, page boundaries. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A place a bookmark or a link leads to: the page, from 0, and the distance from its lower edge, pt. */
export type Target = { readonly page: number; readonly y: number };
export type Bookmark = Target & { readonly title: string; readonly depth: number };
export type Link = Target & {
  readonly onPage: number;
  /** Left, bottom, right, top. */
  readonly box: readonly number[];
};

export type Navigation = {
  readonly labels: readonly string[];
  readonly bookmarks: readonly Bookmark[];
  readonly links: readonly Link[];
  /** Each page's text, lines from top to bottom; the words of a line divided by a tab where they stand apart. */
  readonly lines: readonly (readonly string[])[];
};

type OutlineNode = { readonly title: string; readonly dest: unknown; readonly items: readonly OutlineNode[] };
type Destination = readonly [{ num: number; gen: number }, { name: string }, number, number, unknown];
type TextItem = {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
};

export async function readNavigation(bytes: Uint8Array): Promise<Navigation> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const targetOf = async (destination: unknown): Promise<Target> => {
    const [reference, , , y] = destination as Destination;
    return { page: await document.getPageIndex(reference), y };
  };
  const bookmarks: Bookmark[] = [];
  const walk = async (nodes: readonly OutlineNode[], depth: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      bookmarks.push({ title, depth, ...(await targetOf(dest)) });
      await walk(items, depth + 1);
    }
  };
  await walk(((await document.getOutline()) ?? []) as readonly OutlineNode[], 1);
  const links: Link[] = [];
  const lines: string[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    for (const { rect, dest } of await page.getAnnotations()) {
      links.push({ onPage: number - 1, box: rect, ...(await targetOf(dest)) });
    }
    const { items } = await page.getTextContent();
    lines.push(linesOf(items.filter((item) => 'str' in item && item.str.trim() !== '') as TextItem[]));
  }
  const labels = (await document.getPageLabels()) ?? [];
  await task.destroy();
  return { labels, bookmarks, links, lines };
}

/** Wider than this is a gap between columns, pt. */
const GAP = 8;

function linesOf(items: readonly TextItem[]): string[] {
  const rows = new Map<number, TextItem[]>();
  for (const item of items) {
    const y = Math.round(item.transform[5] ?? 0);
    const near = [y, y + 1, y - 1].find((key) => rows.has(key)) ?? y;
    rows.set(near, [...(rows.get(near) ?? []), item]);
  }
  return [...rows].sort(([a], [b]) => b - a).map(([, row]) => joined(row));
}

function joined(row: readonly TextItem[]): string {
  const sorted = [...row].sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0));
  let end = Number.POSITIVE_INFINITY;
  return sorted
    .map(({ str, transform: [, , , , x = 0], width }) => {
      const before = x - end > GAP ? '\t' : '';
      end = x + width;
      return before + str;
    })
    .join('');
}
