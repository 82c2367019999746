/** `hyokahyo agenda`: papers for a council meeting, written to a folder of the meeting's day. */
import { createHash } from 'node:crypto';
import { dirname, relative, resolve } from 'node:path';
import { type AgendaRequest, type ComposedAgenda, composeAgenda } from '../agenda.ts';
import { findEdition, inReadingOrder, paperTaken } from '../content/index.ts';
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
    cited: run.flags.profile ?? 'print',
    progress: run.progress,
  };
  const composed = await composeAgenda(run.world, request, run.creator, openPdf);
  const taken = 'file' in wanted.value ? [] : paperTaken(run.world, request.edition, wanted.value);
  const sorted = inReadingOrder([...found.diagnostics, ...taken, ...composed.diagnostics]);
  const diagnostics = run.flags.strict ? sorted.map(asError) : sorted;
  if (!composed.value || hasErrors(diagnostics)) return { diagnostics, outputs: [] };
  const folder = `${out}/${found.value}/agenda/${composed.value.date}${markOf(run, request.edition)}`;
  return write(run, folder, composed.value, diagnostics);
}

/**
 * What tells the folder of a meeting whose file lies elsewhere than with the edition's from the folder of the
 * edition's own meeting of that day: a mark made of the way from the output to the file.
 */
function markOf(run: Run, edition: string): string {
  const { meeting = '' } = run.flags;
  if (!/[\\/]/.test(meeting) || dirname(resolve(meeting)) === resolve(edition, 'agendas')) return '';
  const way = relative(folders(run).out, meeting).replaceAll('\\', '/');
  return `-${createHash('sha256').update(way).digest('hex').slice(0, 8)}`;
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
  composing: readonly Diagnostic[],
): Promise<Outcome> {
  const strays = run.flags.meeting === undefined ? [] : strayPapers(run, folder, files);
  const diagnostics = [...composing, ...(run.flags.strict ? strays.map(asError) : strays)];
  if (hasErrors(diagnostics) && !run.flags.check) return { diagnostics, outputs: [] };
  const made: { file: string; pages: number; bytes: Uint8Array }[] = [];
  for (const { name, book } of files) {
    made.push({ file: pathOf(folder, name), pages: book.pages, bytes: await book.finish() });
  }
  if (run.flags.check) return compare(run.world, made, diagnostics);
  const outputs: Output[] = [];
  for (const { file, pages, bytes } of made) {
    const trouble = writeWhole(file, bytes);
    if (trouble) return { diagnostics: [...diagnostics, afterOthers(trouble, outputs)], outputs };
    outputs.push({ file, pages, bytes: bytes.length });
  }
  return { diagnostics, outputs };
}

function pathOf(folder: string, name: string): string {
  return `${folder}/${name}.pdf`;
}

/** The files before the one that could not be written no longer fit those behind it. */
function afterOthers(trouble: Diagnostic, written: readonly Output[]): Diagnostic {
  if (written.length === 0) return trouble;
  const hint = '先に書いたファイルは新しくなっています。原因を除いて、もう一度実行してください。';
  return { ...trouble, hints: [...trouble.hints, hint] };
}

/** Papers of an earlier run that this meeting no longer has: they would be handed out by mistake. */
function strayPapers({ world }: Run, folder: string, files: ComposedAgenda['files']): Diagnostic[] {
  const names = world.list(folder);
  if (isFailure(names)) return [];
  const own = new Set(files.map(({ name }) => pathOf(folder, name)));
  return names
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.pdf') && !own.has(path))
    .map((path) => diagnose('agenda-stray', { path }, { severity: 'warning' }));
}
