import type { IsoDate } from '@kvp/calendar';
import type { Intake, MeasureType } from '@kvp/lifecycle';
import type { Ore } from '@kvp/money';
import type { Place } from '../areas/area.ts';

/** A calendar month, `2026-06`. */
export type Month = `${number}-${number}`;

/**
 * What a report needs of one case, as it stood on a day with what was recorded by a moment. Nothing in it names a person; it can be made
 * from the log, or from the published events that the statistics see.
 */
export interface CaseFacts extends Place {
  readonly receivedOn: IsoDate;
  /** Every grant and rejection that was made, in order; one that was reversed later was made all the same. */
  readonly answers: readonly Answer[];
  /** Null until the programme has started. */
  readonly participation: Participation | null;
  /** What was lived on before the application, as last told; null when nobody has asked. */
  readonly intake: Omit<Intake, 'recordedIn' | 'on'> | null;
  readonly otherSupport: readonly OtherSupportPeriod[];
  /** What was sent to the payroll and not rejected, line by line. Only where a report asks for it. */
  readonly payments?: readonly PaymentLine[];
  /** What is due month by month by the schedule. Only where a report asks for it. */
  readonly due?: readonly DueMonth[];
}

export interface Answer {
  readonly kind: 'grant' | 'rejection';
  readonly decidedOn: IsoDate;
}

export interface Participation {
  readonly startedOn: IsoDate;
  /** The last day in the programme, decided or by law; null while neither is known on the day asked about. */
  readonly lastDay: IsoDate | null;
  /** Why it ends then: a reason of `terminate`, or `maximumReached`. */
  readonly endedBy: string | null;
  readonly decidedUntil: IsoDate;
  /** Who runs what the participant does on the day asked about, each once. */
  readonly measures: readonly MeasureType[];
}

export interface OtherSupportPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly kinds: readonly string[];
}

/** A settled payment line (decided point 10): both the month that it was earned and the day that it was paid. § 9.16. */
export interface PaymentLine {
  readonly month: Month;
  readonly paidOn: IsoDate;
  readonly amount: Ore;
}

export interface DueMonth {
  readonly month: Month;
  readonly amount: Ore;
}

/** Whether the participant is in the programme on a day: leave and interruption included, the last day included. Decided point 21. */
export const participatesOn = ({ participation }: CaseFacts, on: IsoDate): boolean =>
  participation !== null && participation.startedOn <= on && (participation.lastDay === null || on <= participation.lastDay);

/** Whether the participant is in the programme on some day of a period. */
export const participatesIn = ({ participation }: CaseFacts, from: IsoDate, to: IsoDate): boolean =>
  participation !== null && participation.startedOn <= to && (participation.lastDay === null || from <= participation.lastDay);
