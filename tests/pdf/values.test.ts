import { describe, expect, it } from 'vitest';
import { dateString, HexString, nameOf, pdfValue, Reference, textString } from '../../src/pdf/values.ts';

describe('pdfValue', () => {
  it('writes names, texts, numbers, lists, dictionaries and references', () => {
    const value = {
      Type: 'Page',
      Title: textString('plan (draft) \\'),
      Kids: [new Reference(12), null, true],
      ID: new HexString(Buffer.from([0, 255])),
      Left: undefined,
      Deep: { W: [1, 4, 2] },
    };
    expect(pdfValue(value)).toBe(
      '<</Type /Page /Title (plan \\(draft\\) \\\\) /Kids [12 0 R null true] /ID <00ff> /Deep <</W [1 4 2]>>>>',
    );
  });

  it('writes texts beyond ASCII in UTF-16, with every byte that could be misread escaped', () => {
    // 丨 is 4E28, which ends in an opening bracket, 儍 510D, which ends in a carriage return.
    expect(pdfValue(textString('丨儍'))).toBe('(\xfe\xff\x4e\\(\x51\\r)');
    expect(pdfValue(textString('𠮷'))).toBe('(\xfe\xff\xd8\x42\xdf\xb7)');
  });

  it('writes numbers without powers of ten', () => {
    expect([1e-9, -1e-9, 0.1 + 0.2, 841.8897637795276, 1e6].map(pdfValue)).toEqual([
      '0',
      '0',
      '0.3',
      '841.889764',
      '1000000',
    ]);
    expect(() => pdfValue(Number.NaN)).toThrow();
  });
});

describe('nameOf', () => {
  it('writes what is no regular character by its number', () => {
    expect(nameOf('BIZ-UD+P_1.0')).toBe('BIZ-UD+P_1.0');
    expect(nameOf('application/yaml')).toBe('application#2fyaml');
    expect(nameOf('a b#%()<>[]{}')).toBe('a#20b#23#25#28#29#3c#3e#5b#5d#7b#7d');
    expect(nameOf('表\0')).toBe('#e8#a1#a8#00');
  });
});

describe('dateString', () => {
  it('is the day’s midnight in universal time', () => {
    expect(pdfValue(dateString('2025-07-29'))).toBe('(D:20250729000000Z)');
  });
});
