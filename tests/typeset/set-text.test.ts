import { describe, expect, it } from 'vitest';
import { type Line, type Paragraph, type SetText, setText, type TextStyle } from '../../src/typeset/index.ts';
import { body, bold, broken, grid, kinds, noto, regular, set, square, texts } from './helpers.ts';

const paragraph = (text: string, more: Partial<Extract<Paragraph, { spans: unknown }>> = {}): Paragraph => ({
  spans: [{ text, bold: false }],
  hang: false,
  keepWithNext: false,
  ...more,
});

describe('12,345人 at every column width', () => {
  it.each(Array.from({ length: 160 }, (_, index) => 1 + index / 20))('%f em', (em) => {
    const setting = set('合計12,345人が利用', em);
    const own = texts(set('12,345人', 100)).join('');
    const width = set(own, 100).lines[0]?.width as number;
    if (width <= em * body.size) {
      expect(texts(setting).some((line) => line.includes(own))).toBe(true);
      expect(setting.problems).toEqual([]);
    } else expect(setting.problems).toContainEqual({ kind: 'forced-break', text: own });
  });
});

describe('last resort', () => {
  it('breaks a URL at its delimiters, told once', () => {
    const setting = set('参照https://www.example.lg.jp/kosodate/plan/index.htmlを', 10, grid);
    expect(texts(setting)).toEqual([
      '参照https://',
      'www.',
      'example.',
      'lg.jp/',
      'kosodate/',
      'plan/',
      'index.html',
      'を',
    ]);
    expect(setting.problems).toEqual([
      { kind: 'forced-break', text: 'https://www.example.lg.jp/kosodate/plan/index.html' },
    ]);
    for (const line of setting.lines) expect(line.width).toBeLessThanOrEqual(100.001);
  });

  it('parts a figure from its unit before breaking the figure', () => {
    expect(broken('12,345人', 6)).toEqual(['12,345', '人']);
  });

  it('tells a column narrower than a character', () => {
    const setting = set('あい', 0.5, grid);
    expect(texts(setting)).toEqual(['あ', 'い']);
    expect(setting.problems[0]).toMatchObject({ kind: 'too-wide', text: 'あ' });
  });

  it('tells white space that leaves a paragraph’s first character no room', () => {
    const setting = set('　　　　（担当課）', 4, grid);
    expect(
      texts(setting)
        .map((line) => line.trim())
        .join(''),
    ).toBe('（担当課）');
    expect(setting.problems[0]).toMatchObject({ kind: 'wide-indent', text: '　　　　（' });
  });
});

describe('wrap: never', () => {
  it('sets one line and tells the excess', () => {
    const setting = set('12,345', 4, { ...grid, wrap: 'never', align: 'right' });
    expect(texts(setting)).toEqual(['12,345']);
    expect(setting.problems).toEqual([{ kind: 'too-wide', text: '12,345', excess: expect.closeTo(20, 3) }]);
  });

  it('is content where the figure fits', () => {
    const setting = set('12,345', 6, { ...grid, wrap: 'never', align: 'right' });
    expect(setting.problems).toEqual([]);
  });
});

