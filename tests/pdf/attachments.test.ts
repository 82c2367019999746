import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Attachment, writeAttachments } from '../../src/pdf/attachments.ts';
import { PdfFile } from '../../src/pdf/file.ts';
import { bytesOf, textOf } from '../helpers/bag.ts';
import { objectsOfType, pdfObjects } from '../helpers/pdf-file.ts';
import { type Dictionary, parseObject, type Ref } from '../helpers/pdf-syntax.ts';

const attachment = (name: string, text = `${name}\n`): Attachment => ({
  name,
  mediaType: 'application/yaml',
  description: `${name} の説明`,
  content: bytesOf(text),
});

/** What is written of attachments: the catalogue's part, file specifications and embedded files by object number. */
async function written(...attachments: Attachment[]) {
  const file = new PdfFile();
  const root = file.make({ Type: 'Catalog', ...writeAttachments(file.make, attachments, '2025-07-29') });
  root.end();
  const objects = pdfObjects(await file.finish(root, root));
  const parsed = new Map(objects.map(({ number, text }) => [number, text]));
  const read = (reference: unknown) =>
    parseObject(parsed.get((reference as Ref).ref) as string) as Dictionary;
  const [catalogue] = objectsOfType(objects, 'Catalog');
  return { catalogue: parseObject(catalogue?.text as string) as Dictionary, objects, read };
}

/** The name tree's keys, each with its file specification. */
function tree(catalogue: Dictionary): [string, Ref][] {
  const { EmbeddedFiles } = catalogue.Names as unknown as {
    EmbeddedFiles: { Names: ({ text: string } | Ref)[] };
  };
  const { Names: pairs } = EmbeddedFiles;
  return pairs.flatMap((value, index) =>
    'text' in value ? [[value.text, pairs[index + 1] as Ref] as [string, Ref]] : [],
  );
}

test('a file carries nothing unless told to', async () => {
  expect(Object.keys((await written()).catalogue)).toEqual(['Type']);
});

const ONE = await written(attachment('measures/1-1.yaml', '名前: 値\n'));

describe('an attachment', () => {
  const { catalogue, objects, read } = ONE;
  const [[name, reference] = ['', { ref: 0 }]] = tree(catalogue);
  const specification = read(reference);

  test('is named, described, and the source of the document', () => {
    expect([name, specification]).toEqual([
      'measures/1-1.yaml',
      {
        Type: 'Filespec',
        F: { text: 'measures/1-1.yaml' },
        UF: { text: 'measures/1-1.yaml' },
        Desc: { text: 'measures/1-1.yaml の説明' },
        AFRelationship: 'Source',
        EF: { F: { ref: expect.any(Number) }, UF: { ref: expect.any(Number) } },
      },
    ]);
    expect(catalogue.AF).toEqual([reference]);
  });

  test('is there byte for byte, with its size, its sum and the document’s date', () => {
    const { F, UF } = specification.EF as { F: Ref; UF: Ref };
    expect(F).toEqual(UF);
    const embedded = objects.find(({ number }) => number === F.ref);
    expect(textOf(embedded?.stream)).toBe('名前: 値\n');
    expect(embedded?.text).toContain('/Type /EmbeddedFile /Subtype /application#2fyaml ');
    const sum = createHash('md5').update('名前: 値\n').digest('hex');
    expect(embedded?.text).toContain(
      `/Params <</Size 12 /CreationDate (D:20250729000000Z) /ModDate (D:20250729000000Z) /CheckSum <${sum}>>>`,
    );
  });
});

test('keys rise as bytes, whatever the order of the files', async () => {
  const names = ['あ.yaml', 'b.yaml', 'aあ.yaml', 'measures/10-1.yaml', 'edition.yaml', 'measures/1-1.yaml'];
  const { catalogue, read } = await written(...names.map((name) => attachment(name)));
  expect(tree(catalogue).map(([key]) => key)).toEqual([
    'b.yaml',
    'edition.yaml',
    'measures/1-1.yaml',
    'measures/10-1.yaml',
    'aあ.yaml',
    'あ.yaml',
  ]);
  expect(tree(catalogue).map(([key, reference]) => [key, read(reference).UF])).toEqual(
    tree(catalogue).map(([key]) => [key, { text: key }]),
  );
});

test('an empty file is a file too', async () => {
  const { objects } = await written(attachment('edition.yaml', ''));
  expect(objectsOfType(objects, 'EmbeddedFile').map(({ stream }) => stream?.length)).toEqual([0]);
});
