/** Layouts made of a few template texts, with the theme and the fonts that ship. */
import type { Diagnostic } from '../../src/ground/diagnostic.ts';
import { disk } from '../../src/ground/world.ts';
import { type Columns, resolveColumns } from '../../src/layout/columns.ts';
import { createLayout, type Layout } from '../../src/layout/layout-block.ts';
import { loadFaces } from '../../src/layout/load-faces.ts';
import { loadTemplateSet, type TemplateSet } from '../../src/layout/load-set.ts';
import type { Face } from '../../src/typeset/types.ts';
import { ROOT } from './sources.ts';

/** The template set that ships. */
export function shippedSet(): TemplateSet {
  const { value, diagnostics } = loadTemplateSet(disk, `${ROOT}templates`, 'hyoka3');
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

let faces: ReadonlyMap<string, Face> | undefined;

/** The fonts that ship, opened once. */
export function shippedFaces(): ReadonlyMap<string, Face> {
  const names = ['BIZUDPGothic-Regular', 'BIZUDPGothic-Bold', 'NotoSansJP-Regular'];
  faces ??= loadFaces(disk, `${ROOT}fonts`, { names, spare: new Set() }, (name) => {
    throw new Error(name);
  }).value;
  if (!faces) throw new Error('the fonts that ship cannot be opened');
  return faces;
}

/** A layout with templates of one's own: name → text. Shown in diagnostics as `name.hbs`. */
export function layoutOf(templates: Readonly<Record<string, string>>): {
  layout: Layout | undefined;
  diagnostics: readonly Diagnostic[];
} {
  const { theme } = shippedSet();
  const files = Object.entries(templates).map(([name, text]) => ({ name, file: `${name}.hbs`, text }));
  const { value, diagnostics } = createLayout(
    theme,
    resolveColumns(theme, 5) as Columns,
    files,
    shippedFaces(),
  );
  return { layout: value, diagnostics };
}

/** What goes wrong with one template, compiled or written with the data: `code file:line:column`. */
export function templateProblems(
  text: string,
  data: object = {},
  others: Record<string, string> = {},
): string[] {
  const { layout, diagnostics } = layoutOf({ main: text, ...others });
  const found = layout ? layout.block({ template: 'main', data: { ...data } }).diagnostics : diagnostics;
  return found.map(({ code, span }) => `${code} ${span?.file}:${span?.start.line}:${span?.start.column}`);
}
