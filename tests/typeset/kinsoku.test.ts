import { describe, expect, it } from 'vitest';
import { breaksOf, broken, set, texts } from './helpers.ts';

describe('line start and line end (JLREQ 3.1.7, 3.1.8)', () => {
  const notStarting = [
    '）〕］｝〉》」』】｠)]}｣’”',
    '‐–゠〜～',
    '！？‼⁇⁈⁉!?',
    '・：；･:;',
    '。．｡.、，､,',
    'ヽヾゝゞ々〻',
    'ーｰ',
    'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇿｧｨｩｪｫｬｭｮｯ',
    '゛゜ﾞﾟ％%℃‰',
  ];
  const notEnding = '（〔［｛〈《「『【([{｢‘“￥＃№';

  it.each(Array.from(notStarting.join('')).filter((c) => c !== '｠'))('no line starts with %s', (mark) => {
    expect(broken(`あいう${mark}え`, 3)).toEqual(['あい', `う${mark}え`]);
  });

  it.each(Array.from(notEnding))('no line ends with %s', (mark) => {
    expect(broken(`あい${mark}うえ`, 3)).toEqual(['あい', `${mark}うえ`]);
  });

  it('sees through spaces at the line end', () => {
    expect(broken('あいう 。え', 4)).toEqual(['あい', 'う 。え']);
    expect(broken('あい（ うえ', 3)).toEqual(['あい', '（ う', 'え']);
  });
});

describe('what stays whole (JLREQ 3.1.10)', () => {
  // A bar stands wherever a line may start.
  it.each([
    ['あ……い', 'あ|……|い'],
    ['あ――い', 'あ|――|い'],
    ['計12,345人が', '計12,345人|が'],
    ['合計12,345人が', '合|計|12,345人|が'],
    ['割合125 %で', '割|合|125 %|で'],
    ['割合125％で', '割|合|125％|で'],
    ['前年3.5倍に', '前|年|3.5倍|に'],
    ['令和6年度の', '令和6年度|の'],
    ['令和元年の', '令和元年|の'],
    ['平成３０年に', '平成３０年|に'],
    ['R6年度は', 'R6年度|は'],
    ['令和4年9月30日', '令和4年|9月|30日'],
    ['第3回会議', '第3回|会|議'],
    ['第二次計画', '第二次|計|画'],
    ['は約70人', 'は|約70人'],
    ['予約70人', '予|約|70人'],
    ['５歳児クラスは', '５歳児クラス|は'],
    ['１２３，４５６円だ', '１２３，４５６円|だ'],
    ['差▲5件は', '差|▲5件|は'],
    ['差-5件は', '差-5件|は'],
    ['3万5千人も', '3万5千人|も'],
    ['3 か所で', '3 か所|で'],
    ['3 回と5 回', '3 回|と|5 回'],
    ['週2回1時間30分', '週|2回|1時間|30分'],
    ['¥1,000を', '¥1,000|を'],
    ['№5の件', '№5|の|件'],
    ['市NPO法人', '市|NPO|法|人'],
    ['the city', 'the |city'],
    ['５m２棟', '５m２棟'],
    ['5 m と5 mice', '5 m |と|5 |mice'],
    ['「あ」「い」', '「あ」|「い」'],
    ['ｱﾞｲﾞ', 'ｱﾞ|ｲﾞ'],
    ['77機関／77機関', '77機関／|77機関'],
    ['(a)と(b)', '(a)|と|(b)'],
    ['令和に入り', '令|和|に|入|り'],
    ['一人ひとり', '一人|ひ|と|り'],
  ])('%s', (text, expected) => {
    expect(breaksOf(text)).toBe(expected);
  });
});

describe('spaces', () => {
  it('stay at the end of a line and never begin a continued one', () => {
    expect(broken('あいう　えお', 3)).toEqual(['あいう　', 'えお']);
    expect(broken('abc   def', 4)).toEqual(['abc   ', 'def']);
    expect(set('あいう    ', 3).lines).toHaveLength(1);
  });

  it('stay where a paragraph begins', () => {
    expect(broken('　あいう', 3)).toEqual(['　あい', 'う']);
  });

  it('take no room at the line end', () => {
    const [line] = set('あいう　', 10).lines;
    expect(line?.runs.map((run) => run.text)).toEqual(['あいう', '　']);
    expect(line?.width).toBeCloseTo(set('あいう', 10).lines[0]?.width as number);
  });

  it('a tab is a space', () => {
    expect(texts(set('あ\tい', 10))).toEqual(['あ い']);
  });
});
