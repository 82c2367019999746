/** Composes the tables of the real edition or of a golden case with the project's own templates and fonts. */
import { fileURLToPath } from 'node:url';
import type { PlacedItems } from '../../src/pdf/content.ts';
import { openPrinter, type Paper } from '../../src/pdf/print.ts';
import { compose, type OpenPrinter } from '../../src/pipeline.ts';
import { disk } from '../../src/world.ts';
import { tablesOnly } from '../helpers/tables-only.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The edition's folder of a case: `R6` is the real one. */
export function caseFolder(name: string): string {
  return name === 'R6' ? `${root}/content/R6` : `${root}/tests/golden/${name}/R6`;
}

export type PrintedBook = {
  readonly size: Pick<Paper, 'width' | 'height'>;
  readonly pages: readonly (readonly PlacedItems[])[];
};

/** Composes an edition into the file's bytes; throws with the diagnostics where there is an error. */
export async function composeBytes(name: string): Promise<Uint8Array> {
  return composeWith(name, async (info, size) => openPrinter(info, size));
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

async function composeWith(name: string, open: OpenPrinter): Promise<Uint8Array> {
  const request = {
    edition: caseFolder(name),
    selection: { goals: [], measures: [], programs: [], departments: [], priority: false },
    profile: 'screen' as const,
    templates: `${root}/templates`,
    fonts: `${root}/fonts`,
    progress: () => undefined,
  };
  const { value, diagnostics } = await compose(tablesOnly(disk), request, 'hyokahyo test', open);
  if (!value) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value.finish();
}
