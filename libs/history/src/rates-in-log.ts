import type { RateRule } from '@kvp/rulebook';
import { type MoneyReader, moneyReader } from './money.ts';

/** Rates that came after the release, as the log has them: all of them, and those that an event was written under. */
export interface RatesInLog {
  readonly announced: readonly RateRule[];
  asOf(ratesRevision: string): { readonly announced: readonly RateRule[] };
}

const NONE = { announced: [] } as const;

/** Nothing was announced: the rates are those of the release. The same list every time, for readers are kept by it. */
export const NO_ANNOUNCED_RATES: RatesInLog = { ...NONE, asOf: () => NONE };

/** One reader for each set of rates, for a walk through a case. */
export function moneyReaders(rates: RatesInLog): (ratesRevision: string) => MoneyReader {
  const readers = new Map<readonly RateRule[], MoneyReader>();
  return (ratesRevision) => {
    const { announced } = rates.asOf(ratesRevision);
    const reader = readers.get(announced) ?? moneyReader(announced);
    readers.set(announced, reader);
    return reader;
  };
}
