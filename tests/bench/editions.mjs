/**
 * Editions for measuring: the real one, many times over. With `varied`, every copy has different text, so that no
 * cache can flatter us.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';

/**
 * @param {string} source the edition's folder
 * @param {string} target the folder to make, named as the edition
 * @param {number} copies
 * @param {boolean} varied
 */
export function multiplyEdition(source, target, copies, varied = false) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(`${target}/measures`, { recursive: true });
  writeFileSync(`${target}/edition.yaml`, readFileSync(`${source}/edition.yaml`));
  for (const file of readdirSync(`${source}/measures`)) {
    const text = readFileSync(`${source}/measures/${file}`, 'utf8');
    const [goal, number] = file.replace('.yaml', '').split('-').map(Number);
    for (let copy = 0; copy < copies; copy++) {
      const measure = `${goal}-${number + copy * 10}`;
      const renumbered = text.replace(/^measure: .*$/m, `measure: "${measure}"`);
      writeFileSync(`${target}/measures/${measure}.yaml`, varied ? vary(renumbered, copy) : renumbered);
    }
  }
}

/** Rotates every sentence by some characters, numbers every name and raises every figure: the same load, other lines. */
function vary(text, copy) {
  const measure = parse(text, { intAsBigInt: true });
  measure.title = numbered(measure.title, copy);
  for (const program of measure.programs) {
    program.name = numbered(program.name, copy);
    program.result = program.result
      .split('\n')
      .map((line) => rotate(line, copy))
      .join('\n');
    for (const activity of program.activities) varyActivity(activity, copy);
  }
  return stringify(measure, { lineWidth: 0 });
}

function varyActivity(activity, copy) {
  activity.description = rotate(activity.description, copy);
  for (const indicator of activity.indicators) {
    indicator.name = numbered(indicator.name, copy);
    indicator.baseline = raised(indicator.baseline, copy);
    for (const year of Object.values(indicator.years)) {
      if ('actual' in year) year.actual = raised(year.actual, copy);
    }
  }
}

function numbered(name, copy) {
  return copy === 0 ? name : `${name}${copy}`;
}

function raised(figure, copy) {
  return typeof figure === 'bigint' ? figure + BigInt(copy) : figure;
}

/** What keeps its place: a heading line as a whole, or the bullet of an item. */
const FIXED = /^(【[^【】]*】$|・)/u;
/** What may not stand at the beginning or would be read as something else there. */
const NOT_FIRST = /[、。，．・：；！？ー々」』）】〕》〉\])}【\s\u3000]/u;

/** A line that began between two of these would leave them without each other. */
const OPENING = /[「『（(【〔《〈]/u;
const CLOSING = /[」』）)】〕》〉]/u;

/** Lets a line begin at another of its characters; once all have had their turn, the line says so. */
function rotate(line, by) {
  const fixed = FIXED.exec(line)?.[0] ?? '';
  const stop = line.endsWith('。') ? '。' : '';
  const characters = [...line.slice(fixed.length, line.length - stop.length)];
  let depth = 0;
  const places = characters.flatMap((character, index) => {
    const isInside = depth > 0;
    if (OPENING.test(character)) depth++;
    if (CLOSING.test(character)) depth--;
    return isInside || NOT_FIRST.test(character) ? [] : [index];
  });
  if (places.length === 0) return line;
  const at = places[by % places.length];
  const lap = Math.floor(by / places.length);
  const rotated = [...characters.slice(at), ...characters.slice(0, at)].join('').trimEnd();
  // Without a full stop, a line that ends in mid-sentence would be warned of, which is no part of the load.
  return fixed + rotated + (lap === 0 ? '' : `（${lap}）`) + (at === 0 ? stop : '。');
}
