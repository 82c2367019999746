/** Text as clerks might type it, and as nobody would: what line breaking, fonts and page breaks may stumble over. */
import fc from 'fast-check';

const WORDS = [
  ...['子ども', '保育園', '児童館', '放課後', '支援', '地域', '相談', '虐待防止', '切れ目', '次年度', '及び'],
  ...['の', 'を', 'に', 'は', 'が', 'と', '行う', 'について', 'ための', 'いちばん', 'きょうだい', 'ちょっと'],
  ...['オンブズパーソン', 'ファミリー・サポート・センター', 'キャンペーン', 'ショートステイ', 'データ'],
];
const FIGURES = [
  ...[
    '12,345人',
    '125 %',
    '令和6年度',
    'R6',
    '3万5千円',
    '▲5件',
    '約7割',
    '第2期',
    '10.5％',
    '1／3',
    '10:30',
  ],
  ...['２０２４年', '３か所', '-3', '1,091,234件', '平成30年4月1日', '(26件)', '100m²', '５％'],
];
const LATIN = [
  ...[
    'NPO',
    'DV',
    'SNS',
    'e-mail',
    'COVID-19',
    "don't",
    'Wi-Fi',
    'the Convention on the Rights of the Child',
    'Key Performance Indicator',
  ],
  ...[
    'https://www.city.koganei.lg.jp/kosodate/index.html?id=12&x=1',
    'Rindfleischetikettierungsgesetz',
    'A&B',
  ],
];
const RARE = [
  ...[
    '髙橋',
    '宮﨑',
    '𠮷田',
    '葛\u{e0100}飾',
    '葛',
    '辻\u{e0100}',
    '辻',
    '森鷗外',
    '補塡',
    '神',
    '①',
    '㉑',
    '㎡',
    '①②',
  ],
  ...['ｶﾞｷﾞｸﾞ', 'ﾊﾟｿｺﾝ', '｢ﾃｽﾄ｣､', 'ｯｬｭｮ', '〇', '佐々木', '～', '〜', '･'],
];
const MARKS = [
  ...['、', '。', '・', '……', '——', '！？', '！', '？', '：', 'ー', '々'],
  ...[
    '（内側の「入れ子」）',
    '『「（〈深い〉）」』',
    '」」））】】',
    'ゃゅょっぁぃぅぇぉ',
    '（「『【〈《',
    '”“',
    '［］',
  ],
];

/** As they are typed to divide words, to line them up, and by accident. */
const SPACES = [' ', ' ', '  ', '　', '　', '　　', ' 　', '   ', '　'.repeat(12)];

const weighted = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...FIGURES) },
  { weight: 2, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 2, arbitrary: fc.constantFrom(...LATIN) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE) },
  { weight: 3, arbitrary: fc.constantFrom(...SPACES) },
);

/** A name of at most `most` characters: one line, no space at either end. */
export function nameText(most: number): fc.Arbitrary<string> {
  const pieces = fc.oneof(
    { weight: 4, arbitrary: fc.array(weighted, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(weighted, { minLength: 1, maxLength: 30, size: 'max' }) },
  );
  return pieces.map((parts) => within(parts, most).trim() || '名');
}

/** Whole pieces only, so that no selector loses its base. */
function within(parts: readonly string[], most: number): string {
  let text = '';
  for (const part of parts) if ([...text, ...part].length <= most) text += part;
  return text;
}

/** A line of running text. */
const sentence = fc
  .array(weighted, { minLength: 1, maxLength: 25, size: 'max' })
  .map((parts) => parts.join('').trim() || 'あ');

/** One line of a narrative: heading, heading and text, item, empty line, indented or plain paragraph. */
const narrativeLine = fc.oneof(
  { weight: 6, arbitrary: sentence.map((text) => `${text}。`) },
  { weight: 2, arbitrary: nameText(20).map((text) => `【${text.replace(/[【】]/gu, '')}】`) },
  { weight: 1, arbitrary: sentence.map((text) => `【課題】${text}`) },
  { weight: 2, arbitrary: sentence.map((text) => `・${text}`) },
  { weight: 1, arbitrary: sentence.map((text) => `②${text}`) },
  { weight: 1, arbitrary: sentence.map((text) => `　${text}`) },
  { weight: 1, arbitrary: fc.tuple(sentence, fc.constantFrom(...SPACES)).map(([text, end]) => text + end) },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(...SPACES) },
);

const fewLines = fc.array(narrativeLine, { maxLength: 4 });
const manyLines = fc.array(narrativeLine, { minLength: 5, maxLength: 40, size: 'max' });
const mostLines = fc.array(narrativeLine, { minLength: 40, maxLength: 150, size: 'max' });

/** A narrative of at most `most` characters, mostly a short one. */
export function narrativeText(most: number): fc.Arbitrary<string> {
  const lines = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 10, arbitrary: fewLines },
    { weight: 3, arbitrary: manyLines },
    { weight: most > 2000 ? 1 : 0, arbitrary: mostLines },
  );
  return lines.map((all) => {
    const kept: string[] = [];
    for (const line of all) if (kept.join('\n').length + line.length < most) kept.push(line);
    return kept.join('\n').replace(/^(\s*\n)+|(\n\s*)+$/g, '');
  });
}

/** 事業の内容: a paragraph or a few. */
export const descriptionText = fc.oneof(
  { weight: 8, arbitrary: sentence },
  { weight: 1, arbitrary: fc.array(narrativeLine, { minLength: 1, maxLength: 8 }).map(joined) },
);

function joined(lines: readonly string[]): string {
  return lines.join('\n').trim() || '内容';
}
