/** What stands before and behind the tables: `booklet` in edition.yaml. Every part is there unless it is switched off. */
import * as z from 'zod';
import { advising, shorten } from '../yaml/index.ts';
import { line, paragraphs } from './text-schemas.ts';

/** `false` is off, `true` and nothing are on with the usual words. */
function part<S extends z.ZodRawShape>(description: string, shape: S) {
  const settings = advising(z.strictObject(shape), (value) => partHints(value, Object.keys(shape)));
  return z
    .union([z.boolean(), settings])
    .default(true)
    .transform((value): z.output<typeof settings> | undefined => {
      if (value === false) return undefined;
      return value === true ? settings.parse({}) : (value as z.output<typeof settings>);
    })
    .meta({ description: `${description}。いらなければ false` });
}

/** A text is meant for the part's first setting that a text may be: its title, or else what stands below it. */
function partHints(value: unknown, [key]: readonly string[]): string[] {
  const hints = ['付けるなら true、付けないなら false と書いてください。'];
  if (typeof value !== 'string' || value === '' || key === undefined) return hints;
  const example = value.includes('\n') ? '…' : shorten(value);
  return [`言葉を変えるなら「{ ${key}: ${example} }」と書いてください。`, ...hints];
}

const title = (usual: string) => line(`見出し。書かなければ「${usual}」`).default(usual);

const partsSchema = z.strictObject({
  cover: part('表紙', { section: line('担当課など、市の名前の下に印刷する言葉').optional() }),
  contents: part('目次', { title: title('目次') }),
  legend: part('表の見方', {
    title: title('この表の見方'),
    plan_words: z
      .record(z.string(), line('計画の語の意味'))
      .default({})
      .meta({ description: '計画の語の意味。書いた語だけが説明される' }),
    notes: paragraphs('表の見方の終わりに印刷する文').default(''),
  }),
  summary: part('総括', { title: title('総括') }),
  trends: part('参考指標の推移', { title: title('参考指標の推移') }),
  index: part('担当課別の索引', { title: title('担当課別索引') }),
  colophon: part('奥付', {
    notes: paragraphs('奥付に印刷する文（問い合わせ先など）').default(''),
  }),
});

/** A part that is switched off is undefined, or not there. */
export type BookletParts = Readonly<Partial<z.output<typeof partsSchema>>>;

/** `booklet: false` leaves the tables alone. */
export const bookletSchema = z
  .union([z.boolean(), partsSchema])
  .default(true)
  .transform((value): BookletParts => {
    if (value === false) return {};
    return value === true ? partsSchema.parse({}) : (value as BookletParts);
  })
  .meta({ description: '表の前後に付けるもの。表だけでよければ false' });
