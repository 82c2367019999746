/** The door of this room: YAML files as values with positions. Knows nothing of editions, themes or fonts. */
export { decode, MAX_YAML_BYTES, tooLarge } from './decode.ts';
export { readYaml, type YamlDocument } from './document.ts';
export { type Finding, placeAll } from './finding.ts';
export { emptyText, ownIssue } from './issues.ts';
export {
  figure,
  figureHints,
  isPlainDecimal,
  notAFigure,
  number,
  standsForNothing,
  wholeNumber,
} from './numbers.ts';
export { codePointName, listed, shorten } from './quote.ts';
export { checkSchema, parsedBy } from './schema.ts';
export { advising } from './shape.ts';
export { didYouMean, nearest } from './suggest.ts';
export type { Path, Where } from './types.ts';
export { describe, Numeral, type YamlValue } from './value.ts';
