/** The theme: every measure of a page, checked, and turned into pt. */
import * as z from 'zod';
import { views } from '../view/registry.ts';
import { number } from '../yaml/index.ts';
import { pt } from './units.ts';

/** Widths and heights of the paper in mm, landscape. ISO 216. */
export const PAPER = { A4: { width: 297, height: 210 }, A3: { width: 420, height: 297 } } as const;

const between = (least: number, most: number) => number.pipe(z.number().min(least).max(most));
const length = between(0, 400);
const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/);

const style = z.strictObject({
  size: between(4, 300).describe('文字の大きさ（pt）'),
  leading: between(4, 600).describe('行送り（pt）'),
  grey: between(0, 0.95).default(0).describe('文字の濃さ（0 が黒。0 より大きいと、ほかのすべての下に敷く）'),
  bold: z.boolean().default(false).describe('太字'),
  align: z.enum(['left', 'center', 'right']).default('left').describe('行のそろえ'),
  wrap: z.enum(['text', 'phrase', 'never']).default('text').describe('折り返し'),
  tracking: between(0, 2).default(0).describe('見た目のために、いつも空ける字間（字幅に対する割合）'),
  stretch: between(0, 0.05).default(0).describe('行末をそろえるために広げる字間の上限（字幅に対する割合）'),
});

const columns = z.record(name, z.union([length, z.literal('rest')]));

/** theme.yaml. Lengths in mm, type sizes and leading in pt, greys from 0 (black) to 1 (white). */
export const themeSchema = z.strictObject({
  format: number.pipe(z.literal(1)).describe('この書き方の版'),
  view: z.enum(Object.keys(views) as [keyof typeof views]).describe('表の種類'),
  page: z.strictObject({
    size: z.enum(['A4', 'A3']).describe('用紙（横置き）'),
    margin: z
      .strictObject({ top: length, right: length, bottom: length, left: length })
      .describe('余白（mm）'),
    binding: z
      .strictObject({ side: z.enum(['left', 'right', 'top']), extra: length })
      .describe('とじる側と、そちらに足す余白（mm）'),
    head: length.describe('紙の上端から柱までの距離（mm）'),
    foot: length.describe('紙の下端からノンブルまでの距離（mm）'),
  }),
  columns: columns.describe(
    '列の幅（mm）。一つだけ rest（残り全部）とする。year はすべての年度の列に使われる',
  ),
  tables: z
    .record(name, columns)
    .default({})
    .describe('評価表のほかの表の列の幅（mm）。それぞれ一つだけ rest とする'),
  padding: z.strictObject({ horizontal: length, vertical: length }).describe('枠と文字のあいだ（mm）'),
  rules: z.strictObject({ inner: length, outer: length }).describe('けい線の太さ（mm）'),
  greys: z.record(name, between(0, 1)).describe('地の濃さ（0 が黒、1 が白）'),
  space: z.record(name, length).describe('見出しの上の空き、意見を書き込む余白など（mm）'),
  fonts: z
    .strictObject({ regular: z.array(z.string()).min(1), bold: z.array(z.string()).min(1) })
    .describe('書体'),
  styles: z.record(name, style).describe('文字の形'),
  latin_gap: between(0, 0.5).describe('和字と欧字・数字のあいだの空き（字幅に対する割合）'),
  max_blank: between(0, 1).describe('ページの下に残してよい空きの割合'),
  print: z
    .strictObject({
      bleed: between(0, 20).default(0).describe('断ち落としの幅（mm）'),
      crop_marks: z.boolean().default(false).describe('トンボを付ける'),
      multiple: number
        .pipe(z.union([z.literal(1), z.literal(2), z.literal(4)]))
        .default(2)
        .describe('総ページ数をこの数の倍数にそろえる'),
    })
    .prefault({})
    .describe('印刷用（--profile print）の仕上げ'),
});

/** The theme's JSON Schema, for editors. */
export function themeJsonSchema(): object {
  return z.toJSONSchema(themeSchema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
}

/** A checked theme, as typed. */
export type Theme = z.infer<typeof themeSchema>;

/** For reading on screen and for desk printers, or for the printer and binder. */
export type Profile = 'screen' | 'print';

/** The page's geometry in pt: the paper as cut and the box of the body. */
export type PageGeometry = {
  readonly width: number;
  readonly height: number;
  readonly body: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** Top of the running head's box and bottom of the foot's, from the paper's upper edge. */
  readonly headTop: number;
  readonly footBottom: number;
  /** How far to the right everything stands on left-hand pages, whose binding side is the other one. */
  readonly leftHandShift: number;
  /** Then sheets are turned about their long edge. */
  readonly boundAtTop: boolean;
  /** What is printed beyond the paper's edges, and whether marks show where to cut; nothing on screen. */
  readonly bleed: number;
  readonly cropMarks: boolean;
};

/** The body's box in mm: the paper less margins and the binding side's extra. */
export function bodyBox(theme: Theme): { left: number; top: number; width: number; height: number } {
  const { size, margin, binding } = theme.page;
  const extra = (side: string) => (binding.side === side ? binding.extra : 0);
  const left = margin.left + extra('left');
  const top = margin.top + extra('top');
  return {
    left,
    top,
    width: PAPER[size].width - left - margin.right - extra('right'),
    height: PAPER[size].height - top - margin.bottom,
  };
}

/** The page's geometry of a checked theme. Only what is bound has right-hand and left-hand pages. */
export function pageGeometry(theme: Theme, profile: Profile = 'screen'): PageGeometry {
  const { size, binding, head, foot } = theme.page;
  const paper = PAPER[size];
  const body = bodyBox(theme);
  const bound = profile === 'print';
  const boundAtTop = binding.side === 'top';
  return {
    width: pt(paper.width),
    height: pt(paper.height),
    body: { left: pt(body.left), top: pt(body.top), width: pt(body.width), height: pt(body.height) },
    headTop: pt(boundAtTop ? head + binding.extra : head),
    footBottom: pt(paper.height - foot),
    leftHandShift: bound && !boundAtTop ? pt(paper.width - 2 * body.left - body.width) : 0,
    boundAtTop,
    bleed: bound ? pt(theme.print.bleed) : 0,
    cropMarks: bound && theme.print.crop_marks,
  };
}
