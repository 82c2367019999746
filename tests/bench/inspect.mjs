/**
 * Looks into a finished PDF: `node inspect.mjs PDF EXPECTED` prints its pages, whether it is tagged (a structure
 * tree that is not empty) and how many of the expected characters its text lacks.
 */
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { countCharacters, countMissing } from './characters.mjs';

const [file, expected] = process.argv.slice(2);
const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
const found = {};
for (let number = 1; number <= document.numPages; number += 1) await countPage(number);
const first = await document.getPage(1);
const tree = await first.getStructTree();
process.stdout.write(
  JSON.stringify({
    pages: document.numPages,
    tagged: (tree?.children.length ?? 0) > 0,
    missing: countMissing(JSON.parse(readFileSync(expected, 'utf8')), found),
  }),
);

async function countPage(number) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => item.str ?? '').join('');
  for (const [character, count] of Object.entries(countCharacters(text))) {
    found[character] = (found[character] ?? 0) + count;
  }
  page.cleanup();
}
