/**
 * The text of each mark of a finished PDF, character for character as its fonts' ToUnicode maps have it, by pdfjs: from
 * the operators, because pdfjs's own text extraction guesses spaces from gaps.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Marked = {
  /** By `p<number of the page's object>R_mc<mark>`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Texts of artifacts, page by page: what each operator shows. */
  readonly artifacts: readonly (readonly string[])[];
  /** Texts outside of any mark. */
  readonly bare: readonly string[];
  /** All that each page shows, in the order of its content. */
  readonly pages: readonly string[];
  /** Titles of the bookmarks, in order. */
  readonly bookmarks: readonly string[];
};

type OutlineNode = { readonly title: string; readonly items: readonly OutlineNode[] };
type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };

export async function readMarked(bytes: Uint8Array): Promise<Marked> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const reader = new Reader();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    reader.page((page.ref as { readonly num: number }).num, await page.getOperatorList());
  }
  reader.outline((await document.getOutline()) ?? []);
  await task.destroy();
  return reader;
}

class Reader implements Marked {
  readonly texts = new Map<string, string>();
  readonly artifacts: string[][] = [];
  readonly bare: string[] = [];
  readonly pages: string[] = [];
  readonly bookmarks: string[] = [];

  outline(nodes: readonly OutlineNode[]): void {
    for (const { title, items } of nodes) {
      this.bookmarks.push(title);
      this.outline(items);
    }
  }

  page(object: number, { fnArray, argsArray }: Operators): void {
    const artifacts: string[] = [];
    this.artifacts.push(artifacts);
    this.pages.push('');
    /** The marks that are open: a key for an element's, the tag for others. */
    const open: { readonly key?: string; readonly tag: string }[] = [];
    fnArray.forEach((operator, index) => {
      const args = argsArray[index] as readonly unknown[];
      if (operator === OPS.beginMarkedContent) open.push({ tag: String(args[0]) });
      else if (operator === OPS.beginMarkedContentProps) {
        const [tag, mark] = args as [string, number | null];
        const key = `p${object}R_mc${mark}`;
        open.push(typeof mark === 'number' ? { tag, key } : { tag });
        if (typeof mark === 'number') this.texts.set(key, '');
      } else if (operator === OPS.endMarkedContent) open.pop();
      else if (operator === OPS.showText) this.#take(shown(args[0]), open.at(-1), artifacts);
    });
  }

  #take(
    text: string,
    mark: { readonly key?: string; readonly tag: string } | undefined,
    artifacts: string[],
  ): void {
    this.pages[this.pages.length - 1] += text;
    if (mark?.key !== undefined) this.texts.set(mark.key, (this.texts.get(mark.key) ?? '') + text);
    else if (mark?.tag === 'Artifact') artifacts.push(text);
    else this.bare.push(text);
  }
}

/** What an operator shows: glyphs, and moves between them. */
function shown(glyphs: unknown): string {
  return (glyphs as readonly ({ readonly unicode: string } | number)[])
    .map((glyph) => (typeof glyph === 'number' ? '' : glyph.unicode))
    .join('');
}
