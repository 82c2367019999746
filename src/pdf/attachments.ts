/**
 * Files that a PDF carries (ISO 32000-1, 7.11.4), listed in its attachments panel and associated with the whole
 * document as what it was made from (ISO 19005-3, 6.8 and annex E; ISO 32000-2, 14.13).
 */
import { createHash } from 'node:crypto';
import type { MakeObject, PdfReference } from './file.ts';
import { dateString, HexString, nameOf, textBytes, textString } from './values.ts';

/** A file that the document was made from. */
export type Attachment = {
  /** `measures/1-1.yaml`: with forward slashes, NFC, told from the others. */
  readonly name: string;
  /** `application/yaml` */
  readonly mediaType: string;
  /** What it is, for people. */
  readonly description: string;
  readonly content: Uint8Array;
};

/**
 * Writes the files.
 *
 * @param issued the document's date, `2025-07-29`, which the files get too: no clock is read
 * @returns what the catalogue says of them; nothing where there are none
 */
export function writeAttachments(
  make: MakeObject,
  attachments: readonly Attachment[],
  issued: string,
): object {
  if (attachments.length === 0) return {};
  const specifications = [...attachments].sort(byKey).map((attachment) => ({
    key: textString(attachment.name),
    specification: writeSpecification(make, attachment, writeEmbedded(make, attachment, issued)),
  }));
  return {
    AF: specifications.map(({ specification }) => specification),
    Names: {
      EmbeddedFiles: { Names: specifications.flatMap(({ key, specification }) => [key, specification]) },
    },
  };
}

/** A name tree's keys rise as bytes (7.9.6). */
function byKey(one: Attachment, other: Attachment): number {
  return textBytes(one.name) < textBytes(other.name) ? -1 : 1;
}

/** The file itself (tables 45 and 46). */
function writeEmbedded(make: MakeObject, { mediaType, content }: Attachment, issued: string): PdfReference {
  const date = dateString(issued);
  const embedded = make({
    Type: 'EmbeddedFile',
    Subtype: nameOf(mediaType),
    Params: {
      Size: content.length,
      CreationDate: date,
      ModDate: date,
      CheckSum: new HexString(createHash('md5').update(content).digest()),
    },
  });
  embedded.end(content);
  return embedded;
}

/** What the file is called, and what it is to the document (table 44; ISO 32000-2, table 43). */
function writeSpecification(
  make: MakeObject,
  { name, description }: Attachment,
  embedded: PdfReference,
): PdfReference {
  const specification = make({
    Type: 'Filespec',
    F: textString(name),
    UF: textString(name),
    Desc: textString(description),
    AFRelationship: 'Source',
    EF: { F: embedded, UF: embedded },
  });
  specification.end();
  return specification;
}
