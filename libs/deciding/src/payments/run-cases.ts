import { date } from '@kvp/calendar';
import { type AnomalyKind, ANOMALY_KINDS, NO_TOTALS, type RunState, type Totals, addTo } from '@kvp/payments';
import type { Ore } from '@kvp/money';
import type { CasesToPay } from './case-to-pay.ts';
import { type CaseOutcome, type RunTerms, lookAtCase, onlyCaseOf } from './look-at-case.ts';
import type { PaymentWorld } from './stream-file.ts';

/** What a run would pay, or has paid. */
export interface RunReport {
  readonly totals: Totals;
  /** What changes most from the month before, the largest first; of a regulation every case that it pays. */
  readonly changes: readonly CaseChange[];
  readonly anomalies: readonly CaseAnomaly[];
  readonly anomalyCounts: Readonly<Record<AnomalyKind, number>>;
}

export interface CaseChange {
  readonly caseId: string;
  readonly before: Ore;
  readonly now: Ore;
}

export interface CaseAnomaly {
  readonly caseId: string;
  readonly kind: AnomalyKind;
  readonly measure: number;
}

/** Cases that are looked at side by side: what waits for the store is most of the work. */
const AT_ONCE = 16;
const CHANGES_SHOWN = 20;

export interface RunCases extends PaymentWorld {
  readonly cases: CasesToPay;
}

export interface Steps {
  readonly attendance: boolean;
  readonly caseId?: string;
  readonly signal?: AbortSignal;
  /** Told the number of cases looked at so far. */
  readonly onProgress?: (cases: number) => void;
  /** What is done with each case that has lines; gives what became of it, null when it is left out. */
  readonly each?: (outcome: CaseOutcome, terms: RunTerms) => Promise<CaseOutcome | null>;
  /** Told of each case in order, once it is done with. */
  readonly seen?: (outcome: CaseOutcome) => void;
}

/**
 * Looks at every case of a run, some at a time, so that memory does not grow with the municipality. Throws the signal's reason when it is
 * stopped; what is settled by then stays settled.
 */
export async function runCases(
  world: RunCases,
  municipality: string,
  run: Pick<RunState, 'runId' | 'month' | 'kind' | 'openedOn' | 'onlyCase'>,
  { attendance, caseId, signal, onProgress, each, seen }: Steps,
): Promise<{ readonly report: RunReport; readonly leftOut: number }> {
  const openedOn = date(run.openedOn);
  // A rate that was announced a moment ago counts, also for a case that is read again.
  await world.rates.now();
  const { setOffShare } = (await world.policies.history(municipality)).at(openedOn);
  const asked = {
    ...{ municipality, month: run.month, knownAt: openedOn, attendance },
    ...(caseId === undefined ? {} : { caseId }),
    ...(signal === undefined ? {} : { signal }),
  };
  const terms: RunTerms = { run, setOffShare, asked };
  const tally = new Tally(run);
  let leftOut = 0;
  let looked = 0;
  for await (const batch of world.cases.read(asked)) {
    const wanted = batch.filter((known) => run.onlyCase === null || onlyCaseOf(run.runId, known.caseId) === run.onlyCase);
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      signal?.throwIfAborted();
      const outcomes = await Promise.all(
        wanted.slice(at, at + AT_ONCE).map(async (known) => {
          const outcome = await lookAtCase(world, known, terms);
          return each === undefined || outcome.isSettled || outcome.lines.length === 0 ? outcome : await each(outcome, terms);
        }),
      );
      for (const outcome of outcomes) {
        if (outcome === null) leftOut += 1;
        else {
          seen?.(outcome);
          tally.add(outcome);
        }
      }
      looked += outcomes.length;
      onProgress?.(looked);
    }
  }
  // A source that is stopped ends early: what it has not given is not settled.
  signal?.throwIfAborted();
  return { report: tally.report(), leftOut };
}

class Tally {
  #totals: Totals = NO_TOTALS;
  #changes: CaseChange[] = [];
  readonly #anomalies: CaseAnomaly[] = [];

  /** A regulation is looked at for who gets how much: of it everyone is told, of other runs those that change most. */
  readonly #shown: number;

  constructor(private readonly run: Pick<RunState, 'month' | 'kind'>) {
    this.#shown = run.kind === 'regulation' ? Infinity : CHANGES_SHOWN;
  }

  add({ caseId, lines, claims, anomalies, change }: CaseOutcome): void {
    this.#totals = addTo(this.#totals, { lines, claims }, this.run.month);
    for (const anomaly of anomalies) this.#anomalies.push({ caseId, ...anomaly });
    if (change.now === change.before) return;
    this.#changes.push({ caseId, ...change });
    if (this.#changes.length > 10 * this.#shown) this.#changes = largest(this.#changes, this.#shown);
  }

  report(): RunReport {
    const countOf = (kind: AnomalyKind): number => this.#anomalies.filter((anomaly) => anomaly.kind === kind).length;
    const counts = Object.fromEntries(ANOMALY_KINDS.map((kind) => [kind, countOf(kind)])) as Record<AnomalyKind, number>;
    return { totals: this.#totals, changes: largest(this.#changes, this.#shown), anomalies: this.#anomalies, anomalyCounts: counts };
  }
}

const sizeOf = ({ before, now }: CaseChange): number => Math.abs(now - before);
const largest = (changes: readonly CaseChange[], shown: number): CaseChange[] =>
  changes.toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.caseId < b.caseId ? -1 : 1)).slice(0, shown);
