/** Brackets without their other half. */
import { type Finding, type Path, shorten } from '../yaml/index.ts';
import { finding } from './rule.ts';
import { pieceAfter, pieceBefore, type TextRule } from './text-rule.ts';

/** Both widths of a kind of bracket pair up; signs that also compare or quote (`＜`, `”`) are left alone. */
const KINDS: readonly { readonly open: string; readonly close: string }[] = [
  { open: '【', close: '】' },
  { open: '「｢', close: '」｣' },
  { open: '『', close: '』' },
  { open: '（(', close: '）)' },
  { open: '〔', close: '〕' },
  { open: '［[', close: '］]' },
  { open: '〈', close: '〉' },
  { open: '《', close: '》' },
];

const ANY = /[【】「」｢｣『』（）()〔〕［］[\]〈〉《》]/u;
const EACH = /[【】「」｢｣『』（）()〔〕［］[\]〈〉《》]|\n/gu;

/** `1）`, `ア)`: marks of a list that need no opening. */
const ITEM_MARK =
  /(?:^|[\s\u3000、。・])[0-9０-９A-Za-zＡ-Ｚａ-ｚァ-ヶｱ-ﾝぁ-んⅠ-Ⅿⅰ-ⅿ一二三四五六七八九十①-⑳]{1,3}$/u;

/** More are none that wait for their other half; each line looks at all that do. */
const MOST_OPEN = 100;

type Bracket = {
  readonly sign: string;
  readonly kind: number;
  readonly isOpen: boolean;
  readonly at: number;
};

/**
 * A warning for the first bracket without its other half. 【 ends in its line, where it makes words bold; others may
 * go on up to the next empty line.
 */
export const brackets: TextRule = function* (text, { path, kind }) {
  if (kind === 'word' || !ANY.test(text)) return;
  const [first] = fewest(unpaired(text, false), () => unpaired(text, true));
  if (first) yield unpairedFinding(text, first, path);
};

/** Without the marks of a list, where that leaves less to complain about. */
function fewest(found: readonly Bracket[], otherwise: () => readonly Bracket[]): readonly Bracket[] {
  if (found.length === 0) return found;
  const others = otherwise();
  return others.length < found.length ? others : found;
}

function unpaired(text: string, withoutItemMarks: boolean): Bracket[] {
  const found: Bracket[] = [];
  let open: Bracket[] = [];
  for (const { 0: sign, index: at } of text.matchAll(EACH)) {
    if (sign === '\n') {
      const ends = (one: Bracket) => one.kind === 0 || text[at + 1] === '\n';
      found.push(...open.filter(ends));
      open = open.filter((one) => !ends(one));
      continue;
    }
    const kind = KINDS.findIndex((one) => one.open.includes(sign) || one.close.includes(sign));
    const bracket = { sign, kind, isOpen: KINDS[kind]?.open.includes(sign) ?? false, at };
    if (open.length > MOST_OPEN) found.push(...open.splice(0));
    if (bracket.isOpen) open.push(bracket);
    else if (!(withoutItemMarks && isItemMark(text, at))) open = closed(open, bracket, found);
  }
  return [...found, ...open].sort((a, b) => a.at - b.at);
}

/** What is still open behind a closing bracket; what it leaves open inside it, or itself, is found. */
function closed(open: readonly Bracket[], bracket: Bracket, found: Bracket[]): Bracket[] {
  const partner = open.findLastIndex(({ kind }) => kind === bracket.kind);
  found.push(...(partner < 0 ? [bracket] : open.slice(partner + 1)));
  return open.slice(0, partner < 0 ? open.length : partner);
}

function isItemMark(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 5), at);
  return ITEM_MARK.test(before.slice(before.lastIndexOf('\n') + 1));
}

function unpairedFinding(text: string, { sign, kind, isOpen, at }: Bracket, path: Path): Finding {
  const pair = KINDS[kind];
  const other = (isOpen ? pair?.close : pair?.open)?.[0] ?? '';
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const piece = isOpen
    ? pieceAfter(text, at, end < 0 ? text.length : end)
    : pieceBefore(text, at === 0 ? 0 : lineStart, at + 1);
  const hint = `${isOpen ? '後' : '前'}に「${other}」を書き足すか、「${sign}」を消してください。`;
  return finding(
    path,
    'unpaired-bracket',
    { bracket: sign, other, text: shorten(piece) },
    { where: { character: piece }, severity: 'warning', hints: [hint] },
  );
}
