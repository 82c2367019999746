/** `hyokahyo agenda`: papers for a council meeting, written to a folder of the meeting's day. */
import { type AgendaRequest, type ComposedAgenda, composeAgenda } from '../agenda.ts';
import { findEdition, inReadingOrder } from '../content/index.ts';
import { type Diagnostic, diagnose, hasErrors, type Result } from '../diagnostic.ts';
import { writeWhole } from '../outputs.ts';
import { isFailure } from '../world.ts';
import { asError, openPdf } from './build.ts';
import { compare } from './compare.ts';
import { folders, type Outcome, type Output, type Run, selectionOf } from './run.ts';

/** Makes all documents, then writes them, or with `--check` compares: a mistake in one leaves every file as it was. */
export async function agenda(run: Run): Promise<Outcome> {
  const wanted = meetingWanted(run);
  if (!wanted.value) return { diagnostics: wanted.diagnostics, outputs: [] };
  const { content, out, templates, fonts } = folders(run);
  const found = findEdition(run.world, content, run.operands[0]);
  if (found.value === undefined) return { diagnostics: found.diagnostics, outputs: [] };
  const request = {
    edition: `${content}/${found.value}`,
    templates,
    fonts,
    meeting: wanted.value,
    withForm: run.flags['with-form'],
    progress: run.progress,
  };
  const composed = await composeAgenda(run.world, request, run.creator, openPdf);
  const sorted = inReadingOrder([...found.diagnostics, ...composed.diagnostics]);
  const diagnostics = run.flags.strict ? sorted.map(asError) : sorted;
  if (!composed.value || hasErrors(diagnostics)) return { diagnostics, outputs: [] };
  return write(run, `${out}/${found.value}/agenda/${composed.value.date}`, composed.value, diagnostics);
}

/** A meeting's file, or one paper: the command line says the one or the other. */
function meetingWanted({ flags }: Run): Result<AgendaRequest['meeting']> {
  const { meeting, name, date, title, draft } = flags;
  const selection = selectionOf(flags);
  if (meeting !== undefined) {
    const alone = name !== undefined || date !== undefined || title !== undefined || draft;
    const selects = Object.values(selection).some(
      (wanted) => wanted === true || (Array.isArray(wanted) && wanted.length > 0),
    );
    if (alone || selects) return { diagnostics: [diagnose('agenda-both', undefined)] };
    return { value: { file: meeting }, diagnostics: [] };
  }
  if (name === undefined || date === undefined) return { diagnostics: [diagnose('agenda-which', undefined)] };
  return { value: { number: name, date, title, draft, selection }, diagnostics: [] };
}

async function write(
  run: Run,
  folder: string,
  { files }: ComposedAgenda,
  diagnostics: readonly Diagnostic[],
): Promise<Outcome> {
  const made: { file: string; pages: number; bytes: Uint8Array }[] = [];
  for (const { name, book } of files) {
    made.push({ file: `${folder}/${name}.pdf`, pages: book.pages, bytes: await book.finish() });
  }
  const written = new Set(made.map(({ file }) => file));
  const strays = run.flags.meeting === undefined ? [] : strayPapers(run, folder, written);
  if (run.flags.check) return compare(run.world, made, [...diagnostics, ...strays]);
  const outputs: Output[] = [];
  for (const { file, pages, bytes } of made) {
    const trouble = writeWhole(file, bytes);
    if (trouble) return { diagnostics: [...diagnostics, trouble], outputs };
    outputs.push({ file, pages, bytes: bytes.length });
  }
  return { diagnostics: [...diagnostics, ...strays], outputs };
}

/** Papers of an earlier run that this meeting no longer has: they would be handed out by mistake. */
function strayPapers({ world }: Run, folder: string, written: ReadonlySet<string>): Diagnostic[] {
  const names = world.list(folder);
  if (isFailure(names)) return [];
  return names
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.pdf') && !written.has(path))
    .map((path) => diagnose('agenda-stray', { path }, { severity: 'warning' }));
}
