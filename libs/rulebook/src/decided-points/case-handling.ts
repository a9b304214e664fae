import { type DecidedPoint, point, policyPoint } from './point.ts';

/** How a case is handled. */
export const CASE_HANDLING_POINTS: readonly DecidedPoint[] = [
  point(
    14,
    'Which law',
    'A command runs on the law of the day it was decided, as known when recorded; a stipend day on its own law; a registration on that of its effective day.',
    'libs/rulebook/src/rulebook.ts#rulebook',
  ),
  policyPoint(
    15,
    'Electronic notice',
    'Has arrived when it was opened, if within three weeks of the first alert, else on the day of that alert. Paper: when proven, else some working days after posting.',
    'libs/calendar/src/notice.ts#electronicArrival',
    'libs/lifecycle/src/kernel/policy.ts#paperNoticeDays',
  ),
  point(
    19,
    'Outcome of an appeal',
    'Rejection changed: grant by order. Extension refused, changed: extension from the day after. Termination changed: taken up again. A deduction, leave or interruption changed: a correction. Set aside: open again, with new deadlines. Else no effect.',
  ),
  point(
    24,
    'New application',
    'Refused while one is open in the municipality. Days used before are set by the caseworker, with a reason, and taken off both maxima.',
    'libs/lifecycle/src/apply/apply.decide.ts#openCase',
    'libs/lifecycle/src/record-prior-programme/record-prior-programme.decide.ts#decideRecordPriorProgramme',
  ),
  point(
    29,
    'Weekends and holidays',
    "Move the party's deadlines only, never the office's.",
    'libs/calendar/src/legal-deadline.ts#partyDeadline',
    'libs/calendar/src/legal-deadline.ts#monthsAfter',
  ),
];
