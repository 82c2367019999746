/** An edition → plain text to be read aloud, from beginning to end: headings, and sentences in place of tables. */
import { actualState, baselineState, type CellState, planState } from '../content/cell-state.ts';
import {
  type Edition,
  goalOf,
  goalsInOrder,
  type Indicator,
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

function indicatorLines(indicator: Indicator, edition: Edition): string[] {
  const { baseline, plan } = edition.years;
  const said = (subject: string, cell: CellState) => sentence(subject, cell, indicator.unit ?? '');
  return [
    `参考指標「${indicator.name}」:`,
    said(`計画前の${fiscalYear(baseline)}の実績は、`, baselineState(indicator)),
    ...plan.map(
      (year) =>
        said(`${fiscalYear(year)}の計画は、`, planState(indicator, year)) +
        said('実績は、', actualState(edition, indicator, year)),
    ),
  ];
}

function sentence(subject: string, cell: CellState, unit: string): string {
  switch (cell.state) {
    case 'figure':
      return `${subject}${spoken(cell.figure)}${unit}です。`;
    case 'word':
      return `${subject}「${cell.word}」です。`;
    case 'none':
      return `${subject}ありません。`;
    case 'unreported':
      return `${subject}まだ報告されていません。`;
    case 'nothing':
      return '';
  }
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
