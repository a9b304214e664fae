/** What the file says of itself, in `manifest.json`. */
export const MANIFEST_FORMAT = 'kvp-appeal-file-1';
export const MANIFEST_PATH = 'manifest.json';
/** The hash of the manifest, signed: a C2SP note. */
export const MANIFEST_NOTE_PATH = 'manifest.note';
export const EVENTS_PATH = 'hendelser/hendelser.json';
export const OPENED_PATH = 'hendelser/lesbare.json';
export const PROOF_PATH = 'bevis/bevis.json';
export const KEYS_PATH = 'bevis/nokler.txt';

export interface ManifestFile {
  readonly path: string;
  readonly title: string;
  readonly size: number;
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
}

export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  readonly caseId: string;
  readonly appeal: number;
  readonly edition: 'whole' | 'party';
  /** An instant in UTC: what is in the file was recorded by then. */
  readonly knownAt: string;
  /** Revision of the last event of the case in the file, and its hash. */
  readonly revision: number;
  readonly headHash: string;
  /** How many events the log had when it was signed; null where the file has no signed tree head. */
  readonly treeSize: number | null;
  /** What should be in the file by the law and is not, in bokmål. */
  readonly missing: readonly string[];
  readonly files: readonly ManifestFile[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFile = (value: unknown): value is ManifestFile =>
  isObject(value) &&
  typeof value['path'] === 'string' &&
  typeof value['title'] === 'string' &&
  Number.isSafeInteger(value['size']) &&
  /^[0-9a-f]{64}$/.test(String(value['sha256']));

/** The manifest, or null when it is none. */
export function readManifest(value: unknown): Manifest | null {
  if (!isObject(value) || value['format'] !== MANIFEST_FORMAT) return null;
  const { caseId, appeal, edition, knownAt, revision, headHash, treeSize, missing, files } = value;
  const isFormed =
    [caseId, knownAt, headHash].every((each) => typeof each === 'string') &&
    [appeal, revision, treeSize ?? 0].every((each) => Number.isSafeInteger(each)) &&
    (edition === 'whole' || edition === 'party') &&
    Array.isArray(missing) &&
    Array.isArray(files) &&
    files.every(isFile);
  return isFormed ? (value as unknown as Manifest) : null;
}

/** The text that is signed: what it is of, and the hash of the manifest's bytes. */
export const manifestNote = (origin: string, sha256: string): string => `${origin}\n${MANIFEST_FORMAT}\n${sha256}\n`;
