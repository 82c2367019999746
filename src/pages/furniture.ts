/** Heads and feet: what stands on every page outside its body. */

import type { BlockBox, Measurer } from '../boxes/measurer.ts';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { roundedUp } from '../ground/shown.ts';
import type { TemplateSet } from '../layout/load-set.ts';
import type { PageGeometry } from '../layout/theme.ts';
import { mm } from '../layout/units.ts';
import type { PlacedItems } from '../pdf/placed-items.ts';
import type { BookView, SectionView } from '../view/types.ts';

type Furniture = { readonly x: number; readonly y: number; readonly box: BlockBox };

/** A page's head and foot, in the places the theme gives them. */
export type PageFurniture = readonly [head: Furniture, foot: Furniture];

/**
 * @param running what the page's section wants said
 * @param number the page's, as printed
 * @param shift how far to the right everything stands on this page, pt
 */
export function furnish(
  view: Pick<BookView, 'running'>,
  running: SectionView['running'],
  number: string,
  geometry: PageGeometry,
  shift: number,
  measurer: Measurer,
): PageFurniture {
  const x = geometry.body.left + shift;
  const data = { ...view.running, ...running, pageNumber: number };
  const head = measurer.box({ template: 'page-head', data });
  const foot = measurer.box({ template: 'page-foot', data });
  return [
    { x, y: geometry.headTop, box: head },
    { x, y: geometry.footBottom - foot.height, box: foot },
  ];
}
/** Head and foot as the printer takes them. */
export function furnitureItems(furniture: PageFurniture): PlacedItems[] {
  return furniture.map(({ x, y, box }, index) => ({
    x,
    y,
    items: box.fragment.items,
    pagination: index === 0 ? 'Header' : 'Footer',
  }));
}

/** Less than this is rounding, pt. */
const ROUNDING = 0.01;

/** A head or foot that reaches into the body or off the page. */
export function furnitureCollisions(
  [head, foot]: PageFurniture,
  { body, height }: PageGeometry,
  theme: TemplateSet['themeDocument'],
): Diagnostic[] {
  const intoBody = head.y + head.box.height - body.top;
  const intoFoot = Math.max(body.top + body.height - foot.y, foot.y + foot.box.height - height);
  const detail = (excess: number) => ({ excess: roundedUp(mm(excess)) });
  const place = (key: string) => ({
    span: theme.locate(['page', key]),
    hints: ['数字を変えるか、margin を大きくしてください。'],
  });
  return [
    ...(intoBody > ROUNDING ? [diagnose('theme-head-collides', detail(intoBody), place('head'))] : []),
    ...(intoFoot > ROUNDING ? [diagnose('theme-foot-collides', detail(intoFoot), place('foot'))] : []),
  ];
}
