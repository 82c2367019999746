/** Content files written from a few parts: what is not given is as small as it may be. */

/** The files of a content folder, by their paths. */
export type Files = Readonly<Record<string, string>>;

const YEARS = ['R5', 'R6'];

export type EditionParts = {
  readonly departments?: readonly string[];
  readonly planWords?: readonly string[];
  readonly goals?: readonly string[];
  readonly goalLabel?: string;
  readonly more?: string;
};

const LABELS = `  measure: "{number}. {title}"
  priority: ＜重点事業＞
  result: 結果の説明
  opinion: 会議意見
  none: —
  unreported: （未報告）
  continued: （続き）`;

/** An edition.yaml; what is not given is as small as it may be. */
export function editionFile({
  departments = ['保育課'],
  planWords = ['継続'],
  goals = ['子どもの安心を守ります'],
  goalLabel = '目標{number}　{title}',
  more = '',
}: EditionParts = {}): string {
  return `format: 1
edition: R6
city: 小金井市
issued: 2025-07-29
plan:
  title: 計画
  subtitle: ""
table:
  title: 評価表3
  template: hyoka3
years:
  baseline: H30
  plan: [${YEARS.join(', ')}]
  reporting: R6
departments:
${listed(departments, 2)}
plan_words:
${listed(planWords, 2)}
labels:
  goal: "${goalLabel}"
${LABELS}
goals:
${goals.map((title, index) => `  - { number: "${index + 1}", title: "${title}" }`).join('\n')}
${more}`;
}

export type ProgramParts = {
  readonly number?: number;
  readonly name?: string;
  readonly parts?: readonly string[];
  readonly departments?: readonly string[];
  readonly activities?: string;
  readonly result?: string;
  readonly opinion?: string;
};

/** A program of a measure file; texts stand after their key as YAML. */
export function programItem({
  number = 1,
  name = '事業',
  parts = [],
  departments = ['保育課'],
  activities = activityItem(),
  result = '""',
  opinion = '""',
}: ProgramParts = {}): string {
  return `  - number: ${number}
    name: ${name}
    parts:${parts.length === 0 ? ' []' : `\n${listed(parts, 6)}`}
    departments:
${listed(departments, 6)}
    priority: false
    activities:
${activities}
    result: ${result}
    opinion: ${opinion}`;
}

/** An activity with a description, as YAML after its key, and indicators. */
export function activityItem(description = '内容', indicators = indicatorItem()): string {
  return `      - description: ${description}
        indicators:
${indicators}`;
}

/** An indicator with figures; `plan` is its plan word. */
export function indicatorItem(name = '件数', plan = '継続', unit = '件'): string {
  const years = YEARS.map((year) => `              ${year}: { plan: ${plan}, actual: 12 }`);
  return `          - name: ${name}
            unit: ${unit}
            baseline: 3
            years:
${years.join('\n')}`;
}

export function measureFile(programs: readonly string[], number = '1-1'): string {
  return `measure: "${number}"
title: 施策
programs:
${programs.join('\n')}
`;
}

function listed(items: readonly string[], indent: number): string {
  return items.map((item) => `${' '.repeat(indent)}- ${item}`).join('\n');
}

/** Lines of a text below `|`, so far in. */
export function block(lines: readonly string[], indent: number): string {
  return `|\n${lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n')}`;
}

/** What `make` makes of 1 up to `count`. */
export function times<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

/** An edition of one program in one measure. */
export function ofProgram(program: ProgramParts, edition: EditionParts = {}): Files {
  return { 'edition.yaml': editionFile(edition), 'measures/1-1.yaml': measureFile([programItem(program)]) };
}

/** A meeting beside an edition of one program. */
export function ofMeeting(more: string): Files {
  return {
    ...ofProgram({}),
    'agendas/2025-07-29.yaml': `format: 1\ndate: 2025-07-29\nmeeting: 会議\n${more}\n`,
  };
}

/** A paper in a meeting's list. */
export function paperItem(number: number, title = '資料'): string {
  return `  - { number: 資料${number}, title: ${title} }`;
}

/** Prose of so many characters, without a line end. */
export function prose(size: number): string {
  return PROSE.repeat(Math.ceil(size / PROSE.length)).slice(0, size);
}

/** A sentence. */
export const PROSE = '相談の受付は四月に始まり、件数は前の年を上回った。';
