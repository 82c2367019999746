/** The parts of pdfmake 0.3.11 that draw pages; pdfmake publishes no types for them. */
declare module 'pdfmake/js/PDFDocument.js' {
  type Font = { readonly ascender: number };
  class PDFDocument {
    constructor(
      fonts: Record<string, { normal: Buffer }>,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
    );
    provideFont(name: string, bold: boolean, italics: boolean): Font;
    on(event: 'data', listener: (chunk: Uint8Array) => void): void;
    on(event: 'end', listener: () => void): void;
    end(): void;
  }
  const exports: { readonly default: typeof PDFDocument };
  export default exports;
}

declare module 'pdfmake/js/Renderer.js' {
  const exports: {
    readonly default: new (document: object) => { renderPages(pages: readonly object[]): void };
  };
  export default exports;
}

declare module 'pdfmake/js/Line.js' {
  const exports: { readonly default: new (maxWidth: number) => { x: number; y: number; inlines: object[] } };
  export default exports;
}
