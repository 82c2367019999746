import { describe, expect, it } from 'vitest';
import { PdfFile } from '../../src/pdf/file.ts';
import { pdfObjects } from '../helpers/pdf-file.ts';
import { parseObject } from '../helpers/pdf-syntax.ts';

/** A file of so many small objects and a stream. */
function file(count: number, text = 'x'): Promise<Uint8Array> {
  const made = new PdfFile();
  const root = made.make({ Type: 'Catalog' });
  for (let index = 0; index < count; index++) made.make({ Index: index }).end();
  const stream = made.make({ Own: 1 });
  stream.end(text);
  root.end();
  const info = made.make();
  info.end();
  return made.finish(root, info);
}

/** The cross-reference stream's rows: kind, place, index; `start` is where it says it begins. */
function crossReferences(bytes: Uint8Array): { start: number; rows: number[][] } {
  const text = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const stream = pdfObjects(bytes).at(-1)?.stream ?? Buffer.of();
  const above = Array<number>(7).fill(0);
  const rows = Array.from({ length: stream.length / 8 }, (_, index) => {
    const row = stream.subarray(index * 8, index * 8 + 8);
    expect(row[0]).toBe(2);
    for (let column = 0; column < 7; column++)
      above[column] = ((above[column] as number) + (row[column + 1] as number)) & 0xff;
    const [kind = 0, ...rest] = above;
    const place = rest.slice(0, 4).reduce((sum, byte) => sum * 256 + byte, 0);
    return [kind, place, (rest[4] as number) * 256 + (rest[5] as number)];
  });
  return { start, rows };
}

describe('PdfFile', () => {
  it('finds every object where the cross-reference stream says it is', async () => {
    const bytes = await file(450);
    const text = Buffer.from(bytes).toString('latin1');
    const { start, rows } = crossReferences(bytes);
    expect(rows[0]).toEqual([0, 0, 0xffff]);
    expect(text.startsWith(`${rows.length - 1} 0 obj`, start)).toBe(true);
    const objects = new Map(pdfObjects(bytes).map((object) => [object.number, object]));
    rows.slice(1).forEach(([kind, place = 0, index = 0], at) => {
      const number = at + 1;
      if (kind === 1) expect(text.startsWith(`${number} 0 obj\n`, place)).toBe(true);
      else {
        expect(kind).toBe(2);
        expect(text.startsWith(`${place} 0 obj\n<</Type /ObjStm`, (rows[place] as number[])[1])).toBe(true);
        expect(index).toBeLessThan(200);
        expect(objects.get(number)?.text).toBeDefined();
      }
    });
    expect(rows.length - 1).toBeGreaterThan(450);
  });

  it('is the same file for the same objects, and says so in its identifier', async () => {
    const identifier = (bytes: Uint8Array) => {
      const { ID } = parseObject(
        pdfObjects(bytes).find(({ text }) => text.includes('/XRef'))?.text ?? '',
      ) as {
        ID: readonly unknown[];
      };
      expect(ID[0]).toEqual(ID[1]);
      return JSON.stringify(ID[0]);
    };
    expect(await file(3)).toEqual(await file(3));
    expect(identifier(await file(3))).toBe(identifier(await file(3)));
    expect(identifier(await file(3))).not.toBe(identifier(await file(3, 'y')));
  });

  it('keeps content of streams as it is', async () => {
    const streams = pdfObjects(await file(1, '\0\r\n(endobj\xff')).filter(({ text }) =>
      text.includes('/Own'),
    );
    expect(streams.map(({ stream }) => stream?.toString('latin1'))).toEqual(['\0\r\n(endobj\xff']);
  });

  it('does not close over an object that was never written', async () => {
    const made = new PdfFile();
    const root = made.make();
    root.end();
    made.reserve();
    await expect(made.finish(root, root)).rejects.toThrow('2');
  });
});
