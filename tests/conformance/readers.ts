/** Other people's readers: what they write to their error stream, or say of a file, is a complaint. */
import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import type { Complaint, Judge } from './complaint.ts';

type Reader = {
  readonly judge: Judge;
  readonly command: string;
  readonly args: (file: string) => readonly string[];
  /** Whether the answer itself, the error stream apart, has something against the file. */
  readonly objects?: (answer: string) => boolean;
};

/** MuPDF is told to leave colour profiles alone (`-N`): without them Debian's build warns of itself. */
const READERS: readonly Reader[] = [
  {
    judge: 'qpdf',
    command: 'qpdf',
    args: (file) => ['--check', file],
    objects: (answer) => !answer.includes('No syntax or stream encoding errors found'),
  },
  { judge: 'poppler', command: 'pdfinfo', args: (file) => ['-struct-text', file] },
  { judge: 'poppler', command: 'pdftotext', args: (file) => [file, devNull] },
  { judge: 'poppler', command: 'pdftoppm', args: (file) => ['-gray', '-r', '20', file] },
  {
    judge: 'mupdf',
    command: 'mutool',
    args: (file) => ['draw', '-q', '-N', '-F', 'stext', '-o', devNull, file],
  },
  {
    judge: 'mupdf',
    command: 'mutool',
    args: (file) => ['draw', '-q', '-N', '-r', '20', '-F', 'pgm', '-o', devNull, file],
  },
];

const MEGABYTE = 1024 * 1024;

/** Reads a file with every reader. */
export function readerComplaints(file: string): Complaint[] {
  return READERS.flatMap(({ judge, command, args, objects = () => false }) => {
    const options = { maxBuffer: 512 * MEGABYTE } as const;
    const { status, stdout, stderr, error } = spawnSync(command, [...args(file)], options);
    if (error) throw error;
    const said = stderr.toString('utf8').trim();
    const answer = stdout.subarray(0, MEGABYTE).toString('utf8');
    if (status === 0 && said === '' && !objects(answer)) return [];
    return [{ judge, text: `${command}: ${said || answer.trim().slice(-400)} (exit code ${status})` }];
  });
}

/** The number of pages, as poppler counts them; 0 where it cannot read the file. */
export function pageCount(file: string): number {
  const { stdout } = spawnSync('pdfinfo', [file], { encoding: 'utf8' });
  return Number(/^Pages: +(\d+)$/m.exec(stdout)?.[1] ?? 0);
}

/** Whether files are attached: then it is to be PDF/A-3, which alone allows of them. */
export function hasAttachments(file: string): boolean {
  const { stdout } = spawnSync('qpdf', ['--list-attachments', file], { encoding: 'utf8' });
  return stdout.includes(' -> ');
}
