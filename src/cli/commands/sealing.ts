/** What `archive` and `verify` share: which documents a bag holds, and what prints them. */
import { agendaPapers, booklets, type DocumentMaker } from '../../archive/documents.ts';
import type { Press } from '../../archive/seal.ts';
import { openPdf } from './build.ts';
import type { Run } from './run.ts';

/** Makes every document of a bag, in this order. */
const DOCUMENTS: readonly DocumentMaker[] = [booklets, agendaPapers];

/** The press of this run. */
export function pressOf({ creator, progress }: Run): Press {
  return { creator, progress, openPrinter: openPdf, makers: DOCUMENTS };
}
