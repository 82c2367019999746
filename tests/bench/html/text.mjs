/** Texts of the table as they print, marked up. */

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text) {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

export function fillLabel(label, number, title) {
  return label.replace('{number}', number).replace('{title}', title).trimEnd();
}

/** `2025-07-29` → `令和7年7月29日` (令和 only: the bench has one edition). */
export function wareki(date) {
  const [year, month, day] = date.split('-').map(Number);
  return `令和${year - 2018}年${month}月${day}日`;
}

/** `1091` → `1,091` */
export function formatFigure(figure) {
  return String(figure).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A narrative as typed: 【…】 is bold, a bullet hangs by one em, an empty line is a space. */
export function narrative(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `<p${kind(line)}>${boldBracket(escapeHtml(line))}</p>`)
    .join('');
}

function kind(line) {
  if (line === '') return ' class="space"';
  return line.startsWith('・') ? ' class="item"' : '';
}

function boldBracket(line) {
  return line.replace(/^【[^【】]*】/u, '<b>$&</b>');
}
