/** What the paginator needs to know of a block. */

/** A block as the paginator's arithmetic takes it; lengths in pt. */
export type Box = {
  readonly height: number;
  /** Where `height` is only that of a beginning higher than any page. */
  readonly wholeHeight?: number;
  /** Left free above, unless the box opens a page. */
  readonly spaceBefore: number;
  /** How far the box slides over the one above it, so that their rules coincide. */
  readonly overlap: number;
};

/**
 * Tears a box so that its head is at most `height` high; undefined where it should not be torn there. A tear that is
 * not `worthy` leaves next to nothing for the next page: for boxes that fit no page only.
 */
export type Tear<B> = (
  box: B,
  height: number,
) => { readonly head: B; readonly tail: B; readonly worthy?: boolean } | undefined;
