/**
 * What clerks type when the syntax breaks: looked for in the line of the error and the one before it, where the
 * cause often is.
 */

type Slip = { readonly test: RegExp; readonly hint: string };

/** Slips that a line shows by itself. */
const SLIPS: readonly Slip[] = [
  { test: /^ *\t/, hint: '行の頭にタブがあります。半角の空白に替えてください。' },
  { test: /^[ \t]*　/, hint: '行の頭に全角の空白があります。半角の空白に替えてください。' },
  {
    test: /^\s*(- )?\s*[\w"-]+：/,
    hint: '全角の「：」は使えません。半角の「:」と空白を一つ書いてください。',
  },
  { test: /[{,]\s*\w+：/, hint: '全角の「：」は使えません。半角の「:」と空白を一つ書いてください。' },
  { test: /^\s*(- )?\s*[a-z_]+:[^\s:/]/i, hint: '「:」の後に半角の空白が要ります（例: title: 題）。' },
  { test: /^\s*-[^\s-]/, hint: '「-」の後に半角の空白が要ります（例: - name: 名称）。' },
  { test: /^\s*[－ー‐−]\s/, hint: '全角の「－」は使えません。半角の「-」と空白を一つ書いてください。' },
  { test: /[｛｝［］]/, hint: '全角の括弧「｛｝［］」は使えません。半角の「{ }」「[ ]」を書いてください。' },
  { test: /\{.*[，、]\s*\w+\s*[:：]/, hint: '項目の区切りは半角の「,」と空白です。' },
  {
    test: /:\s+"[^"]+""/,
    hint: '表計算ソフトのセルから写した文なら、前後の「"」を消し、「""」を「"」に直し、「|」の次の行から字下げして書いてください。',
  },
  { test: /[:：]\s*[“”‘’]/, hint: '全角の引用符は使えません。半角の「"」で囲んでください。' },
];

/** What helps with an error whatever the line shows. */
const ADVICE: Readonly<Record<string, string>> = {
  'yaml-after-value':
    '引用符や括弧で始まる文は、全体を「"」で囲んでください。文の中の「"」は「\\"」と書きます。',
  'yaml-anchor': '「&」や「*」で始まる文は、全体を「"」で囲んでください。',
  'yaml-block-text': '「|」の後には何も書かず、次の行から字下げして書いてください。',
  'yaml-bracket': '「{」には「}」を、「[」には「]」を、同じ行に書いてください。',
  'yaml-colon': 'この行が文の続きなら、前の行の項目を「|」で始め、字下げをそろえてください。',
  'yaml-comma': '「{ plan: 継続, actual: 45 }」のように、項目の間に「,」を一つ書いてください。',
  'yaml-comment':
    '「#」の前に半角の空白を入れてください。文の中の「#」なら、文の全体を「"」で囲んでください。',
  'yaml-dash': '「- 」は、項目の名前の次の行に、上の「- 」とそろえて書いてください。',
  'yaml-escape': '「"」で囲んだ文の中の「\\」は「\\\\」と書いてください。',
  'yaml-indent': '同じまとまりの項目は、左端の位置を半角の空白でそろえてください。',
  'yaml-nested':
    '文の中に「: 」があるなら、文の全体を「"」で囲んでください。次の行が別の項目なら、左端をそろえてください。',
  'yaml-quote': '「"」で始めた文は「"」で、「\'」で始めた文は「\'」で、同じ行の中で閉じてください。',
  'yaml-sign': 'この記号で始まる文は、全体を「"」で囲んでください。',
  'yaml-tab': 'タブを半角の空白に替えてください。',
  'yaml-tag': '「!」で始まる文は、全体を「"」で囲んでください。',
};

/** The hints for a syntax error: the slips seen around it, else the general advice. */
export function slipHints(code: string, { line, before }: { line: string; before: string }): string[] {
  const seen = SLIPS.filter(({ test }) => test.test(line)).map(({ hint }) => hint);
  const earlier = SLIPS.filter(({ test }) => test.test(before)).map(({ hint }) => `前の行: ${hint}`);
  const slips = seen.length > 0 ? seen : earlier;
  const advice = ADVICE[code];
  return slips.length > 0 ? [...new Set(slips)] : advice ? [advice] : [];
}
