/** All judges on many files. */
import { attachedComplaints } from './attached.ts';
import type { Complaint, Judge } from './complaint.ts';
import { inkComplaints } from './ink.ts';
import { readDocument } from './qpdf-json.ts';
import { hasAttachments, pageCount, readerComplaints } from './readers.ts';
import { structureComplaints } from './structure.ts';
import { type Flavour, type Order, type Verdict, validate } from './verapdf.ts';

export type Judged = {
  readonly file: string;
  readonly pages: number;
  /** Who has looked at it. */
  readonly judges: readonly Judge[];
  readonly complaints: readonly Complaint[];
  /** Of veraPDF, both standards together. */
  readonly counts: Omit<Verdict, 'complaints'>;
};

/** @param files the files; which PDF/A is asked of each follows from whether something is attached to it */
export async function judgeAll(files: readonly string[]): Promise<Judged[]> {
  const flavours = files.map((file): Flavour => (hasAttachments(file) ? '3a' : '2a'));
  const orders = files.flatMap((file, index): Order[] => [
    { file, flavour: flavours[index] as Flavour },
    { file, flavour: 'ua1' },
  ]);
  const verdicts = await validate(orders);
  return files.map((file, index) => {
    const both = verdicts.slice(2 * index, 2 * index + 2);
    const sum = (key: keyof Judged['counts']) => both.reduce((total, verdict) => total + verdict[key], 0);
    return {
      file,
      pages: pageCount(file),
      judges: [
        flavours[index] === '3a' ? 'PDF/A-3a' : 'PDF/A-2a',
        'PDF/UA-1',
        ...(['qpdf', 'poppler', 'mupdf', 'structure', 'ink', 'attached'] as const),
      ],
      complaints: [
        ...both.flatMap(({ complaints }) => complaints),
        ...readerComplaints(file),
        ...ownComplaints(file),
      ],
      counts: {
        rulesPassed: sum('rulesPassed'),
        rulesFailed: sum('rulesFailed'),
        checksPassed: sum('checksPassed'),
        checksFailed: sum('checksFailed'),
      },
    };
  });
}

function ownComplaints(file: string): Complaint[] {
  try {
    const document = readDocument(file);
    return [...structureComplaints(document), ...inkComplaints(document), ...attachedComplaints(document)];
  } catch (error) {
    return [{ judge: 'structure', text: `cannot be read: ${error}` }];
  }
}
