/**
 * The shape of the two kinds of content files; what the values mean is checked by the rules beside this file.
 * Descriptions appear in editors when the mouse rests on a key.
 */
import * as z from 'zod';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import {
  advising,
  describe,
  emptyText,
  figure,
  figureHints,
  isPlainDecimal,
  Numeral,
  notAFigure,
  ownIssue,
  shorten,
} from '../yaml/index.ts';
import { bookletSchema } from './booklet-schema.ts';
import type { Baseline } from './edition.ts';
import { line, maybeLine, paragraphs } from './text-schemas.ts';
import { yearMeant, yearsMeant } from './years.ts';

/** A text that must not be left empty. */
const written = z
  .string()
  .min(1, { abort: true })
  .refine((text) => /\S/u.test(text), { params: ownIssue(emptyText()) });

/** A value that our own words explain when it is wrong. */
function parsedAs<T>(parse: (value: unknown) => T | undefined, wrong: (value: unknown) => Diagnostic) {
  return z.unknown().transform((value, context): T => {
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', params: ownIssue(wrong(value)) });
    return z.NEVER;
  });
}

/** `format: 1`, as every content file begins. */
export const format = parsedAs(
  (value) => (value instanceof Numeral && value.literal === '1' ? (1 as const) : undefined),
  (value) =>
    diagnose(
      'unsupported-format',
      { found: describe(value) },
      { hints: ['「format: 1」と書いてください。'] },
    ),
).meta({ const: 1, description: 'この書き方の版。変更しない' });

const programNumber = parsedAs(
  (value) =>
    value instanceof Numeral && /^[1-9]\d{0,5}$/.test(value.literal) ? Number(value.literal) : undefined,
  (value) => {
    const hints = isPlainDecimal(value) ? ['1 以上の整数を書いてください。'] : figureHints(value);
    return diagnose('not-a-program-number', { found: describe(value) }, { hints });
  },
).meta({ type: 'integer', minimum: 1, description: '計画で決まっている事業の番号。飛んでいてもよい' });

/** A text that is no word of the vocabulary is left to the rules: words may hold digits (第2期の実施). */
const baseline = parsedAs((value): { baseline: Baseline } | undefined => {
  if (value === null) return { baseline: null };
  if (isPlainDecimal(value)) return { baseline: { figure: value.literal } };
  return typeof value === 'string' ? { baseline: { word: value } } : undefined;
}, notAFigure).transform(({ baseline }) => baseline);

/** A year's name; what is typed as a number may be one of the western calendar. */
const year = (description: string) =>
  advising(line(description), (value) => {
    const meant = value instanceof Numeral ? yearMeant(value.literal) : undefined;
    return meant === undefined ? [] : [`「${meant}」と書いてください。`];
  });

/** `plan: R2～R6`, without brackets. */
function yearListAdvice(value: unknown): string[] {
  const years = typeof value === 'string' ? yearsMeant(value) : undefined;
  return years ? [`「[${years.join(', ')}]」と、一年ずつ、半角の「,」と空白で区切って書いてください。`] : [];
}

/** The schema of `edition.yaml`. */
export const editionSchema = z.strictObject({
  format,
  edition: line('年度。フォルダーの名前と同じにする（例: R6）'),
  city: line('市の名前'),
  issued: line('文書の日付（年-月-日。例: 2025-07-29）'),
  plan: z.strictObject({ title: line('計画の題'), subtitle: maybeLine('計画の副題。なければ ""') }),
  table: z.strictObject({ title: line('表の題'), template: line('様式。templates/ の中のフォルダーの名前') }),
  years: z.strictObject({
    baseline: year('計画が始まる前の「実績」の年度'),
    plan: advising(
      z.array(year('年度')).min(1).meta({ description: '計画の年度。左から順に並ぶ' }),
      yearListAdvice,
    ),
    reporting: year('結果を報告する年度。plan のどれか一つ'),
  }),
  departments: z.array(line('担当課')).min(1).meta({ description: '担当課に書ける名前' }),
  plan_words: z.array(line('計画の語')).min(1).meta({ description: '計画の欄に書ける言葉' }),
  labels: z.strictObject({
    goal: line('目標の見出し。{number} は番号、{title} は題に置き換わる'),
    measure: line('施策の見出し。{number} は番号、{title} は題に置き換わる'),
    priority: line('重点事業のしるし'),
    result: line('結果の説明の欄の見出し'),
    opinion: line('会議意見の欄の見出し'),
    opinion_text: line('一つ一つの意見の前に【】で囲んで印刷する言葉。書かなければ「意見」').default('意見'),
    reply: line('意見への答えの前に【】で囲んで印刷する言葉。書かなければ「市の考え方」').default(
      '市の考え方',
    ),
    none: line('計画前の実績や計画がないときに印刷する文字'),
    unreported: line('報告の時期が来ているのに数値がないときに印刷する文字'),
    continued: line('表が次のページに続くときに印刷する文字'),
  }),
  goals: z
    .array(
      z.strictObject({ number: line('目標の番号。" で囲む'), title: maybeLine('目標の題。なければ ""') }),
    )
    .min(1)
    .meta({ description: '目標。番号の順に印刷される' }),
  booklet: bookletSchema,
});

