/** An error by its kind, for logs and health: its message is left out, as it could quote a birth date. */
export const kindOf = (error: unknown): string => (Error.isError(error) ? error.constructor.name : typeof error);

/** Where in the code it was thrown, without the message. */
export const framesOf = (error: unknown): string =>
  Error.isError(error)
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => line.startsWith('    at '))
        .slice(0, 3)
        .join('\n')
    : '';
