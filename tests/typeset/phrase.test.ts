import { describe, expect, it } from 'vitest';
import { broken, kinds, set, texts } from './helpers.ts';

const phrase = (text: string, em: number) => texts(set(text, em, { wrap: 'phrase' }));

describe('short labels', () => {
  it.each([
    ['子どもオンブズパーソン', 10, ['子ども', 'オンブズパーソン']],
    ['放課後児童健全育成事業', 10, ['放課後児童', '健全育成事業']],
    ['健康福祉部子育て支援課', 10, ['健康福祉部', '子育て支援課']],
    ['教育委員会事務局学校教育課', 10, ['教育委員会事務局', '学校教育課']],
    [
      '保育所での障がい児の緊急・一時預かりの実施',
      10,
      ['保育所での', '障がい児の緊急・', '一時預かりの実施'],
    ],
    [
      '関係者による子どもの居場所のあり方の継続的検討',
      10,
      ['関係者による', '子どもの居場所の', 'あり方の継続的検討'],
    ],
    [
      '子育て支援サイト「のびのびーの！」との連携',
      10,
      ['子育て支援サイト', '「のびのびーの！」', 'との連携'],
    ],
    ['ファミリー・サポート・センター事業の会員数', 10, ['ファミリー・サポート・', 'センター事業の会員数']],
    ['児童虐待防止キャンペーンの実施', 10, ['児童虐待防止', 'キャンペーンの実施']],
    ['子どもの居場所に関するネットワークづくり', 10, ['子どもの', '居場所に関する', 'ネットワークづくり']],
    ['相談件数', 10, ['相談件数']],
  ])('%s in %i em', (text, em, lines) => {
    expect(phrase(text, em)).toEqual(lines);
  });

  it.each([
    ['evenness decides between ways that are as dear', '虐待対応事業', 4, ['虐待対応', '事業']],
    ['but less than where a phrase ends', '児童館事業病児保育', 4, ['児童館', '事業', '病児保育']],
    ['and less than a line more', '子どもの権利子どもの権利', 6, ['子どもの', '権利子どもの', '権利']],
    [
      'a line of one character is dearer than a break between words',
      '児童虐待防止キャンペーンの実施病児保育',
      6,
      ['児童虐待防止', 'キャンペーン', 'の実施', '病児保育'],
    ],
    ['and cheaper than one inside a word', '保育所赤ちゃん', 3, ['保育所', '赤', 'ちゃん']],
  ])('%s', (_, text, em, lines) => {
    expect(phrase(text, em)).toEqual(lines);
  });

  it.each(Array.from({ length: 55 }, (_, index) => 3 + index / 5))('オンブズパーソン in %f em', (em) => {
    const word = 'オンブズパーソン';
    const lines = phrase(`子ども${word}制度`, em);
    const fits = (set(word, 100).lines[0]?.width as number) <= em * 10;
    if (fits) expect(lines.some((line) => line.includes(word))).toBe(true);
    for (const line of lines) expect(Array.from(line).length).toBeGreaterThan(1);
    expect(kinds(set(word, em, { wrap: 'phrase' }))).toEqual([]);
  });

  it('falls back to the text rules inside a phrase wider than the column', () => {
    const lines = phrase('ひとり親家庭等日常生活支援事業', 5);
    expect(lines.join('')).toBe('ひとり親家庭等日常生活支援事業');
    for (const line of lines) expect(Array.from(line).length).toBeGreaterThan(1);
  });

  it('leaves no character alone on the last line when it can be helped', () => {
    expect(broken('いろはにほへ', 5, { wrap: 'phrase' }).at(-1)?.length).toBeGreaterThan(1);
  });

  it('breaks by force and tells it when even a unit is too wide', () => {
    const setting = set('令和6年度の12,345,678人', 4, { wrap: 'phrase' });
    expect(kinds(setting)).toContain('forced-break');
    expect(texts(setting).join('')).toBe('令和6年度の12,345,678人');
  });
});