describe('justification', () => {
  // Ten characters of an em each in 10.4 em: 0.4 em to share out among nine places.
  const style: Partial<TextStyle> = { ...grid, stretch: 0.05 };

  it('fills the column by letter spacing within the bound, not the last line', () => {
    const { lines } = set('あいうえおかきくけこさし', 10.4, style);
    expect(lines.map((line) => line.width)).toEqual([expect.closeTo(104, 6), expect.closeTo(20, 6)]);
    expect(lines[0]?.runs[0]?.spacing).toBeCloseTo((0.4 / 9) * 10, 6);
    expect(lines[0]?.runs[0]?.width).toBeCloseTo(104, 6);
    expect(lines[1]?.runs[0]?.spacing).toBe(0);
  });

  it('leaves a line ragged that would need more', () => {
    const { lines } = set('あいうえおかきくけこさし', 10.5, style);
    expect(lines[0]?.width).toBeCloseTo(100, 6);
    expect(lines[0]?.runs[0]?.spacing).toBe(0);
  });

  it('spaces runs of different faces as one line', () => {
    const { lines } = set('𠮷あいうえおかきくけこさしすせそ', 10.2, { stretch: 0.05 });
    const runs = lines[0]?.runs ?? [];
    expect(runs.map((run) => run.face.name)).toEqual([noto.name, regular.name]);
    expect(runs[1]?.x).toBeCloseTo((runs[0]?.x as number) + (runs[0]?.width as number), 6);
    expect((runs[1]?.x as number) + (runs[1]?.width as number)).toBeCloseTo(lines[0]?.width as number, 6);
  });
});

describe('tracking', () => {
  it('stands between any two glyphs of a line, and is no text', () => {
    const { lines } = set('児童館支援', 5, { ...grid, tracking: 0.5 });
    expect(texts(set('児童館支援', 5, { ...grid, tracking: 0.5 }))).toEqual(['児童館', '支援']);
    expect(lines.map(({ width }) => width)).toEqual([expect.closeTo(40, 6), expect.closeTo(25, 6)]);
    expect(lines.map(({ runs }) => runs.map(({ spacing, width }) => [spacing, width]))).toEqual([
      [[5, expect.closeTo(40, 6)]],
      [[5, expect.closeTo(25, 6)]],
    ]);
  });

  it('goes on over changes of the face, and is added to what fills a line', () => {
    const { lines } = set('𠮷あいう', 100, { tracking: 0.5 });
    const [first, second] = lines[0]?.runs ?? [];
    expect(second?.x).toBeCloseTo(first?.width as number, 6);
    expect(first?.width).toBeCloseTo(15, 6);
    const filled = set('あいうえおかきくけこさし', 10.2, { ...grid, stretch: 0.05, tracking: 0.1 });
    expect(filled.lines[0]?.width).toBeCloseTo(102, 6);
    expect(filled.lines[0]?.runs[0]?.spacing).toBeGreaterThan(1);
  });

  it('moves marks on their base with it', () => {
    const [line] = set('か\u3099き', 100, { ...grid, tracking: 0.5 }).lines;
    expect(line?.width).toBeCloseTo((3 + 2 * 0.5) * 10, 6);
  });
});

