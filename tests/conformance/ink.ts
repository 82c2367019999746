/** What the printing shop gets: black and greys only, nothing transparent, nothing drawn from a picture or another page. */
import type { Complaint } from './complaint.ts';
import { asDictionary, type Document, listOf, type Value } from './qpdf-json.ts';

/** Colour operators other than those of DeviceGray. */
const COLOUR = /(?<![\w/])(?:rg|RG|k|K|cs|CS|sc|SC|scn|SCN|sh)(?!\w)/;

export function inkComplaints(document: Document): Complaint[] {
  const objects = [...document.objects].flatMap(([reference, value]) =>
    transparency(value).map((fault) => `${reference}: ${fault}`),
  );
  const pages = document.pages.flatMap((reference, index) => {
    const streams = listOf(document, asDictionary(document.resolve(reference))['/Contents']);
    const colour = streams
      .map((stream) => document.content(String(stream)).toString('latin1'))
      .map((operators) => COLOUR.exec(operators.replace(/\((?:[^()\\]|\\.)*\)/gs, '()'))?.[0])
      .find((operator) => operator !== undefined);
    return colour === undefined ? [] : [`page ${index + 1}: the operator ${colour} is not one of greys`];
  });
  return [...objects, ...pages].map((text) => ({ judge: 'ink', text }));
}

/** Keys of graphics states and groups that make something show through. */
function transparency(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(transparency);
  const entries = Object.entries(asDictionary(value));
  const own = entries.flatMap(([key, found]) => {
    const opaque =
      key === '/CA' || key === '/ca'
        ? found === 1
        : key === '/SMask'
          ? found === '/None'
          : key === '/BM'
            ? found === '/Normal'
            : !(key === '/S' && found === '/Transparency');
    return opaque ? [] : [`${key} ${JSON.stringify(found)}`];
  });
  return [...own, ...entries.flatMap(([, found]) => transparency(found))];
}
