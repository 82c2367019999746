/** Theme, columns and faces of a template set, put together for one edition. */
import { type Diagnostic, diagnose, hasErrors, type Result, type Span } from '../ground/diagnostic.ts';
import { roundedUp } from '../ground/shown.ts';
import type { World } from '../ground/world.ts';
import { columnHints } from './column-hints.ts';
import { type ColumnProblem, resolveColumns } from './columns.ts';
import { createLayout, type Layout } from './layout-block.ts';
import { type FaceNames, loadFaces } from './load-faces.ts';
import type { TemplateSet } from './load-set.ts';
import { bodyBox } from './theme.ts';

/**
 * @param set a checked template set
 * @param fonts the fonts' folder
 * @param yearColumns how many plan years the table shows
 */
export function prepareLayout(
  world: World,
  set: TemplateSet,
  fonts: string,
  yearColumns: number,
): Result<Layout> {
  const { theme, themeDocument } = set;
  const body = bodyBox(theme);
  if (body.width <= 0 || body.height <= 0) {
    return {
      diagnostics: [diagnose('theme-no-body', {}, { span: themeDocument.locate(['page', 'margin']) })],
    };
  }
  const columns = resolveColumns(theme, yearColumns);
  const diagnostics: Diagnostic[] = leadingDiagnostics(set);
  if ('kind' in columns)
    diagnostics.push(
      columnDiagnostic(columns, tableLocator(set, columns.table), columnHints(theme, yearColumns, columns)),
    );
  const faces = loadFaces(world, fonts, faceNames(set), (name, known) => unknownFace(set, name, known));
  diagnostics.push(...faces.diagnostics);
  if ('kind' in columns || !faces.value || hasErrors(diagnostics)) return { diagnostics };
  const layout = createLayout(theme, columns, set.files, faces.value);
  return layout.value
    ? { value: layout.value, diagnostics }
    : { diagnostics: [...diagnostics, ...layout.diagnostics] };
}

/** Styles whose lines would overlap. */
function leadingDiagnostics({ theme, themeDocument }: TemplateSet): Diagnostic[] {
  return Object.entries(theme.styles).flatMap(([style, { size, leading }]) => {
    if (leading >= size) return [];
    const span = themeDocument.locate(['styles', style, 'leading']);
    return [diagnose('theme-leading', { style }, { span, hints: [`${size} 以上にしてください。`] })];
  });
}

function faceNames({ theme }: TemplateSet): FaceNames {
  const { regular, bold } = theme.fonts;
  const first = [regular[0], bold[0]];
  const names = [...new Set([...regular, ...bold])];
  return { names, spare: new Set(names.filter((name) => !first.includes(name))) };
}

function unknownFace(
  { theme, themeDocument }: TemplateSet,
  name: string,
  known: readonly string[],
): Diagnostic {
  const chain = theme.fonts.regular.includes(name) ? 'regular' : 'bold';
  const span = themeDocument.locate(['fonts', chain, theme.fonts[chain].indexOf(name)]);
  return diagnose('theme-face-unknown', { name }, { span, hints: [`使える書体: ${known.join('、')}`] });
}

/** Where a table's columns were typed; undefined is the main table. */
function tableLocator({ themeDocument }: TemplateSet, table: string | undefined) {
  const path = table === undefined ? ['columns'] : ['tables', table];
  return (...column: string[]) => themeDocument.locate([...path, ...column]);
}

function columnDiagnostic(
  problem: ColumnProblem,
  locate: (...path: string[]) => Span,
  hints: readonly string[],
): Diagnostic {
  switch (problem.kind) {
    case 'rest-count':
      return diagnose('theme-rest-columns', { count: problem.count }, { span: locate(), hints });
    case 'too-wide': {
      const detail = { excess: roundedUp(problem.excess), available: problem.available.toFixed(1) };
      return diagnose('theme-columns-too-wide', detail, { span: locate(), hints });
    }
    case 'too-narrow': {
      const { column } = problem;
      return diagnose('theme-column-too-narrow', { column }, { span: locate(column), hints });
    }
  }
}
