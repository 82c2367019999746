/**
 * What no text of the content may hold: characters that cannot be seen, typed by accident, or printed elsewhere.
 * Nothing is repaired: normalising would change characters of people's names (神 U+FA19).
 */
import {
  codePointName,
  type Finding,
  Numeral,
  type Path,
  type YamlDocument,
  type YamlValue,
} from '../yaml/index.ts';
import { brackets } from './brackets.ts';
import { brokenLines } from './broken-lines.ts';
import { kindOf } from './fields.ts';
import { memos } from './memos.ts';
import { emojiIn, pastedSign } from './odd-characters.ts';
import { pastedQuotes } from './pasted.ts';
import { finding } from './rule.ts';
import type { TextRule } from './text-rule.ts';

type CharacterCode =
  | 'bidi-character'
  | 'broken-character'
  | 'control-character'
  | 'decomposed-text'
  | 'invisible-character'
  | 'odd-space'
  | 'private-character';

type Row = { readonly code: CharacterCode; readonly pattern: RegExp; readonly hint: string };

const DELETE = 'この文字を消して、前後の文を書き直してください。';

const CHARACTERS: readonly Row[] = [
  {
    code: 'decomposed-text',
    pattern: /[\u0300-\u036f\u3099\u309a]/gu,
    hint: '直前の文字と合わせて、キーボードで打ち直してください。',
  },
  {
    code: 'odd-space',
    pattern: /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu,
    hint: '普通の空白に打ち直してください。',
  },
  {
    code: 'bidi-character',
    pattern: /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    hint: DELETE,
  },
  {
    code: 'invisible-character',
    pattern:
      /[\u00ad\u115f\u1160\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu,
    hint: DELETE,
  },
  {
    code: 'private-character',
    pattern: /\p{Co}/gu,
    hint: '外字を使わずに、標準の漢字か読みがなで書いてください。',
  },
  { code: 'broken-character', pattern: /[\p{Cs}\ufffc\ufffd\ufffe\uffff]/gu, hint: DELETE },
  { code: 'control-character', pattern: /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]/gu, hint: DELETE },
];

/** Whatever is not certain to be fine. */
const SUSPECT =
  /[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0600\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u3098\u309b-\u3163\u3165-\ud7ff\uf900-\ufefe\uff00-\uff9f\uffa1-\uffef\u{10000}-\u{1f1e5}\u{1f200}-\u{1f3fa}\u{1f400}-\u{dffff}]/u;

/** What only needs a look where the texts print. */
const RULES: readonly TextRule[] = [memos, brackets, pastedQuotes, brokenLines];

/**
 * Findings on every text of a file, whatever its place.
 *
 * @param asides the comments that end a text; behind a word, such as a year or a department, they are memos
 */
export function textFindings(value: YamlValue, asides: YamlDocument['asides'] = []): Finding[] {
  const found: Finding[] = [];
  lookThrough(value, [], found);
  for (const { path, lost } of asides) if (kindOf(path) !== 'word') found.push({ path, diagnostic: lost() });
  return found;
}

/** @param path of the value; grows and shrinks on the way, so that only findings make a copy */
function lookThrough(value: YamlValue, path: (string | number)[], found: Finding[]): void {
  if (typeof value === 'string') {
    if (mayBeWrong(value)) found.push(...findingsIn(value, [...path]));
    if (MAY_BE_SLIP.test(value)) found.push(...slipsIn(value, [...path]));
    return;
  }
  if (typeof value !== 'object' || value === null || value instanceof Numeral) return;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) {
    path.push(key);
    lookThrough((value as Record<string | number, YamlValue>)[key] as YamlValue, path, found);
    path.pop();
  }
}

/** A sign that one of the rules looks for: most names and words have none. */
const MAY_BE_SLIP = /[\n"#＃/／【】「」｢｣『』（）()〔〕［］[\]〈〉《》※★☆＊*→]/u;

function slipsIn(text: string, path: Path): Finding[] {
  const field = { path, kind: kindOf(path) };
  if (field.kind === 'word') return [];
  return RULES.flatMap((rule) => [...rule(text, field)]);
}

/** Nearly every text is right wherever it stands. */
function mayBeWrong(text: string): boolean {
  return SUSPECT.test(text) || text.includes('\n') || OUTER_SPACE.test(text);
}

const OUTER_SPACE = /^[\s\u3000]|[\s\u3000]$/;

function* findingsIn(text: string, path: Path): Iterable<Finding> {
  if (SUSPECT.test(text)) yield* characterFindings(text, path);
  if (kindOf(path) === 'paragraphs') return;
  if (text.includes('\n')) {
    yield finding(path, 'line-break', undefined, { hints: ['一行に書いてください。'] });
  } else if (OUTER_SPACE.test(text)) {
    yield finding(path, 'outer-space', undefined, { hints: ['前後の空白を消してください。'] });
  }
}

function* characterFindings(typed: string, path: Path): Iterable<Finding> {
  const emoji = emojiIn(typed);
  for (const character of emoji) {
    const codes = [...character].map(codePointName).join(' ');
    const hints = ['この絵文字を消すか、言葉で書いてください。'];
    yield finding(path, 'emoji-sequence', { codes }, { where: { character }, hints });
  }
  const text = emoji.reduce((rest, character) => rest.replaceAll(character, ''), typed);
  for (const { code, pattern, hint } of CHARACTERS) {
    for (const character of new Set(text.match(pattern))) {
      const hints = [hintFor(code, text, character, hint)];
      yield finding(path, code, { character: codePointName(character) }, { where: { character }, hints });
    }
  }
  if (text.includes('\t')) {
    yield finding(path, 'tab-in-text', undefined, {
      where: { character: '\t' },
      hints: ['空白に打ち直してください。'],
    });
  }
}

function hintFor(code: CharacterCode, text: string, character: string, hint: string): string {
  if (code === 'decomposed-text') return composedHint(text, character, hint);
  const sign = code === 'private-character' ? pastedSign(character) : undefined;
  return sign === undefined ? hint : `Word などの記号です。「${sign}」と打ち直してください。`;
}

/** Names the character meant: か followed by U+3099 is が. */
function composedHint(text: string, mark: string, otherwise: string): string {
  const pair = text.slice(Math.max(0, text.indexOf(mark) - 1), text.indexOf(mark) + 1).normalize('NFC');
  return [...pair].length === 1 && pair !== mark ? `「${pair}」と打ち直してください。` : otherwise;
}
