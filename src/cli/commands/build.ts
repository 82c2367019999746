/** `hyokahyo build` and `hyokahyo check`: content → booklet, written or only looked at. */

import { compose, type OpenPrinter } from '../../book/pipeline.ts';
import { checkMeetings, findEdition, inReadingOrder } from '../../content/index.ts';
import { type Diagnostic, hasErrors, type Result } from '../../ground/diagnostic.ts';
import { writeWhole } from '../../ground/outputs.ts';
import type { Booklet } from '../../pages/press.ts';
import { compare } from './compare.ts';
import { outputName } from './output-name.ts';
import { folders, type Outcome, type Run, selectionOf } from './run.ts';

/** Makes the booklet and writes it; with `--check` looks whether the file on disk is the same. */
export async function build(run: Run): Promise<Outcome> {
  const { value, diagnostics, edition } = await composeRun(run);
  if (!value) return { diagnostics, outputs: [] };
  const bytes = await value.finish();
  const file = `${folders(run).out}/${edition}/${outputName(selectionOf(run.flags), run.flags.profile)}`;
  if (run.flags.check) return compare(run.world, [{ file, bytes }], diagnostics);
  const trouble = writeWhole(file, bytes);
  if (trouble) return { diagnostics: [...diagnostics, trouble], outputs: [] };
  return { diagnostics, outputs: [{ file, pages: value.pages, bytes: bytes.length }] };
}

/** Does everything `build` does, but writing; and reads the files of the edition's meetings. */
export async function check(run: Run): Promise<Outcome> {
  const { value, diagnostics: composing, edition } = await composeRun(run);
  const found = edition === '' ? [] : checkMeetings(run.world, `${folders(run).content}/${edition}`);
  const meetings = run.flags.strict ? found.map(asError) : found;
  const diagnostics = inReadingOrder([...composing, ...meetings]);
  const isAnswer = () => true;
  if (!value || hasErrors(meetings)) return { diagnostics, isAnswer, outputs: [] };
  await value.finish();
  return {
    diagnostics,
    isAnswer,
    outputs: [],
    note: `${edition}: 誤りはありません（${value.pages} ページ）。`,
  };
}

/** The booklet, where nothing is wrong: with `--strict` a warning is an error. */
async function composeRun(run: Run): Promise<Result<Booklet> & { readonly edition: string }> {
  const { content, templates, fonts } = folders(run);
  const found = findEdition(run.world, content, run.operands[0]);
  const edition = found.value ?? '';
  const request = {
    edition: `${content}/${edition}`,
    selection: selectionOf(run.flags),
    profile: run.flags.profile ?? 'screen',
    templates,
    fonts,
    progress: run.progress,
  };
  const composed: Result<Booklet> = found.value
    ? await compose(run.world, request, run.creator, openPdf)
    : { diagnostics: [] };
  const all = inReadingOrder([...found.diagnostics, ...composed.diagnostics]);
  const diagnostics = run.flags.strict ? all.map(asError) : all;
  return hasErrors(diagnostics) ? { diagnostics, edition } : { ...composed, diagnostics, edition };
}

/** The printer is loaded only once the content is known to be right. */
export const openPdf: OpenPrinter = async (info, paper) =>
  (await import('../../pdf/print.ts')).openPrinter(info, paper);

/** With `--strict` a warning is an error. */
export function asError(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'warning' ? { ...diagnostic, severity: 'error' } : diagnostic;
}
