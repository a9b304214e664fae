import { setTimeout as pause } from 'node:timers/promises';
import type { ProcessorTime } from './processor-time.ts';

/** What a number of workers reached, each sending its next request when the last one was answered. */
export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
  /** Milliseconds of processor time a request, of the process that was watched; null when none was. */
  readonly processor: number | null;
  /** Answers that were not a success, by what they were. */
  readonly failures: Readonly<Record<string, number>>;
}

export interface Load {
  readonly inFlight: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

/**
 * Keeps `inFlight` requests going. `request` resolves to undefined on success, else to a word for what went wrong; failures are
 * counted apart and never as throughput. Requests that were begun while warming up are not counted.
 */
export async function closedLoop(
  { inFlight, seconds, warmUpSeconds }: Load,
  request: () => Promise<string | undefined>,
  processorTime: ProcessorTime = () => Number.NaN,
): Promise<Measured> {
  const from = performance.now() + warmUpSeconds * 1_000;
  const until = from + seconds * 1_000;
  const latencies: number[] = [];
  const failures: Record<string, number> = {};
  let begun = 0;
  const warm = pause(warmUpSeconds * 1_000).then(processorTime);

  const worker = async (): Promise<void> => {
    for (let sent = performance.now(); sent < until;) {
      if (sent >= from) begun += 1;
      const failure = await request();
      const answered = performance.now();
      if (sent >= from && answered <= until) {
        if (failure === undefined) latencies.push(answered - sent);
        else failures[failure] = (failures[failure] ?? 0) + 1;
      }
      sent = answered;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const spent = (processorTime() - (await warm)) / begun;

  const sorted = Float64Array.from(latencies).sort();
  return {
    perSecond: latencies.length / seconds,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    count: latencies.length,
    processor: Number.isFinite(spent) ? spent : null,
    failures,
  };
}

/** The nearest-rank percentile of sorted values; NaN of none. */
export const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
