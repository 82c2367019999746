import { expect, test } from 'vitest';
import { carryCopies } from '../../src/archive/carried-copies.ts';
import { handedOutGaps, lostHandOuts } from '../../src/archive/lost-hand-outs.ts';
import { manifestOf, sha512, writeManifest } from '../../src/archive/manifest.ts';
import { bytesOf, treeOf } from '../helpers/bag.ts';

const SERIES = 'R6/agenda/2026-11-22';
const COPY = 'data/agenda/2026-11-22/v1/資料3.pdf';
const RECORD = 'data/agenda/配付の記録.txt';
const sum = sha512(bytesOf('v1'));

/** A sealed bag that names hand-outs, with a copy of a paper. */
function sealed(version: string, named: Readonly<Record<string, string>>) {
  const entries = Object.entries(named).map(([bag, text]) => ({ path: bag, sha512: sha512(bytesOf(text)) }));
  const files = new Map([
    [COPY, bytesOf('PDF')],
    [RECORD, writeManifest(entries)],
  ]);
  return [...files, ['manifest-sha512.txt', manifestOf(files)] as const].map(
    ([path, bytes]) => [`R6/${version}/${path}`, bytes] as const,
  );
}

const handOut = (text: string) => [`${SERIES}/v1/manifest-sha512.txt`, bytesOf(text)] as const;
const V1 = sealed('v1', { [`${SERIES}/v1`]: 'v1' });

const lostIn = (...files: (readonly [string, Uint8Array])[]) =>
  lostHandOuts(treeOf(new Map(files), 'archive'), 'archive', 'R6').map(
    ({ id, sha512: of, isMissing, namedIn }) => [id.meeting, id.version, of === sum, isMissing, namedIn],
  );

test('a hand-out that is as the sealed bag names it is not lost', () => {
  expect(lostIn(...V1, handOut('v1'))).toEqual([]);
  expect(lostIn(handOut('v1'))).toEqual([]);
});

test('one that is gone, and one that is another, are', () => {
  expect(lostIn(...V1)).toEqual([['2026-11-22', 1, true, true, 'R6/v1']]);
  expect(lostIn(...V1, handOut('another'))).toEqual([['2026-11-22', 1, true, false, 'R6/v1']]);
});

test('the newest bag says first what was handed out, and those before it where it says nothing', () => {
  const again = sealed('v2', { [`${SERIES}/v1`]: 'again' });
  expect(lostIn(...V1, ...again, handOut('again'))).toEqual([]);
  const without = again.filter(([path]) => !path.endsWith(RECORD));
  expect(lostIn(...V1, ...without)).toEqual([['2026-11-22', 1, true, true, 'R6/v1']]);
});

test('an error names the bag and where its papers are; copies are taken as the manifest says, or not at all', () => {
  const carried = (files: readonly (readonly [string, Uint8Array])[]) => {
    const world = treeOf(new Map(files), 'archive');
    const lost = lostHandOuts(world, 'archive', 'R6');
    const hints = handedOutGaps(lost)
      .flatMap((one) => one.hints)
      .join();
    expect(hints).toContain(`「${SERIES}/v1」`);
    expect(hints).toContain(`archive/R6/v1/data/agenda/2026-11-22/v1`);
    const { value, diagnostics } = carryCopies(world, 'archive', lost);
    return [
      value && [...value.copies.keys()],
      diagnostics.map(({ severity, code }) => `${severity} ${code}`),
    ];
  };
  expect(carried(V1)).toEqual([['agenda/2026-11-22/v1/資料3.pdf'], ['warning handed-out-carried']]);
  const changed = V1.map(([path, bytes]) => [path, path.endsWith(COPY) ? bytesOf('x') : bytes] as const);
  expect(carried(changed)).toEqual([undefined, ['error bag-changed']]);
  const less = V1.filter(([path]) => !path.endsWith(COPY));
  expect(carried(less)).toEqual([undefined, ['error archive-previous']]);
});