describe('spaces at a line’s end', () => {
  const ends = (setting: SetText) =>
    setting.lines.map(({ runs }) =>
      runs.slice(-1).map(({ text, x, width, scale }) => ({ text, x, width, scale })),
    );
  const end = (text: string, x: number, width: number, scale: number) => [
    { text, x: expect.closeTo(x, 6), width: expect.closeTo(width, 6), scale: expect.closeTo(scale, 6) },
  ];

  it('have their own width where the line leaves room', () => {
    const setting = set('児童館 支援', 4.5, grid);
    expect(ends(setting)[0]).toEqual(end(' ', 30, 10, 1));
  });

  it('are narrowed to the room there is, together', () => {
    expect(ends(set('児童館  　支援', 4.5, grid))[0]).toEqual(end('  　', 30, 15, 0.5));
  });

  it('take next to no room at the end of a full line, whatever it ends on', () => {
    expect(ends(set('児童館　支援', 3, grid))[0]).toEqual(end('　', 30, 0.04, 0.004));
    const right = set('児童館　　支援', 3.5, { ...grid, align: 'right' });
    expect(ends(right)[0]).toEqual(end('　　', 30, 0.04, 0.002));
    expect(right.lines[0]?.x).toBeCloseTo(5, 6);
    const stretched = set('児童館　支援', 3.1, { ...grid, stretch: 0.05 });
    expect(ends(stretched)[0]).toEqual(end('　', 31, 0.04, 0.004));
  });

  it('are never scaled to nothing', () => {
    const [line] = set(`児童館${'　'.repeat(10_000)}支援`, 3, grid).lines;
    expect(line?.runs.at(-1)?.scale).toBe(1e-5);
  });

  it('move no line and widen none', () => {
    const place = ({ x, width }: Line) => ({ x, width });
    for (const align of ['left', 'center', 'right'] as const) {
      const [bare, spaced] = [set('児童館', 8, { align }), set('児童館 　 ', 8, { align })];
      expect(spaced.lines.map(place)).toEqual(bare.lines.map(place));
    }
  });

  it('are set in the faces that have them', () => {
    const setting = setText(
      [
        {
          spans: [
            { text: '【課題】', bold: true },
            { text: ' ', bold: true },
            { text: '　説明', bold: false },
          ],
          hang: false,
          keepWithNext: true,
        },
      ],
      body,
      40,
    );
    expect(setting.lines[0]?.runs.map(({ text, face }) => [text, face.name])).toEqual([
      ['【課題】', bold.name],
      [' ', bold.name],
      ['　', regular.name],
    ]);
  });

  it('make no line of their own: those of a line of nothing else end the line before, or begin the first', () => {
    const empty = { x: 0, width: 0, lines: 0.5, keepWithNext: false, last: true };
    const lines = [' ', '', '　　', '児童館 ', '　', ' ', '支援', '　'].map((text) => paragraph(text));
    const setting = setText(lines, grid, 100);
    expect(texts(setting)).toEqual(['', '', '', ' 　　児童館 　 ', '', '', '支援　', '']);
    for (const index of [0, 1, 2, 4, 5, 7]) expect(setting.lines[index]).toEqual({ ...empty, runs: [] });
    expect(setting.lines[3]).toMatchObject({ x: 0, width: 30, lines: 1 });
    expect(setting.lines[3]?.runs[2]).toMatchObject({ text: '児童館', x: 0, scale: 1 });
    const alone = setText([paragraph(''), paragraph('　 　')], grid, 100);
    expect(texts(alone)).toEqual(['　 　', '']);
    expect(alone.lines.map(({ runs: _, ...line }) => line)).toEqual([empty, empty]);
  });
});

describe('alignment and hanging', () => {
  it.each([
    ['left', 0],
    ['center', 35],
    ['right', 70],
  ] as const)('%s', (align, x) => {
    expect(set('あいう', 10, { ...grid, align }).lines[0]?.x).toBeCloseTo(x, 6);
  });

  it('indents later lines by an em and breaks them in the narrower column', () => {
    const setting = set('・あいうえおかき', 4, grid, true);
    expect(texts(setting)).toEqual(['・あいう', 'えおか', 'き']);
    expect(setting.lines.map((line) => line.x)).toEqual([0, 10, 10]);
  });
});

describe('latinGap', () => {
  const style: Partial<TextStyle> = { ...grid, latinGap: 0.25 };

  it('parts kanji and kana from Latin letters and digits by starting a run', () => {
    const [line] = set('約12人のNPOと', 20, style).lines;
    expect(line?.runs.map((run) => [run.text, run.x])).toEqual([
      ['約', 0],
      ['12', 12.5],
      ['人の', 35],
      ['NPO', 57.5],
      ['と', 90],
    ]);
    expect(line?.width).toBeCloseTo(100, 6);
  });

  it('has no gap next to spaces, punctuation and full-width figures, nor at line edges', () => {
    expect(set('あ 12、12（12）１２', 30, style).lines[0]?.runs).toHaveLength(1);
    const { lines } = set('あいう12', 3, style);
    expect(lines[1]?.runs[0]?.x).toBe(0);
  });

  it('counts in fitting', () => {
    expect(texts(set('あい12う', 5, style))).toEqual(['あい12', 'う']);
    expect(texts(set('あい12う', 5.5, style))).toEqual(['あい12う']);
  });
});

