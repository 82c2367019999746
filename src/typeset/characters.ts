/**
 * Reads paragraphs into characters: what is set, measured and broken as one piece. In: spans of text and their face
 * chains. Out: characters with face, advance and class, one shared value per distinct character and chain.
 */
import { CharacterClass as C, classOf, isPrivateUse, isVariationSelector } from './character-class.ts';
import type { ProblemList } from './problem-list.ts';
import { type Character, makeText, type Text } from './text.ts';
import type { Face, Problem, Span, TextStyle } from './types.ts';

/** Control characters that clerks can type are white space: a plain space stands in. */
const CONTROL_SPACE = /[\t\n\v\f\r]/g;

const PAGE_BITS = 8;
const PAGE_MASK = (1 << PAGE_BITS) - 1;

/** Advance of a character that no face has: layout goes on, though nothing will be printed. */
const MISSING_ADVANCE = 1;

/** A face chain with the characters already looked up. */
type Chain = {
  readonly faces: readonly Face[];
  /** By code point, in pages: two array look-ups on the hottest path, no hash. */
  readonly pages: (Character | undefined)[][];
  readonly clusters: Map<string, Character>;
};

const chains = new WeakMap<readonly Face[], Chain>();

/**
 * Reads the spans of one paragraph.
 *
 * @param style only its face chains count. What is looked up is remembered by the arrays' identity: keep them.
 * @param problems takes missing glyphs and private-use characters
 */
export function readText(
  spans: readonly Span[],
  style: Pick<TextStyle, 'regular' | 'bold'>,
  problems: ProblemList,
): Text {
  let whole = '';
  for (const span of spans) whole += span.text;
  const text = makeText(whole);
  let end = 0;
  for (const span of spans) {
    const chain = chainOf(span.bold ? style.bold : style.regular);
    const start = end;
    end += span.text.length;
    readSpan(text, start, end, chain, problems);
  }
  return text;
}

/** Appends the characters of `whole` from `start` up to `end`. The hottest loop of setting. */
function readSpan(text: Text, start: number, end: number, chain: Chain, problems: ProblemList): void {
  const { whole, characters, classes, offsets, glyphOffsets } = text;
  let { count } = text;
  let hasControls = false;
  let index = start;
  while (index < end) {
    const codePoint = whole.codePointAt(index) as number;
    offsets[count] = index;
    index += codePoint > 0xffff ? 2 : 1;
    let character = characterOf(chain, codePoint);
    if (
      character.class === C.Mark &&
      count > 0 &&
      classes[count - 1] !== C.Space &&
      !isFull(characters[count - 1])
    ) {
      count--;
      index = clusterEnd(chain, whole, offsets[count] as number, end);
      character = clusterOf(chain, whole.slice(offsets[count], index));
    }
    if (character.problem) problems.add(character.problem);
    if (codePoint < 0x20) hasControls = true;
    characters[count] = character;
    classes[count] = character.class;
    glyphOffsets[count + 1] = (glyphOffsets[count] as number) + character.glyphCount;
    count++;
  }
  offsets[count] = end;
  text.count = count;
  if (hasControls) text.whole = whole.replaceAll(CONTROL_SPACE, ' ');
}

function chainOf(faces: readonly Face[]): Chain {
  const known = chains.get(faces);
  if (known) return known;
  if (faces.length === 0) throw new Error('a text style needs at least one face');
  const chain: Chain = { faces, pages: [], clusters: new Map() };
  chains.set(faces, chain);
  return chain;
}

function characterOf(chain: Chain, codePoint: number): Character {
  return chain.pages[codePoint >> PAGE_BITS]?.[codePoint & PAGE_MASK] ?? addSingle(chain, codePoint);
}

function addSingle(chain: Chain, codePoint: number): Character {
  const isControlSpace = codePoint >= 0x09 && codePoint <= 0x0d;
  const character = resolve(chain.faces, [isControlSpace ? 0x20 : codePoint]);
  const number = codePoint >> PAGE_BITS;
  chain.pages[number] ??= new Array(1 << PAGE_BITS).fill(undefined);
  (chain.pages[number] as (Character | undefined)[])[codePoint & PAGE_MASK] = character;
  return character;
}

/** A character is no longer than so many UTF-16 units: more marks than anyone types are characters of their own. */
const MOST_IN_CLUSTER = 16;

/** Whether a character takes no more marks. */
function isFull(character: Character | undefined): boolean {
  return character !== undefined && character.text.length >= MOST_IN_CLUSTER;
}

/** Where a character with all its marks ends. */
function clusterEnd(chain: Chain, whole: string, start: number, end: number): number {
  let index = start;
  do {
    const codePoint = whole.codePointAt(index) as number;
    if (index > start && characterOf(chain, codePoint).class !== C.Mark) break;
    index += codePoint > 0xffff ? 2 : 1;
  } while (index < end && index - start < MOST_IN_CLUSTER);
  return index;
}

function clusterOf(chain: Chain, text: string): Character {
  const known = chain.clusters.get(text);
  if (known) return known;
  const codePoints = Array.from(text, (character) => character.codePointAt(0) as number);
  const character = resolve(chain.faces, codePoints);
  chain.clusters.set(text, character);
  return character;
}

/** Finds the first face that has the whole cluster. */
function resolve(faces: readonly Face[], codePoints: readonly number[]): Character {
  const codePoint = codePoints[0] as number;
  const text = String.fromCodePoint(...codePoints);
  const glyphs = pairWithSelectors(codePoints);
  const shared = { text, codePoint, class: classOf(codePoint), glyphCount: glyphs.length };
  for (const face of faces) {
    const advance = advanceIn(face, glyphs);
    if (advance !== undefined) {
      return isPrivateUse(codePoint)
        ? { ...shared, face, advance, problem: { kind: 'private-use', codePoint } }
        : { ...shared, face, advance };
    }
  }
  const problem = problemOf(faces, glyphs);
  return { ...shared, face: faces[0] as Face, advance: MISSING_ADVANCE, problem };
}

type GlyphName = { readonly codePoint: number; readonly selector?: number };

function pairWithSelectors(codePoints: readonly number[]): GlyphName[] {
  const names: GlyphName[] = [];
  for (const codePoint of codePoints) {
    const base = names.at(-1);
    if (base && base.selector === undefined && isVariationSelector(codePoint)) {
      names[names.length - 1] = { codePoint: base.codePoint, selector: codePoint };
    } else names.push({ codePoint });
  }
  return names;
}

function advanceIn(face: Face, names: readonly GlyphName[]): number | undefined {
  let sum = 0;
  for (const { codePoint, selector } of names) {
    const glyph = isControl(codePoint) ? undefined : face.glyph(codePoint, selector);
    if (!glyph) return undefined;
    sum += glyph.advance;
  }
  return sum;
}

/** Some fonts map control characters to blank glyphs; on paper they are nothing. */
function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
}

/** What no face has; where each glyph has a face but they share none, the last one is to blame. */
function problemOf(faces: readonly Face[], names: readonly GlyphName[]): Problem {
  const missing = names.find((name) => faces.every((face) => advanceIn(face, [name]) === undefined));
  const blamed = missing ?? (names.at(-1) as GlyphName);
  return isPrivateUse(blamed.codePoint)
    ? { kind: 'private-use', codePoint: blamed.codePoint }
    : { kind: 'missing-glyph', ...blamed };
}
