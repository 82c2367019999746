/** What may happen to a PDF's bytes, at random. */

type Random = () => number;

/** A changed copy; kinds take turns. @param run counts the mutations */
export function mutatePdf(pdf: Uint8Array, run: number, random: Random): Uint8Array {
  const change = KINDS[run % KINDS.length] as (typeof KINDS)[number];
  return change(Buffer.from(pdf), random);
}

/** Numbers that lengths and places are not. */
const HOSTILE = ['0', '1', '-1', '65536', '2147483648', '4294967295', '99999999999999999999', '1.5', '1 0 R'];

const KINDS: readonly ((pdf: Buffer, random: Random) => Uint8Array)[] = [
  flipped,
  (pdf, random) => pdf.subarray(0, below(pdf.length, random)),
  (pdf, random) => pdf.subarray(below(pdf.length, random)),
  (pdf, random) => Array.from({ length: 20 }).reduce<Buffer>((changed) => flipped(changed, random), pdf),
  (pdf, random) => {
    const [from, to, length] = [below(pdf.length, random), below(pdf.length, random), below(200, random)];
    return Buffer.concat([pdf.subarray(0, to), pdf.subarray(from, from + length), pdf.subarray(to)]);
  },
  (pdf, random) => {
    const from = below(pdf.length, random);
    return Buffer.concat([pdf.subarray(0, from), pdf.subarray(from + below(200, random))]);
  },
  (pdf, random) => replaced(pdf, /\d+/g, () => pick(HOSTILE, random), random),
  (pdf, random) => replaced(pdf, /\d+/g, (digits) => String(below(Number(digits) * 2 + 2, random)), random),
  (pdf, random) => replaced(pdf, /\/[A-Z]\w+/g, () => pick(NAMES, random), random),
];

const NAMES = [
  '/Length',
  '/Type',
  '/ObjStm',
  '/XRef',
  '/Prev',
  '/Root',
  '/First',
  '/N',
  '/W',
  '/EmbeddedFile',
];

/** One place of a kind in the file's text, its streams among it, says something else. */
function replaced(
  pdf: Buffer,
  pattern: RegExp,
  instead: (found: string) => string,
  random: Random,
): Uint8Array {
  const text = pdf.toString('latin1');
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return flipped(pdf, random);
  const { 0: found, index } = pick(places, random);
  return Buffer.from(text.slice(0, index) + instead(found) + text.slice(index + found.length), 'latin1');
}

function flipped(pdf: Buffer, random: Random): Buffer {
  const copy = Buffer.from(pdf);
  const at = below(copy.length, random);
  if (copy.length > 0) copy[at] = (copy[at] as number) ^ (1 << below(8, random));
  return copy;
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[below(from.length, random)] as T;
}
