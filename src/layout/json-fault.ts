/** Finds where a template's output stops being JSON, or a block: the line of the template that wrote what is wrong. */
import { type JSONPath, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { type Diagnostic, diagnose, type Span } from '../ground/diagnostic.ts';
import type { JsonPath, ShapeFault } from './block-shape.ts';
import { deepOffset, MOST_DEPTH } from './json-depth.ts';
import { tooDeep } from './template-bounds.ts';
import type { TemplateFile } from './template-problem.ts';
import { type TemplateLocation, templateSpan } from './template-problem.ts';
import { advanced, MARK_START, type TextPlace } from './text-marks.ts';

const MARK = /([\u0001\u0003])(\d+)\u0002/g;

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

/** A template's output, and what is needed to find places in it. */
export type Traced = {
  /** With a mark before what each mustache wrote, and before each text. */
  readonly output: string;
  /** The mustaches' places, by the marks' numbers. */
  readonly marks: readonly TemplateLocation[];
  /** The texts' places, by the marks' numbers. */
  readonly texts: readonly TextPlace[];
  /** The block's template, for a fault before any mustache. */
  readonly template: TemplateFile;
  /** All templates by name. */
  readonly templates: ReadonlyMap<string, TemplateFile>;
};

/** Output that is no JSON, or JSON too deep to be looked at. */
export function locateJsonFault(traced: Traced): Diagnostic {
  const { json, places } = takeMarks(traced.output);
  const deep = deepOffset(json);
  if (deep !== undefined) return tooDeep('JSON の括弧の入れ子', MOST_DEPTH, spanAt(deep, places, traced));
  const fault = firstError(json);
  const detail =
    (fault?.error && FAULTS[printParseErrorCode(fault.error)]) ?? '書き方が JSON になっていません';
  const end = json.trimEnd().length;
  return diagnose(
    'template-json',
    { detail },
    { span: spanAt(Math.min(fault?.offset ?? 0, end), places, traced) },
  );
}

/** Output that is JSON, but no block. */
export function locateShapeFault({ path, detail }: ShapeFault, traced: Traced): Diagnostic {
  const { json, places } = takeMarks(traced.output);
  const name = `${traced.template.name}.hbs`;
  return diagnose('template-node', { name, detail }, { span: spanAt(offsetOf(path, json), places, traced) });
}

/** Ends a visit that has found what it looks for: the library reads to the end, and would gather all there is. */
class Found {
  readonly offset: number;
  readonly error: ParseErrorCode | undefined;
  constructor(offset: number, error?: ParseErrorCode) {
    this.offset = offset;
    this.error = error;
  }
}

/** What of a JSON text a visitor finds by throwing it. */
function find(json: string, visitor: Parameters<typeof visit>[1]): Found | undefined {
  try {
    visit(json, visitor, { disallowComments: true, allowTrailingComma: false });
    return undefined;
  } catch (found) {
    if (found instanceof Found) return found;
    throw found;
  }
}

function firstError(json: string): Found | undefined {
  return find(json, {
    onError(error, offset) {
      throw new Found(offset, error);
    },
  });
}

/** Where the value at a path begins. */
function offsetOf(path: JsonPath, json: string): number {
  const begin = (offset: number, pathOf: () => JSONPath) => {
    const here = pathOf();
    if (here.length === path.length && here.every((step, index) => step === path[index]))
      throw new Found(offset);
  };
  const found = find(json, {
    onObjectBegin: (offset, _length, _line, _column, pathOf) => begin(offset, pathOf),
    onArrayBegin: (offset, _length, _line, _column, pathOf) => begin(offset, pathOf),
    onLiteralValue: (_value, offset, _length, _line, _column, pathOf) => begin(offset, pathOf),
  });
  return found?.offset ?? 0;
}

/** What wrote the character at an offset: a mustache, or a place in a template's own text. */
function spanAt(offset: number, places: readonly Place[], traced: Traced): Span {
  const last = places.filter((place) => place.offset <= offset).at(-1);
  const { source, ...location } = last ? locationOf(last, offset, traced) : START;
  const { file, text } = traced.templates.get(source ?? '') ?? traced.template;
  return templateSpan(file, text, location);
}

const START: TemplateLocation = { start: { line: 1, column: 0 } };

function locationOf(
  { kind, mark, offset: begin }: Place,
  offset: number,
  { marks, texts }: Traced,
): TemplateLocation {
  if (kind === 'mustache') return marks[mark] as TemplateLocation;
  const { source, start, text } = texts[mark] as TextPlace;
  return { source, start: advanced(start, text, offset - begin) };
}

/** Where a mark stood in the output. */
type Place = { readonly offset: number; readonly mark: number; readonly kind: 'mustache' | 'text' };

/** The output without its marks, and where they stood. */
function takeMarks(output: string): { json: string; places: readonly Place[] } {
  const places: Place[] = [];
  let removed = 0;
  const json = output.replace(MARK, (found, start: string, mark: string, offset: number) => {
    const kind = start === MARK_START ? 'mustache' : 'text';
    places.push({ offset: offset - removed, mark: Number(mark), kind });
    removed += found.length;
    return '';
  });
  return { json, places };
}
