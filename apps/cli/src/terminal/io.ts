/** Where a command reads the world and writes to it. */
export interface Io {
  /** A line on standard output: what was asked for. */
  readonly print: (text: string) => void;
  /** A line on standard error: faults, and what goes on. */
  readonly complain: (text: string) => void;
  /** Writes on standard error as it is: the line of progress that is written over and over. */
  readonly draw: (text: string) => void;
  /** Standard error is a terminal that somebody looks at. */
  readonly isTerminal: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => Temporal.Instant;
  /** From now on Ctrl-C aborts the signal, for a command that then stops in order; a second one ends the process. */
  readonly interruption: () => AbortSignal;
}

const STOPPED_BY_SIGNAL = 130;

export const processIo: Io = {
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
  draw: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  env: process.env,
  now: () => Temporal.Now.instant(),
  interruption() {
    const stop = new AbortController();
    const onSignal = (): void => {
      if (stop.signal.aborted) process.exit(STOPPED_BY_SIGNAL);
      stop.abort();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
    return stop.signal;
  },
};
