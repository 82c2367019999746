import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkBag } from '../../src/archive/check-bag.ts';
import type { Held } from '../../src/archive/held.ts';
import { disk } from '../../src/ground/world.ts';
import { bytesOf, textOf, treeOf } from '../helpers/bag.ts';
import { sampleBag, sampleSources, TEST_PRESS } from '../helpers/sealed.ts';
import { ROOT } from '../helpers/sources.ts';

const at = (bag: Held | undefined, path: string) => textOf(bag?.get(path));

describe('a bag of the sample edition', () => {
  test('is whole, and the same every time', async () => {
    const [one, other] = [await sampleBag(), await sampleBag()];
    expect(checkBag(treeOf(one.value as Held), 'bag')?.diagnostics).toEqual([]);
    expect(at(other.value, 'tagmanifest-sha512.txt')).toBe(at(one.value, 'tagmanifest-sha512.txt'));
  });

  test('holds the sources byte for byte', async () => {
    const { value } = await sampleBag();
    for (const path of [
      'content/R6/edition.yaml',
      'templates/hyoka3/program.hbs',
      'fonts/OFL-NotoSansJP.txt',
    ])
      expect(Buffer.compare(value?.get(`data/${path}`) as Uint8Array, readFileSync(`${ROOT}${path}`))).toBe(
        0,
      );
    expect(at(value, 'data/tool/bundle.cjs')).toBe('bundle.cjs\n');
  });

  test('holds meetings’ files', async () => {
    const meeting = 'content/R6/agendas/2026-11-23.yaml';
    const { value } = await sampleBag({}, { makers: [] }, { [meeting]: 'x' });
    expect(at(value, `data/${meeting}`)).toBe('x');
  });

  test('has the edition’s date, and nothing of the clock', async () => {
    const { value } = await sampleBag();
    expect(at(value, 'bag-info.txt')).toContain('Bagging-Date: 2025-07-29\n');
  });

  test('holds both booklets and every meeting’s papers', async () => {
    const { value } = await sampleBag({}, TEST_PRESS);
    const papers = [...(value?.keys() ?? [])].filter((path) => path.startsWith('data/agenda/2026-11-22/'));
    expect(papers.length).toBeGreaterThan(2);
    for (const path of ['data/booklet/booklet.pdf', 'data/booklet/booklet-print.pdf', ...papers])
      expect(at(value, path)).toMatch(/^%PDF-/);
  });

  test('is not made where a meeting’s file is wrong', async () => {
    const meeting = 'content/R6/agendas/2026-11-23.yaml';
    const { value, diagnostics } = await sampleBag({}, TEST_PRESS, { [meeting]: 'format: 1\n' });
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([
      undefined,
      expect.arrayContaining(['missing-key']),
    ]);
  });
});

describe('the catalogue', () => {
  test('names every other file, the warnings and the commands', async () => {
    const { value } = await sampleBag({}, TEST_PRESS);
    const text = at(value, 'data/目録.txt');
    for (const path of value?.keys() ?? [])
      if (path.startsWith('data/') && !path.endsWith('目録.txt')) expect(text).toContain(path.slice(5));
    expect(text).toContain(
      'content/R6/measures/1-1.yaml の 65 行目: 指標「虐待相談件数」の R6 の数値が未報告です。',
    );
    expect(text).toContain('警告が 1 件');
    expect(text).toContain('node data/tool/hyokahyo.js build R6 --content data/content');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('of a correction tells why, and what it follows', async () => {
    const previous = { bag: 'R6/v1', sha512: 'a'.repeat(128) };
    const { value } = await sampleBag({ version: 2, reason: '数値の訂正', previous });
    const text = at(value, 'data/目録.txt');
    for (const words of ['第2版', '直した理由: 数値の訂正', '一つ前の保存: R6/v1', previous.sha512])
      expect(text).toContain(words);
    expect(at(value, 'bag-info.txt')).toContain('第2版（正誤）');
  });
});

describe('further documents', () => {
  const papers = (path: string) => async () => ({
    value: new Map([[path, bytesOf('%PDF')]]),
    diagnostics: [],
  });

  test('lie where their makers say', async () => {
    const { value } = await sampleBag({}, { makers: [papers('agenda/2026-11-22/資料3.pdf')] });
    expect(at(value, 'data/agenda/2026-11-22/資料3.pdf')).toBe('%PDF');
    expect(at(value, 'data/目録.txt')).toContain('agenda/2026-11-22/資料3.pdf');
  });

  test('must have names that every system keeps', async () => {
    const { value, diagnostics } = await sampleBag({}, { makers: [papers('agenda/資料:3.pdf')] });
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([
      undefined,
      ['unreported-figure', 'archive-name'],
    ]);
  });

  test('see nothing but the sources', async () => {
    const seen: unknown[] = [];
    await sampleBag(
      {},
      {
        makers: [
          async ({ world, edition, templates }) => {
            seen.push(world.list(edition), world.list(templates), world.list(ROOT));
            return { value: new Map(), diagnostics: [] };
          },
        ],
      },
    );
    expect(seen).toEqual([['agendas', 'edition.yaml', 'measures'], ['hyoka3'], { failure: 'missing' }]);
    expect(disk.list(ROOT)).toContain('content');
  });

  test('that fail leave no bag', async () => {
    const { value } = await sampleBag({}, { makers: [async () => ({ diagnostics: [] })] });
    expect(value).toBeUndefined();
  });
});

test.each([
  [{ 'tool/package-lock.json': undefined }, 'archive-tool'],
  [{ 'fonts/OFL-NotoSansJP.txt': undefined }, 'file-missing'],
  [{ 'fonts/manifest.yaml': undefined }, 'font-missing'],
])('without %o there is nothing to seal', (files, code) => {
  const { value, diagnostics } = sampleSources(files);
  expect([value, diagnostics.map((one) => one.code)]).toEqual([undefined, [code]]);
});
