/** YAML texts made to harm, as long as is wished. */

const repeated =
  (piece: string, before = '', after = '') =>
  (length: number) =>
    before + piece.repeat(length / piece.length) + after;

/** Texts of about so many characters. */
export const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  brackets: repeated('['),
  braces: repeated('{'),
  dashes: repeated('- '),
  'explicit keys': repeated('? '),
  'keys on one line': repeated('a: '),
  indentation: (length) =>
    Array.from({ length: Math.sqrt(2 * length) }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
  'empty items': repeated('-\n'),
  'the same key': repeated('a:\n'),
  documents: repeated('---\n'),
  'document ends': repeated('...\n'),
  quotes: repeated('"'),
  tags: repeated('!a '),
  anchors: repeated('&a '),
  directives: repeated('%\n'),
  'wrong escapes': repeated('\\q', 'a: "', '"'),
  'broken lists': repeated('a: [\n'),
  'a figure without end': repeated(',091', 'a: { b: 1', ' }'),
  'duplicates on one line': repeated('a,', '{', '}'),
  'a long text': repeated('漢', 'a: '),
  'a long block': repeated(' x\n', 'a: |\n'),
  'billion laughs': (length) =>
    `a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${Array.from({ length: length / 60 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(',')}]\n`).join('')}`,
};

/** Texts that a pattern or a loop of the short way could go through again and again. */
export const TEMPTING: Readonly<Record<string, (length: number) => string>> = {
  'spaces in a text': (length) => `a: x${' '.repeat(length)}y \n`,
  'spaces in brackets': (length) => `a: [x${' '.repeat(length)}y ]\n`,
  'spaces before a comment': (length) => `a: x${' '.repeat(length)}y  # z\n`,
  'spaces at the end': (length) => `a: x${' '.repeat(length)}\n`,
  quotes: (length) => `a: "${"'".repeat(length)}"\n`,
  'blank lines': (length) => `a: |\n${'\n'.repeat(length)}  b\n`,
  entries: (length) => '- a\n'.repeat(length / 4),
};
