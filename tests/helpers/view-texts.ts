/** The strings of a view's block, in order: what its template may print. */
import type { BlockView, Narrative, ViewText } from '../../src/view/types.ts';

export function textsIn(block: BlockView | undefined): string[] {
  return collect(block?.data).map((text) => ('text' in text ? text.text : wordsOf(text)));
}

/** The texts of a view's block themselves. */
export function viewTextsIn(block: BlockView | undefined): ViewText[] {
  return collect(block?.data).filter((text): text is ViewText => 'text' in text);
}

function collect(value: unknown): (ViewText | Narrative)[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('origin' in value) return [value as ViewText | Narrative];
  return Object.values(value).flatMap(collect);
}

function wordsOf({ paragraphs }: Narrative): string {
  return paragraphs
    .map((paragraph) => (paragraph.kind === 'space' ? '' : paragraph.spans.map(({ text }) => text).join('')))
    .join('\n');
}