/** One opinion of a list. */
const opinion = advising(
  z.strictObject({
    by: line('だれの意見か（例: 委員）。会議全体の意見なら書かない').optional(),
    text: paragraphs('意見。長いときは「|」の次の行から、字下げをそろえて書く', written),
    reply: paragraphs('市の考え方。まだなら書かない').optional(),
  }),
  (value) => [`「- text: ${exampleOf(value)}」と、「text: 」を付けて書いてください。`],
);

const opinions = advising(z.array(opinion).meta({ description: '意見と市の考え方の並び' }), (value) =>
  typeof value === 'object' && value !== null && !(value instanceof Numeral)
    ? ['意見が一つだけでも、先頭に「- 」を付けて「- text: …」から始めてください。']
    : [],
);

/** What was typed, where it fits a hint's line. */
function exampleOf(value: unknown): string {
  if (typeof value !== 'string' || value === '') return '…';
  return value.includes('\n') ? '|' : shorten(value);
}

/** Where a measure file's schema depends on the edition: open when loading (rules explain more), exact for editors. */
export type Vocabulary = {
  readonly planWord: z.ZodType<string>;
  readonly department: z.ZodType<string>;
  /** The JSON Schema of a baseline. */
  readonly baseline: Record<string, unknown>;
  years<T extends z.ZodType>(entry: T): z.ZodType<Record<string, z.output<T>>>;
};

/** Any word, department and year. */
const openVocabulary: Vocabulary = {
  planWord: z.string(),
  department: z.string().min(1),
  baseline: {},
  years: (entry) => z.record(z.string(), entry),
};

/** The schema of `measures/*.yaml`. */
export function measureSchemaOf(words: Vocabulary) {
  const entry = z.strictObject({
    plan: words.planWord.nullable().meta({ description: '計画の語。なければ null' }),
    actual: z
      .union([figure, z.null()])
      .optional()
      .meta({ description: '実績の数値（半角、コンマなし）。まだなら null' }),
  });
  const indicator = z.strictObject({
    name: line('参考指標の名前'),
    unit: line('単位。数値のない指標には書かない').optional(),
    baseline: baseline.meta({
      ...words.baseline,
      description: '計画前の実績。数値か計画の語、なければ null',
    }),
    years: words.years(entry).meta({ description: '年度ごとの計画の語（plan）と実績の数値（actual）' }),
  });
  const activity = z.strictObject({
    description: paragraphs('事業の内容', written),
    indicators: z.array(indicator).min(1).meta({ description: '参考指標' }),
  });
  const program = z.strictObject({
    number: programNumber,
    name: line('事業の名前'),
    parts: z
      .array(line('事業の内訳'))
      .default([])
      .meta({ description: '事業の内訳。①②③は書かない。なければ []' }),
    departments: z.array(words.department).min(1).meta({ description: '担当課。edition.yaml にある名前' }),
    priority: z.boolean().meta({ description: '重点事業なら true、そうでなければ false' }),
    activities: z.array(activity).min(1).meta({ description: '事業の内容と、その参考指標の組' }),
    result: paragraphs('結果の説明。「|」の次の行から、字下げをそろえて書く'),
    opinion: z.union([paragraphs('文章'), opinions]).meta({
      description:
        '会議意見。会議が開かれるまでは ""。文章を「|」で書くか、意見ごとに「- text: …」と「reply: …」（市の考え方）を並べる',
    }),
  });
  return z.strictObject({
    measure: line('施策の番号。ファイルの名前と同じにし、" で囲む'),
    title: line('施策の題'),
    programs: z.array(program).min(1).meta({ description: '事業' }),
  });
}

/** The schema of `measures/*.yaml` whatever the edition. */
export const measureSchema = measureSchemaOf(openVocabulary);

export type EditionFile = z.output<typeof editionSchema>;
export type MeasureFile = z.output<typeof measureSchema>;
