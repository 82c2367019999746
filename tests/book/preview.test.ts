import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compose, type OpenPrinter } from '../../src/book/pipeline.ts';
import { openPreview } from '../../src/book/preview.ts';
import { loadEdition } from '../../src/content/index.ts';
import { disk } from '../../src/ground/world.ts';
import { loadTemplateSet } from '../../src/layout/load-set.ts';
import { prepareLayout } from '../../src/layout/prepare-layout.ts';
import type { PlacedItems } from '../../src/pdf/placed-items.ts';
import { openPrinter } from '../../src/pdf/print.ts';
import { objectsOfType, pdfObjects } from '../helpers/pdf-file.ts';
import { tablesOnly } from '../helpers/tables-only.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const content = `${root}/content/R6`;

const loaded = loadEdition(disk, content).value as NonNullable<ReturnType<typeof loadEdition>['value']>;
const set = loadTemplateSet(disk, `${root}/templates`, 'hyoka3').value as NonNullable<
  ReturnType<typeof loadTemplateSet>['value']
>;
const layout = prepareLayout(disk, set, `${root}/fonts`, 5).value as NonNullable<
  ReturnType<typeof prepareLayout>['value']
>;

/** A printer that keeps what it is given, page by page: body, head and foot. */
function recorder(): { pages: PlacedItems[][]; open: OpenPrinter } {
  const pages: PlacedItems[][] = [];
  const open: OpenPrinter = async () => {
    const file: PlacedItems[][] = [];
    return {
      page: (body) => file.push([...body]) - 1,
      finish: async ({ furniture }) => {
        pages.push(...file.map((page, index) => [...page, ...furniture(index)]));
        return new Uint8Array();
      },
    };
  };
  return { pages, open };
}

async function wholeBook(): Promise<PlacedItems[][]> {
  const { pages, open } = recorder();
  const request = {
    edition: content,
    selection: { goals: [], measures: [], programs: [], departments: [], priority: false },
    profile: 'screen' as const,
    templates: `${root}/templates`,
    fonts: `${root}/fonts`,
    progress: () => undefined,
  };
  await (await compose(tablesOnly(disk), request, 'test', open)).value?.finish();
  return pages;
}

const preview = (open: OpenPrinter) => openPreview(loaded.edition, set, layout, 'test', open, loaded.locate);

/** Where everything stands and what it says; leaves of two runs are different objects. */
function shown(page: readonly PlacedItems[] | undefined): unknown {
  return page?.map(({ x, y, items }) => [
    x,
    y,
    items.map((item) => {
      if (item.kind !== 'text') return item;
      return [item.x, item.y, item.leaf.lines.map(({ runs }) => runs.map(({ text }) => text))];
    }),
  ]);
}

describe('openPreview', () => {
  it('shows every program’s page as it is in the whole book', async () => {
    const book = await wholeBook();
    for (const { measure, programs } of loaded.edition.measures) {
      for (const { number } of programs) {
        const { pages, open } = recorder();
        const { value } = await preview(open).pageOf(measure, number);
        expect(value?.pages).toBe(book.length);
        expect(shown(pages[0])).toEqual(shown(book[(value?.page ?? 0) - 1]));
      }
    }
  });

  it('follows a change, and is right again when it is taken back', async () => {
    const { pages, open } = recorder();
    const live = preview(open);
    await live.pageOf('2-3', 2);
    const before = loaded.edition.measures.find(({ measure }) => measure === '2-3');
    if (!before) throw new Error('no measure 2-3');
    const changed = before.programs.map((program) => ({ ...program, name: `${program.name}の見直し` }));
    live.change({ ...before, programs: changed });
    await live.pageOf('2-3', 2);
    live.change(before);
    await live.pageOf('2-3', 2);
    const [first, second, third] = pages.map((page) => JSON.stringify(shown(page)));
    expect(second).toContain('見直し');
    expect(first).not.toContain('見直し');
    expect(third === first).toBe(true);
  });

  it('tells what is wrong instead of a page, and goes on when it is mended', async () => {
    const { open } = recorder();
    const live = preview(open);
    const before = loaded.edition.measures[0];
    if (!before) throw new Error('no measure');
    const changed = before.programs.map((program) => ({ ...program, name: '\u{10fffe}' }));
    live.change({ ...before, programs: changed });
    const wrong = await live.pageOf('1-2', 1);
    expect(wrong.value).toBeUndefined();
    expect(wrong.diagnostics.map(({ code }) => code)).toContain('character-private-use');
    live.change(before);
    expect((await live.pageOf('1-2', 1)).diagnostics).toEqual([]);
  });

  it('makes a file of one page', async () => {
    const live = preview(async (info, size) => openPrinter(info, size));
    const { value } = await live.pageOf('1-4', 1);
    const bytes = Buffer.from(value?.bytes ?? []).toString('latin1');
    expect(bytes.startsWith('%PDF-1.7')).toBe(true);
    expect(objectsOfType(pdfObjects(Buffer.from(bytes, 'latin1')), 'Page').length).toBe(1);
  });
});
