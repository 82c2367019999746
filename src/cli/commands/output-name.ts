/** What a booklet's file is called: an extract never replaces the whole, nor another extract. */
import { createHash } from 'node:crypto';
import type { Selection } from '../../content/index.ts';
import type { Profile } from '../../layout/theme.ts';

/** What Windows does not take in a name, and what would lead into another folder. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}]/gu;

/** Longer names, three bytes a character and a temporary file's ending on top, are too long for some disks. */
const LONGEST = 50;

const GOAL = /^[0-9A-Za-z]+$/;
const MEASURE = /^[0-9A-Za-z]+(-[0-9A-Za-z]+)+$/;
const PROGRAM = /^[0-9A-Za-z]+(-[0-9A-Za-z]+)+#\d+$/;

/** A department whose name reads as two names, or as that of a goal, a measure, a program, or all that come first. */
const READS_OTHERWISE = /_|^目標[0-9A-Za-z]+$|^[0-9A-Za-z]+(-[0-9A-Za-z]+)+(事業\d+)?$|^重点事業$|^$/;

/** What a mark and the other profile's name look like, on disks too that know no capitals. */
const LIKE_OURS = /-[0-9a-f]{8}$|^print(-|$)/i;

/** `booklet.pdf`, `booklet-print.pdf`, or `booklet-<selection>.pdf`. */
export function outputName(selection: Selection, profile: Profile = 'screen'): string {
  const name = profile === 'print' ? 'booklet-print' : 'booklet';
  const parts = [
    ...selection.goals.map((goal) => `目標${goal}`),
    ...selection.measures,
    ...selection.programs.map((program) => program.replace('#', '事業')),
    ...selection.departments,
    ...(selection.priority ? ['重点事業'] : []),
  ];
  if (parts.length === 0) return `${name}.pdf`;
  const text = [...new Set(parts)].join('_');
  const safe = [...text.replace(UNSAFE, '-')].slice(0, LONGEST).join('');
  const isClear =
    safe === text && text === foldedName(text) && !LIKE_OURS.test(text) && namesAreClear(selection);
  return `${name}-${isClear ? text : `${safe}-${markOf(selection)}`}.pdf`;
}

/**
 * One of all the names that a disk of Windows or macOS takes for the same: they know no small and capital letters, nor
 * a character and its composed form (神 U+FA19 and 神). In capitals, as in the names of departments (DX推進課).
 */
function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
}

/** Whether the names can be told apart again once they stand in a row. */
function namesAreClear({ goals, measures, programs, departments }: Selection): boolean {
  return (
    goals.every((goal) => GOAL.test(goal)) &&
    measures.every((measure) => MEASURE.test(measure)) &&
    programs.every((program) => PROGRAM.test(program)) &&
    !departments.some((department) => READS_OTHERWISE.test(department))
  );
}

/** A mark of the selection's own. */
function markOf({ goals, measures, programs, departments, priority }: Selection): string {
  const lists = [goals, measures, programs, departments].map((names) => [...new Set(names)]);
  return createHash('sha256')
    .update(JSON.stringify([...lists, priority]))
    .digest('hex')
    .slice(0, 8);
}
