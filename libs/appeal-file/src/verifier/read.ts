const decoder = new TextDecoder('utf-8', { fatal: true });

/** The text of a file; null when it is not there, or is no UTF-8. */
export function textOf(bytes: Uint8Array | undefined): string | null {
  try {
    return bytes === undefined ? null : decoder.decode(bytes);
  } catch {
    // What is no text has none to be compared: whoever asks names the file.
    return null;
  }
}

/** The JSON of a file; null when it is none. */
export function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(textOf(bytes) ?? 'null') as unknown;
  } catch {
    return null;
  }
}
