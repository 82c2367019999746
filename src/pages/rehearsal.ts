/**
 * Rounds of laying out a sequence that cites its own page numbers: `viii` may take a line more than `ix`, which moves
 * what is cited to page ix, where `ix` takes a line less. After some rounds no block gets lower again, so that the
 * pages come to rest, with a blank line at the worst.
 */
import type { BlockBox } from '../boxes/measurer.ts';
import type { SectionView } from '../view/types.ts';
import type { BoxSection } from './sections.ts';

/** Real books settle in the second or third. */
const FREE_ROUNDS = 4;

/** Each round after that makes some block higher, of which there are not many heights. */
const MOST_ROUNDS = 60;

type Round = { readonly words: string; readonly section: BoxSection };

/** What was laid out in the last round: most of it says the same again. */
export class Rehearsal {
  readonly #layOut: (view: SectionView) => BoxSection;
  /** By sections. */
  readonly #last: Round[] = [];
  #round = -1;
  #next = 0;

  constructor(layOut: (view: SectionView) => BoxSection) {
    this.#layOut = layOut;
  }

  /** Begins the next round; says whether there is one. */
  begin(): boolean {
    this.#next = 0;
    return ++this.#round < MOST_ROUNDS;
  }

  /** Lays the round's next section out. */
  readonly section = (view: SectionView): BoxSection => {
    const index = this.#next++;
    const words = JSON.stringify(view);
    const last = this.#last[index];
    if (last?.words === words) return last.section;
    const section = this.#layOut(view);
    const settled = this.#round > FREE_ROUNDS && last ? noLower(section, last.section) : section;
    this.#last[index] = { words, section: settled };
    return settled;
  };

  /** The sections of the last round. */
  views(): SectionView[] {
    return this.#last.map(({ section }) => section.view);
  }
}

/** A section whose blocks are at least as high as they were. */
function noLower(section: BoxSection, before: BoxSection): BoxSection {
  const boxes = (own: readonly BlockBox[], others: readonly BlockBox[]) =>
    own.map((box, index) => {
      const height = Math.max(box.height, others[index]?.height ?? 0);
      return height > box.height ? { ...box, height } : box;
    });
  return {
    ...section,
    opening: boxes(section.opening, before.opening),
    body: boxes(section.body, before.body),
  };
}
