/** The judges notice: each fault, put on purpose into a booklet that conforms, is complained of by name. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOnce } from '../helpers/program.ts';
import { EditableFile } from './editable.ts';
import { FAULTS, type Fault } from './faults.ts';
import { type Judged, judgeAll } from './judge.ts';

let folder: string;
/** The booklet, read and written by qpdf as the spoilt ones are. */
let whole: Judged;
/** By the fault's name: what the judges say, or why the booklet could not be spoilt. */
const spoilt = new Map<string, Judged | Error>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  mkdirSync(join(folder, 'spoilt'));
  const source = join(folder, 'source.pdf');
  const { HYOKAHYO_SAMPLE: sample } = process.env;
  writeFileSync(source, sample === undefined ? await buildOnce() : readFileSync(sample));
  const copy = join(folder, 'copy.pdf');
  new EditableFile(source).save(copy);
  const made = FAULTS.flatMap((fault, index) => {
    const file = join(folder, 'spoilt', `${index}.pdf`);
    try {
      makeSpoilt(fault, source, file);
      return [{ fault, file }];
    } catch (error) {
      spoilt.set(fault.name, error as Error);
      return [];
    }
  });
  const [first, ...others] = await judgeAll([copy, ...made.map(({ file }) => file)]);
  whole = first as Judged;
  others.forEach((judged, index) => {
    spoilt.set((made[index] as { fault: Fault }).fault.name, judged);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function makeSpoilt({ spoil, spoilBytes }: Fault, source: string, file: string): void {
  const editable = new EditableFile(source);
  spoil?.(editable);
  editable.save(file);
  if (spoilBytes) writeFileSync(file, spoilBytes(readFileSync(file)));
}

test('nobody complains of the booklet that is spoilt below', () => {
  expect(whole.complaints).toEqual([]);
});

describe('is noticed', () => {
  test.each(FAULTS)('$name', ({ name, judge, says }) => {
    const judged = spoilt.get(name);
    if (judged === undefined || judged instanceof Error) throw judged ?? new Error('not judged');
    const isMeant = (complaint: Judged['complaints'][number]) =>
      complaint.judge === judge && complaint.text.startsWith(says);
    // A fault that was there before would prove nothing.
    expect(whole.complaints.filter(isMeant)).toEqual([]);
    expect(judged.complaints.some(isMeant), JSON.stringify(judged.complaints, null, 1)).toBe(true);
  });
});
