/** How large a run is. A full run is bounded to about ten minutes, a quick one to about two. Every party warms up alike. */
export interface Options {
  /** Events in the log under every measurement. */
  readonly events: number;
  /** Seconds a measurement lasts, after warming up. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** Commands in flight at once, one measurement each. */
  readonly inFlight: readonly number[];
  /** Cases that the commands are spread over. */
  readonly activeCases: number;
  /** Events that Emmett's projection is measured on; its rate does not depend on the number. */
  readonly emmettEvents: number;
  /** Participants that payment runs pay. */
  readonly participants: number;
  readonly quick: boolean;
  /** The sections that are wanted; all when left out. */
  readonly only?: readonly string[];
}

const FULL = { events: 200_000, seconds: 6, warmUpSeconds: 5, activeCases: 3_000, emmettEvents: 20_000, participants: 10_000 };
const QUICK = { events: 20_000, seconds: 3, warmUpSeconds: 4, activeCases: 900, emmettEvents: 2_000, participants: 500 };

/** `--quick`, `--only <section>,…`, `BENCH_EVENTS`, `BENCH_SECONDS` and `BENCH_PARTICIPANTS`. Throws RangeError for what is not a positive number. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const quick = args.includes('--quick');
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : undefined;
  const sizes = quick ? QUICK : FULL;
  return {
    ...sizes,
    events: positive('BENCH_EVENTS', env['BENCH_EVENTS'], sizes.events),
    seconds: positive('BENCH_SECONDS', env['BENCH_SECONDS'], sizes.seconds),
    participants: positive('BENCH_PARTICIPANTS', env['BENCH_PARTICIPANTS'], sizes.participants),
    inFlight: [1, 16, 64],
    quick,
    ...(only === undefined ? {} : { only }),
  };
}

function positive(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${name} must be a positive whole number, and is "${text}".`);
  return value;
}
