import { run } from '../program.ts';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `kvp` in this process, away from terminals, on a fixed clock. */
export async function kvp(args: readonly string[], env: NodeJS.ProcessEnv = {}, now = '2026-11-22T12:00:00Z'): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const status = await run(args, {
    print: (text) => void out.push(`${text}\n`),
    complain: (text) => void err.push(`${text}\n`),
    draw: (text) => void err.push(text),
    isTerminal: false,
    env,
    now: () => Temporal.Instant.from(now),
    interruption: () => new AbortController().signal,
  });
  return { status, out: out.join(''), err: err.join('') };
}
