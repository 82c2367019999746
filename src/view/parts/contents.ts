/** 目次: goals, measures and programs, and the other parts, with the numbers of their pages and links. Pure. */
import type { Edition } from '../../content/edition.ts';
import { goalId, goalText, measureId, measureText, programId } from '../headings.ts';
import type { BlockView, PartView, Places, ViewText } from '../types.ts';
import { type PartName, partHeading, partId } from './part-heading.ts';
import { hasTrends } from './trends.ts';

/** An entry: `level` 1 for goals and parts, 2 for measures, 3 for programs. */
type Entry = { readonly id: string; readonly text: ViewText; readonly level: 1 | 2 | 3 };

const BEFORE: readonly PartName[] = ['legend', 'summary'];
const BEHIND: readonly PartName[] = ['trends', 'index'];

/** @param places the page numbers as printed; what is not known yet prints as a dash */
export function contents(edition: Edition, places: Places): PartView {
  const heading = partHeading(edition, 'contents');
  return {
    furnished: true,
    sectionCount: 1,
    section: () => ({
      running: { goal: heading.title },
      opening: [heading.opening],
      reopening: [heading.reopening],
      body: [...partEntries(edition, BEFORE), ...tableEntries(edition), ...partEntries(edition, BEHIND)].map(
        (entry) => entryBlock(entry, places),
      ),
      rightHand: true,
    }),
  };
}

function partEntries(edition: Edition, names: readonly PartName[]): Entry[] {
  const isThere = (name: PartName) => (name === 'trends' ? hasTrends(edition) : edition.booklet[name]);
  return names.flatMap((name) =>
    isThere(name) ? [{ id: partId(name), text: partHeading(edition, name).title, level: 1 }] : [],
  );
}

function tableEntries(edition: Edition): Entry[] {
  const goals = new Set<string>();
  return edition.measures.flatMap((measure): Entry[] => {
    const goal = goalId(measure);
    const first = !goals.has(goal);
    goals.add(goal);
    return [
      ...(first ? [{ id: goal, text: goalText(edition, measure), level: 1 } as const] : []),
      { id: measureId(measure), text: measureText(edition, measure, ''), level: 2 },
      ...measure.programs.map((program): Entry => {
        const origin = `${measure.file}#programs/${program.index}/name`;
        return {
          id: programId(measure, program),
          text: { text: `${program.number}　${program.name}`, origin },
          level: 3,
        };
      }),
    ];
  });
}

function entryBlock({ id, text, level }: Entry, places: Places): BlockView {
  const page = { text: places(id) ?? '—', origin: text.origin, link: id };
  return { template: `contents-${level}`, data: { title: { ...text, link: id }, page } };
}