describe('faces', () => {
  it.each([
    ['髙', regular.name],
    ['﨑', regular.name],
    ['𠮷', noto.name],
    ['葛\u{e0100}', regular.name],
    ['辻\u{e0100}', regular.name],
    ['鷗', regular.name],
    ['塡', regular.name],
    ['🈁', noto.name],
  ])('%s is set in %s', (character, face) => {
    const setting = set(`あ${character}あ`, 10);
    expect(setting.problems).toEqual([]);
    expect(setting.lines[0]?.runs.find((run) => run.text.includes(character))?.face.name).toBe(face);
    expect(
      setting.lines[0]?.runs.find((run) => run.text.includes(character))?.text.length,
    ).toBeGreaterThanOrEqual(character.length);
  });

  it('sets bold spans from the bold chain', () => {
    const spans = [
      { text: '相談', bold: true },
      { text: '救済', bold: false },
    ];
    const { lines } = setText([{ spans, hang: false, keepWithNext: false }], body, 100);
    expect(lines[0]?.runs.map((run) => [run.text, run.face.name])).toEqual([
      ['相談', bold.name],
      ['救済', regular.name],
    ]);
  });

  it('measures by advances', () => {
    const advance = (character: string) =>
      regular.glyph(character.codePointAt(0) as number)?.advance as number;
    const sum = Array.from('評価表ABC').reduce((width, character) => width + advance(character), 0);
    expect(set('評価表ABC', 100).lines[0]?.width).toBeCloseTo(sum * body.size, 9);
  });

  it('tells a missing glyph once and goes on, one em wide', () => {
    const setting = set('あ\u{1f9a6}い\u{1f9a6}', 10);
    expect(setting.problems).toEqual([{ kind: 'missing-glyph', codePoint: 0x1f9a6 }]);
    expect(texts(setting)).toEqual(['あ\u{1f9a6}い\u{1f9a6}']);
  });

  it('tells a variation selector that no face knows', () => {
    expect(set('あ\u{e0101}', 10).problems).toEqual([
      { kind: 'missing-glyph', codePoint: 0x3042, selector: 0xe0101 },
    ]);
  });

  it('tells private use and control characters', () => {
    expect(kinds(set('外字\ue000', 10))).toEqual(['private-use']);
    expect(kinds(set('外字\u{f0000}', 10))).toEqual(['private-use']);
    expect(kinds(set('制御\u0007', 10))).toEqual(['missing-glyph']);
    expect(kinds(set('\ud800', 10))).toEqual(['missing-glyph']);
  });

  it('keeps marks on their base', () => {
    const marked = 'か\u3099き\u3099ｶﾞｷﾞ葛\u{e0100}辻\u{e0100}';
    expect(texts(set(marked, 1, { regular: [square] }))).toHaveLength(6);
  });
});

describe('paragraphs', () => {
  it('gives the space, the empty line, the end of each paragraph and what stays together', () => {
    const { lines } = setText(
      [paragraph('見出しです', { keepWithNext: true }), { space: 0.3 }, paragraph(''), paragraph('本文')],
      grid,
      30,
    );
    expect(lines.map(({ lines, last, keepWithNext }) => [lines, last, keepWithNext])).toEqual([
      [1, false, true],
      [1, true, true],
      [0.3, true, false],
      [0.5, true, false],
      [1, true, false],
    ]);
  });

  it('sets a narrative of 6,000 characters', () => {
    const sentence = '相談の受付は令和4年9月に始まり、新規相談件数は48件（26件は子ども本人）であった。';
    const narrative = sentence.repeat(Math.ceil(6000 / sentence.length));
    const setting = set(narrative, 25, { stretch: 0.05, latinGap: 0.25 });
    expect(texts(setting).join('')).toBe(narrative);
    expect(setting.problems).toEqual([]);
  });
});
