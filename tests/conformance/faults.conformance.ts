/** The judges notice: each fault, put on purpose into a booklet that conforms, is complained of by name. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archiveOnce, buildOnce } from '../helpers/program.ts';
import { ATTACHMENT_FAULTS } from './attachment-faults.ts';
import { EditableFile } from './editable.ts';
import { FAULTS, type Fault } from './faults.ts';
import { type Judged, judgeAll } from './judge.ts';

/** What is spoilt: a booklet, and one that carries its sources. */
const SETS = {
  booklet: { faults: FAULTS, make: () => sampleOr(buildOnce) },
  'archived booklet': { faults: ATTACHMENT_FAULTS, make: archiveOnce },
} as const;

type SetName = keyof typeof SETS;

let folder: string;
/** The files, read and written by qpdf as the spoilt ones are. */
const whole = new Map<SetName, Judged>();
/** By the fault: what the judges say, or why the file could not be spoilt. */
const spoilt = new Map<Fault, Judged | Error>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  for (const name of Object.keys(SETS) as SetName[]) await judgeSet(name);
});

async function judgeSet(name: SetName): Promise<void> {
  const { faults, make } = SETS[name];
  mkdirSync(join(folder, name));
  const source = join(folder, name, 'source.pdf');
  writeFileSync(source, await make());
  const copy = join(folder, name, 'copy.pdf');
  new EditableFile(source).save(copy);
  const made = faults.flatMap((fault, index) => {
    const file = join(folder, name, `${index}.pdf`);
    try {
      makeSpoilt(fault, source, file);
      return [{ fault, file }];
    } catch (error) {
      spoilt.set(fault, error as Error);
      return [];
    }
  });
  const [first, ...others] = await judgeAll([copy, ...made.map(({ file }) => file)]);
  whole.set(name, first as Judged);
  others.forEach((judged, index) => {
    spoilt.set((made[index] as { fault: Fault }).fault, judged);
  });
}

async function sampleOr(make: () => Promise<Buffer>): Promise<Buffer> {
  const { HYOKAHYO_SAMPLE: sample } = process.env;
  return sample === undefined ? make() : readFileSync(sample);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function makeSpoilt({ spoil, spoilBytes }: Fault, source: string, file: string): void {
  const editable = new EditableFile(source);
  spoil?.(editable);
  editable.save(file);
  if (spoilBytes) writeFileSync(file, spoilBytes(readFileSync(file)));
}

describe.each(Object.keys(SETS) as SetName[])('%s:', (set) => {
  test('nobody complains of the one that is spoilt below', () => {
    expect(whole.get(set)?.complaints).toEqual([]);
  });

  test.each(SETS[set].faults)('$name is noticed', (fault) => {
    const judged = spoilt.get(fault);
    if (judged === undefined || judged instanceof Error) throw judged ?? new Error('not judged');
    const isMeant = ({ judge, text }: Judged['complaints'][number]) =>
      judge === fault.judge && text.startsWith(fault.says);
    expect(judged.complaints.some(isMeant), JSON.stringify(judged.complaints, null, 1)).toBe(true);
  });
});
