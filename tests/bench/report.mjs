/** The numbers as aligned text, as Markdown or as JSON. */
import { costs, growth, withRatios } from './statistics.mjs';

const COLUMNS = [
  ['content', ({ load }) => load.name],
  ['programs', ({ programs }) => programs.toLocaleString('en')],
  ['peer', ({ peer }) => peer],
  ['wall s', ({ seconds }) => fixed(seconds, 2)],
  ['from–to', ({ runs }) => range(runs.map((run) => run.seconds))],
  ['memory MB', ({ memory }) => fixed(memory && memory / 1024, 0)],
  ['pages', ({ pages }) => count(pages)],
  ['PDF MB', ({ bytes }) => fixed(bytes && bytes / 1e6, 2)],
  ['tagged', ({ tagged }) => (tagged === undefined ? '–' : tagged ? 'yes' : 'no')],
  ['wall : Typst', ({ toTypst }) => times(toTypst.seconds)],
  ['memory : Typst', ({ toTypst }) => times(toTypst.memory)],
  ['bytes : Typst', ({ toTypst }) => times(toTypst.bytes)],
];

const GROWTH_COLUMNS = [
  ['×10 → ×100', ({ peer }) => peer],
  ['wall', ({ seconds }) => times(seconds)],
  ['memory', ({ memory }) => times(memory)],
  ['bytes', ({ bytes }) => times(bytes)],
];

const costColumns = (title) => [
  [title, ({ name }) => name],
  ['wall', ({ seconds }) => times(seconds)],
  ['memory', ({ memory }) => times(memory)],
  ['bytes', ({ bytes }) => times(bytes)],
];

const BOOKLET_COLUMNS = costColumns('whole booklet : its tables');
const TAGS_COLUMNS = costColumns('tagged : untagged');

const WARM_COLUMNS = [
  ['one changed program, warm', ({ name }) => `×${name}`],
  ['median ms', ({ median }) => fixed(median, 0)],
  ['from–to ms', ({ least, most }) => `${fixed(least, 0)}–${fixed(most, 0)}`],
];

/** @param measured `{ environment, results, warm }` as `bench` and `measureWarmPages` give it */
export function report({ environment, results, warm }, format) {
  const complete = withRatios(results);
  const grown = growth(results);
  const booklets = costs(results, 'booklet', 'hyokahyo');
  const tags = costs(results, 'hyokahyo', 'untagged');
  if (format === 'json')
    return `${JSON.stringify({ environment, results: complete, growth: grown, booklets, tags, warm }, null, 2)}\n`;
  const table = format === 'markdown' ? markdownTable : textTable;
  const parts = [
    table(COLUMNS, complete),
    ...(grown.length > 0 ? [table(GROWTH_COLUMNS, grown)] : []),
    ...(booklets.length > 0 ? [table(BOOKLET_COLUMNS, booklets)] : []),
    ...(tags.length > 0 ? [table(TAGS_COLUMNS, tags)] : []),
    table(WARM_COLUMNS, warm),
  ];
  return `${[...parts, [...environmentLines(environment), ...remarks(results)].join('\n')].join('\n\n')}\n`;
}

function environmentLines({ date, node, cpu, cores, memory, system, runs, peers }) {
  const versions = peers.map(({ id, version }) => `${id} ${version}`).join(', ');
  return [
    `${date}, Node ${node}, ${cpu} × ${cores}, ${memory} GB, ${system}; ${versions}.`,
    `Whole processes, peers in turn, medians of ${runs}; memory is that of the largest process.`,
  ];
}

/** What must not be overlooked: runs that failed, text that is not there. */
function remarks(results) {
  return results.flatMap(({ load, peer, failure, missing }) => [
    ...(failure ? [`${load.name} ${peer}: ${failure}`] : []),
    ...(missing ? [`${load.name} ${peer}: ${missing} characters of the content are not in the PDF.`] : []),
  ]);
}

function textTable(columns, rows) {
  const lines = cells(columns, rows);
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  const pad = (text, at) => (isNumeric(columns, at) ? text.padStart(widths[at]) : text.padEnd(widths[at]));
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

function markdownTable(columns, rows) {
  const [head, ...body] = cells(columns, rows);
  const rule = columns.map((_, at) => (isNumeric(columns, at) ? '---:' : '---'));
  return [head, rule, ...body].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function cells(columns, rows) {
  return [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, show]) => show(row)))];
}

/** Words stand left, figures right. */
function isNumeric(columns, at) {
  return ![
    'content',
    'peer',
    'tagged',
    '×10 → ×100',
    'whole booklet : its tables',
    'tagged : untagged',
    'one changed program, warm',
  ].includes(columns[at][0]);
}

function fixed(value, digits) {
  return value === undefined ? '–' : value.toFixed(digits);
}

function count(value) {
  return value === undefined ? '–' : value.toLocaleString('en');
}

function times(value) {
  return value === undefined ? '–' : `${value.toFixed(2)}×`;
}

function range(numbers) {
  return numbers.length === 0 ? '–' : `${fixed(Math.min(...numbers), 2)}–${fixed(Math.max(...numbers), 2)}`;
}
