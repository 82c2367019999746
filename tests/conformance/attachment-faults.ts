/** Faults of what is attached, put on purpose into an archived booklet that conforms, and who must notice each. */
import { type EditableFile, type JsonObject, remove } from './editable.ts';
import type { Fault } from './faults.ts';

export const ATTACHMENT_FAULTS: readonly Fault[] = [
  {
    name: 'attachments in a file that claims PDF/A-2',
    judge: 'PDF/A-3a',
    says: '6.6.4-2',
    spoil: (file) =>
      file.changeStream(file.catalog['/Metadata'], (text) =>
        text.replace('<pdfaid:part>3', '<pdfaid:part>2'),
      ),
  },
  {
    name: 'no associated files',
    judge: 'PDF/A-3a',
    says: '6.8-4',
    spoil: ({ catalog }) => remove(catalog, '/AF'),
  },
  {
    name: 'an attachment that is not associated',
    judge: 'PDF/A-3a',
    says: '6.8-4',
    spoil: ({ catalog }) => {
      (catalog['/AF'] as string[]).pop();
    },
  },
  {
    name: 'an attachment of no relationship',
    judge: 'PDF/A-3a',
    says: '6.8-3',
    spoil: (file) => remove(specification(file), '/AFRelationship'),
  },
  {
    name: 'an attachment of another relationship',
    judge: 'attached',
    says: 'u:edition.yaml is not called the source',
    spoil: (file) => {
      specification(file)['/AFRelationship'] = '/Supplement';
    },
  },
  ...['/F', '/UF'].map(
    (name): Fault => ({
      name: `an attachment without ${name}`,
      judge: 'PDF/A-3a',
      says: '6.8-2',
      spoil: (file) => remove(specification(file), name),
    }),
  ),
  {
    name: 'an attachment that PDF/UA cannot name',
    judge: 'PDF/UA-1',
    says: '7.11-1',
    spoil: (file) => remove(specification(file), '/UF'),
  },
  {
    name: 'an attachment under two names',
    judge: 'attached',
    says: 'u:edition.yaml: /UF is another name',
    spoil: (file) => {
      specification(file)['/UF'] = 'u:other.yaml';
    },
  },
  {
    name: 'an attachment of an unknown kind',
    judge: 'PDF/A-3a',
    says: '6.8-1',
    spoil: (file) => remove(embedded(file), '/Subtype'),
  },
  {
    name: 'an attachment without a date',
    judge: 'attached',
    says: 'u:edition.yaml: /ModDate',
    spoil: (file) => remove(file.dictionary(embedded(file)['/Params']), '/ModDate'),
  },
  {
    name: 'an attachment that was changed',
    judge: 'attached',
    says: 'u:edition.yaml: has another sum',
    spoil: (file) => {
      const { '/F': stream } = file.dictionary(specification(file)['/EF']);
      file.changeStream(stream, (text) => text.replace('format: 1', 'format: 2'));
    },
  },
  {
    name: 'attachments that no panel lists',
    judge: 'PDF/A-2a',
    says: '6.8-',
    spoil: ({ catalog }) => remove(catalog, '/Names'),
  },
];

/** The file specification of edition.yaml. */
function specification(file: EditableFile): JsonObject {
  const found = file.dictionaries().find((one) => one.found['/UF'] === 'u:edition.yaml');
  if (!found) throw new Error('the file to spoil carries no edition');
  return found.found;
}

function embedded(file: EditableFile): JsonObject {
  return file.dictionary(file.dictionary(specification(file)['/EF'])['/F']);
}
