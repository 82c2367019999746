/**
 * Makes what the peers are given: `node make-load.mjs FOLDER COPIES VARIED`. A process of its own, so that the one
 * that measures stays small. Not measured: whatever stands here is given to the peers for nothing.
 */
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { countCharacters } from './characters.mjs';
import { multiplyEdition } from './editions.mjs';
import { htmlOf } from './html/document.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const [folder, copies, varied] = process.argv.slice(2);
const editionFolder = `${folder}/content/R6`;
mkdirSync(folder, { recursive: true });
multiplyEdition(`${ROOT}content/R6`, `${folder}/whole/R6`, Number(copies), varied === 'true');
multiplyEdition(`${ROOT}content/R6`, editionFolder, Number(copies), varied === 'true');
appendFileSync(`${editionFolder}/edition.yaml`, '\nbooklet: false\n');

const byNumber = new Intl.Collator('en', { numeric: true }).compare;
const edition = readYaml(`${editionFolder}/edition.yaml`);
const measures = readdirSync(`${editionFolder}/measures`)
  .sort(byNumber)
  .map((file) => readYaml(`${editionFolder}/measures/${file}`));
copyFileSync(fileURLToPath(new URL('typst/table.typ', import.meta.url)), `${folder}/table.typ`);
writeFileSync(`${folder}/table.html`, htmlOf(edition, measures, `${ROOT}fonts`));
const programs = measures.flatMap((measure) => measure.programs);
writeFileSync(`${folder}/expected.json`, JSON.stringify(countCharacters(textsOf(measures).join(''))));
process.stdout.write(JSON.stringify({ programs: programs.length }));

function readYaml(file) {
  return parse(readFileSync(file, 'utf8'));
}

/** Everything in the measures that is printed. */
function textsOf(value) {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
