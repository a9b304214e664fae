export { type Documents, type Preview, createDocuments } from './document-service.ts';
export { createDiskFiles } from './files/disk-files.ts';
export { fileNameOf } from './files/file-name.ts';
export { type FileStore, FilesUnavailable } from './files/file-store.ts';
export { createInMemoryFiles } from './files/in-memory-files.ts';
export { type S3Settings, createS3Files } from './files/s3-files.ts';
export { type FileContent, type Files, createFiles, sha256Of } from './files/sealed-files.ts';
export * from './pdf/pdf-document.ts';
export { PdfNotMade, renderPdf } from './pdf/render-pdf.ts';
