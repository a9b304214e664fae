import { setImmediate as turn } from 'node:timers/promises';
import type { CaseState } from '@kvp/lifecycle';
import { type AnnouncedRate, supposedRates } from '@kvp/rulebook';
import { type Portfolio, PortfolioTally, caseDifference, stipendFacts } from '@kvp/stipend';
import type { Rates } from '../rates/rates.ts';

/** A case as whoever keeps the cases hands it on. */
export interface CaseOfPortfolio {
  readonly caseId: string;
  readonly state: CaseState;
}

export interface PortfolioRequest {
  /** The cases to look at, some at a time: those that the one who asks may see, and no other. */
  readonly cases: AsyncIterable<readonly CaseOfPortfolio[]>;
  /** Rates that take the place of those that stand. */
  readonly supposed: readonly AnnouncedRate[];
  readonly signal?: AbortSignal;
  /** Told the number of cases looked at so far. */
  readonly onProgress?: (cases: number) => void;
}

/** Cases after which others get their turn: a case takes some milliseconds. */
const AT_ONCE = 5;

/**
 * What a change of rates would do to every case: who gains, who loses, and the cost by month. Nothing is written. Throws the signal's reason when
 * it is stopped.
 */
export async function portfolioWhatIf(rates: Rates, { cases, supposed, signal, onProgress }: PortfolioRequest): Promise<Portfolio> {
  const known = await rates.now();
  const after = { announced: [...known.announced, ...supposedRates(supposed)] };
  const tally = new PortfolioTally();
  let looked = 0;
  for await (const page of cases) {
    for (let at = 0; at < page.length; at += AT_ONCE) {
      signal?.throwIfAborted();
      for (const { caseId, state } of page.slice(at, at + AT_ONCE)) tally.add(caseDifference(caseId, stipendFacts(state), known, after));
      looked = looked + Math.min(AT_ONCE, page.length - at);
      onProgress?.(looked);
      await turn();
    }
  }
  signal?.throwIfAborted();
  return tally.result();
}
