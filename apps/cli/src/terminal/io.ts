/** Where a command reads the world and writes to it. */
export interface Io {
  /** A line on standard output: what was asked for. */
  print: (text: string) => void;
  /** A line on standard error: faults, and what goes on. */
  complain: (text: string) => void;
  /** Writes on standard error as it is: the line of progress that is written over and over. */
  draw: (text: string) => void;
  /** Standard error is a terminal that somebody looks at. */
  readonly isTerminal: boolean;
  readonly env: NodeJS.ProcessEnv;
  now: () => Temporal.Instant;
}

export const processIo: Io = {
  print: (text) => void process.stdout.write(`${text}\n`),
  complain: (text) => void process.stderr.write(`${text}\n`),
  draw: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
  env: process.env,
  now: () => Temporal.Now.instant(),
};
