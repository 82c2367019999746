/** What a judge has to say against a file. */
export type Judge =
  | 'PDF/A-2a'
  | 'PDF/A-3a'
  | 'PDF/UA-1'
  | 'qpdf'
  | 'poppler'
  | 'mupdf'
  | 'structure'
  | 'ink'
  | 'attached';

export type Complaint = {
  readonly judge: Judge;
  /** For veraPDF the rule's number first: `7.1-3: …`. */
  readonly text: string;
};
