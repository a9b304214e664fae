export * from './pdf/pdf-document.ts';
export { PdfNotMade, renderPdf } from './pdf/render-pdf.ts';
