/**
 * Schemas for numbers as clerks should type them, plain decimals (`45`, `-3`, `4.10`), and what to type instead of
 * all the other ways.
 */
import * as z from 'zod';
import { type Diagnostic, diagnose } from '../ground/diagnostic.ts';
import { ownIssue } from './issues.ts';
import { shorten } from './quote.ts';
import { describe, Numeral } from './value.ts';

/** At most 15 digits before the point: more is a slip, and no longer exact to other programs. */
const PLAIN = /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/;
const LONG_DECIMAL = /^-?(?:0|[1-9]\d{0,14})\.(\d{11,})$/;
const MINUS_ZERO = /^-0(\.0+)?$/;
/** Sign, digits (in threes where divided) and unit. `2,5` is none: who knows what was meant. */
const FIGURE_IN_TEXT = /^([-+−–—‐ー△▲]?)\s*((?:\d{1,3}(?:[,_'、 ]\d{3})+|\d+)(?:\.\d*)?)\s*(\D{0,6})$/u;

/** Whether a value is a number typed as a plain decimal. */
export function isPlainDecimal(value: unknown): value is Numeral {
  return value instanceof Numeral && isDecimalText(value.literal);
}

function isDecimalText(text: string): boolean {
  return PLAIN.test(text) && !MINUS_ZERO.test(text);
}

/** The diagnostic for anything else where a figure is wanted. */
export function notAFigure(value: unknown): Diagnostic {
  const decimals = value instanceof Numeral ? (LONG_DECIMAL.exec(value.literal)?.[1]?.length ?? 0) : 0;
  if (value instanceof Numeral && decimals > 0) {
    const rounded = Number(value.literal).toFixed(2);
    const hints = [
      `四捨五入して「${rounded}」や「${Number(value.literal).toFixed(1)}」のように書いてください。`,
    ];
    return diagnose('long-decimal', { figure: shorten(value.literal), decimals }, { hints });
  }
  return diagnose('not-a-figure', { found: describe(value) }, { hints: figureHints(value) });
}

/** A figure: gives its literal text, so that `4.10` stays `4.10`. */
export const figure = decimal((literal) => literal).meta({ type: 'number' });

/** A number to reckon with, for settings. */
export const number = decimal(Number).meta({ type: 'number' });

/** A whole number of 0 or more, for settings. */
export const wholeNumber = decimal(Number)
  .refine((value) => Number.isSafeInteger(value) && value >= 0)
  .meta({ type: 'integer', minimum: 0 });

function decimal<T>(make: (literal: string) => T) {
  return z.unknown().transform((value, context): T => {
    if (isPlainDecimal(value)) return make(value.literal);
    context.addIssue({ code: 'custom', params: ownIssue(notAFigure(value)) });
    return z.NEVER;
  });
}

/** What to type instead, where the figure meant is plain to see. */
export function figureHints(value: unknown): string[] {
  const typed = value instanceof Numeral ? value.literal : value;
  if (typeof typed !== 'string') return ['「45」のように、半角の数字だけを書いてください。'];
  if (/^\.(nan|inf)$/i.test(typed)) return [NO_FIGURE];
  if (typeof value === 'string') {
    if (NOT_COUNTED.test(typed)) return [NO_WORD_FOR_IT];
    if (standsForNothing(typed)) return [NO_FIGURE];
    const qualified = qualifiedHint(typed);
    if (qualified !== undefined) return [qualified];
  }
  const { figure: meant, unit } =
    value instanceof Numeral ? { figure: respell(typed), unit: '' } : figureIn(typed);
  if (meant === undefined) return ['「45」のように、半角の数字だけを書いてください。'];
  const hint = `「${meant}」と、半角の数字だけで${quotedDigits(value) ? '、引用符を付けずに' : ''}書いてください。`;
  return unit === '' ? [hint] : [hint, `単位「${unit}」は unit に書いてください。`];
}

const NO_FIGURE = '数値がないなら null と書いてください。';

/** Words for a figure that is still to come, or for none. */
const NOTHING =
  /^(?:未定|未|なし|無し|無|調査中|集計中|確認中|作業中|未集計|未報告|未調査|不明|該当なし|該当無し|[-－ー―—–‐−*＊?？・…\s\u3000]+|n\/?a)$/iu;
const NOT_COUNTED = /^[（(]?(?:対象外|対象なし|実施前|開始前|事業なし)[）)]?$/u;
const NO_WORD_FOR_IT =
  '数値の対象でないことを表す書き方は、今の版にはありません。null は、まだ報告がないこと（計画前の実績では、ないこと）を表します。';

/** Whether a text says that there is nothing to say yet: 「未定」「なし」「－」. */
export function standsForNothing(text: string): boolean {
  return NOTHING.test(text.replaceAll(/[（）()]/g, '').trim());
}

const BEFORE = '約|およそ|おおむね|概ね|最大|最低|延べ|のべ|推計|±|>|<|≧|≦|＞|＜';
const BEHIND = '以上|以下|未満|超過?|程度|前後|ほど|くらい|ぐらい|余り?|強|弱';
const QUALIFIED = new RegExp(
  `^(${BEFORE})?\\s*([\\d０-９][\\d０-９,，.．]*)\\s*([^\\d\\s]{0,4}?)\\s*(${BEHIND})?$`,
  'u',
);

/** A figure with a word that says how exact it is: the word belongs neither to it nor to the unit of all years. */
function qualifiedHint(text: string): string | undefined {
  const [, before = '', digits = '', , behind = ''] = QUALIFIED.exec(text.trim()) ?? [];
  const word = before || behind;
  const { figure } = word === '' ? { figure: undefined } : figureIn(digits);
  if (figure === undefined) return undefined;
  return `「${figure}」とだけ書いてください。「${word}」を数値に付ける書き方は、今の版にはありません。必要なら文章の欄に書きます。`;
}

function quotedDigits(value: unknown): boolean {
  return typeof value === 'string' && isDecimalText(value);
}

/** `0x1F` → 31, `+5` → 5, `007` → 7, `5.` → 5, `.5` → 0.5, `1e3` → 1000 */
function respell(literal: string): string | undefined {
  const trimmed = literal
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/\.$/, '')
    .replace(/^(-?)\./, '$10.');
  const decimal = isDecimalText(trimmed) ? trimmed : String(Number(literal));
  return isDecimalText(decimal) ? decimal : undefined;
}

/** The figure in `１，０９１`, `△5`, `−5`, `45件`, `45 回`. */
function figureIn(text: string): { figure: string | undefined; unit: string } {
  const folded = text.normalize('NFKC').trim();
  const [, sign = '', digits, unit = ''] = FIGURE_IN_TEXT.exec(folded) ?? [];
  if (digits === undefined) return { figure: undefined, unit: '' };
  const minus = sign === '' || sign === '+' ? '' : '-';
  return { figure: respell(minus + digits.replaceAll(/[^\d.]/g, '')), unit };
}
