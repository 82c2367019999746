/** The parts of pdfmake 0.3.11 that this room uses; pdfmake publishes no types for them. */
declare module 'pdfmake/js/LayoutBuilder.js' {
  type PageItem = {
    readonly type: string;
    readonly item: Record<string, unknown>;
  };
  type Size = { readonly width: number; readonly height: number };
  type Margins = {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };

  class LayoutBuilder {
    constructor(pageSize: Size & { orientation: string }, pageMargins: Margins, svgMeasure: null);
    registerTableLayouts(layouts: Record<string, object>): void;
    layoutDocument(
      content: object,
      pdfDocument: null,
      styles: object,
      defaultStyle: object,
    ): { readonly items: readonly PageItem[] }[];
    /** After `layoutDocument`: where the writer stopped. */
    readonly writer: { context(): { readonly y: number } };
  }

  /** A CommonJS module with a default of its own: Node hands over the whole exports object. */
  const exports: { readonly default: typeof LayoutBuilder };
  export default exports;
}
