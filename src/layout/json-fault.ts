/** Finds where a template's output stops being JSON, and the mustache before that place. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { type TemplateLocation, templateSpan } from './template-problem.ts';
import type { TemplateFile } from './templates.ts';

/** Around a mustache's number in traced output; control characters never stand in JSON text unescaped. */
export const MARK_START = '\u0001';
export const MARK_END = '\u0002';
const MARK = /\u0001(\d+)\u0002/g;

const FAULTS: Readonly<Record<string, string>> = {
  CommaExpected: 'コンマ「,」が足りません',
  ColonExpected: 'コロン「:」が足りません',
  PropertyNameExpected: 'キーがありません（余分なコンマかもしれません）',
  ValueExpected: '値がありません（余分なコンマかもしれません）',
  CloseBraceExpected: '閉じる「}」が足りません',
  CloseBracketExpected: '閉じる「]」が足りません',
  EndOfFileExpected: '終わったあとに余分な文字があります',
  UnexpectedEndOfString: '文字列を閉じる「"」が足りません',
};

/**
 * @param traced output with a mark before what each mustache wrote
 * @param marks the mustaches' places, by the marks' numbers
 * @param template the block's template, for a fault before any mustache
 * @param texts the templates' texts by file
 */
export function locateJsonFault(
  traced: string,
  marks: readonly TemplateLocation[],
  template: TemplateFile,
  texts: ReadonlyMap<string, string>,
): Diagnostic {
  const { json, places } = takeMarks(traced);
  const errors: ParseError[] = [];
  parse(json, errors, { disallowComments: true, allowTrailingComma: false });
  const [fault] = errors;
  const before = places.filter(({ offset }) => offset <= (fault?.offset ?? 0)).at(-1);
  const location = before ? (marks[before.mark] as TemplateLocation) : START;
  const file = location.source ?? template.file;
  const span = templateSpan(file, texts.get(file) ?? '', location);
  const detail = (fault && FAULTS[printParseErrorCode(fault.error)]) ?? '書き方が JSON になっていません';
  return diagnose('template-json', { detail }, { span });
}

const START: TemplateLocation = { start: { line: 1, column: 0 } };

/** The output without its marks, and where they stood. */
function takeMarks(traced: string): { json: string; places: { offset: number; mark: number }[] } {
  const places: { offset: number; mark: number }[] = [];
  let removed = 0;
  const json = traced.replace(MARK, (found, mark: string, offset: number) => {
    places.push({ offset: offset - removed, mark: Number(mark) });
    removed += found.length;
    return '';
  });
  return { json, places };
}
