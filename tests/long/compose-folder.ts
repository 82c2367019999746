/** Composes the tables of the real edition or of a golden case with the project's own templates and fonts. */
import { fileURLToPath } from 'node:url';
import { compose, type OpenPrinter } from '../../src/book/pipeline.ts';
import { composeAgenda } from '../../src/council/agenda.ts';
import { disk } from '../../src/ground/world.ts';
import type { PlacedItems } from '../../src/pdf/placed-items.ts';
import { openPrinter, type Paper } from '../../src/pdf/print.ts';
import { tablesOnly } from '../helpers/tables-only.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The edition's folder of a case: `R6` and what begins with it is the real one. */
export function caseFolder(name: string): string {
  return /^R6\b/.test(name) ? `${root}/content/R6` : `${root}/tests/golden/${name}/R6`;
}

/** The real edition's whole booklet, and the papers of the sample meeting in one file, beside the cases of tables. */
export async function composeCase(name: string): Promise<Uint8Array> {
  if (name === 'R6-booklet') return composeWith(name, openFile, disk);
  return name === 'R6-agenda' ? composePapers(name) : composeBytes(name);
}

const openFile: OpenPrinter = async (info, paper) => openPrinter(info, paper);

async function composePapers(name: string): Promise<Uint8Array> {
  const request = {
    ...sources(name),
    meeting: { file: '2026-11-22' },
    withForm: false,
    cited: 'print' as const,
  };
  const { value, diagnostics } = await composeAgenda(disk, request, 'hyokahyo test', openFile);
  const all = value?.files.at(-1);
  if (!all) throw new Error(JSON.stringify(diagnostics, null, 2));
  return all.book.finish();
}

function sources(name: string) {
  const folders = { edition: caseFolder(name), templates: `${root}/templates`, fonts: `${root}/fonts` };
  return { ...folders, progress: () => undefined };
}

export type PrintedBook = {
  readonly size: Pick<Paper, 'width' | 'height'>;
  readonly pages: readonly (readonly PlacedItems[])[];
};

/** Composes an edition into the file's bytes; throws with the diagnostics where there is an error. */
export async function composeBytes(name: string): Promise<Uint8Array> {
  return composeWith(name, openFile);
}

/** Composes an edition into its pages' items, body and furniture. */
export async function composePages(name: string): Promise<PrintedBook> {
  const pages: PlacedItems[][] = [];
  let pageSize: PrintedBook['size'] = { width: 0, height: 0 };
  await composeWith(name, async (_, size) => {
    pageSize = size;
    return {
      page: (body) => pages.push([...body]) - 1,
      finish: async ({ furniture }) => {
        pages.forEach((page, index) => {
          page.push(...furniture(index));
        });
        return new Uint8Array();
      },
    };
  });
  return { size: pageSize, pages };
}

async function composeWith(name: string, open: OpenPrinter, world = tablesOnly(disk)): Promise<Uint8Array> {
  const selection = { goals: [], measures: [], programs: [], departments: [], priority: false };
  const request = { ...sources(name), selection, profile: 'screen' as const };
  const { value, diagnostics } = await compose(world, request, 'hyokahyo test', open);
  if (!value) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value.finish();
}
