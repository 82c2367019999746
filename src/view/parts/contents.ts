/** 目次: goals, measures and programs, and the other parts, with the numbers of their pages and links. Pure. */
import { type Edition, type Measure, originOf } from '../../content/edition.ts';
import { goalId, goalText, measureId, measureText, programId, startsGoal } from '../headings.ts';
import type { BlockView, PartView, Places, ViewText } from '../types.ts';
import { partHeading, partId, type TitledPart } from './part-heading.ts';

/** An entry: `level` 1 for goals and parts, 2 for measures, 3 for programs. */
type Entry = { readonly id: string; readonly text: ViewText; readonly level: 1 | 2 | 3 };

/** The parts that are listed before the tables, or behind them. */
type Listed = (place: 'front' | 'back') => readonly TitledPart[];

/**
 * A section for each measure, so that no page ends with a heading's entry.
 *
 * @param places the page numbers as printed; what is not known yet prints as a dash
 */
export function contents(edition: Edition, places: Places, listed: Listed): PartView {
  const { title, opening, reopening } = partHeading(edition, 'contents');
  const groups = groupsOf(edition, listed);
  return {
    furnished: true,
    sectionCount: groups.length,
    section(index) {
      const { leading, entries } = (groups[index] as () => Group)();
      const block = (entry: Entry) => entryBlock(entry, places);
      return {
        running: { goal: title },
        opening: [...(index === 0 ? [opening] : []), ...leading.map(block)],
        reopening: [reopening],
        body: entries.map(block),
        ...(index === 0 ? { rightHand: true } : {}),
      };
    },
  };
}

/** Entries that stay together: those of headings with the first of what they head. */
type Group = { readonly leading: readonly Entry[]; readonly entries: readonly Entry[] };

/** Made when they are asked for: a long book's entries need not stand in memory all at once. */
function groupsOf(edition: Edition, listed: Listed): (() => Group)[] {
  const parts = (names: readonly TitledPart[]) =>
    names.length === 0
      ? []
      : [(): Group => ({ leading: [], entries: names.map((name) => partEntry(edition, name)) })];
  return [
    ...parts(listed('front')),
    ...edition.measures.map((_, index) => () => measureGroup(edition, index)),
    ...parts(listed('back')),
  ];
}

function partEntry(edition: Edition, name: TitledPart): Entry {
  return { id: partId(name), text: partHeading(edition, name).title, level: 1 };
}

function measureGroup(edition: Edition, index: number): Group {
  const measure = edition.measures[index] as Measure;
  const goal: Entry = { id: goalId(measure), text: goalText(edition, measure), level: 1 };
  return {
    leading: [
      ...(startsGoal(edition.measures, index) ? [goal] : []),
      { id: measureId(measure), text: measureText(edition, measure, ''), level: 2 },
    ],
    entries: measure.programs.map((program): Entry => {
      const origin = originOf(measure.file, 'programs', program.index, 'name');
      return {
        id: programId(measure, program),
        text: { text: `${program.number}　${program.name}`, origin },
        level: 3,
      };
    }),
  };
}

function entryBlock({ id, text, level }: Entry, places: Places): BlockView {
  const page = { text: places(id) ?? '—', origin: text.origin, link: id };
  return { template: `contents-${level}`, data: { title: { ...text, link: id }, page } };
}
