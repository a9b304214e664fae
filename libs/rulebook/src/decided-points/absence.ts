import { type DecidedPoint, point } from './point.ts';

/** Absence and its windows. */
export const ABSENCE_POINTS: readonly DecidedPoint[] = [
  point(
    2,
    'Unregistered days',
    'A weekday in the programme pays unless a fact reduces it. A missing registration is a task before the payment run, no deduction. A free day has no hours to miss unless the programme has it.',
    'libs/calendar/src/free-days.ts#isFreeDay',
    'libs/lifecycle/src/timeline/day-state.ts#dayState',
  ),
  point(
    25,
    'Self-certificate',
    'Days up to 16 days back count in; stipend is lost only when a note was demanded and the person not prevented. The right begins 56 days after the start.',
    'libs/rulebook/src/epochs/absence.ts#selfCertificate',
  ),
  point(
    35,
    'Birth',
    'Six weeks are 42 days, the day of birth the first. The ten working days end the day before the due date.',
    'libs/rulebook/src/epochs/leave.ts#LEAVE_OF_2012',
  ),
  point(
    36,
    'Rolling twelve months',
    'Back from a day: from twelve months before it, plus a day.',
    'libs/lifecycle/src/timeline/quota.ts#daysLeft',
  ),
  point(
    37,
    'Over 60',
    'From the 60th birthday. That there are more than two children is told by the caseworker.',
    'libs/rulebook/src/epochs/absence.ts#seniorHoliday',
  ),
];
