/** Page numbers that change what they stand on come to rest. */
import { expect, test } from 'vitest';
import type { BlockBox } from '../../src/boxes/measurer.ts';
import { roman } from '../../src/pages/page-numbers.ts';
import { Rehearsal } from '../../src/pages/rehearsal.ts';
import type { BoxSection } from '../../src/pages/sections.ts';
import type { BlockView, SectionView } from '../../src/view/types.ts';

/** A block that says a page's number, in a column as wide as two letters: a line for every two. */
const entry = (label: string): BlockView => ({ template: 'contents-1', data: { label } });
const boxOf = (view: BlockView): BlockBox =>
  ({ view, height: Math.ceil(String(view.data.label).length / 2) }) as BlockBox;

function layOut(view: SectionView): BoxSection {
  const boxes = (views: readonly BlockView[]) => views.map(boxOf);
  return { view, opening: boxes(view.opening), reopening: boxes(view.reopening), body: boxes(view.body) };
}

/**
 * The page on which what the entry cites begins, behind seven pages of 10 that end with the entry: round by round, at
 * most 80.
 */
function pagesOf(room: number): string[] {
  const rehearsal = new Rehearsal(layOut);
  const found: string[] = ['—'];
  while (found.length < 80 && rehearsal.begin()) {
    const label = found.at(-1) as string;
    const section = rehearsal.section({ running: {}, opening: [], reopening: [], body: [entry(label)] });
    const height = section.body.reduce((sum, box) => sum + box.height, 70);
    found.push(roman(Math.ceil((height - room) / 10) + 1));
    if (found.at(-1) === label) break;
  }
  return found;
}

test('a number that takes a line more, and so changes, keeps its line', () => {
  // viii takes two lines, which are one too many for the page; ix takes one.
  const found = pagesOf(1);
  expect(found.slice(0, 5)).toEqual(['—', 'viii', 'ix', 'viii', 'ix']);
  expect(found.slice(-2)).toEqual(['ix', 'ix']);
});

test('numbers that settle by themselves are left alone', () => {
  expect(pagesOf(5)).toEqual(['—', 'viii', 'viii']);
});

test('it ends where numbers never settle', () => {
  const rehearsal = new Rehearsal(layOut);
  let rounds = 0;
  while (rehearsal.begin()) rounds++;
  expect(rounds).toBe(60);
});
