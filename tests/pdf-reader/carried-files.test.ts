import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { PdfFile } from '../../src/pdf/file.ts';
import { textString } from '../../src/pdf/values.ts';
import { carriedFiles } from '../../src/pdf-reader/carried-files.ts';
import { bytesOf, textOf } from '../helpers/bag.ts';
import {
  carryingPdf,
  fileWith,
  withCrossReferences,
  written,
  writtenStream,
} from '../helpers/carrying-pdf.ts';
import { mutatePdf } from '../helpers/pdf-mutations.ts';
import { randomFrom } from '../helpers/random.ts';

const FILES = { 'edition.yaml': 'format: 1\n', 'measures/1-1.yaml': '名前: 値\n', 'あ.yaml': '' };
const PDF = await carryingPdf(FILES);

/** Names and contents as texts. */
const read = (pdf: Uint8Array) =>
  carriedFiles(pdf)?.map(({ names, content }) => [names.join('|'), content && textOf(content)]);

describe('what a PDF carries', () => {
  test('is taken out by its names', () => {
    expect(read(PDF)).toEqual(Object.entries(FILES));
  });

  test('may be nothing', async () => {
    expect(read(await carryingPdf({}))).toEqual([]);
  });

  test('may be as many files as a large edition has', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`measures/1-${index + 1000}.yaml`, String(index)]),
    );
    expect(read(await carryingPdf(many))).toEqual(Object.entries(many));
  });

  test('is found where a PDF has other objects too', async () => {
    const pdf = await fileWith((file) => {
      for (let index = 0; index < 450; index++) written(file, `<</Index ${index}>>`);
      return named(file, { key: 'x', name: 'x', text: 'y' });
    });
    expect(read(pdf)).toEqual([['x', 'y']]);
  });
});

/** A file specification and its stream. */
function specified(file: PdfFile, name: string, text: string, more: object = {}) {
  const stream = file.make({ Type: 'EmbeddedFile' });
  stream.end(text);
  const specification = file.make({ F: textString(name), UF: textString(name), EF: { F: stream }, ...more });
  specification.end();
  return { stream, specification };
}

function named(file: PdfFile, { key, name, text }: { key: string; name: string; text: string }): object {
  const { specification } = specified(file, name, text);
  return { Names: { EmbeddedFiles: { Names: [textString(key), specification] } } };
}

