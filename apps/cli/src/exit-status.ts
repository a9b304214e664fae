/** What `kvp` ends with, for scripts. Documented in docs/running.md. */
export const EXIT = {
  ok: 0,
  /** It could not be done, or a difference was found. */
  failure: 1,
  /** What was given to read is malformed: a life, an exported log, an argument. */
  malformed: 2,
  /** The installation is not set up as it must be (`EX_CONFIG` of sysexits.h). */
  configuration: 78,
  /** Stopped by Ctrl-C, as shells have it: 128 + SIGINT. */
  interrupted: 130,
} as const;

/** An end that was foreseen: told in one line, without a stack. */
export class CliError extends Error {
  override readonly name = 'CliError';
  constructor(
    message: string,
    readonly status: number = EXIT.failure,
  ) {
    super(message);
  }
}
