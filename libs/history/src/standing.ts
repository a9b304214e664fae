import { type IsoDate, type PlainDate, iso } from '@kvp/calendar';
import { type CaseState, type Phase, statusAt } from '@kvp/lifecycle';
import { formatKroner } from '@kvp/money';
import type { Month, Payee } from '@kvp/stipend';
import { type Amounts, byPlace, placeOf } from './money.ts';

/** How a case stood on a day, as far as was known. */
export interface Standing {
  readonly asOf: IsoDate;
  readonly phase: Phase | null;
  readonly decidedUntil: IsoDate | null;
  /** No decision covers the day, though the programme goes on. */
  readonly decisionMissing: boolean;
  readonly countedDays: number;
  /** The last possible day, without and with special reasons. STL § 32. */
  readonly maxEnd: IsoDate | null;
  readonly absoluteMaxEnd: IsoDate | null;
  /** What is due for every month that had begun, in kroner. */
  readonly stipend: readonly { readonly month: Month; readonly payee: Payee; readonly amount: string }[];
}

/** Throws nothing: a state that is not begun stands nowhere. */
export function standingOn(state: CaseState, asOf: PlainDate, amounts: Amounts): Standing {
  const status = statusAt(state, asOf);
  const day = iso(asOf);
  const begun = [...amounts].filter(([line]) => `${placeOf(line).month}-01` <= day).sort(([a], [b]) => byPlace(a, b));
  return {
    asOf: day,
    phase: status.phase,
    decidedUntil: orNull(status.decidedUntil),
    decisionMissing: status.decisionMissing,
    countedDays: status.countedDays,
    maxEnd: orNull(status.maxEnd),
    absoluteMaxEnd: orNull(status.absoluteMaxEnd),
    stipend: begun.map(([line, amount]) => ({ ...placeOf(line), amount: formatKroner(amount) })),
  };
}

const orNull = (day: PlainDate | null): IsoDate | null => (day === null ? null : iso(day));
