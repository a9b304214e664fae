import { type DecidedPoint, point } from './point.ts';

/** Time: periods, what counts, and when a programme ends. */
export const DURATION_POINTS: readonly DecidedPoint[] = [
  point(
    3,
    'Periods',
    'Both ends are inside. Whole years end on the day before the same date; a day that the month lacks becomes its last.',
    'libs/calendar/src/period.ts#Period',
    'libs/calendar/src/date.ts#lastDayOfYears',
  ),
  point(
    4,
    'Pause and decision period',
    'Only a decision moves the last decided day. Pause and return move the maxima. A programme may be extended while it runs, on leave and interrupted.',
    'libs/lifecycle/src/timeline/duration.ts#decidedUntil',
    'libs/lifecycle/src/timeline/duration.ts#uncappedMaxima',
  ),
  point(
    5,
    'Expiry',
    'At two years the programme ends without a decision; a period beyond them ends on its own date. A lapse before that is a breach: the phase stays, nothing is paid, and a late extension counts from the day after.',
    'libs/lifecycle/src/timeline/end-by-law.ts#endByLaw',
    'libs/lifecycle/src/timeline/phase.ts#isDecisionMissing',
  ),
  point(
    6,
    'Dates in commands',
    'The last day of a programme is in it, so are both ends of a pause; the day of return is the first day back. A pause lasts until the return, whatever was planned.',
    'libs/lifecycle/src/timeline/phase.ts#isPausedOn',
  ),
  point(
    7,
    'Start',
    'A grant names the planned start, within six months of the application. A later actual start is accepted as a breach. Stipend, counted days and maxima run from the actual start; ages are tested on the planned one.',
    'libs/lifecycle/src/grant/start-deadline.ts#lastStartDay',
    'libs/lifecycle/src/start/start.decide.ts#decideStart',
  ),
  point(
    12,
    'Not counted',
    'What the regulation calls leave, leave without stipend, interruption and Covid-19 absence do not count toward the duration. All else does. It is stored on the event.',
    'libs/rulebook/src/epochs/duration.ts#notCounted',
    'libs/rulebook/src/epochs/leave.ts#countsTowardDuration',
  ),
  point(
    13,
    'Counting',
    'Time that does not count is the union of calendar days. The maximum is the first day on which the counted days reach the limit, which is fixed in days at the start.',
    'libs/lifecycle/src/timeline/duration.ts#duration',
  ),
  point(
    16,
    'Protected year',
    'Termination for the absence is barred through the anniversary of its first day. Where the year of interruption ends inside it, nothing ends by itself: a task is raised.',
    'libs/rulebook/src/epochs/interruption.ts#protectedAbsence',
  ),
  point(
    17,
    'Interruption year',
    'For each unbroken interruption, from its first day, the anniversary inside. A new one within 14 days of a return warns.',
    'libs/lifecycle/src/timeline/interruption.ts#latestReturn',
    'libs/rulebook/src/epochs/interruption.ts#interruptionWarningDays',
  ),
  point(
    26,
    'Ages',
    'An age is reached on the birth date so many years later, 28 February in common years for those of the 29th. Never a difference.',
    'libs/calendar/src/date.ts#reachesAge',
  ),
  point(
    27,
    '67 years',
    'No period passes the day before the 67th birthday, and both maxima are capped there.',
    'libs/lifecycle/src/timeline/duration.ts#lastDayBeforeUpperAge',
  ),
  point(
    32,
    'Overlapping pauses',
    'Are legal facts: precedence decides what a day is, the union decides what counts. The same form twice over the same days is refused.',
    'libs/lifecycle/src/timeline/day-state.ts#STIPEND_STATES',
    'libs/lifecycle/src/pause/pause.decide.ts#sameFormTwice',
  ),
  point(
    39,
    'Phase and date',
    'The phase follows from state and date: what is decided ahead takes effect on its day. A second end is refused, and days after the maximum pay nothing.',
    'libs/lifecycle/src/timeline/phase.ts#phase',
  ),
];
