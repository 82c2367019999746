import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Compressor, compressed } from '../../src/pdf/compressor.ts';

/** Streams as long as pages are. */
const PAGES = Array.from({ length: 400 }, (_, page) => `${page} \xff(\r\n`.repeat(1500));

describe('Compressor', () => {
  test('gives every stream back in its place, whichever thread compressed it', async () => {
    const compressor = new Compressor();
    const content = PAGES.flatMap((page, index) =>
      index % 50 === 0 ? [page, Buffer.from(`${index}`)] : [page],
    );
    expect(content.map((each) => compressor.add(each))).toEqual(content.map((_, index) => index));
    const packed = await compressor.finish();
    expect(packed).toHaveLength(content.length);
    content.forEach((each, index) => {
      const bytes = packed[index] as Uint8Array;
      expect(inflateSync(bytes).equals(Buffer.from(each as string, 'latin1'))).toBe(true);
      expect(Buffer.compare(bytes, compressed(each))).toBe(0);
    });
  });

  test('keeps no more than what is packed', async () => {
    const compressor = new Compressor();
    for (const page of PAGES) compressor.add(page);
    for (const { length, buffer } of await compressor.finish()) {
      expect(buffer.byteLength).toBeLessThanOrEqual(Math.max(length, Buffer.poolSize));
    }
  });

  test('does without another thread where there may be none', async () => {
    let asked = 0;
    const compressor = new Compressor(() => {
      asked += 1;
      return undefined;
    });
    for (const page of PAGES) compressor.add(page);
    const packed = await compressor.finish();
    expect(asked).toBe(1);
    PAGES.forEach((page, index) => {
      expect(Buffer.compare(packed[index] as Uint8Array, compressed(page))).toBe(0);
    });
  });
});
