/** A sample through the whole pipeline, in process: content and theme from memory, templates and fonts from the disk. */
import { parse } from 'yaml';
import { compose, type OpenPrinter } from '../../src/book/pipeline.ts';
import type { Edition, Indicator, Measure } from '../../src/content/edition.ts';
import type { Diagnostic } from '../../src/ground/diagnostic.ts';
import { disk, isFailure, type World } from '../../src/ground/world.ts';
import type { PlacedItems } from '../../src/pdf/placed-items.ts';
import { openPrinter } from '../../src/pdf/print.ts';
import { ROOT } from './sources.ts';

/** An edition and the theme it is printed with. */
export type Sample = { readonly edition: Edition; readonly theme: ThemeChange };

/** What of the theme a sample changes. Lengths in mm, type in pt. */
export type ThemeChange = {
  readonly paper: 'A4' | 'A3';
  readonly binding: { readonly side: string; readonly extra: number };
  readonly max_blank: number;
  readonly latin_gap: number;
  readonly columns: Readonly<Record<ChangedColumn, number>>;
  /** Between a vertical rule and text. */
  readonly padding: number;
  readonly outer: number;
  /** Size and leading of the table's text. */
  readonly body: readonly [number, number];
};

type ChangedColumn = 'name' | 'description' | 'indicator' | 'baseline' | 'year' | 'label';

/** The theme as it comes. */
export const USUAL: ThemeChange = {
  paper: 'A4',
  binding: { side: 'left', extra: 5 },
  max_blank: 0.35,
  latin_gap: 0,
  columns: { name: 27, description: 31.7, indicator: 30, baseline: 15, year: 15, label: 13 },
  padding: 1,
  outer: 0.3,
  body: [7.5, 11.25],
};

/** What the proof reads of a theme file. */
export type ThemeFile = {
  page: {
    size: 'A4' | 'A3';
    margin: { top: number; right: number; bottom: number; left: number };
    binding: { side: string; extra: number };
  };
  columns: Record<string, number | 'rest'>;
  padding: { horizontal: number; vertical: number };
  rules: { inner: number; outer: number };
  space: Record<string, number>;
  styles: Record<string, { size: number; leading: number; stretch?: number }>;
  latin_gap: number;
  max_blank: number;
};

const THEME_PATH = `${ROOT}templates/hyoka3/theme.yaml`;
const TABLE_STYLES = ['body', 'number', 'name', 'label', 'word', 'figure'];

/** The theme file of the repository with a sample's changes. */
export function themeFile(change: ThemeChange): ThemeFile {
  const theme = parse(Buffer.from(cached(THEME_PATH)).toString('utf8')) as ThemeFile;
  theme.page.size = change.paper;
  theme.page.binding = change.binding;
  Object.assign(theme.columns, change.columns);
  theme.padding.horizontal = change.padding;
  theme.rules.outer = change.outer;
  for (const name of TABLE_STYLES) {
    const [size, leading] = change.body;
    theme.styles[name] = { ...theme.styles[name], size, leading };
  }
  return { ...theme, latin_gap: change.latin_gap, max_blank: change.max_blank };
}

/** Advances of a figure's characters, em, rounded up. */
const ADVANCES: Readonly<Record<string, number>> = { ',': 0.34, '.': 0.34, '-': 0.49 };

/** Whether a figure fits the narrower of its two columns, by our own arithmetic. */
export function figureFits(figure: string, { columns, padding, body: [size] }: ThemeChange): boolean {
  const printed = printedFigure(figure);
  const ems = [...printed].reduce((sum, character) => sum + (ADVANCES[character] ?? 0.77), 0);
  const room = Math.min(columns.year, columns.baseline) - 2 * padding - 0.1;
  return ems * size <= (room * 72) / 25.4;
}

/** `1091` → `1,091`. */
export function printedFigure(figure: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(\..*)?$/.exec(figure) ?? [];
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return sign + groups.join(',') + decimals;
}

export type Made = { readonly diagnostics: readonly Diagnostic[]; readonly bytes?: Uint8Array };

const FOLDER = 'content/R6';

/** Changes what stands on a page before it is printed. */
export type Spoil = (body: readonly PlacedItems[], page: number) => readonly PlacedItems[];

/**
 * Content → bytes of the PDF.
 *
 * @param spoil to try whether the proof notices
 */
export async function make(sample: Sample, spoil: Spoil = (body) => body): Promise<Made> {
  const request = {
    edition: FOLDER,
    selection: { goals: [], measures: [], programs: [], departments: [], priority: false },
    profile: 'screen' as const,
    templates: `${ROOT}templates`,
    fonts: `${ROOT}fonts`,
    progress: () => {},
  };
  const open: OpenPrinter = async (info, size) => {
    const printer = openPrinter(info, size);
    let page = 0;
    return {
      page: (body) => printer.page(spoil(body, ++page)),
      finish: (book) => printer.finish(book),
    };
  };
  const { value, diagnostics } = await compose(worldOf(sample), request, 'hyokahyo test', open);
  return value ? { diagnostics, bytes: await value.finish() } : { diagnostics };
}

const files = new Map<string, Uint8Array>();

function cached(path: string): Uint8Array {
  const known = files.get(path);
  if (known) return known;
  const bytes = disk.read(path);
  if (isFailure(bytes)) throw new Error(`${path}: ${bytes.failure}`);
  files.set(path, bytes);
  return bytes;
}

/** An edition that says nothing of its booklet is its tables alone. */
function worldOf({ edition, theme }: Sample): World {
  const { measures, ...rest } = edition;
  const booklet = Object.keys(rest.booklet).length > 0 && rest.booklet;
  const texts = new Map([[`${FOLDER}/edition.yaml`, JSON.stringify({ ...rest, booklet })]]);
  for (const measure of measures) texts.set(`${FOLDER}/${measure.file}`, measureText(measure));
  texts.set(THEME_PATH, JSON.stringify(themeFile(theme)));
  return {
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? cached(path) : Buffer.from(text);
    },
    list: (path) => {
      const inside = [...texts.keys()].filter(
        (name) => name.startsWith(`${path}/`) && path.startsWith(FOLDER),
      );
      if (inside.length === 0) return disk.list(path);
      return [...new Set(inside.map((name) => name.slice(path.length + 1).split('/')[0] as string))].sort();
    },
  };
}

/** A measure file: JSON, with figures as they are typed (`4.10` is no JSON number of ours). */
function measureText({ measure, title, programs }: Measure): string {
  const typed = programs.map(({ index: _, activities, ...program }) => ({
    ...program,
    activities: activities.map(({ description, indicators }) => ({
      description,
      indicators: indicators.map(typedIndicator),
    })),
  }));
  return JSON.stringify({ measure, title, programs: typed }).replace(/"@([-\d.]+)@"/g, '$1');
}

function typedIndicator({ baseline, years, ...rest }: Indicator): object {
  const entries = Object.entries(years).map(([year, { plan, actual }]) => [
    year,
    { plan, ...(actual === undefined ? {} : { actual: actual === null ? null : raw(actual) }) },
  ]);
  const before = baseline === null ? null : 'word' in baseline ? baseline.word : raw(baseline.figure);
  return { ...rest, baseline: before, years: Object.fromEntries(entries) };
}

function raw(figure: string): string {
  return `@${figure}@`;
}
