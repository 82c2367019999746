/** A bag is made of files that were read once; what is wrong with them is said of where they lie. */
import { PLACES_IN_BAG, type Places } from '../../archive/sources.ts';
import type { Diagnostic, Span } from '../../ground/diagnostic.ts';

/** Names the files of a diagnostic as they lie on the disk. */
export function asTyped(diagnostic: Diagnostic, places: Places): Diagnostic {
  const { span, related } = diagnostic;
  return {
    ...diagnostic,
    ...(span ? { span: spanAsTyped(span, places) } : {}),
    ...(related ? { related: related.map((one) => ({ ...one, span: spanAsTyped(one.span, places) })) } : {}),
  };
}

function spanAsTyped(span: Span, places: Places): Span {
  const kinds = Object.keys(PLACES_IN_BAG) as (keyof Places)[];
  const kind = kinds.find((one) => span.file.startsWith(`${PLACES_IN_BAG[one]}/`));
  if (!kind) return span;
  return { ...span, file: places[kind] + span.file.slice(PLACES_IN_BAG[kind].length) };
}
