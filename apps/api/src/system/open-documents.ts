import { join } from 'node:path';
import { type Documents, createDiskFiles, createDocuments, createFiles, createS3Files } from '@kvp/documents';
import type { KeyRing } from '@kvp/people';
import type { SystemConfig } from '../config/system-config.ts';

/** Letters and attachments: in an S3-compatible store when one is configured, else in a folder of this machine. */
export function openDocuments({ documentStore, dataDir }: Pick<SystemConfig, 'documentStore' | 'dataDir'>, keys: KeyRing): Documents {
  const store = documentStore === undefined ? createDiskFiles(join(dataDir, 'documents')) : createS3Files(documentStore);
  return createDocuments(createFiles({ store, keys }));
}
