/** 表紙: the city, the plan, the table's title, the fiscal year, the date, and the section in charge where given. Pure. */
import type { Edition } from '../../content/edition.ts';
import { fiscalYear, wareki } from '../format.ts';
import type { PartView } from '../types.ts';
import { editionText } from '../view-text.ts';

/** A page of its own, without head and foot. */
export function cover(edition: Edition): PartView {
  const { plan, table, years, booklet, city, issued } = edition;
  const section = booklet.cover?.section;
  const data = {
    plan: editionText(plan.title, 'plan', 'title'),
    subtitle: plan.subtitle === '' ? [] : [editionText(plan.subtitle, 'plan', 'subtitle')],
    title: editionText(table.title, 'table', 'title'),
    year: editionText(`（${fiscalYear(years.reporting)}）`, 'years', 'reporting'),
    issued: editionText(wareki(issued), 'issued'),
    city: editionText(city, 'city'),
    section: section === undefined ? [] : [editionText(section, 'booklet', 'cover', 'section')],
  };
  return {
    furnished: false,
    sectionCount: 1,
    section: () => ({ running: {}, opening: [], reopening: [], body: [{ template: 'cover', data }] }),
  };
}
