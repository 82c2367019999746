/** `hyokahyo build` and `hyokahyo check`: content → booklet, written or only looked at. */
import { findEdition, type Selection } from '../content/index.ts';
import { hasErrors, type Result } from '../diagnostic.ts';
import { writeWhole } from '../outputs.ts';
import { type Booklet, compose } from '../pipeline.ts';
import { folders, type Outcome, type Run, selectionOf } from './run.ts';

/** Makes the booklet and writes it. */
export async function build(run: Run): Promise<Outcome> {
  const { result, edition } = composeRun(run);
  const { value, diagnostics } = result;
  if (!value || stops(run, result)) return { diagnostics, outputs: [] };
  const bytes = await printBooklet(run, value);
  const file = `${folders(run).out}/${edition}/${outputName(selectionOf(run.flags))}`;
  const trouble = writeWhole(file, bytes);
  if (trouble) return { diagnostics: [...diagnostics, trouble], outputs: [] };
  return { diagnostics, outputs: [{ file, pages: value.pages.length, bytes: bytes.length }] };
}

/** Does everything `build` does, but writing. */
export async function check(run: Run): Promise<Outcome> {
  const { result, edition } = composeRun(run);
  const { value, diagnostics } = result;
  if (!value || stops(run, result)) return { diagnostics, outputs: [] };
  await printBooklet(run, value);
  return { diagnostics, outputs: [], note: `${edition}: 誤りはありません（${value.pages.length} ページ）。` };
}

function composeRun(run: Run): { result: Result<Booklet>; edition: string } {
  const { content, templates, fonts } = folders(run);
  const found = findEdition(run.world, content, run.operands[0]);
  if (found.value === undefined) return { result: { diagnostics: found.diagnostics }, edition: '' };
  const request = {
    edition: `${content}/${found.value}`,
    selection: selectionOf(run.flags),
    templates,
    fonts,
    progress: run.progress,
  };
  return { result: compose(run.world, request, run.creator), edition: found.value };
}

/** With `--strict` a warning stops the run as an error does. */
function stops({ flags }: Run, { diagnostics }: Result<Booklet>): boolean {
  return (
    hasErrors(diagnostics) || (flags.strict && diagnostics.some(({ severity }) => severity === 'warning'))
  );
}

async function printBooklet(run: Run, { pages, info }: Booklet): Promise<Uint8Array> {
  run.progress('印刷用の書き出し', 0, pages.length);
  const { print } = await import('../pdf/print.ts');
  return print(pages, info);
}

/** `booklet.pdf`, or with a selection `booklet-<selection>.pdf`: an extract never replaces the whole. */
export function outputName(selection: Selection): string {
  const parts = [
    ...selection.goals.map((goal) => `目標${goal}`),
    ...selection.measures,
    ...selection.programs.map((program) => program.replace('#', '-')),
    ...selection.departments,
    ...(selection.priority ? ['重点事業'] : []),
  ];
  return parts.length === 0 ? 'booklet.pdf' : `booklet-${[...new Set(parts)].join('_')}.pdf`;
}
