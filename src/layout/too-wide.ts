/** A text that its column is too narrow for, with the column, the width it needs and the file that says so. */
import { type Diagnostic, diagnose, type Span } from '../ground/diagnostic.ts';
import { roundedUp, shorten } from '../ground/shown.ts';
import { columnWords } from '../wording/index.ts';
import type { ColumnRoom } from './columns.ts';
import type { Place } from './set-leaf.ts';
import { mm } from './units.ts';

/** Where the theme's widths are typed. */
export type ThemePlaces = {
  readonly file: string;
  locate(path: readonly string[]): Span;
};

/** What does not fit; `excess` in pt. */
type Wide = { readonly text: string; readonly excess: number };

/**
 * @param place where the text was to stand
 * @param room the columns there; undefined where it is the page
 * @param span where the text was typed
 */
export function tooWideDiagnostic(
  { text, excess }: Wide,
  place: Place,
  room: ColumnRoom | undefined,
  theme: ThemePlaces,
  span: Span | undefined,
): Diagnostic {
  const more = mm(excess) / place.share;
  if (!room) {
    const hint = `文字数を減らすか、${theme.file} の styles の ${place.style} の size を小さくしてください。`;
    return diagnose(
      'text-too-wide',
      { text: shorten(text), excess: roundedUp(mm(excess)) },
      { span, hints: [hint] },
    );
  }
  const { table, keys, width } = room;
  return diagnose(
    'figure-too-wide',
    {
      text: shorten(text),
      column: keys.map((key) => columnWords(table, key)).join('と'),
      width: shownWidth(width),
      needed: roundedUp(width + more),
    },
    {
      span,
      hints: [`書き間違いでないか確かめてください。正しければ、${remedy(room, more, theme.file)}`],
      related: keys.map((key) => ({ span: theme.locate(pathOf(table, key)), message: '列の幅' })),
    },
  );
}

/** What to change in the theme. */
function remedy({ table, keys, count, width, rest }: ColumnRoom, more: number, file: string): string {
  const where = `${file} の ${pathOf(table).join(' の ')}`;
  if (rest) return `${where} のほかの列を、合わせて ${roundedUp(more)} mm 狭くしてください。`;
  const [key] = keys;
  if (keys.length > 1)
    return `${where} の ${keys.join(' と ')} を、合わせて ${roundedUp(width + more)} 以上にしてください。`;
  return `${where} の ${key} を ${roundedUp((width + more) / count)} 以上にしてください。`;
}

function pathOf(table: string | undefined, ...keys: readonly string[]): string[] {
  return table === undefined ? ['columns', ...keys] : ['tables', table, ...keys];
}

/** A width as it is typed, without nought behind the point. */
function shownWidth(width: number): string {
  return String(Number(width.toFixed(2)));
}
