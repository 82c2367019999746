/** 参考指標の推移: the charts of all measures under one heading. Pure. */
import type { Edition, Measure } from '../../content/edition.ts';
import { measuresWithTrends, trendNote, trendSection } from '../trends.ts';
import type { PartView } from '../types.ts';
import { partHeading } from './part-heading.ts';

/** A section for each measure that has a chart; the heading and the note stand before the first. */
export function trends(edition: Edition): PartView {
  const measures = measuresWithTrends(edition);
  const { opening, title } = partHeading(edition, 'trends');
  return {
    furnished: true,
    sectionCount: measures.length,
    section(index) {
      const section = trendSection(edition, measures[index] as Measure);
      const first = index === 0 ? [opening, trendNote] : [];
      return { ...section, running: { goal: title }, opening: [...first, ...section.opening] };
    },
  };
}
