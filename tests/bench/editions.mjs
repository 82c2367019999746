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

/** Rotates every narrative and description by some characters: the same load, other lines. */
function vary(text, copy) {
  const measure = parse(text, { intAsBigInt: true });
  for (const program of measure.programs) {
    program.result = rotateLines(program.result, copy);
    for (const activity of program.activities) activity.description = rotate(activity.description, copy);
  }
  return stringify(measure, { lineWidth: 0 });
}

function rotateLines(text, by) {
  return text
    .split('\n')
    .map((line) => (/^(【|・|$)/.test(line) ? line : rotate(line, by)))
    .join('\n');
}

function rotate(text, by) {
  const characters = [...text];
  const at = by % characters.length;
  // A full stop first would be forbidden, a space would vanish: take the next place that is neither.
  return [...characters.slice(at), ...characters.slice(0, at)].join('').trim();
}
