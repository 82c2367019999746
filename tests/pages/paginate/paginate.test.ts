import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tear } from '../../../src/boxes/box.ts';
import { type Page, type PageRules, paginate } from '../../../src/pages/paginate/paginate.ts';
import { box, type NamedBox, type NamedSection, neverTear, section, tear } from './boxes.ts';

const RULES = { height: 100, maxBlank: 0.35 };

type NamedPage = Page<NamedBox, NamedSection>;

function pagesOf(sections: readonly NamedSection[], rules: PageRules, tearing: Tear<NamedBox>): NamedPage[] {
  return [...paginate<NamedBox, NamedSection>(sections, rules, tearing)];
}

function names(pages: readonly NamedPage[]): string[][] {
  return pages.map(({ placed }) => placed.map(({ box: { name } }) => name));
}

function bodyParts(pages: readonly NamedPage[]): NamedBox[] {
  return pages
    .flatMap(({ placed }) => placed.map((placedBox) => placedBox.box))
    .filter(({ name }) => name.includes('.'));
}

describe('paginate', () => {
  it('stacks what fits on one page', () => {
    const pages = pagesOf([section('a', [20, 30])], RULES, tear);
    expect(names(pages)).toEqual([['a opening', 'a.0', 'a.1']]);
    expect(pages[0]?.placed.map(({ y }) => y)).toEqual([0, 10, 30]);
  });

  it('slides a box over the rule above it and leaves space before headings', () => {
    const body = [
      { ...box('a.0', 20), overlap: 1 },
      { ...box('a.1', 20), spaceBefore: 7 },
    ];
    const pages = pagesOf([{ ...section('a', []), body }], RULES, tear);
    expect(pages[0]?.placed.map(({ y }) => y)).toEqual([0, 9, 36]);
  });

  it('gives no pages for nothing', () => {
    expect(pagesOf([], RULES, tear)).toEqual([]);
  });

  it('rule 1: keeps headings, table header and first program together', () => {
    const pages = pagesOf([section('a', [70]), section('b', [30])], RULES, neverTear);
    expect(names(pages)).toEqual([
      ['a opening', 'a.0'],
      ['b opening', 'b.0'],
    ]);
  });

  it('rule 1: does not tear a program that fits a page where little stays blank', () => {
    const pages = pagesOf([section('a', [60, 60])], RULES, tear);
    expect(names(pages)).toEqual([
      ['a opening', 'a.0'],
      ['a reopening', 'a.1'],
    ]);
  });

  it('rule 2: tears a program that is higher than a page, over as many pages as it takes', () => {
    const pages = pagesOf([section('a', [250])], RULES, tear);
    expect(pages.every(({ excess }) => excess === undefined)).toBe(true);
    expect(bodyParts(pages).map(({ from, to }) => [from, to])).toEqual([
      [0, 90],
      [90, 185],
      [185, 250],
    ]);
  });

  it('rule 3: tears a program where moving it would leave too much blank', () => {
    const pages = pagesOf([section('a', [40, 60])], RULES, tear);
    expect(bodyParts(pages).map(({ name, from, to }) => [name, from, to])).toEqual([
      ['a.0', 0, 40],
      ['a.1', 0, 50],
      ['a.1', 50, 60],
    ]);
  });

  it('rule 3: prefers another break without a tear and without much blank', () => {
    // First fit would put a.0 and a.1 on a page and tear a.2, because 38 points would stay blank.
    const pages = pagesOf(
      [section('a', [26, 26, 68]), section('b', [20])],
      { height: 100, maxBlank: 0.7 },
      tear,
    );
    expect(bodyParts(pages).every(({ height, to, from }) => height === to - from && from === 0)).toBe(true);
  });

  it('rule 4: repeats what a continued page must show', () => {
    const pages = pagesOf([section('a', [60, 60, 60])], RULES, neverTear);
    expect(names(pages).map((page) => page[0])).toEqual(['a opening', 'a reopening', 'a reopening']);
  });

  it('tells what fits no page and cannot be torn', () => {
    const pages = pagesOf([section('a', [120, 20])], RULES, neverTear);
    expect(pages.map(({ excess }) => excess)).toEqual([30, undefined]);
  });

  it('hands pages of one long box out while it is torn', () => {
    let torn = 0;
    const counting: Tear<NamedBox> = (whole, height) => {
      torn++;
      return tear(whole, height);
    };
    const sections = [section('a', [60, 1_000_000])];
    let pages = 0;
    for (const _ of paginate<NamedBox, NamedSection>(sections, RULES, counting)) {
      pages++;
      // A page that is not handed out stands in memory with all that was tried for it.
      expect(torn).toBeLessThan(6 * pages + 300);
    }
    expect(pages).toBeGreaterThan(10_000);
  });

  it('hands pages out before it has read the whole book', () => {
    let read = 0;
    function* book() {
      for (; read < 1000; read++) yield section(`s${read}`, [40, 30]);
    }
    const first = paginate<NamedBox, NamedSection>(book(), RULES, tear).next();
    expect(first.value?.section.name).toBe('s0');
    expect(read).toBeLessThan(60);
  });

  it('names the section that a page begins with', () => {
    const pages = pagesOf([section('a', [60, 40]), section('b', [40])], RULES, neverTear);
    expect(pages.map((page) => page.section.name)).toEqual(['a', 'a']);
  });
});

