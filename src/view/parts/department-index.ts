/** 担当課別索引: for every department its programs, with the pages on which they stand. Pure. */
import { type Edition, type Measure, originOf } from '../../content/edition.ts';
import { measureId, programId } from '../headings.ts';
import { inRows } from '../rows.ts';
import type { BlockView, PartView, Places } from '../types.ts';
import { editionText, labelText } from '../view-text.ts';
import { partHeading } from './part-heading.ts';

/** @param places the page numbers as printed; what is not known yet prints as a dash */
export function departmentIndex(edition: Edition, places: Places): PartView {
  const heading = partHeading(edition, 'index');
  const header: BlockView = { template: 'index-header', data: {}, shared: true };
  return {
    furnished: true,
    sectionCount: 1,
    section: () => ({
      running: { goal: heading.title },
      opening: [heading.opening, header],
      reopening: [heading.reopening, header],
      body: departmentBodies(edition, places),
    }),
  };
}

/**
 * Rows of a table at the most: then the department is named again, and pages end between tables. What is left of a
 * torn one would have to be laid out anew.
 */
const MOST_ROWS = 12;

type Entry = ReturnType<typeof entry>;

function departmentBodies(edition: Edition, places: Places): BlockView[] {
  const byName = new Map<string, Entry[]>(edition.departments.map((name) => [name, []]));
  for (const measure of edition.measures) {
    for (const program of measure.programs) {
      for (const name of program.departments) {
        byName.get(name)?.push(entry(edition, measure, program, places));
      }
    }
  }
  return edition.departments.flatMap((name, index) =>
    departmentBlocks(edition, name, index, byName.get(name) ?? []),
  );
}

/** A department's programs in the order of the book: one table, or none; several where there are many. */
function departmentBlocks(
  edition: Edition,
  name: string,
  index: number,
  entries: readonly Entry[],
): BlockView[] {
  const again = name + edition.labels.continued;
  return inRows(entries, MOST_ROWS).map((part): BlockView => {
    const department = {
      rowSpan: part.length,
      name: editionText(name, 'departments', index),
      nameContinued: { ...editionText(again, 'departments', index), reprint: true },
    };
    const rows = part.map((row, at) => ({ ...row, department: at === 0 ? [department] : [] }));
    return { template: 'index-department', data: { rows } };
  });
}

function entry(edition: Edition, measure: Measure, program: Measure['programs'][number], places: Places) {
  const link = programId(measure, program);
  const origin = (key: string) => originOf(measure.file, 'programs', program.index, key);
  return {
    measure: { text: measure.measure, origin: originOf(measure.file, 'measure'), link: measureId(measure) },
    number: { text: String(program.number), origin: origin('number'), link },
    name: { text: program.name, origin: origin('name'), link },
    priority: program.priority ? [labelText(edition, 'priority')] : [],
    page: { text: places(link) ?? '—', origin: origin('number'), link },
  };
}
