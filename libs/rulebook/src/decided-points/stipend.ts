import { type DecidedPoint, point, policyPoint } from './point.ts';

/** What is paid. */
export const STIPEND_POINTS: readonly DecidedPoint[] = [
  point(
    1,
    'Back-payment',
    'What is due for a month is rounded once, half up to øre. A payment is that less all that is settled for the month, and is never rounded again; without news it is 0.',
    'libs/money/src/ore.ts#roundToOre',
  ),
  policyPoint(
    8,
    'Unauthorised absence',
    'Deducts its share of 7.5 hours, at most the day, from the stipend and, unless the policy leaves it out, the supplement. Lost self-certified days, unpaid leave and interruption always take the supplement.',
    'libs/lifecycle/src/kernel/policy.ts#absenceReducesChildSupplement',
    'libs/lifecycle/src/record-absence/supplement.ts#sparingOn',
    'libs/stipend/src/reductions.ts#reduce',
  ),
  point(
    9,
    'Several reductions on a day',
    'The share is 1 less work and absence hours, never below 0; then benefits off the stipend part. Work above half a position: go on by hours and warn.',
    'libs/rulebook/src/epochs/content.ts#mostPaidWorkShare',
    'libs/lifecycle/src/record-work/record-work.decide.ts#decideRecordWork',
    'libs/stipend/src/reductions.ts#reduce',
  ),
  point(
    10,
    'Payment line',
    'One for each earning month and payee, net. The parts are exact, rounded for display only.',
    'libs/stipend/src/schedule.ts#ScheduleMonth',
  ),
  point(
    11,
    'Known from',
    'A rate counts from the day it could be known, that day inside; where nobody has looked it up, from its effective day.',
    'libs/rulebook/src/rates/rate.ts#knownFromResearched',
  ),
  point(
    18,
    'Other benefits',
    'Reduce the stipend by gross kroner for each stipend day from the day registered, never below 0, and never the supplement.',
    'libs/rulebook/src/epochs/stipend.ts#reducedBy',
    'libs/lifecycle/src/record-benefit/benefit-kinds.ts#reducesStipend',
    'libs/stipend/src/reductions.ts#reduce',
  ),
  point(
    28,
    'Late claims',
    'The supplement has no limit backwards. Support is a dated fact that the caseworker sets.',
    'libs/lifecycle/src/record-child/record-child.decide.ts#decideRecordChild',
  ),
  policyPoint(
    30,
    'Twelfths',
    'A whole month pays a twelfth; a part of it its share of the weekdays, and a new rate splits it the same way. Supplement by stipend day, deductions by day, never below 0.',
    'libs/stipend/src/month-model.ts#stipendOfMonth',
  ),
  policyPoint(
    31,
    'June and set-off',
    'June without withholding follows the earning month. A set-off takes at most the share of the policy of each later line, which never becomes negative.',
    'libs/rulebook/src/epochs/stipend.ts#juneWithoutWithholding',
    'libs/lifecycle/src/kernel/policy.ts#setOffShare',
  ),
  point(40, 'Settled', 'Means sent and not rejected. A rejected line is due again in the next run.'),
];