describe('paginate, any boxes', () => {
  const heights = fc.array(fc.integer({ min: 8, max: 260 }), { minLength: 1, maxLength: 12 });
  const books = fc
    .array(heights, { minLength: 1, maxLength: 6 })
    .map((all) => all.map((each, index) => section(`s${index}`, each)));

  it('places every box whole and in order, in one or more parts', () => {
    fc.assert(
      fc.property(books, (sections) => {
        const pages = pagesOf(sections, RULES, tear);
        expect(pages.every(({ excess }) => excess === undefined)).toBe(true);
        const parts = bodyParts(pages);
        const joined: { name: string; to: number; height: number }[] = [];
        for (const part of parts) {
          const last = joined.at(-1);
          if (part.from === 0) joined.push({ name: part.name, to: part.to, height: part.height });
          else {
            expect(last).toMatchObject({ name: part.name, to: part.from });
            joined[joined.length - 1] = {
              name: part.name,
              to: part.to,
              height: (last?.height ?? 0) + part.height,
            };
          }
        }
        const asked = sections.flatMap(({ body }) => body);
        expect(joined).toEqual(asked.map(({ name, height }) => ({ name, to: height, height })));
      }),
    );
  });

  it('never leaves the page, never overlaps', () => {
    fc.assert(
      fc.property(books, (sections) => {
        for (const { placed } of pagesOf(sections, RULES, tear)) {
          let bottom = 0;
          for (const { box: placedBox, y } of placed) {
            expect(y).toBeGreaterThanOrEqual(bottom);
            bottom = y + placedBox.height;
          }
          expect(bottom).toBeLessThanOrEqual(RULES.height);
        }
      }),
    );
  });

  it('opens every page with the headings of its section, once', () => {
    fc.assert(
      fc.property(books, (sections) => {
        for (const { section: opening, placed } of pagesOf(sections, RULES, tear)) {
          const page = placed.map(({ box: { name } }) => name);
          expect([`${opening.name} opening`, `${opening.name} reopening`]).toContain(page[0]);
          expect(page.at(-1)).toMatch(/\.\d+$/);
        }
        const openings = pagesOf(sections, RULES, tear)
          .flatMap(({ placed }) => placed)
          .filter(({ box: { name } }) => name.endsWith(' opening'));
        expect(openings).toHaveLength(sections.length);
      }),
    );
  });

  it('tears nothing where whole boxes fill the pages well enough', () => {
    const low = fc.array(fc.integer({ min: 8, max: 30 }), { minLength: 15, maxLength: 30 });
    const fillWell = low.filter((all) => {
      const untorn = pagesOf([section('s', all)], RULES, neverTear);
      return untorn.slice(0, -1).every(({ placed }) => blankOf(placed) <= RULES.maxBlank);
    });
    fc.assert(
      fc.property(fillWell, (all) => {
        const pages = pagesOf([section('s', all)], RULES, tear);
        expect(pages.length).toBeGreaterThan(1);
        expect(bodyParts(pages).every(({ from }) => from === 0)).toBe(true);
      }),
    );
  });

  it('gives the same pages for the same boxes', () => {
    fc.assert(
      fc.property(books, (sections) => {
        expect(pagesOf(sections, RULES, tear)).toEqual(pagesOf(sections, RULES, tear));
      }),
    );
  });
});

function blankOf(placed: readonly { readonly box: NamedBox; readonly y: number }[]): number {
  const last = placed.at(-1);
  return (RULES.height - (last ? last.y + last.box.height : 0)) / RULES.height;
}
