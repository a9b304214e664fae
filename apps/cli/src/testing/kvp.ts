import { run } from '../program.ts';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

const NOW = Temporal.Instant.from('2026-11-22T12:00:00Z');

/** Runs `kvp` in this process, away from terminals, on a fixed clock. `interruption`: aborted where somebody presses Ctrl-C. */
export async function kvp(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  interruption: AbortSignal = new AbortController().signal,
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await run(args, {
    print: (text) => void out.push(`${text}\n`),
    complain: (text) => void err.push(`${text}\n`),
    draw: (text) => void err.push(text),
    isTerminal: false,
    env,
    now: () => NOW,
    interruption: () => interruption,
  });
  return { status, out: out.join(''), err: err.join('') };
}
