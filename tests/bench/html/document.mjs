/** The table of `templates/hyoka3` as one HTML document, for the peers that print web pages. */
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { programRows } from './program.mjs';
import { escapeHtml, fillLabel, wareki } from './text.mjs';

const STYLE = fileURLToPath(new URL('style.css', import.meta.url));

/**
 * @param edition the parsed edition.yaml
 * @param measures the parsed measures, in reading order
 * @param {string} fonts the folder of the fonts
 */
export function htmlOf(edition, measures, fonts) {
  const title = escapeHtml(titleOf(edition));
  return `<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>${title}</title>
<style>${fontFaces(fonts)}
${furniture(edition)}
${readFileSync(STYLE, 'utf8')}</style></head>
<body>
${measures.map((measure, index) => section(edition, measure, measures[index - 1])).join('\n')}
</body></html>
`;
}

function titleOf({ plan, table }) {
  return `${plan.title}${plan.subtitle === '' ? '' : `（${plan.subtitle}）`}${table.title}`;
}

function fontFaces(fonts) {
  const face = (file, weight) =>
    `@font-face { font-family: table; font-weight: ${weight}; src: url("${pathToFileURL(`${fonts}/${file}`).href}"); }`;
  return `${face('BIZUDPGothic-Regular.ttf', 400)}\n${face('BIZUDPGothic-Bold.ttf', 700)}`;
}

/** Head and foot of every page; the page's goal stands there where the engine knows named strings. */
function furniture(edition) {
  return `h1 { string-set: goal content(); }
@page {
  @top-left { content: ${quoted(titleOf(edition))}; }
  @top-right { content: string(goal); }
  @bottom-left { content: ${quoted(edition.city)}; }
  @bottom-center { content: counter(page) " / " counter(pages); }
  @bottom-right { content: ${quoted(wareki(String(edition.issued)))}; }
}`;
}

function quoted(text) {
  return JSON.stringify(text);
}

function section(edition, measure, previous) {
  const [goal] = measure.measure.split('-');
  const begins = previous?.measure.split('-')[0] !== goal;
  const heading = fillLabel(edition.labels.measure, measure.measure, measure.title);
  return `${begins ? goalHeading(edition, goal) : ''}<h2>${escapeHtml(heading)}</h2>
<table>${columns(edition)}${header(edition)}
${measure.programs.map((program) => `<tbody>${programRows(edition, program)}</tbody>`).join('\n')}</table>`;
}

function goalHeading(edition, goal) {
  const { title } = edition.goals.find(({ number }) => number === goal);
  return `<h1>${escapeHtml(fillLabel(edition.labels.goal, goal, title))}</h1>\n`;
}

function columns(edition) {
  const years = edition.years.plan.map(() => 13.5);
  const widths = [8, 27, 40, 33, 13.5, ...years, 13].map((width) => `<col style="width:${width}mm">`);
  return `<colgroup>${widths.join('')}<col></colgroup>`;
}

function header({ years }) {
  const names = ['番号', '事業名称<br>(担当課)', '事業の内容', '参考指標'];
  return `<thead>
<tr>${names.map((name) => `<th rowspan="2">${name}</th>`).join('')}<th>実績</th>
<th colspan="${years.plan.length}">計画(年度)/実績(数値があるもののみ)</th><th colspan="2">結果(年度)</th></tr>
<tr><th>${years.baseline}</th>${years.plan.map((year) => `<th>${year}</th>`).join('')}<th colspan="2">${years.reporting}</th></tr>
</thead>`;
}
