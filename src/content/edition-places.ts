/** Where in edition.yaml the words are that a measure does not keep to. */
import type { Code, Diagnostic, Span } from '../ground/diagnostic.ts';
import type { Path, YamlDocument } from '../yaml/index.ts';

type Place = { readonly path: Path; readonly message: string };

const PLACES: { readonly [C in Code]?: Place } = {
  'unknown-department': { path: ['departments'], message: '担当課の一覧です。' },
  'unknown-plan-word': { path: ['plan_words'], message: '計画の語の一覧です。' },
  'unknown-goal': { path: ['goals'], message: '目標の一覧です。' },
  'unknown-year': { path: ['years', 'plan'], message: '計画の年度です。' },
  'missing-year': { path: ['years', 'plan'], message: '計画の年度です。' },
  'early-figure': { path: ['years', 'reporting'], message: '報告の年度です。' },
};

/** The diagnostics of measures, those about words of the edition with the place of their list. */
export function withEditionPlaces(
  diagnostics: readonly Diagnostic[],
  { locate }: YamlDocument,
): Diagnostic[] {
  const spans = new Map<Place, Span>();
  return diagnostics.map((diagnostic) => {
    const place = PLACES[diagnostic.code];
    if (!place) return diagnostic;
    const span = spans.get(place) ?? locate(place.path, 'key');
    spans.set(place, span);
    return { ...diagnostic, related: [...(diagnostic.related ?? []), { span, message: place.message }] };
  });
}
