/** Stands in the bundle for pdfkit, which only fonts with CFF outlines need: loading it would make every start slower. */
export default function PDFDocument(...args) {
  return new (require('../../node_modules/pdfkit/js/pdfkit.es.js').default)(...args);
}
