/**
 * Where sealed files lie. It knows names and bytes, and nothing of what they are. A name is `<person id>/<SHA-256 of the content>`; what it holds is
 * written once as a whole, or not at all.
 */
export interface FileStore {
  /** For people who run the system: where it is, without secrets. */
  readonly description: string;
  /** Writes all of it or nothing; over what was there. Throws FilesUnavailable. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is nothing of that name. Throws FilesUnavailable. */
  get(name: string): Promise<Uint8Array | null>;
}

/** The place where files lie cannot be reached or is full. The message says what to do about it, for those who run the system. */
export class FilesUnavailable extends Error {
  constructor(
    message: string,
    readonly reason: 'full' | 'away' = 'away',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const NAME = /^[0-9a-z-]{1,64}\/[0-9a-f]{64}$/;

/** Names come from ids and hashes alone. Throws TypeError for any other: it would lead out of the place. */
export function checkedName(name: string): string {
  if (!NAME.test(name)) throw new TypeError('A file is named by a person and a hash.');
  return name;
}
