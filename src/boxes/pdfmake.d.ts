/** The part of pdfmake 0.3.11 that this room uses; pdfmake publishes no types for it. */
declare module 'pdfmake/js/LayoutBuilder.js' {
  type Margins = {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };

  class LayoutBuilder {
    constructor(
      pageSize: { readonly width: number; readonly height: number; readonly orientation: string },
      pageMargins: Margins,
      svgMeasure: null,
    );
    registerTableLayouts(layouts: Record<string, object>): void;
    /** Gives the pages; moves the vectors of canvases to their places. */
    layoutDocument(
      content: object,
      pdfDocument: null,
      styles: object,
      defaultStyle: object,
    ): readonly object[];
    /** After `layoutDocument`: where the writer stopped. */
    readonly writer: { context(): { readonly y: number } };
  }

  /** A CommonJS module with a default of its own: Node hands over the whole exports object. */
  const exports: { readonly default: typeof LayoutBuilder };
  export default exports;
}
