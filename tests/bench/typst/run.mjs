/**
 * Typst in this process: `node run.mjs FOLDER FONTS OUTPUT`. The folder holds `table.typ` and the edition.
 * The two cuts of the one font the table needs are handed over, so that nothing searches for fonts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [folder, fonts, output] = process.argv.slice(2);
const faces = ['BIZUDPGothic-Regular.ttf', 'BIZUDPGothic-Bold.ttf'];
const compiler = NodeCompiler.create({
  workspace: folder,
  fontArgs: [{ fontBlobs: faces.map((face) => readFileSync(`${fonts}/${face}`)) }],
});
const byNumber = new Intl.Collator('en', { numeric: true }).compare;
const measures = JSON.stringify(readdirSync(`${folder}/content/R6/measures`).sort(byNumber));
writeFileSync(output, compiler.pdf({ mainFilePath: `${folder}/table.typ`, inputs: { measures } }));
