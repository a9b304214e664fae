import { type Ore, ore } from '@kvp/money';
import type { RatesInUse } from './day.ts';
import type { StipendFacts } from './facts.ts';
import type { Month } from './month-model.ts';
import { schedule } from './schedule.ts';

/** What a case would be paid otherwise, over all of its months and payees. Øre. */
export interface CaseDifference {
  readonly caseId: string;
  readonly before: Ore;
  readonly after: Ore;
  readonly months: readonly MonthDifference[];
}

/** Of one earning month. */
export interface MonthDifference {
  readonly month: Month;
  readonly before: Ore;
  readonly after: Ore;
}

/** What a change of rates would do to many cases at once. */
export interface Portfolio {
  /** Cases that were looked at. */
  readonly cases: number;
  readonly gain: number;
  readonly lose: number;
  /** By earning month, ascending: only months of which something changes, and only of cases that it changes in. */
  readonly months: readonly MonthCost[];
  /** Of each case that it changes something for, the largest difference first. */
  readonly changes: readonly Omit<CaseDifference, 'months'>[];
}

export interface MonthCost extends MonthDifference {
  readonly gain: number;
  readonly lose: number;
}

/** A case on the rates as they are, and on others. A month that has the same sum on both is left out. */
export function caseDifference(caseId: string, facts: StipendFacts | null, rates: RatesInUse, ratesAfter: RatesInUse): CaseDifference {
  const [was, becomes] = [rates, ratesAfter].map((known) => byMonth(facts, known)) as [Sums, Sums];
  const months = [...new Set([...was.keys(), ...becomes.keys()])]
    .map((month) => ({ month, before: was.get(month) ?? ore(0), after: becomes.get(month) ?? ore(0) }))
    .filter(({ before, after }) => before !== after);
  return { caseId, before: total(months, 'before'), after: total(months, 'after'), months };
}

type Sums = ReadonlyMap<Month, Ore>;

function byMonth(facts: StipendFacts | null, rates: RatesInUse): Sums {
  const sums = new Map<Month, Ore>();
  for (const { month, amount } of facts === null ? [] : schedule(facts, rates)) sums.set(month, ore((sums.get(month) ?? 0) + amount));
  return sums;
}

/** Adds cases up as they come: as many as there are, one at a time. */
export class PortfolioTally {
  #cases = 0;
  readonly #months = new Map<Month, MonthCost>();
  readonly #changes: Omit<CaseDifference, 'months'>[] = [];

  add({ months, ...difference }: CaseDifference): void {
    this.#cases += 1;
    if (months.length === 0) return;
    this.#changes.push(difference);
    for (const each of months) {
      const { before, after, gain, lose } = this.#months.get(each.month) ?? { before: 0, after: 0, gain: 0, lose: 0 };
      this.#months.set(each.month, {
        ...{ month: each.month, before: ore(before + each.before), after: ore(after + each.after) },
        ...{ gain: gain + Number(each.after > each.before), lose: lose + Number(each.after < each.before) },
      });
    }
  }

  result(): Portfolio {
    const changes = this.#changes.toSorted((a, b) => size(b) - size(a) || (a.caseId < b.caseId ? -1 : 1));
    return {
      cases: this.#cases,
      gain: changes.filter(({ before, after }) => after > before).length,
      lose: changes.filter(({ before, after }) => after < before).length,
      months: [...this.#months.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
      changes,
    };
  }
}

const size = ({ before, after }: Pick<CaseDifference, 'before' | 'after'>): number => Math.abs(after - before);
const total = (months: readonly MonthDifference[], of: 'before' | 'after'): Ore => ore(months.reduce((sum, month) => sum + month[of], 0));
