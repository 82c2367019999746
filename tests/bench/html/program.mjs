/** The rows of one program: one for each indicator, and a last one for the second band. */
import { escapeHtml, formatFigure, narrative } from './text.mjs';

export function programRows(edition, program) {
  const rows = program.activities.flatMap((activity, at) => activityRows(edition, program, activity, at));
  const count = rows.length;
  const { labels } = edition;
  const first = identity(edition, program, count + 1);
  const result = band(labels.result, program.result, count);
  const indicatorRows = rows.map((cells, at) => row(at === 0 ? first + cells + result : cells));
  return [...indicatorRows, row(band(labels.opinion, program.opinion, 1))].join('\n');
}

function row(cells) {
  return `<tr>${cells}</tr>`;
}

/** The last indicator's cells, and those of its activity, reach over the second band's row too. */
function activityRows(edition, { activities }, activity, at) {
  const { indicators, description } = activity;
  const isLast = at === activities.length - 1;
  const span = indicators.length + (isLast ? 1 : 0);
  return indicators.map((indicator, index) => {
    const rowSpan = isLast && index === indicators.length - 1 ? 2 : 1;
    const content = index === 0 ? cell(`<p>${escapeHtml(description)}</p>`, span, 'text') : '';
    return content + indicatorCells(edition, indicator, rowSpan);
  });
}

function identity({ labels }, program, rowSpan) {
  const lines = [
    `<b>${escapeHtml(program.name)}</b>`,
    ...program.parts.map((part, index) => String.fromCodePoint(0x2460 + index) + escapeHtml(part)),
    `(${program.departments.join('・')})`,
    ...(program.priority ? [labels.priority] : []),
  ];
  return cell(String(program.number), rowSpan, 'middle') + cell(lines.join('<br>'), rowSpan);
}

function indicatorCells({ labels, years }, indicator, rowSpan) {
  const unit = indicator.unit ? `(${indicator.unit})` : '';
  const { baseline } = indicator;
  const before = typeof baseline === 'number' ? formatFigure(baseline) : (baseline ?? labels.none);
  const entries = years.plan.map((year) => yearText(labels, indicator.years[year]));
  return (
    cell(escapeHtml(indicator.name) + unit, rowSpan) +
    [before, ...entries].map((text) => cell(text, rowSpan, 'middle')).join('')
  );
}

function yearText(labels, { plan, actual }) {
  const word = plan ?? labels.none;
  if (actual === undefined) return word;
  return `${word}<br>${actual === null ? labels.unreported : formatFigure(actual)}`;
}

function band(label, text, rowSpan) {
  return cell(escapeHtml(label), rowSpan, 'label') + cell(narrative(text), rowSpan, 'text');
}

function cell(content, rowSpan, kind) {
  const spans = rowSpan === 1 ? '' : ` rowspan="${rowSpan}"`;
  return `<td${spans}${kind ? ` class="${kind}"` : ''}>${content}</td>`;
}
