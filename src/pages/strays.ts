/**
 * Texts that would not be seen: outside the page's body, or, of what is not in it, outside the paper. Only a template
 * can put them there.
 */

import { type TextItem, textItems } from '../boxes/fragment.ts';
import type { BlockBox } from '../boxes/measurer.ts';
import { type Diagnostic, diagnose, type Span } from '../ground/diagnostic.ts';
import { shorten } from '../ground/shown.ts';
import type { PageGeometry } from '../layout/theme.ts';
import { pt } from '../layout/units.ts';

/** Where texts may stand, and what it is called. Lengths in pt. */
export type Area = {
  readonly name: '本文の場所' | '紙';
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** How far texts may reach into the margin beside the body, as page numbers of indented contents do; pt. */
const HANGING = pt(3);

/** A page's body with what may hang beside it on the paper, from the body's corner. */
export function bodyArea({ body, width }: PageGeometry): Area {
  const right = width - body.left - body.width;
  return {
    name: '本文の場所',
    left: -Math.min(HANGING, body.left),
    top: 0,
    right: body.width + Math.min(HANGING, right),
    bottom: body.height,
  };
}

/** The paper as cut, from its own corner. */
export function paperArea({ width, height }: PageGeometry): Area {
  return { name: '紙', left: 0, top: 0, right: width, bottom: height };
}

/** The paper as cut, from the body's corner. */
export function paperAround(geometry: PageGeometry): Area {
  const { name, right, bottom } = paperArea(geometry);
  const { left, top } = geometry.body;
  return { name, left: -left, top: -top, right: right - left, bottom: bottom - top };
}

/** How much of a text a message shows, characters. */
const SHOWN = 20;

/** Less than this is rounding, pt. */
const ROUNDING = 0.01;

type Stray = { readonly text: string; readonly area: Area; count: number };

/** The strays of one book, by the templates to blame. */
export class Strays {
  readonly #found = new Map<string, Stray>();

  /** Looks at a box whose upper left corner is at `x`, `y`, and remembers what of it lies outside an area. */
  look({ fragment, view }: Pick<BlockBox, 'fragment' | 'view'>, x: number, y: number, area: Area): void {
    for (const item of textItems(fragment.items)) {
      if (isInside(item, x, y, area)) continue;
      const known = this.#found.get(view.template) ?? { text: wordsOf(item), area, count: 0 };
      known.count++;
      this.#found.set(view.template, known);
    }
  }

  /**
   * @param spanOf finds the beginning of a template
   * @returns an error for each template, with the first of its strays
   */
  diagnostics(spanOf: (template: string) => Span | undefined): Diagnostic[] {
    return [...this.#found].map(([template, { text, area, count }]) =>
      diagnose(
        'text-outside',
        { text: shorten(text.trim(), SHOWN), area: area.name, count },
        { span: spanOf(template), hints: ['この様式の margin、share、列の名前を確かめてください。'] },
      ),
    );
  }
}

function wordsOf({ leaf }: TextItem): string {
  return leaf.lines.flatMap(({ runs }) => runs.map((run) => run.text)).join('');
}

/** Whether the em boxes of all lines lie inside. */
function isInside({ x: itemX, y: itemY, leaf }: TextItem, x: number, y: number, area: Area): boolean {
  const beside = (leaf.leading - leaf.size) / 2;
  let top = y + itemY;
  for (const line of leaf.lines) {
    const left = x + itemX + line.x;
    const bottom = top + line.lines * leaf.leading;
    const inside =
      left >= area.left - ROUNDING &&
      left + line.width <= area.right + ROUNDING &&
      top + beside >= area.top - ROUNDING &&
      bottom - beside <= area.bottom + ROUNDING;
    if (!inside && line.width > 0) return false;
    top = bottom;
  }
  return true;
}
