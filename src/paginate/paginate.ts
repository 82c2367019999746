/**
 * Stacks boxes onto pages: pure arithmetic on heights. Knows nothing of programs, tables or pdfmake.
 */

/** What the arithmetic needs of a block; lengths in pt. */
export type Box = {
  readonly height: number;
  /** Left free above, unless the box opens a page. */
  readonly spaceBefore: number;
  /** How far the box slides over the one above it, so that their rules coincide. */
  readonly overlap: number;
};

/** Boxes that go together. */
export type Section<B extends Box> = {
  /** Stays with the first box of the body. */
  readonly opening: readonly B[];
  /** Printed in its place where the section goes on on a new page. */
  readonly reopening: readonly B[];
  readonly body: readonly B[];
};

export type Placed<B> = { readonly box: B; readonly y: number };

export type Page<B, S> = {
  /** The section the page begins with. */
  readonly section: S;
  readonly placed: readonly Placed<B>[];
};

export type Pagination<B, S> = {
  readonly pages: readonly Page<B, S>[];
  /** Body boxes that do not fit a page of their own under what must stand above them, and by how much. */
  readonly tooTall: readonly { readonly box: B; readonly excess: number }[];
};

/**
 * Places every box in order; a box that does not fit the rest of the page opens a new one.
 *
 * @param sections in order
 * @param height of a page's body, pt
 */
export function paginate<B extends Box, S extends Section<B>>(
  sections: readonly S[],
  height: number,
): Pagination<B, S> {
  const pages: { section: S; placed: Placed<B>[] }[] = [];
  const tooTall: { box: B; excess: number }[] = [];
  let bottom = 0;

  for (const section of sections) {
    section.body.forEach((box, index) => {
      const start = index === 0;
      const group = start ? [...section.opening, box] : [box];
      const page = pages.at(-1);
      if (page && stackedBottom(group, bottom) <= height) {
        bottom = place(page.placed, group, bottom);
        return;
      }
      const opened: Placed<B>[] = [];
      pages.push({ section, placed: opened });
      bottom = place(opened, start ? group : [...section.reopening, box], 0);
      if (bottom > height) tooTall.push({ box, excess: bottom - height });
    });
  }
  return { pages, tooTall };
}

/** Where a group of boxes would end when stacked from `top`. */
function stackedBottom<B extends Box>(boxes: readonly B[], top: number): number {
  return boxes.reduce((y, box) => boxTop(box, y) + box.height, top);
}

function place<B extends Box>(placed: Placed<B>[], boxes: readonly B[], top: number): number {
  let y = top;
  for (const box of boxes) {
    const boxY = boxTop(box, y);
    placed.push({ box, y: boxY });
    y = boxY + box.height;
  }
  return y;
}

function boxTop(box: Box, above: number): number {
  return above === 0 ? 0 : above + box.spaceBefore - box.overlap;
}
