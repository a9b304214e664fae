import { type PlainDate, date, isAfter, isBefore } from '@kvp/calendar';
import { appealedIn, assessment } from '../appeal/assessment.ts';
import { namedAppeal } from '../appeal/named-appeal.ts';
import { postedAfterReceived } from '../appeal/appeal.refusals.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, hasHappened } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Appeal, FormRequirement } from '../kernel/state/appeals.ts';
import type { MendAppeal } from './mend-appeal.command.ts';
import type { AppealMended } from './mend-appeal.events.ts';
import * as refusals from './mend-appeal.refusals.ts';

/** Registers what the party made good, in time or not: one that comes late is not refused, and what follows is for the office. FVL § 32. */
export function decideMendAppeal(state: CaseState, command: MendAppeal, context: Context): Decision {
  const { appeal, refusals: moment } = namedAppeal(state, command.appeal, ['received']);
  if (appeal === undefined) return { refusals: moment };
  const mended = mendedBy(command, appeal);
  return decideWhen(
    moment,
    () => limits(appeal, mended, command, context.today),
    () => {
      const posted = command.postedOn === undefined ? appeal.postedOn : date(command.postedOn);
      return [
        mending(appeal, mended, command),
        ...(command.postedOn === undefined ? [] : [assessment({ ...appeal, postedOn: posted }, appealedIn(state, appeal), context)]),
      ];
    },
  );
}

const mendedBy = ({ mended, postedOn }: MendAppeal, { defects }: Appeal): readonly FormRequirement[] =>
  mended ?? (postedOn === undefined ? defects : []);

function limits(
  { receivedOn, defects }: Appeal,
  mended: readonly FormRequirement[],
  { mendedOn, postedOn }: MendAppeal,
  today: PlainDate,
): readonly Refusal[] {
  const on = date(mendedOn);
  return refusalsOf(
    hasHappened(on, today),
    isBefore(on, receivedOn) && refuse(refusals.mendedBeforeReceived, [receivedOn]),
    mended.length === 0 && postedOn === undefined && refuse(refusals.nothingToMend, []),
    mended.some((each) => !defects.includes(each)) && refuse(refusals.doesNotLack, []),
    postedOn !== undefined && isAfter(date(postedOn), receivedOn) && refuse(postedAfterReceived, [receivedOn]),
  );
}

const mending = (
  { number, defects, mending: asked }: Appeal,
  mended: readonly FormRequirement[],
  { mendedOn, postedOn, wants, grounds }: MendAppeal,
): AppealMended => ({
  type: 'AppealMended',
  version: 1,
  data: {
    appeal: number,
    mendedOn,
    mended: [...mended],
    lacks: defects.filter((each) => !mended.includes(each)),
    late: mended.length > 0 && asked !== null && isAfter(date(mendedOn), asked.mendBy),
    ...(postedOn === undefined ? {} : { postedOn }),
  },
  personal: { ...(wants === undefined ? {} : { wants }), ...(grounds === undefined ? {} : { grounds }) },
});
