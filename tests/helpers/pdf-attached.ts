/** What a finished PDF carries, as pdfjs sees it. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Attached = {
  readonly name: string;
  readonly description: string;
  readonly content: Uint8Array;
};

type Found = Readonly<
  Record<string, { readonly rawFilename: string; readonly description: string; readonly content: Uint8Array }>
>;

/** In the order of the file's list. */
export async function readAttached(bytes: Uint8Array): Promise<Attached[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const found = ((await document.getAttachments()) ?? {}) as Found;
  await task.destroy();
  return Object.values(found).map(({ rawFilename, description, content }) => ({
    name: rawFilename,
    description,
    content: new Uint8Array(content),
  }));
}
