/** `hyokahyo build` and `hyokahyo check`: content → booklet, written or only looked at. */
import { createHash } from 'node:crypto';
import { checkMeetings, findEdition, inReadingOrder, type Selection } from '../content/index.ts';
import { type Diagnostic, hasErrors, type Result } from '../diagnostic.ts';
import type { Profile } from '../layout/theme.ts';
import { writeWhole } from '../outputs.ts';
import { compose, type OpenPrinter } from '../pipeline.ts';
import type { Booklet } from '../press.ts';
import { compare } from './compare.ts';
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
  if (!value || hasErrors(meetings)) return { diagnostics, outputs: [] };
  await value.finish();
  return { diagnostics, outputs: [], note: `${edition}: 誤りはありません（${value.pages} ページ）。` };
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
  (await import('../pdf/print.ts')).openPrinter(info, paper);

/** With `--strict` a warning is an error. */
export function asError(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.severity === 'warning' ? { ...diagnostic, severity: 'error' } : diagnostic;
}

/** `booklet.pdf`, `booklet-print.pdf`, or `booklet-<selection>.pdf`: an extract never replaces the whole. */
export function outputName(selection: Selection, profile: Profile = 'screen'): string {
  const name = profile === 'print' ? 'booklet-print' : 'booklet';
  const parts = [
    ...selection.goals.map((goal) => `目標${goal}`),
    ...selection.measures,
    ...selection.programs.map((program) => program.replace('#', '事業')),
    ...selection.departments,
    ...(selection.priority ? ['重点事業'] : []),
  ];
  return parts.length === 0 ? `${name}.pdf` : `${name}-${inFileName([...new Set(parts)].join('_'))}.pdf`;
}

/** What Windows does not take in a name, and what would lead into another folder. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}]/gu;

/** What the whole booklet for the binder, or a part of it, is called. */
const TAKEN = /^print(-|$)/i;

/** Longer names, three bytes a character and a temporary file's ending on top, are too long for some disks. */
const LONGEST = 50;

/** The text where it is safe, short and free, else what is left of it and a mark of its own. */
function inFileName(text: string): string {
  const safe = [...text.replace(UNSAFE, '-')].slice(0, LONGEST).join('');
  if (safe === text && !TAKEN.test(text)) return text;
  return `${safe}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
