/** What a bag is called: its folder below the archive. */
import { compareYears, YEAR_FORM } from '../content/index.ts';

/** A meeting's folder: its day, and a mark where its file lies elsewhere than with the edition's. */
export const MEETING_FORM = '\\d{4}-\\d{2}-\\d{2}(?:-[0-9a-f]{8})?';

/** `R6/v2`, `R6/agenda/2026-11-22/v1` */
export const BAG_NAME = new RegExp(`^(${YEAR_FORM})(?:/agenda/(${MEETING_FORM}))?/v([1-9]\\d{0,5})$`);

const MEETING = new RegExp(`^${MEETING_FORM}$`);

/** Which bag: a version of an edition, or of what was handed out at one of its meetings. */
export type BagId = {
  readonly edition: string;
  readonly version: number;
  readonly meeting?: string | undefined;
};

/** Whether a folder below `agenda/` is named as a meeting's. */
export function isMeetingFolder(name: string): boolean {
  return MEETING.test(name);
}

/** A version's folder. */
export function versionFolder(version: number): string {
  return `v${version}`;
}

/** The folder of all versions, below the archive: `R6`, `R6/agenda/2026-11-22`. */
export function seriesOf({ edition, meeting }: Omit<BagId, 'version'>): string {
  return meeting === undefined ? edition : `${edition}/agenda/${meeting}`;
}

export function bagName(id: BagId): string {
  return `${seriesOf(id)}/${versionFolder(id.version)}`;
}

/** @returns nothing where the text names no bag */
export function readBagName(name: string): BagId | undefined {
  const [, edition, meeting, version] = BAG_NAME.exec(name) ?? [];
  return edition === undefined ? undefined : { edition, meeting, version: Number(version) };
}

/**
 * Whether a bag may stand before another: a lower version of the same, or for an edition's bag one of an earlier
 * edition. Who follows bags backwards by this rule never goes round in a circle.
 */
export function isBefore(one: BagId, other: BagId): boolean {
  if (one.meeting !== other.meeting) return false;
  if (one.edition === other.edition) return one.version < other.version;
  return one.meeting === undefined && compareYears(one.edition, other.edition) < 0;
}

/**
 * Where a bag lies beside another one, whatever the folder above that is called.
 *
 * @param root the other bag's folder
 */
export function besideBag(root: string, of: BagId, wanted: BagId): string {
  if (seriesOf(of) === seriesOf(wanted)) return `${root}/../${versionFolder(wanted.version)}`;
  const own = `${of.edition}/`;
  const name = bagName(wanted);
  const isBelow = of.meeting === undefined && name.startsWith(own);
  return isBelow ? `${root}/../${name.slice(own.length)}` : `${root}/../../${name}`;
}
