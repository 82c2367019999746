/** The document outline (ISO 32000-1, 12.3.3): a viewer's bookmarks. */
import type { MakeObject, PdfReference } from './file.ts';
import { textString } from './values.ts';

export type Bookmark = {
  readonly id: string;
  readonly title: string;
  /** Depth in the tree, 1 at the top; what follows deeper belongs to it. */
  readonly level: number;
  /** The printer's number of the page it leads to. */
  readonly page: number;
  /** Below the page's upper edge, pt. */
  readonly top: number;
};

type Node = { readonly bookmark: Bookmark; readonly children: Node[] };

/** An explicit destination (ISO 32000-1, 12.3.2.2) that keeps the reader's magnification. */
export type DestinationOf = (bookmark: Bookmark) => readonly unknown[];

/** Writes the outline; gives what the catalogue says of it. */
export function writeBookmarks(
  make: MakeObject,
  bookmarks: readonly Bookmark[],
  destinationOf: DestinationOf,
): object {
  if (bookmarks.length === 0) return {};
  const root = make({ Type: 'Outlines' });
  root.data.Count = writeChildren(make, root, treeOf(bookmarks), destinationOf);
  root.end();
  return { Outlines: root, PageMode: 'UseOutlines' };
}

/** @returns how many bookmarks show with all open */
function writeChildren(
  make: MakeObject,
  parent: PdfReference,
  nodes: readonly Node[],
  destinationOf: DestinationOf,
): number {
  const references = nodes.map(({ bookmark }) =>
    make({ Title: textString(bookmark.title), Parent: parent, Dest: destinationOf(bookmark) }),
  );
  if (references.length === 0) return 0;
  parent.data.First = references[0];
  parent.data.Last = references.at(-1);
  let count = nodes.length;
  references.forEach((reference, index) => {
    if (index > 0) reference.data.Prev = references[index - 1];
    if (index + 1 < references.length) reference.data.Next = references[index + 1];
    const below = writeChildren(make, reference, (nodes[index] as Node).children, destinationOf);
    if (below > 0) reference.data.Count = below;
    count += below;
    reference.end();
  });
  return count;
}

/** A list in reading order → a tree by levels. */
function treeOf(bookmarks: readonly Bookmark[]): Node[] {
  const top: Node[] = [];
  const open: Node[] = [];
  for (const bookmark of bookmarks) {
    while ((open.at(-1)?.bookmark.level ?? 0) >= bookmark.level) open.pop();
    const node = { bookmark, children: [] };
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return top;
}
