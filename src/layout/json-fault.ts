/** Finds where a template's output stops being JSON, or a block, and the mustache before that place. */
import { findNodeAtLocation, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Diagnostic, diagnose, type Span } from '../diagnostic.ts';
import type { ShapeFault } from './block-shape.ts';
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

/** A template's output, and what is needed to find places in it. */
export type Traced = {
  /** With a mark before what each mustache wrote. */
  readonly output: string;
  /** The mustaches' places, by the marks' numbers. */
  readonly marks: readonly TemplateLocation[];
  /** The block's template, for a fault before any mustache. */
  readonly template: TemplateFile;
  /** All templates by name. */
  readonly templates: ReadonlyMap<string, TemplateFile>;
};

/** Output that is no JSON. */
export function locateJsonFault(traced: Traced): Diagnostic {
  const { json, places } = takeMarks(traced.output);
  const errors: ParseError[] = [];
  parse(json, errors, { disallowComments: true, allowTrailingComma: false });
  const [fault] = errors;
  const detail = (fault && FAULTS[printParseErrorCode(fault.error)]) ?? '書き方が JSON になっていません';
  return diagnose('template-json', { detail }, { span: spanAt(fault?.offset ?? 0, places, traced) });
}

/** Output that is JSON, but no block. */
export function locateShapeFault({ path, detail }: ShapeFault, traced: Traced): Diagnostic {
  const { json, places } = takeMarks(traced.output);
  const root = parseTree(json);
  const node = root && findNodeAtLocation(root, [...path]);
  const name = `${traced.template.name}.hbs`;
  return diagnose('template-node', { name, detail }, { span: spanAt(node?.offset ?? 0, places, traced) });
}

/** The mustache that wrote what stands at an offset, or the last one before it. */
function spanAt(offset: number, places: readonly Place[], { marks, template, templates }: Traced): Span {
  const before = places.filter((place) => place.offset <= offset).at(-1);
  const location = before ? (marks[before.mark] as TemplateLocation) : START;
  const { file, text } = templates.get(location.source ?? '') ?? template;
  return templateSpan(file, text, location);
}

const START: TemplateLocation = { start: { line: 1, column: 0 } };

/** Where a mark stood in the output. */
type Place = { readonly offset: number; readonly mark: number };

/** The output without its marks, and where they stood. */
function takeMarks(output: string): { json: string; places: readonly Place[] } {
  const places: Place[] = [];
  let removed = 0;
  const json = output.replace(MARK, (found, mark: string, offset: number) => {
    places.push({ offset: offset - removed, mark: Number(mark) });
    removed += found.length;
    return '';
  });
  return { json, places };
}
