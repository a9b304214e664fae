/** What a promise gives, or `otherwise` when the file it is about does not exist. */
export async function unlessMissing<T>(promise: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return otherwise;
    throw error;
  }
}

/** By its shape: an error of node's own is no instance of the `Error` that a test runner hands to modules. */
export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
