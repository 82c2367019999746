/** Notes to colleagues inside a text, where YAML knows no comments: they would be printed. */
import { shorten } from '../yaml/index.ts';
import { finding } from './rule.ts';
import type { TextRule } from './text-rule.ts';

/** What only a note says. */
const WORDS =
  '要確認|要修正|要追記|要差し?替え|確認待ち|確認中|未確認|修正中|差し?替え予定|後で直|あとで直|TODO|FIXME';

/** A note begins a line, or follows a space or the end of a sentence. */
const BEGIN = '(?<=^|[\\s\\u3000。])';

/**
 * What no printed text has: `# ` and `//` before words. `#子育て`, `＃9110`, `C#`, `https://…` are left alone, and so
 * is `#` or `//` right before a word, unless the word is one of a note.
 */
const NOTES: readonly RegExp[] = [
  new RegExp(`${BEGIN}[#＃]+[ \\u3000]+(?![\\d０-９])\\S.*$`, 'mu'),
  new RegExp(`${BEGIN}[#＃]+[ \\u3000]*[^\\s\\u3000。、]{0,12}?(?:${WORDS}).*$`, 'mu'),
  new RegExp(`${BEGIN}(?:/{2,}|／{2,})(?![\\w-]+[./\\\\])[ \\u3000]*[^\\s\\u3000/／].*$`, 'mu'),
  new RegExp(`(?<!:)(?:[#＃]|//|／／)[ \\u3000]*(?:${WORDS}).*$`, 'mu'),
  new RegExp(
    `[（(【〔［[※★☆＊*→][^）)】〕］\\]\\s。、]{0,8}(?:${WORDS})(?=[）)】〕］\\]]|$)[）)】〕］\\]]?`,
    'mu',
  ),
  /<!--.*|(?<=^|[\s\u3000])\/\*.*$/mu,
];

/** Whether a text is worth a closer look. */
const MAYBE = new RegExp(`[#＃]|//|／／|/\\*|<!--|${WORDS}`, 'u');

const HINT =
  'メモなら消すか、この項目の上の行に「# 」を付けて書いてください。印刷する文なら、その前後の空白や「#」「//」を除いてください。';

/** A warning for each note of a text, at the note. */
export const memos: TextRule = function* (text, { path }) {
  if (!MAYBE.test(text)) return;
  for (const note of notesIn(text)) {
    yield finding(
      path,
      'memo-in-text',
      { text: shorten(note) },
      { where: { character: note }, severity: 'warning', hints: [HINT] },
    );
  }
};

/** One of each line at most. */
function notesIn(text: string): Set<string> {
  const found = text.split('\n').flatMap((line) => {
    if (!MAYBE.test(line)) return [];
    return NOTES.flatMap((pattern) => pattern.exec(line)?.[0].trim() ?? []).slice(0, 1);
  });
  return new Set(found);
}
