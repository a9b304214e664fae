import { type DecidedPoint, point } from './point.ts';

/** What is counted and reported. */
export const REPORTING_POINTS: readonly DecidedPoint[] = [
  point(
    20,
    'Suppression',
    'The numbers 0, 1 and 2 are hidden, and one more cell where a total would give the only hidden one away; so is a percentage of a hidden number. Totals are shown.',
  ),
  point(
    21,
    'Participants',
    'On a date: started and not ended, leave and interruption and the last day included. “Last month” is that of the report date.',
  ),
  point(
    22,
    'KOSTRA status',
    'Ended while paused is 7, but for a move; completed, agreed, maximum, benefit, 67 and death are 3; absence and no return 4; move 5; district 6.',
    'libs/lifecycle/src/terminate/reasons.ts#TERMINATION_REASONS',
  ),
  point(
    23,
    'KOSTRA months and sum',
    'Months with a net amount above 0, by earning month; the sum by payment date, half up to kroner. A negative sum is exported as 0 and raised as a task.',
  ),
  point(
    33,
    'Tertial report',
    'Case-processing time is mean and median of days from receipt to decision, refusals included; a participant counts once for each measure; whole months of those who left.',
  ),
  point(
    34,
    'Submitted reports',
    'Stand as known on the day of submission. A correction is a whole new report, linked, with the differences listed.',
  ),
  point(
    38,
    'Grant model',
    'A historic calculator: keys and in- and outflow are given; what is unused is the target less the average, times the extra cost, never below 0.',
  ),
];
