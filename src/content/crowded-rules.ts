/** Rules against lists whose items were divided by the comma of Japanese text: one item where several were meant. */
import { type Finding, listed, type Path, shorten } from '../yaml/index.ts';
import type { MeetingFile } from './meeting-schema.ts';
import { finding, type Rule } from './rule.ts';
import type { EditionFile, MeasureFile } from './schemas.ts';

const COMMA = /[、，､]/u;

function* crowdedItems(path: Path, items: readonly string[]): Iterable<Finding> {
  for (const [index, item] of items.entries()) {
    const parts = item.split(COMMA).map((part) => part.trim());
    const [comma] = COMMA.exec(item) ?? [];
    if (comma === undefined || parts.includes('')) continue;
    const hints = [
      `${listed(parts)}に分けるなら「[${parts.map((part) => shorten(part)).join(', ')}]」と、半角の「,」と空白で区切ってください。一つのものなら「・」などでつないでください。`,
    ];
    const place = { where: { character: comma }, severity: 'warning', hints } as const;
    yield finding([...path, index], 'crowded-item', { item: shorten(item) }, place);
  }
}

const parts: Rule<MeasureFile, unknown> = function* ({ programs }) {
  for (const [index, program] of programs.entries())
    yield* crowdedItems(['programs', index, 'parts'], program.parts);
};

const names: Rule<EditionFile, unknown> = function* ({ departments, plan_words }) {
  yield* crowdedItems(['departments'], departments);
  yield* crowdedItems(['plan_words'], plan_words);
};

/** An item of an agenda may well be a clause; one that is alone was meant as a list. */
const agenda: Rule<MeetingFile, unknown> = function* ({ items }) {
  if (items.length === 1) yield* crowdedItems(['items'], items);
};

export const MEASURE_CROWDS = [parts];
export const EDITION_CROWDS = [names];
export const MEETING_CROWDS = [agenda];
