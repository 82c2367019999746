/**
 * The checked content of one fiscal year: plain data, exactly what the clerks typed, nothing formatted.
 * The format is described for clerks in content/README.md (手引き) and checked by the schemas beside this file.
 */
import type { BookletParts } from './booklet-schema.ts';
import { compareNatural } from './natural.ts';

/** A year column's name as typed: `H30`, `R2` … */
export type YearName = string;

/** A decimal literal as typed (`45`, `4.10`, `-3`): kept as text so that `4.10` prints `4.10`. */
export type Figure = string;

/** The 実績 before the plan: a figure, a word, or nothing (prints the `none` label). */
export type Baseline = { readonly figure: Figure } | { readonly word: string } | null;

/** One year's 計画 / 実績 of an indicator. */
export type YearEntry = {
  /** A word of the edition's vocabulary, or null (prints the `none` label). */
  readonly plan: string | null;
  /** A figure; null when it is due and not yet reported; absent when the indicator has none for the year. */
  readonly actual?: Figure | null;
};

/** 参考指標. */
export type Indicator = {
  readonly name: string;
  readonly unit?: string;
  readonly baseline: Baseline;
  /** Exactly the edition's plan years. */
  readonly years: Readonly<Record<YearName, YearEntry>>;
};

/** 事業の内容 with its own indicators. */
export type Activity = { readonly description: string; readonly indicators: readonly Indicator[] };

/** What a council or one of its members said to a program, and what the city answers. */
export type Opinion = {
  /** Who says it: 委員, or the name of a committee. */
  readonly by?: string | undefined;
  /** A narrative as typed, never empty. */
  readonly text: string;
  /** 市の考え方: a narrative as typed; absent or empty where there is none (yet). */
  readonly reply?: string | undefined;
};

/** 事業. */
export type Program = {
  readonly number: number;
  readonly name: string;
  readonly parts: readonly string[];
  readonly departments: readonly string[];
  readonly priority: boolean;
  readonly activities: readonly Activity[];
  /** 結果の説明: the narrative as typed, lines divided by \n. */
  readonly result: string;
  /** 会議意見: a narrative as typed, or opinions one by one with the city's replies. */
  readonly opinion: string | readonly Opinion[];
};

/** 施策: one file. `file` is its path below the edition's folder, e.g. `measures/1-1.yaml`. */
export type Measure = {
  readonly file: string;
  readonly measure: string;
  readonly title: string;
  /** Each program with its index in the file, which a selection does not change. */
  readonly programs: readonly (Program & { readonly index: number })[];
};

/** The number of a measure's goal: what stands before the first hyphen of the measure's own. */
export function goalOf({ measure }: Pick<Measure, 'measure'>): string {
  return measure.split('-')[0] as string;
}

/** 目標 as listed in edition.yaml; `goalsInOrder` gives the order of printing. */
export type Goal = { readonly number: string; readonly title: string };

/**
 * The goals in the order of printing, each with its place in `goals`: measures are printed in natural number order, and
 * with them their goals, however edition.yaml lists them.
 */
export function goalsInOrder({ goals }: { readonly goals: readonly Goal[] }): (Goal & { index: number })[] {
  return goals.map((goal, index) => ({ ...goal, index })).sort((a, b) => compareNatural(a.number, b.number));
}

export type Labels = {
  readonly goal: string;
  readonly measure: string;
  readonly priority: string;
  readonly result: string;
  readonly opinion: string;
  /** Above each opinion of a list. */
  readonly opinion_text: string;
  /** Above the city's reply to an opinion. */
  readonly reply: string;
  readonly none: string;
  readonly unreported: string;
  readonly continued: string;
};

export type Edition = {
  readonly format: 1;
  readonly edition: YearName;
  readonly city: string;
  /** The document's date, `2025-07-29`. */
  readonly issued: string;
  readonly plan: { readonly title: string; readonly subtitle: string };
  readonly table: { readonly title: string; readonly template: string };
  readonly years: {
    readonly baseline: YearName;
    readonly plan: readonly YearName[];
    readonly reporting: YearName;
  };
  readonly departments: readonly string[];
  readonly plan_words: readonly string[];
  readonly labels: Labels;
  readonly goals: readonly Goal[];
  /** What stands before and behind the tables. */
  readonly booklet: BookletParts;
  /** In natural number order (1-2 before 1-10). */
  readonly measures: readonly Measure[];
};

/**
 * Where a text of the edition was typed: `file#path` with the file below the edition's folder and the path of
 * keys and indices joined by `/`, e.g. `measures/1-1.yaml#programs/0/activities/0/indicators/1/name`.
 */
export type Origin = string;

/** Joins an origin from a file and the path inside it. */
export function originOf(file: string, ...path: (string | number)[]): Origin {
  return `${file}#${path.join('/')}`;
}

/** A key that the city chose, as it stands in an origin: it may hold `/` and `#` (継続/拡充). */
export function originKey(key: string): string {
  return key.replace(/[%#/]/g, encodeURIComponent);
}