describe('nothing hides', () => {
  test('under another name for other readers', async () => {
    expect(read(await fileWith((file) => named(file, { key: 'a', name: 'b', text: 'x' })))).toEqual([
      ['a|b', 'x'],
    ]);
    const differing = await fileWith((file) => {
      const { specification } = specified(file, 'a', 'x', { UF: textString('c') });
      return { AF: [specification] };
    });
    expect(read(differing)).toEqual([['a|c', 'x']]);
  });

  test('behind a second stream for other systems', async () => {
    const pdf = await fileWith((file) => {
      const other = specified(file, 'b', 'other').stream;
      const { stream } = specified(file, 'a', 'one');
      const specification = file.make({ F: textString('a'), EF: { F: stream, UF: other } });
      specification.end();
      return { AF: [specification] };
    });
    expect(read(pdf)).toEqual([
      ['a', 'one'],
      ['a', 'other'],
    ]);
  });

  test('by being associated but not listed, or neither', async () => {
    const pdf = await fileWith((file) => {
      const { specification } = specified(file, 'a', 'associated');
      specified(file, 'b', 'neither');
      return { ...named(file, { key: 'c', name: 'c', text: 'listed' }), AF: [specification] };
    });
    expect(read(pdf)).toEqual([
      ['c', 'listed'],
      ['a', 'associated'],
      [expect.stringMatching(/^#\d+$/), 'neither'],
    ]);
  });

  test('by being listed twice', async () => {
    const pdf = await fileWith((file) => {
      const specifications = ['one', 'other'].map((text) => specified(file, 'a', text).specification);
      const pairs = specifications.flatMap((specification) => [textString('a'), specification]);
      return { Names: { EmbeddedFiles: { Names: pairs } } };
    });
    expect(read(pdf)).toEqual([
      ['a', 'one'],
      ['a', 'other'],
    ]);
  });

  test('in a branch of the name tree', async () => {
    const pdf = await fileWith((file) => {
      const { specification } = specified(file, 'a', 'x');
      const leaf = file.make({ Names: [textString('a'), specification] });
      leaf.end();
      return { Names: { EmbeddedFiles: { Kids: [leaf] } } };
    });
    expect(read(pdf)).toEqual([['a', 'x']]);
  });
});

test('a file that is damaged is there, but cannot be taken out', async () => {
  const pdf = await fileWith((file) => {
    const packed = deflateSync('x'.repeat(1000));
    packed[5] = (packed[5] as number) ^ 0xff;
    const stream = writtenStream(file, { Type: 'EmbeddedFile', Filter: 'FlateDecode' }, packed);
    return { AF: [written(file, `<</F (a)/EF<</F ${stream}>>>>`)] };
  });
  expect(read(pdf)).toEqual([['a', undefined]]);
});

describe('no PDF as this program writes them', () => {
  const text = Buffer.from(PDF).toString('latin1');
  const changed = (typed: RegExp | string, instead: string) => {
    expect(text.replace(typed, instead)).not.toBe(text);
    return Buffer.from(text.replace(typed, instead), 'latin1');
  };
  const dictionary = (typed: RegExp | string, instead: string) =>
    withCrossReferences(PDF, { dictionary: (own) => own.replace(typed, instead) });
  const rows = (change: (rows: Buffer) => Buffer) => withCrossReferences(PDF, { rows: change });

  test('though what the tests do is only what they say', () => {
    expect(read(withCrossReferences(PDF, {}))).toEqual(Object.entries(FILES));
  });

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', bytesOf('text')],
    ['another version', changed('%PDF-1.7', '%PDF-1.4')],
    ['something after the end', Buffer.concat([PDF, Buffer.from('\n')])],
    ['no beginning of the table', changed(/startxref\n\d+/, 'startxref\n7')],
    ['a beginning behind the end', changed(/startxref\n\d+/, 'startxref\n9999999999')],
    ['an earlier state of the file', dictionary('/Type', '/Prev 9 /Type')],
    ['encryption', dictionary('/Type', '/Encrypt <<>> /Type')],
    ['parts of a table', dictionary('/Type', '/Index [0 3] /Type')],
    ['another type', dictionary('/XRef', '/ObjStm')],
    ['no widths', dictionary(/\/W \[[^\]]*\]/, '')],
    ['widths of nothing', dictionary(/\/W \[[^\]]*\]/, '/W [0 0 0]')],
    ['wide numbers', dictionary(/\/W \[[^\]]*\]/, '/W [1 100000000 2]')],
    ['another predictor', dictionary('/Predictor 12', '/Predictor 15')],
    ['another filter', dictionary('/FlateDecode', '/LZWDecode')],
    ['a wrong length', dictionary(/\/Length \d+/, '/Length 5')],
    ['a length that is elsewhere', dictionary(/\/Length \d+/, '/Length 1 0 R')],
    ['no catalogue', dictionary(/\/Root \d+ 0 R/, '')],
    ['a catalogue that is not there', dictionary(/\/Root \d+/, '/Root 99')],
    ['rows that were cut', rows((all) => all.subarray(0, all.length - 1))],
    ['no rows', rows(() => Buffer.alloc(0))],
    ['a row of another predictor', rows((all) => Buffer.from(all).fill(1, 0, 1))],
    ['every object elsewhere', rows((all) => all.map((byte, at) => (at % 8 === 3 ? 1 : byte)) as Buffer)],
  ])('%s', (_, pdf) => {
    expect(carriedFiles(pdf)).toBeUndefined();
  });

  test.each<[string, (file: PdfFile) => object]>([
    ['names that are no dictionary', () => ({ Names: 1 })],
    ['associated files that are no list', () => ({ AF: 1 })],
    ['an associated file that is none', () => ({ AF: [1] })],
    ['a file specification of a file elsewhere', (file) => ({ AF: [written(file, '<</F (a)>>')] })],
    ['a stream that is none', (file) => ({ AF: [written(file, '<</F (a)/EF<</F 1>>>>')] })],
    ['a key that is none', (file) => ({ Names: written(file, '<</EmbeddedFiles<</Names[/a 1]>>>>') })],
    ['a reference to a reference', (file) => ({ AF: written(file, `${written(file, '[]')}`) })],
    ['a catalogue that refers to itself', (file) => ({ Names: written(file, '1 0 R') })],
    ['broken words', (file) => ({ AF: written(file, '[<<') })],
    [
      'a name tree that goes round',
      (file) => {
        const number = file.reserve();
        file.write(number, `<</Kids[${number} 0 R]>>`);
        return { Names: { EmbeddedFiles: written(file, `<</Kids[${number} 0 R]>>`) } };
      },
    ],
    [
      'a name tree that doubles at every step',
      (file) => {
        let node = written(file, '<</Names[]>>');
        for (let depth = 0; depth < 40; depth++) node = written(file, `<</Kids[${node} ${node}]>>`);
        return { Names: { EmbeddedFiles: node } };
      },
    ],
    [
      'more names than an edition has measures',
      (file) => ({ Names: { EmbeddedFiles: written(file, `<</Names[${'(a) 1 '.repeat(20_000)}]>>`) } }),
    ],
  ])('%s', async (_, make) => {
    expect(carriedFiles(await fileWith(make))).toBeUndefined();
  });

  test('an object stream in itself', async () => {
    const file = new PdfFile();
    const root = file.make({ Type: 'Catalog' });
    root.end();
    const inItself = withCrossReferences(await file.finish(root, root), {
      // Rows are differences: that of the stream from that of the catalogue, which lies in it, is none.
      rows: (all) => {
        const changed = Buffer.from(all);
        changed.fill(0, 17, 24);
        return changed;
      },
    });
    expect(carriedFiles(inItself)).toBeUndefined();
  });
});

