/** (i): running head and foot. */
import type { PageModel, TextLine } from './page-model.ts';
import type { Glyph } from './trace.ts';

export type Furniture = {
  readonly title: string;
  /** Of the page's first section. */
  readonly goal: string;
  readonly city: string;
  readonly pages: number;
  readonly issued: string;
};

const SLACK = 0.05;

/** Texts are compared without white space: where a head wraps, its spaces vanish. */
export function furnitureFaults(model: PageModel, expected: Furniture): string[] {
  const { head, foot, number, body, page } = model;
  const { title, goal, city, pages, issued } = expected;
  const blocks = model.blocks;
  const shares = (shown: readonly TextLine[], cuts: readonly number[]) =>
    parted(shown, cuts, body.left, body.right - body.left);
  const checks: [string, string[], string[]][] = [
    ['head', shares(head, [0.6]), [title, goal]],
    ['foot', shares(foot, [0.3, 0.7]), [city, `${number} / ${pages}`, issued]],
  ];
  const faults = checks.flatMap(([name, shown, texts]) =>
    JSON.stringify(shown) === JSON.stringify(texts.map(withoutSpaces))
      ? []
      : [`i: the ${name} reads ${shown.join(' | ')}`],
  );
  const top = Math.min(...blocks.map((block) => block.top));
  const bottom = Math.max(...blocks.map((block) => block.bottom));
  const collides =
    head.some((line) => line.bottom > Math.min(top, body.top) + SLACK || line.top < 0) ||
    foot.some((line) => line.top < Math.max(bottom, body.bottom) - SLACK || line.bottom > page.height);
  if (collides) faults.push('i: the furniture collides with the body');
  return faults.map((fault) => `page ${number}: ${fault}`);
}

/** The text in each part of the width, `cuts` being where one ends and the next begins. */
function parted(lines: readonly TextLine[], cuts: readonly number[], left: number, width: number): string[] {
  const edges = [0, ...cuts, 1].map((cut) => left + cut * width);
  return edges.slice(1).map((end, index) => {
    const inPart = ({ x, right }: Glyph) =>
      (x + right) / 2 > (edges[index] as number) && (x + right) / 2 < end;
    return withoutSpaces(
      lines
        .map(({ glyphs }) =>
          glyphs
            .filter(inPart)
            .map(({ text }) => text)
            .join(''),
        )
        .join(''),
    );
  });
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}
