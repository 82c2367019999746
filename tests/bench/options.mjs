/** What the bench is asked for on its command line. */
import { parseArgs } from 'node:util';

export const HELP = `npm run bench -- [options]

  --peers hyokahyo,typst   which peers (hyokahyo, untagged, booklet, typst, chromium, weasyprint; all that are installed)
  --sizes 1,10,100,100v    which contents: copies of the edition, v = different text in every copy
  --runs 5                 runs of each peer; the median counts
  --limit 300              seconds after which a run is given up
  --keep FOLDER            leave the contents and the PDFs there, to look at
  --as-compiled            measure dist/ as it is, without compiling first
  --json                   the numbers with every single run
  --markdown               the tables for tests/bench/README.md
`;

const OPTIONS = /** @type {const} */ ({
  peers: { type: 'string' },
  sizes: { type: 'string', default: '1,10,100,100v' },
  runs: { type: 'string', default: '5' },
  limit: { type: 'string', default: '300' },
  keep: { type: 'string' },
  'as-compiled': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  markdown: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
});

/**
 * @param {readonly string[]} argv
 * @throws an Error with a sentence for the caller
 */
export function readOptions(argv) {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  return {
    peers: values.peers?.split(','),
    loads: values.sizes.split(',').map(readLoad),
    runs: positive('--runs', values.runs),
    limit: positive('--limit', values.limit),
    keep: values.keep,
    asCompiled: values['as-compiled'],
    format: values.json ? 'json' : values.markdown ? 'markdown' : 'text',
    help: values.help,
  };
}

/** A load is one content that every peer is given: `100v` → a hundred copies, each with other text. */
function readLoad(size) {
  const match = /^([1-9]\d*)(v?)$/.exec(size);
  if (!match) throw new Error(`--sizes: ${size} is not a size such as 10 or 100v`);
  const [, copies, varied] = match;
  return {
    id: size,
    name: `×${copies}${varied ? ' varied' : ''}`,
    copies: Number(copies),
    varied: varied !== '',
  };
}

function positive(option, text) {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${option}: ${text} is not a positive number`);
  return Number(text);
}