describe('a small file that unpacks to gigabytes', () => {
  const bomb = deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 });

  test('as what it carries, cannot be taken out', async () => {
    const pdf = await fileWith((file) => {
      const stream = writtenStream(file, { Type: 'EmbeddedFile', Filter: 'FlateDecode' }, bomb);
      return { AF: [written(file, `<</F (a)/EF<</F ${stream}>>>>`)] };
    });
    expect(pdf.length).toBeLessThan(1_000_000);
    expect(read(pdf)).toEqual([['a', undefined]]);
  });

  test('as many files of one stream, is unpacked for as long as that is bearable', async () => {
    const pdf = await fileWith((file) => {
      const content = deflateSync(Buffer.alloc(100 * 1024 * 1024));
      const stream = writtenStream(file, { Type: 'EmbeddedFile', Filter: 'FlateDecode' }, content);
      return { AF: ['a', 'b', 'c', 'd'].map((name) => written(file, `<</F (${name})/EF<</F ${stream}>>>>`)) };
    });
    expect(carriedFiles(pdf)?.map(({ content }) => content?.length)).toEqual([
      100 * 1024 * 1024,
      100 * 1024 * 1024,
      undefined,
      undefined,
    ]);
  });

  test('as its table of objects, is none of ours', () => {
    expect(
      carriedFiles(withCrossReferences(PDF, { rows: () => Buffer.alloc(300 * 1024 * 1024) })),
    ).toBeUndefined();
  });
});

test('random changes are read or refused, and no file is invented', () => {
  const random = randomFrom(32000);
  const known = new Set(Object.values(FILES));
  for (let run = 0; run < 5000; run++) {
    const pdf = mutatePdf(PDF, run, random);
    for (const [, text] of read(pdf) ?? []) expect(text === undefined || known.has(text)).toBe(true);
  }
});

test('random changes of what streams hold are read or refused', async () => {
  const random = randomFrom(19005);
  for (let run = 0; run < 2000; run++) {
    const pdf = await fileWith((file) => {
      const stream = file.make({ Type: 'EmbeddedFile' });
      stream.end('x');
      const words = `<</F (a)/UF (a)/EF<</F ${stream}/UF ${stream}>>>>`;
      const specification = written(
        file,
        Buffer.from(mutatePdf(bytesOf(words), run, random)).toString('latin1'),
      );
      const tree = `<</EmbeddedFiles<</Names[(a) ${specification}]/Kids[]>>>>`;
      const names = written(file, Buffer.from(mutatePdf(bytesOf(tree), run + 1, random)).toString('latin1'));
      return { AF: [specification], Names: names };
    });
    const changed = withCrossReferences(pdf, {
      rows: (rows) => (run % 3 === 0 ? Buffer.from(mutatePdf(rows, run / 3, random)) : rows),
    });
    expect(() => carriedFiles(changed)).not.toThrow();
  }
});
