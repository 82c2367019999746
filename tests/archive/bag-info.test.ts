import { describe, expect, test } from 'vitest';
import { type BagInfo, readBagInfo, writeBagInfo } from '../../src/archive/bag-info.ts';
import { bytesOf, INFO, textOf } from '../helpers/bag.ts';

const first: BagInfo = { ...INFO, oxum: '12.3' };
const second: BagInfo = {
  ...first,
  version: 2,
  reason: '施策1-2: 数値の訂正',
  previous: { bag: 'R6/v1', sha512: 'a'.repeat(128) },
};

describe('what is written', () => {
  test('is read again', () => {
    for (const info of [first, second]) {
      const bytes = writeBagInfo(info);
      expect(readBagInfo(bytes)).toEqual({ info, wrong: [] });
    }
  });

  test('has a line for each field, and RFC 8493’s names where it has one', () => {
    expect(textOf(writeBagInfo(second)).split('\n')).toEqual([
      'Source-Organization: 小金井市',
      'External-Description: 評価表の長期保存',
      'Bagging-Date: 2025-07-29',
      'Payload-Oxum: 12.3',
      'Hyokahyo-Edition: R6',
      'Hyokahyo-Bag-Version: 2',
      'Hyokahyo-Correction-Reason: 施策1-2: 数値の訂正',
      'Hyokahyo-Previous-Bag: R6/v1',
      `Hyokahyo-Previous-Manifest-SHA512: ${'a'.repeat(128)}`,
      'Hyokahyo-Tool: hyokahyo test',
      '',
    ]);
  });
});

describe('reading', () => {
  const written = textOf(writeBagInfo(second));

  test('forgives the form', () => {
    const lines = written.trimEnd().toUpperCase().split('\n').reverse();
    const text = lines.map((line) => line.replace(': ', ':\t')).join('\r\n');
    expect(readBagInfo(bytesOf(text)).wrong).toEqual([
      'Hyokahyo-Previous-Bag',
      'Hyokahyo-Previous-Manifest-SHA512',
    ]);
    expect(readBagInfo(bytesOf(written.replace('Payload-Oxum', 'PAYLOAD-oxum'))).info).toEqual(second);
  });

  test.each([
    ['Bagging-Date: 2025-07-29', 'Bagging-Date: 29.7.2025', 'Bagging-Date'],
    ['Payload-Oxum: 12.3\n', '', 'Payload-Oxum'],
    ['Hyokahyo-Bag-Version: 2', 'Hyokahyo-Bag-Version: -1', 'Hyokahyo-Bag-Version'],
    ['Hyokahyo-Edition: R6', 'Hyokahyo-Edition: ../R6', 'Hyokahyo-Edition'],
    ['Hyokahyo-Previous-Bag: R6/v1', 'Hyokahyo-Previous-Bag: ../../x', 'Hyokahyo-Previous-Bag'],
    ['Hyokahyo-Previous-Bag: R6/v1\n', '', 'Hyokahyo-Previous-Bag'],
    [`Hyokahyo-Previous-Manifest-SHA512: ${'a'.repeat(128)}\n`, '', 'Hyokahyo-Previous-Manifest-SHA512'],
    [
      'Hyokahyo-Correction-Reason: 施策1-2: 数値の訂正',
      'Hyokahyo-Correction-Reason: ',
      'Hyokahyo-Correction-Reason',
    ],
  ])('%j → %j is wrong', (typed, instead, label) => {
    expect(written).toContain(typed);
    expect(readBagInfo(bytesOf(written.replace(typed, instead)))).toEqual({ wrong: [label] });
  });
});
