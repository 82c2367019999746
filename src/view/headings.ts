/** What goals, measures and programs are called, and the anchors they stand at. Pure. */
import { type Edition, type Goal, goalOf, type Measure, originOf, type Program } from '../content/edition.ts';
import { fillLabel } from './format.ts';
import type { ViewText } from './types.ts';
import { editionText } from './view-text.ts';

/** The anchor of a measure's goal, as `goal/1`. */
export function goalId(measure: Measure): string {
  return `goal/${goalOf(measure)}`;
}

/** As `measure/1-1`. */
export function measureId({ measure }: Measure): string {
  return `measure/${measure}`;
}

/** As `program/1-1#2`. */
export function programId({ measure }: Measure, { number }: Program): string {
  return `program/${measure}#${number}`;
}

/** The heading of a measure's goal, by the edition's label. */
export function goalText(edition: Edition, measure: Measure): ViewText {
  const number = goalOf(measure);
  return goalTextAt(
    edition,
    edition.goals.findIndex((goal) => goal.number === number),
  );
}

/** The heading of the goal at an index of `goals`, by the edition's label. */
export function goalTextAt(edition: Edition, index: number): ViewText {
  const { number, title } = edition.goals[index] as Goal;
  const place = title === '' ? ['labels', 'goal'] : ['goals', index, 'title'];
  return editionText(fillLabel(edition.labels.goal, number, title), ...place);
}

/** A measure's heading, by the edition's label. */
export function measureText(edition: Edition, measure: Measure, suffix: string): ViewText {
  const heading = fillLabel(edition.labels.measure, measure.measure, measure.title);
  return { text: heading + suffix, origin: originOf(measure.file, 'title') };
}

/** Whether a measure is the first of its goal. */
export function startsGoal(measures: readonly Measure[], index: number): boolean {
  const previous = measures[index - 1];
  return !previous || goalId(previous) !== goalId(measures[index] as Measure);
}
