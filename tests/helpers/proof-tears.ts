/** (f): programs are torn where they must be, and nowhere else; what stands on either side is worth a page. */
import type { PageModel } from './page-model.ts';
import type { FoundProgram } from './proof-book.ts';
import type { Chunk, Part, ProvenProgram } from './proof-program.ts';
import type { ThemeFile } from './sample.ts';

const PT = 72 / 25.4;
const LEAST_LINES = 3;
const SLACK = 0.1;

export function tearFaults(
  name: string,
  found: FoundProgram,
  proven: ProvenProgram,
  models: readonly PageModel[],
  theme: ThemeFile,
): string[] {
  if (found.parts.length === 1) return [];
  return [
    ...needFaults(found, proven, models, theme),
    ...partsFaults(found.parts, proven),
    ...proven.flows.flatMap(chunkFaults),
  ].map((fault) => `f: ${name}, torn after page ${found.parts[0]?.page}: ${fault}`);
}

/** Whole it must be higher than a page, or its whole move must leave more blank than the theme allows. */
function needFaults(
  { parts, top, above }: FoundProgram,
  proven: ProvenProgram,
  models: readonly PageModel[],
  theme: ThemeFile,
): string[] {
  const model = models[(parts[0]?.page ?? 1) - 1] as PageModel;
  const room = model.body.bottom - model.body.top;
  const faults: string[] = [];
  const fits = heightFrom(parts, 0, proven, theme) + above <= room - SLACK;
  const before = model.blocks.findLast((block) => block.bottom <= top + SLACK && block.top < top - 1);
  if (fits && !before) faults.push('it would have fitted the page it opens');
  const blank = before ? (model.body.bottom - before.bottom) / room : 0;
  if (fits && before && blank <= theme.max_blank - 0.001)
    faults.push(`whole on the next page it would have left only ${(100 * blank).toFixed(1)} % blank`);
  for (let index = 1; index + 1 < parts.length; index++) {
    const next = models[(parts[index]?.page ?? 1) - 1] as PageModel;
    const headings = (parts[index] as Part).band.top - next.body.top;
    if (heightFrom(parts, index, proven, theme) + headings <= room - SLACK)
      faults.push(`what page ${parts[index]?.page} opens with would have fitted it`);
  }
  return faults;
}

/** An upper bound of what the parts from one on would be high in one piece: tearing adds frames and drops empty lines. */
function heightFrom(
  parts: readonly Part[],
  first: number,
  { flows }: ProvenProgram,
  { rules, styles }: ThemeFile,
): number {
  const high = parts.slice(first).reduce((sum, { band }) => sum + band.bottom - band.top, rules.outer * PT);
  const blanks = parts.slice(first + 1).map((_, index) => {
    const opening = flows.map((chunks) => chunks.find(({ part }) => part === first + 1 + index)?.lines[0]);
    return Math.max(0, ...opening.map((line) => (line?.from === 0 ? line.paragraph.blanks : 0)));
  });
  return high + (blanks.reduce((sum, count) => sum + count, 0) * (styles.body?.leading ?? 0)) / 2;
}

/** Each part shows an indicator's row, or three lines of a long text. */
function partsFaults(parts: readonly Part[], { rows, flows }: ProvenProgram): string[] {
  return parts.flatMap(({ page }, index) => {
    const lines = flows
      .flat()
      .filter(({ part }) => part === index)
      .map((chunk) => chunk.lines.length);
    const enough = (rows[index] as readonly unknown[]).length > 0 || Math.max(0, ...lines) >= LEAST_LINES;
    return enough ? [] : [`page ${page} shows ${Math.max(0, ...lines)} lines and no indicator of it`];
  });
}

/** The chunks of one text: three lines at least, and no heading last. */
function chunkFaults(chunks: readonly Chunk[]): string[] {
  if (chunks.length < 2) return [];
  const short = chunks.filter(({ lines }) => lines.length < LEAST_LINES);
  const headings = chunks.slice(0, -1).filter(({ lines }) => lines.at(-1)?.paragraph.kind === 'heading');
  return [
    ...short.map(
      ({ text, lines }) => `only ${lines.length} lines stand on one side: 「${text.slice(0, 20)}」`,
    ),
    ...headings.map(({ lines }) => `the heading 「${lines.at(-1)?.line.text}」 stands last above the tear`),
  ];
}
