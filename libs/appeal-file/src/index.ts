export { type AppealFile, type AppealFileRequest, DocumentUnavailable, makeAppealFile } from './make-appeal-file.ts';
export { type FileVerdict, verifyFile } from './verifier/verify-file.ts';
export type { Manifest, ManifestFile } from './verifier/manifest.ts';
export { type AppealFileSources, type AppealFiles, type Signing, LOG_ALONE, createAppealFiles, withDocuments } from './appeal-files.ts';
