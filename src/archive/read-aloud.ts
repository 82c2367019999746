/** An edition → plain text to be read aloud, from beginning to end: headings, and sentences in place of tables. */
import {
  type Edition,
  goalOf,
  goalsInOrder,
  type Indicator,
  isDue,
  type Measure,
  type Program,
  wareki,
} from '../content/index.ts';
import { fiscalYear, formatFigure } from '../view/format.ts';

/** Lines end with CR LF, as the simplest editors need. */
export function readAloud(edition: Edition): string {
  const sections = goalsInOrder(edition).flatMap(({ number, title }) => {
    const measures = edition.measures.filter((measure) => goalOf(measure) === number);
    const heading = `目標${number}${title === '' ? '' : `　${title}`}`;
    return measures.length === 0 ? [] : [[heading], ...measures.flatMap((one) => measureLines(one, edition))];
  });
  const text = [titleLines(edition), ...sections].map((lines) => lines.join('\n')).join('\n\n');
  return `${text}\n`.replace(/\r?\n/g, '\r\n');
}

function titleLines({ plan, table, edition, city, issued }: Edition): string[] {
  const title = plan.subtitle === '' ? plan.title : `${plan.title}　${plan.subtitle}`;
  return [title, `${table.title}　${fiscalYear(edition)}版`, `${city}　${wareki(issued)}`];
}

/** The measure's heading and its programs, each a paragraph of lines. */
function measureLines({ measure, title, programs }: Measure, edition: Edition): string[][] {
  return [[`施策${measure}　${title}`], ...programs.map((program) => programLines(program, edition))];
}

function programLines(program: Program, edition: Edition): string[] {
  const { number, name, parts, departments, priority, activities, result } = program;
  return [
    `事業${number}　${name}`,
    ...(priority ? ['重点事業です。'] : []),
    ...(parts.length > 0 ? [`内訳は、${parts.join('、')}です。`] : []),
    `担当課は、${departments.join('、')}です。`,
    ...activities.flatMap(({ description, indicators }, index) => [
      `事業の内容${activities.length > 1 ? `の${index + 1}` : ''}:`,
      description,
      ...indicators.flatMap((indicator) => indicatorLines(indicator, edition)),
    ]),
    ...(result === '' ? ['結果の説明は、ありません。'] : ['結果の説明:', result]),
    ...opinionLines(program.opinion),
  ];
}

function indicatorLines({ name, unit = '', baseline, years }: Indicator, edition: Edition): string[] {
  const first = fiscalYear(edition.years.baseline);
  const said = (figure: string) => `${spoken(figure)}${unit}`;
  const before =
    baseline === null
      ? `計画前の${first}の実績は、ありません。`
      : `計画前の${first}の実績は、${'figure' in baseline ? said(baseline.figure) : `「${baseline.word}」`}です。`;
  const lines = edition.years.plan.map((year) => {
    const { plan, actual } = years[year] ?? { plan: null };
    const planned =
      plan === null
        ? `${fiscalYear(year)}の計画は、ありません。`
        : `${fiscalYear(year)}の計画は、「${plan}」です。`;
    if (actual === undefined || (actual === null && !isDue(edition, year))) return planned;
    return `${planned}実績は、${actual === null ? 'まだ報告されていません' : `${said(actual)}です`}。`;
  });
  return [`参考指標「${name}」:`, before, ...lines];
}

/** `-1091` → `マイナス1,091` */
function spoken(figure: string): string {
  return formatFigure(figure).replace(/^-/, 'マイナス');
}

function opinionLines(opinion: Program['opinion']): string[] {
  if (opinion.length === 0) return ['会議の意見は、ありません。'];
  if (typeof opinion === 'string') return ['会議の意見:', opinion];
  return opinion.flatMap(({ by, text, reply = '' }, index) => [
    `会議の意見の${index + 1}${by === undefined ? '' : `、${by}`}:`,
    text,
    ...(reply === '' ? [] : [`意見の${index + 1}への、市の考え方:`, reply]),
  ]);
}
