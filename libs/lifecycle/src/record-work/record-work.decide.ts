import { date, isBefore } from '@kvp/calendar';
import { type Fraction, add, compare, decimal, fraction, isDecimal, multiply } from '@kvp/money';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOrNull } from '../kernel/fields.ts';
import { decideWhen, endsAfterStart } from '../kernel/guards.ts';
import { takesFacts, withinLife } from '../kernel/recording.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import { recordedOtherwise } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Work } from '../kernel/state/circumstances.ts';
import { type Stretch, isOverlapping, standing, unlessKnown } from '../kernel/state/lasting.ts';
import type { RecordWork } from './record-work.command.ts';
import type { WorkRecorded } from './record-work.events.ts';
import * as refusals from './record-work.refusals.ts';

/**
 * Registers paid work. Work above half of a full position lies outside the programme: it is taken by its hours all the same, and the
 * event warns of it. STL § 37; rulebook § 9.18; decided point 9.
 */
export function decideRecordWork(state: CaseState, command: RecordWork, { today, law }: Context): Decision {
  const { hoursPerWeek, apprenticeship = false } = command;
  const [from, to] = [date(command.from), dateOrNull(command.to)];
  const { work } = state.circumstances;
  const alike = work.filter((job) => job.hoursPerWeek === hoursPerWeek && job.apprenticeship === apprenticeship);
  const told = standing(alike, { from, to });
  return decideWhen(
    takesFacts(state),
    () =>
      refusalsOf(
        withinLife(state, from, today),
        endsAfterStart(from, to),
        !isInThousandths(hoursPerWeek) && refuse(refusals.hoursNotExact, []),
        told.is === 'contrary' && refuse(recordedOtherwise, [], 'STL § 37'),
      ),
    () =>
      unlessKnown(told, (): WorkRecorded => {
        const beside = work.filter(({ recordedIn }) => recordedIn !== told.ends?.ends);
        const jobs = [...beside, { from, to, hoursPerWeek, apprenticeship }];
        const half = multiply(decimal(law.content.fullTimeHours.value), decimal(law.content.mostPaidWorkShare.value));
        return {
          type: 'WorkRecorded',
          version: 1,
          data: {
            from: command.from,
            ...(command.to === undefined ? {} : { to: command.to }),
            aboveHalf: compare(mostHoursAWeek(jobs, { from, to }), half) > 0,
            ...told.ends,
          },
          personal: { hoursPerWeek, apprenticeship },
        };
      }),
  );
}

/** Fine enough for any whole percentage of 37.5 hours. */
const isInThousandths = (hours: number): boolean => isDecimal(hours) && multiply(decimal(hours), fraction(1000)).denominator === 1n;

/** The most hours that the jobs come to in any week of the period, apprenticeship aside: it changes only where a job begins. */
function mostHoursAWeek(jobs: readonly Omit<Work, 'recordedIn' | 'endedIn'>[], period: Stretch): Fraction {
  const counted = jobs.filter(({ apprenticeship }) => !apprenticeship).filter((job) => isOverlapping(job, period));
  const sums = counted.map((job) => {
    const day = isBefore(job.from, period.from) ? period.from : job.from;
    return add(...counted.filter((other) => isOverlapping(other, { from: day, to: day })).map((other) => decimal(other.hoursPerWeek)));
  });
  return sums.reduce((most, sum) => (compare(sum, most) > 0 ? sum : most), fraction(0));
}
