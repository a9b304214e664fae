/** How far a rebuild has come. */
export interface RebuildProgress {
  readonly readModel: string;
  /** Events of the log that are in the rows. */
  readonly handled: number;
  /** How many there are, as far as the live version knows; null when it does not. */
  readonly total: number | null;
  /** Events a second, on the whole of this run. */
  readonly perSecond: number;
  /** 0 to 100; null when the total is not known. */
  readonly percent: number | null;
  readonly secondsLeft: number | null;
}

/** Gives a function that takes the events handled so far and reports. `already`: handled by an earlier run. */
export function measure(
  readModel: string,
  already: number,
  liveTotal: number,
  onProgress: ((progress: RebuildProgress) => void) | undefined,
  now: () => number = () => performance.now(),
): (handled: number) => void {
  const begun = now();
  return (handled) => {
    const seconds = Math.max(0.001, (now() - begun) / 1_000);
    const perSecond = Math.round((handled - already) / seconds);
    const total = liveTotal >= handled ? liveTotal : null;
    const percent = total === null ? null : total === 0 ? 100 : Math.floor((handled * 100) / total);
    const secondsLeft = total === null || perSecond === 0 ? null : Math.ceil((total - handled) / perSecond);
    onProgress?.({ readModel, handled, total, perSecond, percent, secondsLeft });
  };
}
